"""A small account made by hand: five invented articles, with everything a dossier can show."""

from __future__ import annotations

from datetime import date

from twosource.model import (
    Account,
    AlignedPassage,
    Article,
    Attribution,
    Basis,
    Claim,
    Credit,
    CreditLevel,
    Descent,
    Finding,
    Found,
    FourNumbers,
    Grain,
    KnownBy,
    Lineage,
    LineageReason,
    Passage,
    Published,
    Reading,
    ReadingOf,
    Reason,
    Rejected,
    Relation,
    Role,
    Run,
    Side,
    Span,
    Stance,
    Statement,
    Story,
    TimeMention,
    TimexType,
    Voice,
    When,
    Witness,
    span_of,
)

TEXTS = {
    "a0": """Menu Home Weather
Bridge at Orrin to close for repairs
Northland News Agency |
The Orrin bridge will close from June 2 to June 6, the roads office said on Friday.
"The bearings are worn through," engineer Pia Holm said in a statement.
It was last repaired in March 2019.""",
    "a1": """The Orrin bridge will close from June 2 to June 6, the roads office said on Friday.
"The bearings are worn through," engineer Pia Holm said in a statement.
It was last repaired in March 2019.""",
    "a2": """Orrin's bridge is to be shut between June 2 and June 6, according to the roads office.
Engineer Pia Holm said its bearings had worn through. The last repair was in March 2019.""",
    "a3": """Farmers dread a week without the bridge
The bridge at Orrin was last repaired in May 2020, a plate on the east pier says.
"The bearings are worn through," engineer Pia Holm said in a statement.
About 40 trucks cross it every morning.""",
    "a4": """A photograph taken on June 3, 2025 shows the closed bridge.
Work on the Orrin bridge began on June 4, two days late. Some 60 trucks cross it every morning.""",
}
OUTLETS = {"a0": "The Courier", "a1": "Lake Tribune", "a3": "Field & Barn", "a4": "Orrin Weekly"}
DAYS = {"a0": date(2025, 5, 30), "a1": date(2025, 5, 31), "a3": date(2025, 5, 31), "a4": date(2025, 6, 6)}
FILES = {"a0": "000_courier.txt", "a1": "001_tribune.txt", "a2": "002_nobody.txt", "a3": "003.txt", "a4": "004.txt"}
AGENCY = "unseen:northland"
ORIGINS = {"a0": AGENCY, "a1": AGENCY, "a2": AGENCY, "a3": "t3", "a4": "t4"}
GROUPS = {"a0": "t0", "a1": "t0", "a2": "t2", "a3": "t3", "a4": "t4"}


def article(key: str) -> Article:
    outlet, day = OUTLETS.get(key), DAYS.get(key)
    return Article(
        id=key,
        raw=key,
        text=TEXTS[key],
        title=Found(value=TEXTS[key].split("\n")[1 if key == "a0" else 0], known_by=KnownBy.TEXT),
        outlet=Found(value=outlet, known_by=KnownBy.TEXT) if outlet else None,
        published=Published(day=day, known_by=KnownBy.TEXT) if day else None,
        language="en",
    )


def at(key: str, words: str) -> Span:
    start = TEXTS[key].index(words)
    return span_of(article(key), start, start + len(words))


def _passages(key: str) -> tuple[Passage, ...]:
    roles = {"a0": [Role.FURNITURE, Role.HEADLINE, Role.FURNITURE], "a3": [Role.HEADLINE], "a4": [Role.CAPTION]}
    lines = TEXTS[key].split("\n")
    given = roles.get(key, [])
    kinds = given + [Role.BODY] * (len(lines) - len(given))
    return tuple(Passage(span=at(key, line), role=kind) for line, kind in zip(lines, kinds, strict=True))


def _time(key: str, words: str, first: date, last: date, grain: Grain = Grain.DAY) -> TimeMention:
    when = When(earliest=first, latest=last, grain=grain, basis=Basis.STATED)
    return TimeMention(span=at(key, words), type=TimexType.DATE, value=first.isoformat(), rule="test", when=when)


