"""What an investigation does not tell at first and tells later: who the dead are, who did it, why, how they fare."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.courses.reports import OF_ANOTHER_ACT, Reports, leave_captions
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing
from twosource.model import Descent, EntityKind, Extent, Named, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.words import find_words

_TOLD_OUTRIGHT = 0.7  # 41 of 50 that were read, all in coverage of crimes, are right
_WITHIN_A_DAY = 0.5  # the order of two reports of one day is told by nothing but what they say
_HEAD_STATEMENTS = 12  # what an article tells below is background, and often of another act


def _cued(pattern: str, *letters: str) -> Cued:
    return Cued(re.compile(rf"(?:{pattern})", re.IGNORECASE), letters)


@dataclass(frozen=True)
class Matter:
    """What is open, the words that leave it open, and the words that settle it."""

    decision: Decision
    open: Cued
    settled: Cued
    names_somebody: bool = False
    """Whether only a statement that names a person settles it."""
    is_settled_by_no: bool = False
    """Whether words that elsewhere settle nothing settle it: "no charges will be filed", "he would appeal"."""
    settles_within_a_day: bool = True
    """Whether of two reports of one day the one that tells it is the later by what it says."""
    of: tuple[frozenset[str], ...] = ()
    """Kinds of people: both statements speak of one of them, where the first names one."""


_NOT_YET = r"(?:\b(?:not|never|yet)|n['’]t)\b"
_VICTIMS = frozenset("victim victims dead deceased killed slain died shot wounded injured body bodies".split())
_HURT = _VICTIMS | frozenset("hurt boy boys girl girls man men woman women people teens teenagers".split())
_OFFICERS = frozenset("officer officers deputy deputies trooper troopers firefighter firefighters agent agents".split())
_SUSPECTS = frozenset("suspect suspects gunman gunmen shooter shooters attacker attackers driver intruder".split())
_JUDGED = r"\b(?:(?:pleaded|pled) (?:not )?guilty|found guilty|convicted of|sentenced (?:to|on|for))\b"
_JUDGED_LETTERS = ("guilty", "convicted of", "sentenced ")
_CHARGES_AHEAD = _cued(
    r"\bcharges?\b[^.;]{0,40}\b(?:pending|expected|likely|possible|considered)\b"
    rf"|\b(?:expected to|could|may|might|will) (?:face|be) (?:\w+ ){{0,3}}?charge[sd]?\b"
    rf"|{_NOT_YET} (?:yet |been |immediately )*charged\b(?! (?:with|on)\b)|\bwhether [^.;]{{0,40}}\bcharged\b"
    r"|\bno (?:\w+ )?charges (?:ha(?:ve|d) been|were (?:immediately )?) ?(?:filed|announced|brought)\b",
    "charge",
)

MATTERS = (
    Matter(
        Decision(ReadingOf.UPDATE, "a name held back in one report and told in a later one"),
        _cued(
            rf"{_NOT_YET}[^.;]{{0,40}}\b(?:releas|disclos|confirm|reveal|provid)\w*[^.;]{{0,80}}\b(?:names?|identit)"
            rf"|{_NOT_YET} (?:been |yet |immediately |be |publicly )*(?:identif(?:y|ied)|name(?:d)?)\b"
            r"|\b(?:names?|identit(?:y|ies))\b[^.;]{0,60}\b(?:withheld|not been|not be|pending|until)\b"
            r"|\b(?:wait|waiting|declin\w+|refus\w+) to (?:release|name|identify|disclose)\b"
            r"|\bunidentified (?:\w+ )?(?:victim|man|woman|boy|girl|person|officer|teen\w*|juvenile|body)",
            *("identif", "name", "identit", "disclos", "to release"),
        ),
        _cued(
            r"\bidentified\b|\b(?-i:[A-Z][a-z'’-]+ [A-Z][\w'’-]+),? \d{1,2}\b"
            r"|\b\d{1,2}-year-old (?-i:[A-Z][a-z'’-]+ [A-Z])",
            *"identified 0 1 2 3 4 5 6 7 8 9".split(),
        ),
        names_somebody=True,
        of=(_VICTIMS, _SUSPECTS),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "somebody sought in one report and somebody caught in a later one"),
        _cued(
            r"\b(?:look|search|hunt)(?:ing|ed)?(?: (?:is|was) (?:under ?way|on)(?: \w+day)?)? for"
            r" (?:[\w-]+ ){0,5}?(?:suspects?|gunm[ae]n|shooters?|attackers?"
            r"|killers?|driver|assailants?)\b"
            r"|\b(?:unknown|unidentified|no) (?:suspects?|gunm[ae]n|shooters?|assailants?)\b"
            r"(?! (?:or|and|description|information)\b)"
            r"|\b(?:remains?|still|is|are) (?:at large|on the loose|on the run)\b"
            r"|\b(?:suspects?|gunm[ae]n|shooters?) (?:fled|got away|escaped)\b|\bfind out who did\b"
            r"|\bno arrests? (?:ha(?:ve|s|d)|w(?:as|ere)|(?:\w+ )?made|yet|so far)\b|\bbeen no arrests?\b"
            r"|\bno (?:suspects? (?:(?:are|is|was|were) )?(?:\w+ )?in custody|one (?:has|had) been arrested)\b"
            rf"|{_NOT_YET} (?:yet )?(?:made|announced) any arrests?\b"
            r"|\b(?:find|catch|locate|track down) (?:the |a |this |these )?(?:suspects?|gunm[ae]n|shooters?|killers?"
            r"|attackers?|assailants?)\b",
            *("suspect", "gunm", "shooter", "attacker", "killer", "driver", "assailant", "at large", "on the "),
            *("find out who", "arrest"),
        ),
        _cued(
            r"\b(?:arrest(?:ed|s)|booked (?:into|at|for|on (?:\w+ ){0,3}?(?:charges?|suspicion))|indicted|arraigned"
            r"|(?:in|into) custody|apprehended|(?:was|were|been|is|are|and) captured"
            r"(?! on))\b"
            rf"|\bcharged (?:with|in)\b|{_JUDGED}|\bturned (?:him|her)self in\b",
            *("arrest", "booked ", "indicted", "arraigned", "custody", "apprehended", "captured", "charged "),
            *(*_JUDGED_LETTERS, "self in"),
        ),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "no suspect known in one report and one in a later one"),
        _cued(
            rf"{_NOT_YET} (?:(?:yet|been|publicly) )*(?:have|identif(?:y|ied)|named) (?:any|a) "
            r"(?:suspects?|attackers?|assailants?)\b"
            r"|\b(?:no|aren['’]t any|without) (?:known )?suspects?\b"
            r"(?! in custody| description| or [^.;]{0,20}description)",
            *("suspect", "attacker", "assailant"),
        ),
        _cued(
            r"\bidentified (?:(?!by\b)[\w-]+ ){0,4}?suspects?\b"
            r"|\bsuspects? (?:\w+ ){0,3}?(?:in detention|identified|arrested)\b"
            r"|\b(?:named|identified) as (?:a|the) (?:suspect|gunman|shooter|attacker)\b|\barrested\b|\bcharged with\b",
            *("suspect", "named as", "identified as", "arrested", "charged with"),
        ),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "charges to come in one report and brought in a later one"),
        _CHARGES_AHEAD,
        _cued(
            r"\b(?:was|were|is|are|been|being) (?:formally )?charged (?:with|in)\b|\bindicted\b"
            r"|\b(?:faces|(?:is|are) facing) (?:\w+ ){0,3}?(?:charges?|counts?) (?:of|in)\b"
            rf"|\bcharged (?:him|her|them) with\b|\b(?:slapped|hit) with (?:[\w-]+ ){{0,4}}?charges?\b|{_JUDGED}",
            *("charged", "indicted", "faces ", "facing ", "slapped", "hit with", *_JUDGED_LETTERS),
        ),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "charges to come in one report and none brought in a later one"),
        _CHARGES_AHEAD,
        _cued(
            r"\bno (?:\w+ )?charges (?:will|would|are to) be (?:filed|brought|pressed)\b"
            r"|\b(?:(?:will|would) not|won['’]t) (?:be (?:\w+ )?charged|(?:face|file|bring|press) (?:\w+ )?charges)"
            r"|\bdeclined to (?:file|bring|press|pursue) (?:\w+ )?charges\b",
            "charge",
        ),
        is_settled_by_no=True,
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "a judgment open to appeal in one report and appealed in a later one"),
        _cued(
            r"\b(?:verdict|ruling|sentence|conviction|decision|judgment|it) (?:can|may|could) (?:still )?be appealed\b"
            r"|\b(?:can|may) (?:still )?appeal\b|\b(?:considering|weighing|whether to|right to) (?:an )?appeal\b",
            "appeal",
        ),
        _cued(
            r"\b(?:will|would|going to) appeal (?:against|the|this|his|her|their)\b"
            r"|\b(?:has|have|had|lawyers?|attorneys?|prosecutors?|he|she|they) appealed"
            r" (?:against|the|this|his|her|their)\b"
            r"|\bfiled (?:an|his|her|their) (?:\w+ )?appeal\b",
            "appeal",
        ),
        is_settled_by_no=True,
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "a motive not known in one report and told in a later one"),
        _cued(
            rf"\bmotives?\b[^.;]{{0,60}}(?:{_NOT_YET}|\bun(?:known|clear)\b|\bunder investigation\b)"
            rf"|(?:{_NOT_YET}|\bno |\bunclear|\bunknown)[^.;]{{0,60}}\bmotives?\b"
            r"|\b(?:investigating|determine|establish|(?:look|search)ing for) (?:a |the |any )?motives?\b",
            "motive",
        ),
        _cued(
            r"\bmotiv(?:e|es|ated)\b|\b(?:in|as) retaliation\b|\b(?:gang|drug)[- ]related\b"
            r"|\b(?:attempting|trying) to rob\b|\bover (?:a|an|the) (?:\w+ )?(?:dispute|argument|debt)"
            r"|\b(?:in|for|out of) revenge\b|\bstemm?(?:s|ed|ing)? from an?\b"
            r"|\b(?:after|during|as part of) an? (?:\w+ )?(?:argument|dispute|feud|quarrel)\b",
            *("motiv", "retaliation", "related", " to rob", "over ", "revenge", "stem", "argument", "dispute", "feud"),
            "quarrel",
        ),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "the state of the wounded in one report, and how they fare in a later one"),
        _cued(
            r"\b(?:critical|serious|grave|guarded) (?:but stable )?condition\b|\blife support\b|\bfighting for\b",
            *("condition", "life support", "fighting for"),
        ),
        _cued(
            r"\b(?:died|dies|succumbed)\b|\bout of critical\b|\breleased from (?:the |a )?hospital\b|\bupgraded\b"
            r"|\b(?:are|is|was|were) (?:\w+ )?(?:recovering|expected to (?:survive|recover))\b"
            r"|\bnon-?life-threatening\b|\bstable condition\b",
            *("died", "dies", "succumbed", "out of critical", "hospital", "upgraded", "recover", "survive"),
            *("threatening", "stable"),
        ),
        of=(_VICTIMS, _OFFICERS, _SUSPECTS, frozenset({"boy", "boys"}), frozenset({"girl", "girls"})),
        settles_within_a_day=False,
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "the state of the wounded not known in one report and told in a later one"),
        _cued(
            rf"\bconditions?\b[^.;]{{0,60}}(?:{_NOT_YET}|\bun(?:known|clear)\b)|\bextent of [^.;]{{0,30}}injuries\b"
            rf"|(?:{_NOT_YET}|\bno |\bunknown |\bunclear )[^.;]{{0,40}}\bconditions?\b",
            *("condition", "injuries"),
        ),
        _cued(
            r"\b(?:critical|serious|grave|guarded|stable|good|fair) condition\b|\blife[- ]threatening\b"
            r"|\b(?:are|is|was|were) (?:\w+ )?(?:recovering|expected to (?:survive|recover))\b",
            *("condition", "threatening", "recover", "survive"),
        ),
        of=(_HURT, _OFFICERS),
    ),
    Matter(
        Decision(ReadingOf.UPDATE, "the wounded taken to a hospital in one report, and how they fare in a later one"),
        _cued(
            r"\b(?:taken|rushed|airlifted|flown|transported|brought) to [^.;]{0,50}?(?:\bhospitals?\b|\bMedical Cent)"
            r"(?![^.;]{0,60}\b(?:dead|died|dies|released)\b)",
            *("hospital", "medical cent"),
        ),
        _cued(
            r"\b(?:released|discharged) from (?:the |a |\w+ )?hospital\b"
            r"|\b(?:remain(?:s|ed)?|still) (?:in (?:the |a )?hospital|hospitali[sz]ed)\b",
            "hospital",
        ),
        of=(_HURT, _OFFICERS, _SUSPECTS),
        settles_within_a_day=False,
    ),
)
_NO_NEWS = re.compile(
    r"\b(?:no|not|nor|never|nobody|yet|without|seek\w*|search\w*|leading to|had been"
    r"|to be (?:arrest|charg)ed|un-?related|originally|previously|whether|unknown|unclear|unsure|if|may|might|could"
    r"|would|should|pending|wait\w*"
    r"|still|figure out|earlier this (?:month|year)|premature|speculat\w*"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of a clause that settles nothing."""
