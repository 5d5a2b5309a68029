"""One named person of two ages: "Orla Stone, 34" in one article and "35-year-old Orla Stone" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from twosource.crosscheck.attributed import holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import clause_at, quote_around, value_text
from twosource.crosscheck.sides import Pairing, is_one_text, side_of, when_reported
from twosource.model import (
    OLDER_LATER,
    TWO_AGES,
    Bound,
    Descent,
    EntityKind,
    EntityMention,
    Extent,
    Quantity,
    Reading,
    ReadingOf,
    Side,
    Statement,
)
from twosource.text.number_words import UP_TO_TWENTY
from twosource.text.words import find_forms

_YEARS = rf"(?P<years>\d{{1,2}}|{'|'.join(UP_TO_TWENTY)})"
_NOT_IN = r"(?:of|and|with|by|from|to|in|for|at|on|who|whose|that|when|after|told)\b"
_BEFORE = re.compile(rf"\b{_YEARS}[- ]years?[- ]old,?(?: (?!{_NOT_IN})[a-z][a-z-]*){{0,4}},? $")
_BEHIND = (
    re.compile(r", (?P<years>\d{1,2})(?=[,;)]|\.(?:\s|$)|,? of\b|,? from\b| and\b)"),
    re.compile(r",? aged? (?P<years>\d{1,2})\b(?! (?:and|to|or)\b)"),
    re.compile(rf",? (?:who )?(?:is|was) {_YEARS} years old\b"),
    re.compile(rf",? an? {_YEARS}[- ]year[- ]old\b"),
)
_BEFORE_CHARS = 60
_BIRTHDAY_DAYS = 14  # of reports further apart, a year more may be a birthday
_ONE_EVENT_DAYS = 45  # and ages of a later trial are other ages
_YEAR_DAYS = 365
_FIRST_AND_LAST = 2  # words of a name
_FAR_YEARS = 10  # ages of one person that reports differ in lie this close, or are a digit off: 23 and 32
_SURE = 0.85  # a choice; see the page on findings for how many that were read are right
_TWO_AGES = Decision(ReadingOf.CONFLICT, TWO_AGES)
_OLDER = Decision(ReadingOf.UPDATE, OLDER_LATER)


@dataclass(frozen=True)
class Aged:
    """An age that an article gives a named person, and its side."""

    person: tuple[str, ...]
    """Every word of the name."""
    years: int
    side: Side


def pair_person_ages(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each person, each two ages that articles give him, in the first places that do.

    Policy: the age must be bound to the name by the words next to it, and first and last name must be there in both
    articles. An article that gives a person two ages may take one back: it is left out, and so is, elsewhere, the pair
    of these two. A year more in a later report may be a birthday, and is an update where the reports lie as far apart
    as the ages do. Who has two last names is often called by the first of them only.
    """
    told = group_by_article(statements, readings)
    people = frozenset(m.entity for r in readings.values() for m in r.entities if m.kind is EntityKind.PERSON)
    found = [aged for article, here in told.items() for aged in _ages_in(readings[article], here, people)]
    short = {aged.person for aged in found if len(aged.person) == _FIRST_AND_LAST}
    ages: dict[tuple[str, str], list[Aged]] = {}
    for aged in found:
        ages.setdefault(_called(aged.person, short), []).append(aged)
    slips = [pairing for person in sorted(ages) for pairing in _slips_among(ages[person], descents)]
    return slips + [pairing for person in sorted(ages) for pairing in _birthdays_among(ages[person], descents)]


def _called(words: tuple[str, ...], short: set[tuple[str, ...]]) -> tuple[str, str]:
    """First and last name; the first of two last names where somebody of the story is called by that alone.

    >>> _called(("edgar", "lund", "rios"), {("edgar", "lund")}), _called(("edgar", "lund", "rios"), set())
    (('edgar', 'lund'), ('edgar', 'rios'))
    """
    return next(((words[0], w) for w in words[1:-1] if (words[0], w) in short), (words[0], words[-1]))