_CLOSED = (date(2025, 6, 2), date(2025, 6, 6))
_MARCH = (date(2019, 3, 1), date(2019, 3, 31), Grain.MONTH)
TIMES = {
    "a0": (_time("a0", "from June 2 to June 6", *_CLOSED), _time("a0", "March 2019", *_MARCH)),
    "a1": (_time("a1", "from June 2 to June 6", *_CLOSED), _time("a1", "March 2019", *_MARCH)),
    "a2": (_time("a2", "between June 2 and June 6", *_CLOSED), _time("a2", "March 2019", *_MARCH)),
    "a3": (_time("a3", "May 2020", date(2020, 5, 1), date(2020, 5, 31), Grain.MONTH),),
    "a4": (
        _time("a4", "June 3, 2025", date(2025, 6, 3), date(2025, 6, 3)),
        _time("a4", "June 4", date(2025, 6, 4), date(2025, 6, 4)),
    ),
}


def _says(key: str, content: str, source: str = "Pia Holm", cue: str = "said") -> Attribution:
    return Attribution(
        id=f"at-{key}",
        article=key,
        cue=(at(key, cue),),
        content=(at(key, content),),
        source=(at(key, source),),
        voice="Pia Holm",
        speaks_for="roads office",
        stance=Stance.SAID,
    )


ATTRIBUTIONS = {
    "a0": (_says("a0", "The bearings are worn through"),),
    "a1": (_says("a1", "The bearings are worn through"),),
    "a2": (_says("a2", "its bearings had worn through"),),
    "a3": (_says("a3", "The bearings are worn through"),),
}


def reading(key: str) -> Reading:
    credit = Credit(span=at("a0", "Northland News Agency"), agency="Northland News Agency", level=CreditLevel.WHOLE)
    return Reading(
        article=article(key),
        passages=_passages(key),
        credits=(credit,) if key == "a0" else (),
        times=TIMES[key],
        attributions=ATTRIBUTIONS.get(key, ()),
    )


def _edge(child: str, parent: str, relation: Relation, lines: list[tuple[str, str]], *, share: float) -> Lineage:
    aligned = tuple(
        AlignedPassage(child=at(child, a).extent, parent=at(parent, b).extent, verbatim=a == b, quoted=len(lines) == 1)
        for a, b in lines
    )
    return Lineage(
        child=child,
        parent=parent,
        relation=relation,
        direction="unknown",
        reasons=(LineageReason.VERBATIM_RUNS,),
        coverage_child=share,
        coverage_parent=share,
        coverage_child_unquoted=0.0 if relation is Relation.SHARED_SOURCE else share,
        coverage_parent_unquoted=0.0 if relation is Relation.SHARED_SOURCE else share,
        aligned=aligned,
        score=0.9,
    )


_BODY = [(line, line) for line in TEXTS["a1"].split("\n")]
_REWORDED = [
    ("Orrin's bridge is to be shut between June 2 and June 6", "The Orrin bridge will close from June 2 to June 6"),
    ("The last repair was in March 2019.", "It was last repaired in March 2019."),
]
_QUOTE = [("The bearings are worn through", "The bearings are worn through")]
LINEAGE = (
    _edge("a1", "a0", Relation.COPY, _BODY, share=1.0),
    _edge("a2", "a0", Relation.REWRITE, _REWORDED, share=0.6),
    _edge("a3", "a0", Relation.SHARED_SOURCE, _QUOTE, share=0.2),
)
RELATIONS = {"a0": Relation.COPY, "a1": Relation.COPY, "a2": Relation.REWRITE}


def descent(key: str) -> Descent:
    parent = AGENCY if key in RELATIONS else None
    return Descent(article=key, text=GROUPS[key], origin=ORIGINS[key], parent=parent, relation=RELATIONS.get(key))


def _statement(key: str, words: str, said_by: tuple[str, ...] = ()) -> Statement:
    return Statement(
        id=f"s-{key}-{at(key, words).start}", span=at(key, words), role=Role.BODY, predicate="close", said_by=said_by
    )