_ACCUSED = re.compile(
    r"\b(?:arraign|charg|arrest|accus|suspect|indict|booked|custody|wanted|plead|sentenced|convict)", re.IGNORECASE
)


def pair_investigations(
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    *,
    known: Sequence[Pairing] = (),
) -> list[Pairing]:
    """Of each matter, the first report that leaves it open, beside the first of a later day that settles it.

    Policy: what a report settles itself it does not leave open, and one pair of a matter is shown, for a story is of
    one act; none whose two sides are in `known`. A name settles only whose kind of people was asked about: the dead,
    the officers, who did it.
    """
    body = (s for s in leave_captions(statements) if s.role is not Role.HEADLINE)
    reports = Reports.of(body, readings, descents)
    told = _sides_of(known)
    found: list[Pairing] = []
    for read in (_read(matter, reports) for matter in MATTERS) if len(reports.days) > 1 else ():
        for kind in read.matter.of or (None,) if read.open and read.news else ():
            pairing = _first_pair(read, kind, reports)
            both = {pairing.left.statement, pairing.right.statement} if pairing else told
            if pairing is not None and not both <= told and both.isdisjoint(_sides_of(found)):
                found.append(pairing)
    return found


def _sides_of(pairings: Sequence[Pairing]) -> set[str]:
    return {side.statement for pairing in pairings for side in (pairing.left, pairing.right)}


