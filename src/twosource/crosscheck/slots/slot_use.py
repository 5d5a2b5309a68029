"""A bound slot with what stands around it: all that is needed to tell whether two slots answer one question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from enum import StrEnum
from functools import cached_property

from twosource.crosscheck.slots.compare_slots import noun_class
from twosource.crosscheck.slots.fates import fate_of
from twosource.crosscheck.slots.heads import named_at_the_head
from twosource.crosscheck.slots.idle_slots import is_idle, is_stamp
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Extent, Grain, Named, Quantity, Reading, Slot, Span, Statement, When
from twosource.text.clauses import split_clauses
from twosource.text.terms import Term, country_groups, find_terms, group_of, groups_in, is_verb, lemma_of
from twosource.text.words import Word, find_words

_RATE = re.compile(
    r"[\s-](?:an?|per|each)[\s-](?:[A-Z]\w+ )?(?P<what>share|barrel|gallon|ton|tonne|ounce|head|person|month|year|day"
    r"|week|hour|minute|second)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?P<who>[A-Za-z]{3,}s) (?:of|from) (?:at least |more than |about |some |over |nearly )?$")
_BY = re.compile(
    r"\b(?:by|before) (?:(?:late|early|at least|\w+day|morning|afternoon|evening|night) )*[\[(]?\s*$", re.IGNORECASE
)
_DATED = re.compile(r"\s(?P<noun>[a-z]{4,})\b")
_OWNED = re.compile(r"\b(?:the|an?|his|her|its|their|this|that) $", re.IGNORECASE)
_NEXT_WORD = re.compile(r"[ -](?P<word>[A-Za-z]{3,})\b")
_IN_BRACKETS = re.compile(r"\s?\([^()]{1,24}\)")  # "the 12-foot (3.7-metre) wall"
_FIXED = frozenset({"length", "mass", "speed", "duration"})
_BORNE = frozenset({"length", "mass"})  # a thing has one length; it can have many durations and speeds
_NEARLY = re.compile(
    r"\b(?P<verb>[a-z]+) (?:(?:about|around|roughly|nearly|almost|some|just|only|over|more than) ){0,2}$"
)
_ANCHOR_CHARS = 40
_BESIDE_CHARS = 12  # "Canada's 100,000": a name right before the number
_HAVE_NO_FATE = frozenset({None, "count", "charge", "shot", "round", "time"})
_LIGHT_VERBS = frozenset("say tell report announce include expect accord make take get".split())
_PART = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty(?:[- ]\w+)?|all|some|most|half"
    r"|third|quarter|part|rest|remainder)) of (?:an? |the |its |his |her |their )?"
    r"(?:more than |at least |over |nearly |about )?$",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"\b(?:including|among them) (?:the |at least |more than |about |some |nearly |over )?$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:who|that|which)\b")
_MORE = re.compile(r"\b(?:other|others|another|additional|further|more|extra)\b", re.IGNORECASE)
_MORE_BEFORE = re.compile(r"\b(?:another|additional|further|extra)\s$", re.IGNORECASE)
_AND_MORE = re.compile(
    r"[^.;]{0,60}?\band (?:another|(?:a )?further|(?:an )?additional) (?:about )?[\d$£€]", re.IGNORECASE
)
_COUNTS = {
    word: str(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}
_LONG_COUNT = 4  # digits: a year
_SCALES = frozenset("hundred thousand million billion trillion percent per dollar euro pound".split())
_BY_CHARS = 32
_NEAR_TERMS = 4  # content words on each side: what the number is bound to stands within four in 9 of 10 gold quotes
_SEQUENCE = {
    "first": "first",
    "initial": "first",
    "initially": "first",
    "original": "first",
    "originally": "first",
    "last": "last",
    "latest": "last",
    "previous": "last",
    "previously": "last",
    "earlier": "last",
    "former": "last",
    "new": "new",
    "raised": "new",
    "revised": "new",
    "final": "new",
    "next": "next",
}


class SlotKind(StrEnum):
    """What kind of value a slot holds, in the words of a finding."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"


@dataclass(frozen=True)
class Anchor:
    """The verb right before a measure ("fell 15ft"), else the thing that a measure is put before, as a group."""

    group: str
    is_thing: bool
    """A thing keeps its measures; an act is done again."""