def _slips_among(ages: Sequence[Aged], descents: Mapping[str, Descent]) -> Iterator[Pairing]:
    """The first pair of each two ages of one person that look like a slip."""
    told: dict[str, set[int]] = {}
    for aged in ages:
        told.setdefault(aged.side.span.article, set()).add(aged.years)
    seen = [years for years in told.values() if len(years) > 1]
    settled = [a for a in ages if len(told[a.side.span.article]) == 1]
    for one, two in combinations(sorted(settled, key=lambda a: when_reported(a.side)), 2):
        values = {one.years, two.years}
        fresh = len(values) > 1 and not any(values <= known for known in seen)
        if fresh and _may_be_slip(one, two) and not is_one_text(one.side, two.side, descents):
            seen.append(values)
            yield Pairing("number", one.side, two.side, _TWO_AGES, _SURE)


def _birthdays_among(ages: Sequence[Aged], descents: Mapping[str, Descent]) -> Iterator[Pairing]:
    """Each two ages that follow each other in reports of different times, where the time between explains them."""
    first: dict[int, Aged] = {}
    for aged in sorted(ages, key=lambda a: when_reported(a.side)):
        first.setdefault(aged.years, aged)
    for one, two in pairwise(first.values()):
        if _has_grown_older(one, two) and not is_one_text(one.side, two.side, descents):
            yield Pairing("number", one.side, two.side, _OLDER, _SURE)


def _has_grown_older(one: Aged, two: Aged) -> bool:
    """Whether a later report gives as many years more as may have passed."""
    if one.side.reported is None or two.side.reported is None:
        return False
    days, years = (two.side.reported - one.side.reported).days, two.years - one.years
    return days > _BIRTHDAY_DAYS and years >= 1 and abs(days / _YEAR_DAYS - years) < 1


def _ages_in(reading: Reading, here: Sequence[Statement], people: frozenset[str]) -> Iterator[Aged]:
    text = reading.article.text
    for mention in reading.entities:
        person = words_of_full_name(mention, people)
        found = None if person is None else _age_beside(text, mention.span.extent)
        holder = None if found is None else holder_of(mention.span.extent, here)
        if person is None or found is None or holder is None:
            continue
        years, extent = found
        clause = clause_at(text, holder, extent[0])
        whole = (min(clause[0], extent[0], mention.span.start), max(clause[1], extent[1], mention.span.end))
        age = Quantity(low=years, high=years, bound=Bound.EXACT, noun="age")
        span = quote_around(reading.article, whole, extent)
        yield Aged(person, years, side_of(reading, holder, span, value_text(age)))


def words_of_full_name(mention: EntityMention, people: frozenset[str]) -> tuple[str, ...] | None:
    """The words of a name that is taken for a person's somewhere in the story, however it is taken here.

    None for a lone name, and for one with "Jr" or "III", which a father or son has without.
    """
    words = find_forms(mention.entity) if mention.entity in people else ()
    if len(words) < 2 or words[-1] in {"jr", "sr", "ii", "iii"}:
        return None
    return words


def _age_beside(text: str, name: Extent) -> tuple[int, Extent] | None:
    """The age right before or behind a name, and where it stands.

    >>> _age_beside("Police named the driver as Orla Stone, 34, of Norwich.", (27, 37))
    (34, (39, 41))
    """
    found = _BEFORE.search(text, max(0, name[0] - _BEFORE_CHARS), name[0])
    behind = (pattern.match(text, name[1]) for pattern in _BEHIND)
    found = found or next((b for b in behind if b is not None), None)
    if found is None:
        return None
    word = found["years"].lower()
    return UP_TO_TWENTY.get(word) or int(word), found.span("years")


def _may_be_slip(one: Aged, two: Aged) -> bool:
    """Whether two ages differ as those of one person do, in reports of one time; nobody is younger in a later one."""
    apart = abs(one.years - two.years)
    days = (two.side.reported - one.side.reported).days if one.side.reported and two.side.reported else 0
    near = apart <= _FAR_YEARS or sorted(str(one.years)) == sorted(str(two.years))
    return near and days <= (_BIRTHDAY_DAYS if two.years - one.years == 1 else _ONE_EVENT_DAYS)