@dataclass(frozen=True)
class _Read:
    """A matter, and the statements of each report that leave it open and that tell it."""

    matter: Matter
    open: Mapping[str, Sequence[Statement]]
    news: Mapping[str, Sequence[Statement]]
    people: Mapping[str, frozenset[str]]
    """Of whom each statement leaves it open, where it names them."""
    heads: frozenset[str]
    """The statements at the heads of the reports: below them only news of somebody named is of this act."""

    def settle(self, asked: Statement, article: str, kind: frozenset[str] | None) -> Statement | None:
        """The first statement of a report that tells of one kind of people what another leaves open of them.

        Policy: where one is named of whom it is open, the other names the same. The name of who is accused is none of
        the dead, and only who is told to be accused is a name of a suspect.
        """
        whom = frozenset() if self.matter.names_somebody else self.people.get(asked.id, frozenset())
        told = [s for s in self.news.get(article, ()) if (whom & _people_in(s) if whom else s.id in self.heads)]
        if self.matter.names_somebody and kind is not None:
            told = [s for s in told if (_ACCUSED.search(s.span.quote) is not None) == (kind is _SUSPECTS)]
        if kind is None or not told:
            return next(iter(told), None)
        return next((s for s in told if _speaks_of(s, kind)), None) if _speaks_of(asked, kind) else None


