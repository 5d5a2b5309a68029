"""A small account of three invented articles, with every kind of record in it: what store and contract tests use."""

from __future__ import annotations

from datetime import date

from twosource.model import (
    Account,
    AlignedPassage,
    Article,
    Attribution,
    Basis,
    Bound,
    Claim,
    Credit,
    CreditLevel,
    Descent,
    EntityKind,
    EntityMention,
    Finding,
    Found,
    FourNumbers,
    Grain,
    KnownBy,
    Lineage,
    LineageReason,
    MediaType,
    Named,
    Passage,
    Published,
    Quantity,
    QuantityMention,
    Raw,
    Reading,
    ReadingOf,
    Reason,
    Rejected,
    Relation,
    Role,
    Run,
    Side,
    Slot,
    SlotName,
    Span,
    Statement,
    Story,
    TimeMention,
    TimexType,
    Voice,
    When,
    Witness,
    digest_of,
)

_HEAD = "Ferry runs aground off Vesmark"
FIRST = f"""{_HEAD}
VESMARK (NNA) — Twelve people were hurt on Tuesday, harbour master Ida Brandt said.
Divers go down at dawn."""
COPY = f"Menu\n{FIRST}\nRead more on our site"
LATER = "Ferry toll rises\nFifteen people were hurt on Tuesday, the harbour office said — nobody is missing, “we hope”."
TEXTS = {"first": FIRST, "copy": COPY, "later": LATER}
DAY = date(2024, 3, 5)


def span(article: str, quote: str) -> Span:
    """The only place where `quote` stands in the article."""
    text = TEXTS[article]
    assert text.count(quote) == 1, f"{quote!r} is not unique in {article}"
    return Span(article=article, start=text.index(quote), end=text.index(quote) + len(quote), quote=quote)


def raw_of(article: str) -> Raw:
    body = TEXTS[article].encode()
    return Raw(id=digest_of(body), body=body, locators=(f"{article}.txt",), media_type=MediaType.PLAIN)


def _day() -> When:
    return When(earliest=DAY, latest=DAY, grain=Grain.DAY, basis=Basis.RELATIVE)


def _hurt(number: int) -> Quantity:
    return Quantity(low=number, high=number, bound=Bound.EXACT, noun="person")


def _reading(article: str, number: str, quantity: int, *, speaker: str, cue: str) -> Reading:
    text = TEXTS[article]
    lines = [line for line in text.split("\n") if line]
    said = span(article, f"{number} people were hurt on Tuesday")
    return Reading(
        article=Article(
            id=article,
            raw=raw_of(article).id,
            text=text,
            title=Found(value=lines[0], known_by=KnownBy.TEXT, extent=(0, len(lines[0]))),
            outlet=Found(value=f"The {article.title()}", known_by=KnownBy.FIELD),
            published=Published(day=DAY if article != "later" else date(2024, 3, 6), known_by=KnownBy.FIELD),
            language="en",
        ),
        passages=tuple(
            Passage(span=span(article, line), role=Role.HEADLINE if place == 0 else Role.BODY)
            for place, line in enumerate(lines)
        ),
        credits=(
            (Credit(span=span(article, "(NNA)"), agency="NNA", level=CreditLevel.WHOLE),) if "(NNA)" in text else ()
        ),
        times=(
            TimeMention(
                span=span(article, "Tuesday"), type=TimexType.DATE, value="2024-03-05", rule="weekday", when=_day()
            ),
        ),
        entities=(
            EntityMention(
                span=span(article, speaker),
                kind=EntityKind.PERSON,
                entity=speaker,
                role="harbour master",
                speaks_for="harbour office",
            ),
        ),
        quantities=(QuantityMention(span=span(article, f"{number} people"), value=_hurt(quantity)),),
        attributions=(
            Attribution(
                id=digest_of(article, "said"),
                article=article,
                cue=(span(article, cue),),
                content=(said,),
                source=(span(article, speaker),),
                voice="harbour office",
            ),
        ),
    )