def _claim(place: int, words: dict[str, str], voice: str | None = None, *, contested: bool = False) -> Claim:
    statements = tuple(_statement(k, w, (voice,) if voice else ()) for k, w in words.items())
    spans = tuple(s.span for s in statements)
    witness = (Witness(kind="voice", id=voice, articles=tuple(words), spans=spans),) if voice else ()
    return Claim(
        id=f"c{place}",
        story="bridge",
        text=spans[0].quote,
        statements=statements,
        numbers=FourNumbers(
            articles=tuple(words),
            texts=tuple(sorted({GROUPS[k] for k in words})),
            origins=tuple(sorted({ORIGINS[k] for k in words})),
            voices=(voice,) if voice else (),
        ),
        witnesses=witness,
        contested=contested,
        weight=1.0 - place / 10,
    )


_CLOSES = "The Orrin bridge will close from June 2 to June 6, the roads office said on Friday."
_WORN = '"The bearings are worn through," engineer Pia Holm said in a statement.'
_REPAIRED = "It was last repaired in March 2019."
CLAIMS = (
    _claim(
        0,
        {"a0": _CLOSES, "a1": _CLOSES, "a2": TEXTS["a2"].split("\n")[0]},
        "roads office",
    ),
    _claim(1, {"a0": _REPAIRED, "a1": _REPAIRED, "a3": TEXTS["a3"].split("\n")[1]}, contested=True),
    _claim(2, {"a0": _WORN, "a1": _WORN, "a3": _WORN}, "roads office"),
    _claim(3, {"a3": "About 40 trucks cross it every morning."}),
)


def _side(key: str, words: str, value: str) -> Side:
    span = at(key, words)
    stated = [s for c in CLAIMS for s in c.statements if s.span.article == key and s.span.start <= span.start]
    home = max(stated, key=lambda s: s.span.start).id if stated else f"s-{key}"
    return Side(span=span, value=value, statement=home, reported=DAYS.get(key))


def _finding(place: int, reading_of: ReadingOf, slot: str, left: Side, right: Side, *, within: bool = False) -> Finding:
    return Finding(
        id=f"f{place}",
        story="bridge",
        reading=reading_of,
        slot=slot,
        left=left,
        right=right,
        rule="same event, other month",
        score=0.8,
        within_article=within,
    )


_PLATE = _side("a3", "May 2020", "2020-05-01/2020-05-31")
FINDINGS = (
    _finding(0, ReadingOf.CONFLICT, "date", _side("a0", "March 2019", "2019-03-01/2019-03-31"), _PLATE),
    _finding(1, ReadingOf.CONFLICT, "date", _side("a1", "March 2019", "2019-03-01/2019-03-31"), _PLATE),
    _finding(
        2, ReadingOf.UNCLEAR, "number", _side("a3", "40 trucks", "40 trucks"), _side("a4", "60 trucks", "60 trucks")
    ),
    _finding(
        3,
        ReadingOf.UNCLEAR,
        "date",
        _side("a4", "June 3, 2025", "2025-06-03"),
        _side("a4", "June 4", "2025-06-04"),
        within=True,
    ),
)

REJECTED = Rejected(
    what="empty.txt",
    stage="ingest",
    reason=Reason.EMPTY,
    detail="no bytes, expected an article; give the file some text",
)
STORY = Story(
    id="bridge",
    articles=("a0", "a1", "a3", "a4", "a2"),
    lead="a0",
    label="Bridge at Orrin to close for repairs",
    first=date(2025, 5, 30),
    last=date(2025, 6, 6),
)


def make_account() -> Account:
    """The account of the five articles."""
    return Account(
        run=Run(version="0.1.0", options="0" * 16, inputs="1" * 16, stages=(("article", 1), ("lineage", 1))),
        readings=tuple(reading(key) for key in TEXTS),
        lineage=LINEAGE,
        descents=tuple(descent(key) for key in TEXTS),
        stories=(STORY,),
        claims=CLAIMS,
        findings=FINDINGS,
        voices=(("bridge", Voice(id="roads office", aliases=("Pia Holm",))),),
        rejected=(REJECTED,),
        locators=tuple(FILES.items()),
    )