def _read(matter: Matter, reports: Reports) -> _Read:
    """What all reports say of a matter, each statement read once."""
    opened = {a: [s for s in reports.told[a] if _is_open(matter, s)] for a in reports.that_may_say(matter.open)}
    opened = {a: here for a, here in opened.items() if here}
    telling = reports.that_may_say(matter.settled) if opened else ()
    news = {a: [s for s in reports.told[a] if _is_news(matter, s, reports)] for a in telling}
    news = {a: here for a, here in news.items() if here}
    heads = frozenset(s.id for a in news for s in reports.told[a][:_HEAD_STATEMENTS])
    asked = (s for here in opened.values() for s in here) if news and not matter.names_somebody else ()
    people = {s.id: _people_in(s, reports.clause_at(s, matter.open)) for s in asked}
    return _Read(matter, opened, news, people, heads)


def _first_pair(read: _Read, kind: frozenset[str] | None, reports: Reports) -> Pairing | None:
    later = _first_told(read, kind, reports, reports.after)
    if later is not None or not read.matter.settles_within_a_day:
        return later
    return _first_told(read, kind, reports, reports.of_one_day, score=_WITHIN_A_DAY)


def _first_told(
    read: _Read,
    kind: frozenset[str] | None,
    reports: Reports,
    others: Callable[[str], Sequence[str]],
    *,
    score: float = _TOLD_OUTRIGHT,
) -> Pairing | None:
    """The first statement that leaves the matter open and that one of the `others` of its report settles."""
    for asked, left_open in read.open.items():
        telling = [a for a in others(asked) if a in read.news]
        for statement in left_open if telling else ():
            news = next((s for a in telling if (s := read.settle(statement, a, kind)) is not None), None)
            if (
                news is not None
                and read.settle(statement, asked, kind) is None
                and not _tells_below(read, asked, reports)
            ):
                left = reports.side_at(statement, read.matter.open, "not known")
                right = reports.side_at(news, read.matter.settled, "told")
                return Pairing("other", left, right, read.matter.decision, score)
    return None