@dataclass(frozen=True)
class SlotUse:
    """One bound number or time, its clause, and the words around it as groups."""

    statement: Statement
    slot: Slot
    kind: SlotKind
    clause: Extent
    near: frozenset[str]
    around: frozenset[str]
    sentence: frozenset[str]
    verbs: frozenset[str]
    names: frozenset[str]
    sequence: frozenset[str]
    carrier: str | None
    """The verb that the value hangs on: the last before it in the clause, else the first behind it."""
    days: tuple[When, ...]
    """The other times of the statement that are stated to the day."""
    countries: frozenset[str]
    fate: str | None
    """What became of those that are counted: "killed", "hurt"."""
    anchor: Anchor | None
    """What a measure is fixed to."""
    measured: str | None
    """What a measure is put before: "gorilla" of "450-pound gorilla", "offer" of "$103 billion takeover offer"."""
    partitive: bool
    """The whole of which another number is a part: "276" of "21 of the 276 girls"."""
    included: bool
    """A part of a number before it: "183" of "338 passengers, including 183 Americans"."""
    counts: frozenset[str]
    """The bare counts of the clause, in digits or words: who or how many a time is told of."""
    saying: bool
    """Dates the saying and not what is said."""
    added: bool
    """Counts others beside those counted before or after: "five other defendants", "95,000 and another 83,000"."""
    bounded: bool
    """A date that is a bound only: "by Saturday"."""
    dated: str | None
    """The noun that a date stands before: "shoot" of "the June 29 shooting"."""
    alike: int
    """How many different values of its unit the article states: the yards of a match report."""
    bearer: str | None
    """Who is counted through another count: "leader" of "leaders of 20 countries"."""
    rate: str | None
    """What a price is for: "share" of "$70 a share", "gallon" of "$3 per gallon"."""
    converted: bool
    """Stands in brackets after another quantity: the same value in another unit."""
    house: tuple[str, ...]
    """The organisations named at the head of the article: whose figures it tells where it names nobody."""
    text: str
    reported: datetime | None

    @cached_property
    def article(self) -> str:
        """The article it stands in."""
        return self.statement.span.article

    @cached_property
    def before(self) -> str:
        """The words of the statement before the value."""
        return self.statement.span.quote[: max(0, self.slot.span.start - self.statement.span.start)]

    @cached_property
    def behind(self) -> str:
        """The words of the statement behind the value."""
        return self.statement.span.quote[self.slot.span.end - self.statement.span.start :]

    @property
    def share(self) -> tuple[str | None, bool, bool]:
        """What it is a price for, and whether a whole or a part: two values that differ in this are two things."""
        return (self.rate, self.partitive, self.included)

    @cached_property
    def key(self) -> tuple[str, int, int, str]:
        """Order of article, place and kind: stable whatever the order of input."""
        return (self.article, self.slot.span.start, self.slot.span.end, self.kind.value)


@dataclass(frozen=True)
class _Told:
    """One statement, read once for all the slots that it binds."""

    statement: Statement
    text: str
    """Of the article."""
    terms: Sequence[Term]
    clauses: Sequence[Extent]
    in_names: frozenset[int]
    """Where the content words begin that are part of names: "award" of "the Tony Award" carries no date."""
    small_counts: Sequence[Word]
    sequence: Sequence[Word]
    """Words such as "first" and "last" outside names and times ("last month", "New York")."""
    contents: Sequence[Span] | None
    """What is said by the one who says it; None where nobody is quoted."""
    house: tuple[str, ...]
    reported: datetime | None


def find_slot_uses(
    statements: Iterable[Statement], readings: Mapping[str, Reading], *, labels: bool = False
) -> list[SlotUse]:
    """The numbers and times of all statements, in order of article and place; with `labels` of lines without a verb."""
    bound: list[tuple[Statement, Slot]] = []
    for statement in statements:
        text = readings[statement.span.article].article.text
        slots = [s for s in statement.slots if not isinstance(s.value, Named) and not is_idle(text, s)]
        if slots and (labels or not is_stamp(statement)):
            bound += ((statement, slot) for slot in slots)
    told: dict[str, _Told] = {}
    houses: dict[str, tuple[str, ...]] = {}
    uses = []
    for statement, slot in _each_in_the_widest(bound):
        if statement.id not in told:
            article = statement.span.article
            if article not in houses:
                houses[article] = named_at_the_head(readings[article])
            told[statement.id] = _read_statement(statement, readings[article], houses[article])
        uses.append(_read_use(told[statement.id], slot))
    return sorted(_count_alike(uses), key=lambda u: u.key)