def _statement(article: str, number: str, quantity: int) -> Statement:
    return Statement(
        id=digest_of(article, number),
        span=span(article, f"{number} people were hurt on Tuesday"),
        role=Role.LEDE,
        predicate="hurt",
        slots=(
            Slot(name=SlotName.HOW_MANY, value=_hurt(quantity), span=span(article, f"{number} people")),
            Slot(name=SlotName.WHEN, value=_day(), span=span(article, "Tuesday")),
            Slot(
                name=SlotName.WHO,
                value=Named(name="harbour office", kind=EntityKind.ORGANISATION),
                span=span(article, "harbour master" if article != "later" else "harbour office"),
            ),
        ),
        said_by=("harbour office",),
    )


def _claims() -> tuple[Claim, ...]:
    twelve = (_statement("copy", "Twelve", 12), _statement("first", "Twelve", 12))
    fifteen = (_statement("later", "Fifteen", 15),)
    return tuple(
        Claim(
            id=digest_of(name),
            story="ferry",
            text=statements[0].span.quote,
            statements=statements,
            numbers=FourNumbers(
                articles=tuple(s.span.article for s in statements),
                texts=(statements[0].span.article,),
                origins=(origin,),
                voices=("harbour office",),
            ),
            witnesses=(
                Witness(kind="origin", id=origin, articles=(statements[0].span.article,), spans=(statements[0].span,)),
            ),
            weight=weight,
        )
        for name, statements, origin, weight in (
            ("twelve", twelve, "unseen:NNA", 0.8),
            ("fifteen", fifteen, "later", 0.5),
        )
    )


def sample_readings() -> tuple[Reading, ...]:
    return (
        _reading("copy", "Twelve", 12, speaker="Ida Brandt", cue="said"),
        _reading("first", "Twelve", 12, speaker="Ida Brandt", cue="said"),
        _reading("later", "Fifteen", 15, speaker="the harbour office", cue="said"),
    )


def sample_account() -> Account:
    """Three articles, two texts, two origins, one voice; one update; one rejected file."""
    readings = sample_readings()
    claims = _claims()
    old, new = claims[0].statements[1], claims[1].statements[0]
    return Account(
        run=Run(version="1.2.3", options="0pt10n5", inputs=digest_of("ferry inputs"), stages=(("article", 1),)),
        readings=readings,
        lineage=(
            Lineage(
                child="copy",
                parent="first",
                relation=Relation.COPY,
                direction="unknown",
                reasons=(LineageReason.VERBATIM_RUNS, LineageReason.TIE),
                coverage_child=0.9,
                coverage_parent=1.0,
                coverage_child_unquoted=0.9,
                coverage_parent_unquoted=1.0,
                aligned=(AlignedPassage(child=(5, 5 + len(FIRST)), parent=(0, len(FIRST)), verbatim=True),),
                score=0.97,
            ),
            Lineage(
                child="first",
                parent="unseen:NNA",
                relation=Relation.COPY,
                direction="known",
                reasons=(LineageReason.CREDIT,),
                coverage_child=0.0,
                coverage_parent=0.0,
                coverage_child_unquoted=0.0,
                coverage_parent_unquoted=0.0,
                aligned=(),
                score=1.0,
            ),
        ),
        descents=(
            Descent(article="copy", text="first", origin="unseen:NNA", parent="first", relation=Relation.COPY),
            Descent(article="first", text="first", origin="unseen:NNA", family="First Press"),
            Descent(article="later", text="later", origin="later"),
        ),
        stories=(
            Story(
                id="ferry",
                articles=("copy", "first", "later"),
                lead="first",
                label=_HEAD,
                first=DAY,
                last=date(2024, 3, 6),
            ),
        ),
        claims=claims,
        findings=(
            Finding(
                id=digest_of("update"),
                story="ferry",
                reading=ReadingOf.UPDATE,
                slot="number",
                left=Side(span=old.span, value="12 person", statement=old.id, reported=DAY),
                right=Side(span=new.span, value="15 person", statement=new.id, reported=date(2024, 3, 6)),
                rule="later larger toll",
                score=0.9,
            ),
        ),
        voices=(("ferry", Voice(id="harbour office", aliases=("Ida Brandt",))),),
        rejected=(
            Rejected(what="blank.txt", stage="ingest", reason=Reason.EMPTY, detail="0 bytes; expected an article"),
        ),
        locators=tuple((r.article.id, f"{r.article.id}.txt") for r in readings),
    )