def _is_open(matter: Matter, statement: Statement) -> bool:
    """Whether a statement leaves a matter of this very act open."""
    words = statement.span.quote
    return matter.open.search(words) is not None and OF_ANOTHER_ACT.search(words) is None


def _tells_below(read: _Read, asked: str, reports: Reports) -> bool:
    """Whether a report tells somewhere what it leaves open: "gang related, but the motive is not known"."""
    return not read.matter.of and any(_is_news(read.matter, s, reports) for s in reports.told[asked])


def _is_news(matter: Matter, statement: Statement, reports: Reports) -> bool:
    """Whether a statement tells what a matter asks for, and names somebody where a name is asked for."""
    if matter.settled.search(statement.span.quote) is None:
        return False
    text, clause = reports.text_of(statement), reports.clause_at(statement, matter.settled)
    told = matter.is_settled_by_no or (
        matter.open.search(text, *clause) is None and _NO_NEWS.search(text, *clause) is None
    )
    return told and (not matter.names_somebody or _names_somebody(statement))


def _speaks_of(statement: Statement, kind: frozenset[str]) -> bool:
    return not kind.isdisjoint(re.findall(r"\w+", statement.span.quote.lower()))


def _people_in(statement: Statement, clause: Extent | None = None) -> frozenset[str]:
    """The last names of the people of a statement, or of a clause of it, who do not speak in it."""
    start, end = clause or statement.span.extent
    speaking = {word.form for name in statement.said_by for word in find_words(name)}
    names = (
        s.value.name
        for s in statement.slots
        if isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON and start <= s.span.start < end
    )
    return frozenset(words[-1].form for name in names if (words := find_words(name))) - speaking


def _names_somebody(statement: Statement) -> bool:
    return any(isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON for s in statement.slots)