def _each_in_the_widest(bound: Iterable[tuple[Statement, Slot]]) -> Iterable[tuple[Statement, Slot]]:
    """Each value once, with the longest statement that holds it."""
    widest: dict[tuple[str, Extent, SlotKind], tuple[Statement, Slot]] = {}
    for statement, slot in sorted(bound, key=lambda pair: -pair[0].span.length):
        widest.setdefault((statement.span.article, slot.span.extent, _kind_of(slot)), (statement, slot))
    return widest.values()


def _read_statement(statement: Statement, reading: Reading, house: tuple[str, ...]) -> _Told:
    text, (start, end) = reading.article.text, statement.span.extent
    words, terms = find_words(text, start, end), find_terms(text, start, end)
    return _Told(
        statement=statement,
        text=text,
        terms=terms,
        clauses=split_clauses(text, start, end),
        in_names=frozenset(_begin_in_names(terms, statement)),
        small_counts=[w for w in words if w.form in _COUNTS or (w.form.isdigit() and len(w.form) < _LONG_COUNT)],
        sequence=list(_sequence(text, statement, words)),
        contents=_contents(statement, reading),
        house=house,
        reported=_reported(reading),
    )


def _contents(statement: Statement, reading: Reading) -> list[Span] | None:
    if statement.attribution is None:
        return None
    return [span for a in reading.attributions if a.id == statement.attribution for span in a.content]


def _begin_in_names(terms: Sequence[Term], statement: Statement) -> Iterator[int]:
    for slot in statement.slots:
        if isinstance(slot.value, Named):
            yield from (t.start for t in terms if slot.span.start <= t.start < slot.span.end)


def _count_alike(uses: Sequence[SlotUse]) -> Iterator[SlotUse]:
    """The same uses, each with the number of values that its article states in its unit, or for those of its fate."""
    values: dict[tuple[str, str], set[float | None]] = {}
    for use in uses:
        kind = _kind_of_figure(use)
        if kind is not None and isinstance(use.slot.value, Quantity):
            values.setdefault((use.article, kind), set()).add(use.slot.value.low)
    for use in uses:
        kind = _kind_of_figure(use)
        yield use if kind is None else replace(use, alike=len(values[use.article, kind]))


def _kind_of_figure(use: SlotUse) -> str | None:
    """The unit of a measure; what became of those who are counted, else the class of what is counted."""
    value = use.slot.value
    if not isinstance(value, Quantity) or value.ordinal:
        return None
    noun = use.bearer or value.noun
    return value.unit or use.fate or (None if noun is None else noun_class(noun))


def _dates_the_saying(told: _Told, slot: Slot) -> bool:
    """Whether a time stands outside what is said: "said on Friday" dates the saying and not the event."""
    if not isinstance(slot.value, When) or told.contents is None:
        return False
    return not any(s.start <= slot.span.start and slot.span.end <= s.end for s in told.contents)


def _read_use(told: _Told, slot: Slot) -> SlotUse:
    statement, text, place = told.statement, told.text, slot.span.start
    clause = _clause_of(told, slot)
    bearer = _bearer(text, slot)
    sentence = [t for t in told.terms if not _is_counted(t, slot)]
    terms = [t for t in sentence if _stands_in(t, clause) and t.lemma != bearer]
    before = [t for t in terms if t.end <= place][-_NEAR_TERMS:]
    after = [t for t in terms if t.start >= place][:_NEAR_TERMS]
    timed, kind = isinstance(slot.value, When), _kind_of(slot)
    return SlotUse(
        statement=statement,
        slot=slot,
        kind=kind,
        clause=clause,
        near=frozenset(t.group for t in (*before, *after)) | _statement_verb(statement, slot),
        carrier=_carrier([t for t in terms if t.start not in told.in_names], slot),
        days=() if kind is SlotKind.DATE else _days(statement, slot),
        countries=frozenset() if timed else _countries(text, slot),
        fate=_fate([t for t in told.terms if _stands_in(t, clause)], text, slot),
        anchor=_anchor(text, slot),
        measured=_measured(text, slot),
        partitive=_PART.search(text, max(0, place - 40), place) is not None,
        included=_INCLUDED.search(text, max(0, place - 40), place) is not None,
        counts=frozenset(_counts(told.small_counts, slot, clause)),
        saying=_dates_the_saying(told, slot),
        added=_is_added(text, slot, clause),
        bounded=timed and _BY.search(text, max(0, place - _BY_CHARS), place) is not None,
        dated=_dated(text, slot),
        alike=1,
        bearer=bearer,
        around=frozenset(t.group for t in terms),
        sentence=frozenset(t.group for t in sentence),
        verbs=frozenset(t.group for t in terms if is_verb(t.lemma)),
        names=frozenset(_names(statement, clause)),
        sequence=frozenset(_SEQUENCE[w.form] for w in told.sequence if _stands_in(w, clause)),
        rate=_rate(text, slot),
        converted=_is_converted(text, slot),
        text=text[clause[0] : clause[1]],
        house=told.house,
        reported=told.reported,
    )


def _clause_of(told: _Told, slot: Slot) -> Extent:
    """The clause of the statement that holds the slot; the whole statement where a slot lies across two.

    A relative clause right behind a counted noun belongs to it: "the 197 girls who remain in captivity".
    """
    for place, (start, end) in enumerate(told.clauses):
        if start <= slot.span.start and slot.span.end <= end:
            after = told.clauses[place + 1] if place + 1 < len(told.clauses) else None
            closes = end - slot.span.end <= 1 and isinstance(slot.value, Quantity)
            if after is not None and closes and _RELATIVE.match(told.text, after[0]):
                return start, after[1]
            return start, end
    return told.statement.span.extent


def _stands_in(word: Word | Term, clause: Extent) -> bool:
    """Whether a word of the statement is one of the clause; clauses begin and end between words."""
    return clause[0] <= word.start < clause[1]


def _is_counted(term: Term, slot: Slot) -> bool:
    """Whether a term is part of the value itself: the words of a time, a unit, the noun of a count."""
    inside = term.start < slot.span.end and slot.span.start < term.end
    if not inside or not isinstance(slot.value, Quantity):
        return inside or term.lemma in _SCALES
    return slot.value.unit is None or term.lemma in _SCALES or measure_of(term.lemma).factor != 1.0


def _sequence(text: str, statement: Statement, words: Sequence[Word]) -> Iterator[Word]:
    taken = [s.span for s in statement.slots if not isinstance(s.value, Quantity)]
    for word in words:
        counts = word.form in _SEQUENCE and text[word.end : word.end + 5].lower() != " time"
        if counts and not any(t.start <= word.start < t.end for t in taken):
            yield word


def _kind_of(slot: Slot) -> SlotKind:
    value = slot.value
    if isinstance(value, Quantity):
        lasting = value.unit is not None and measure_of(value.unit).dimension == "duration"
        return SlotKind.TIME if lasting else SlotKind.NUMBER
    clocked = isinstance(value, When) and value.grain in {Grain.MINUTE, Grain.HOUR}
    return SlotKind.TIME if clocked else SlotKind.DATE


def _carrier(terms: Sequence[Term], slot: Slot) -> str | None:
    verbs = [t for t in terms if is_verb(t.lemma) and t.lemma not in _LIGHT_VERBS and not _inside(t, slot)]
    before = [t for t in verbs if t.end <= slot.span.start]
    chosen = before[-1] if before else verbs[0] if verbs else None
    return chosen.group if chosen else None


def _days(statement: Statement, slot: Slot) -> tuple[When, ...]:
    values = (s.value for s in statement.slots if s.span != slot.span)
    return tuple(v for v in values if isinstance(v, When) and v.grain is Grain.DAY and v.earliest and v.latest)


def _counts(words: Sequence[Word], slot: Slot, clause: Extent) -> Iterator[str]:
    for word in words:
        if _stands_in(word, clause) and (word.end <= slot.span.start or slot.span.end <= word.start):
            yield _COUNTS.get(word.form, word.form)


def _countries(text: str, slot: Slot) -> frozenset[str]:
    """Countries named with the thing that is counted: "8,000 Canadian consumers", "UK's 400,000"."""
    beside = text[max(0, slot.span.start - _BESIDE_CHARS) : slot.span.end]
    return groups_in(beside) & country_groups()


def _fate(terms: Sequence[Term], text: str, slot: Slot) -> str | None:
    value = slot.value
    counted = isinstance(value, Quantity) and value.unit is None and value.noun not in _HAVE_NO_FATE
    return fate_of(text, terms, slot.span.extent) if counted else None


def _is_added(text: str, slot: Slot, clause: Extent) -> bool:
    start, end = slot.span.extent
    before = _MORE_BEFORE.search(text, max(0, start - _BESIDE_CHARS), start)
    return bool(before or _MORE.search(slot.span.quote) or _AND_MORE.match(text, end, clause[1]))


def _anchor(text: str, slot: Slot) -> Anchor | None:
    value = slot.value
    if not isinstance(value, Quantity) or value.unit is None:
        return None
    dimension = measure_of(value.unit).dimension
    if dimension not in _FIXED or value.unit == "yard":
        return None
    found = _NEARLY.search(text, max(0, slot.span.start - _ANCHOR_CHARS), slot.span.start)
    verb = lemma_of(found["verb"]) if found else ""
    if is_verb(verb) and verb not in _LIGHT_VERBS:
        return Anchor(group_of(verb), is_thing=False)
    measured = (value.noun or _measured(text, slot)) if dimension in _BORNE else None
    return Anchor(noun_class(measured), is_thing=True) if measured else None


def _measured(text: str, slot: Slot) -> str | None:
    if not isinstance(slot.value, Quantity) or slot.value.unit is None:
        return None
    converted = _IN_BRACKETS.match(text, slot.span.end)
    measured, place = None, converted.end() if converted else slot.span.end
    for _ in range(3):
        found = _NEXT_WORD.match(text, place)
        if found is None or not find_terms(found["word"]):
            break
        measured, place = lemma_of(found["word"].lower()), found.end()
    return measured


def _inside(term: Term, slot: Slot) -> bool:
    return slot.span.start <= term.start < slot.span.end


def _statement_verb(statement: Statement, slot: Slot) -> frozenset[str]:
    """A time belongs to the verb of its statement, wherever it stands."""
    if isinstance(slot.value, Quantity) or statement.predicate in {None, "be"}:
        return frozenset()
    return frozenset({group_of(statement.predicate or "")})


def _bearer(text: str, slot: Slot) -> str | None:
    found = _OF.search(text, max(0, slot.span.start - 40), slot.span.start)
    return lemma_of(found["who"].lower()) if found and isinstance(slot.value, Quantity) else None


def _dated(text: str, slot: Slot) -> str | None:
    found = _DATED.match(text, slot.span.end) if isinstance(slot.value, When) else None
    owned = _OWNED.search(text, max(0, slot.span.start - 8), slot.span.start)
    terms = find_terms(found["noun"]) if found and owned else []
    return terms[0].group if terms else None


def _rate(text: str, slot: Slot) -> str | None:
    if not isinstance(slot.value, Quantity):
        return None
    inside = _RATE.search(slot.span.quote)
    after = _RATE.match(text, slot.span.end)
    found = inside or after
    return lemma_of(found["what"].lower()) if found else None


def _is_converted(text: str, slot: Slot) -> bool:
    before = text[max(0, slot.span.start - 12) : slot.span.start]
    return isinstance(slot.value, Quantity) and re.search(r"\((?:about|around|roughly|nearly)?\s*$", before) is not None


def _names(statement: Statement, clause: Extent) -> Iterable[str]:
    """Every word of the names in the clause: "Europe" and "the European Union" share one."""
    for slot in statement.slots:
        if isinstance(slot.value, Named) and clause[0] <= slot.span.start and slot.span.end <= clause[1]:
            yield from (group_of(word.lower().removesuffix("'s")) for word in slot.value.name.split())


def _reported(reading: Reading) -> datetime | None:
    published = reading.article.published
    if published is None:
        return None
    return published.moment or datetime.combine(published.day, time())
