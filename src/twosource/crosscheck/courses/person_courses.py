"""What became of one person: sought and caught, in danger of life and dead, accused and judged, held and freed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.courses.course_words import AGED, COURSES, NOT_SO, Course
from twosource.crosscheck.courses.reports import Reports, leave_captions
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Descent, EntityKind, Extent, Named, Reading, Statement
from twosource.text.words import find_words

_TOLD_OUTRIGHT = 0.7  # 14 of 15 that were read outside the packs are right, all of them of crimes
_OF_ANOTHER = re.compile(
    r"['’]s (?:\w+ )?(?:son|daughter|wife|husband|mother|father|brother|sister|family|friend|girlfriend|boyfriend|aide"
    r"|advis[eo]r|lawyer|attorney|chairman|deputy|campaign|administration|supporters|choice|pick|nominee)\b"
)
"""Behind a name that only tells whose son or aide is told of."""
_OF_HIMSELF = re.compile(
    r",?(?: \w+){0,3}? (?:said|says|announced|announces|confirmed|told)\b[^.;“\"]{0,40}\b(?:he|she)\b"
)
"""Behind the name of a speaker who tells of himself."""
_WHO = re.compile(r"\W*(?:and )?who\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEFT_OUT = re.compile(
    r"\W*(?:and|but)(?: (?:later|then|now|also|has|had|have))*"
    r" (?:was|is|been|remains|pleaded|pled|died|faces|resigned)\b",
    re.IGNORECASE,
)
"""At the head of a clause whose subject stands before it."""
_FIRST_LETTERS = 3  # "Jon" and "Jonathan" are one
_NO_LAST_NAMES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True)
class _Told:
    """A clause that tells a state or its end, and of whom: last names and ages, and the whole names."""

    statement: Statement
    clause: Extent
    whom: frozenset[str]
    names: frozenset[tuple[str, ...]]
    year: int | None
    """The last year that the clause names."""
    is_news: bool

    def is_before(self, year: int) -> bool:
        """Whether it names a year, and none so late."""
        return self.year is not None and self.year < year

    def is_of_one_with(self, other: _Told) -> bool:
        """Whether both tell of somebody of one last name or age, whose first names, where both tell them, are one."""
        return any(_may_be_one(last, self.names, other.names) for last in self.whom & other.whom)


def pair_person_courses(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Of each course, each person whose state one report tells and whose end a report of a later day tells.

    Policy: the person has one last name in both clauses, or one age and kind ("a 4-year-old girl"). Who speaks is not
    not who is told of, and two first names are two people. A report that tells the end itself leaves nothing open, and
    a clause that names a year long before the first report tells of another act.
    """
    reports = Reports.of(leave_captions(statements), readings, descents)
    courses = COURSES if reports.has_days else ()
    return [pairing for course in courses for pairing in _pairs(course, reports)]


def _pairs(course: Course, reports: Reports) -> Iterator[Pairing]:
    """The first pair of each person; an end is that of one person."""
    shown: set[str] = set()
    asking = reports.that_may_say(course.state)
    telling = reports.that_may_say(course.ended) if asking else []
    if not any(reports.days[a] > reports.days[asking[0]] for a in telling):
        return
    ends = {a: list(_ends(course, reports.told[a], reports.readings)) for a in telling}
    for asked in asking if any(end.is_news for here in ends.values() for end in here) else ():
        over = frozenset(name for end in ends.get(asked, ()) for name in end.whom)
        news = [end for a in reports.after(asked) for end in ends.get(a, ()) if end.is_news]
        year = reports.days[asked].year
        news = [end for end in news if not end.is_before(year)]
        for state in _states(course, reports.told[asked], reports.readings) if news else ():
            is_open = not state.whom & over and not state.is_before(year - 1)
            of_one = (e for e in news if is_open and state.is_of_one_with(e))
            end = next((e for e in of_one if shown.isdisjoint(e.whom)), None)
            if end is not None:
                shown |= end.whom
                left = side_at(state.statement, state.clause, reports.readings, "at first")
                right = side_at(end.statement, end.clause, reports.readings, "in the end")
                yield Pairing("other", left, right, course.decision, _TOLD_OUTRIGHT)


def _states(course: Course, statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[_Told]:
    for statement in statements:
        text = readings[statement.span.article].article.text
        cue = course.state.search(text, *statement.span.extent)
        if cue is not None:
            yield _read(text, statement, clause_at(text, statement, cue.start()), is_news=False)


def _ends(course: Course, statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[_Told]:
    for statement in statements:
        text = readings[statement.span.article].article.text
        cue = course.ended.search(text, *statement.span.extent)
        if cue is None:
            continue
        clause = clause_at(text, statement, cue.start())
        told = _read(text, statement, clause, is_news=NOT_SO.search(text, *clause) is None)
        if told.whom:
            yield told


def _read(text: str, statement: Statement, clause: Extent, *, is_news: bool) -> _Told:
    """Of whom a clause tells; one that tells by "who" is shown with what it hangs on: "Ivo Stone, who left behind".

    Policy: "and was jailed" leaves its subject to the words before, and who it is is known where they name one only.
    """
    behind = _WHO.match(text, *clause) is not None
    place = _antecedent(statement, clause[0]) if behind else clause[0]
    if _LEFT_OUT.match(text, *clause) is not None and len(_names(text, statement, (statement.span.start, place))) == 1:
        behind, place = True, statement.span.start
    names = _names(text, statement, (place, clause[1]))
    whom = _whom(text, clause, names)
    shown = (statement.span.start if behind else clause[0], clause[1])
    year = max((int(found[0]) for found in _YEAR.finditer(text, *clause)), default=None)
    return _Told(statement, shown, whom, names, year, is_news)


def _names(text: str, statement: Statement, clause: Extent) -> frozenset[tuple[str, ...]]:
    """The names, word for word, of the people of a clause who do not speak of others."""
    speaking = {word.form for name in statement.said_by for word in find_words(name)}
    people = (
        s.value.name
        for s in statement.slots
        if isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON and clause[0] <= s.span.start < clause[1]
        if not _OF_ANOTHER.match(text, s.span.end)
        if not speaking.intersection(w.form for w in find_words(s.value.name))
        or _OF_HIMSELF.match(text, s.span.end, clause[1])
    )
    return frozenset(words for name in people if (words := _words(name)))


def _whom(text: str, clause: Extent, names: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Last names, and the ages of a clause with whom they are of ("4 year girl")."""
    aged = (" ".join(m.group("age", "of", "whom")).lower() for m in AGED.finditer(text, *clause))
    return frozenset(words[-1] for words in names).union(aged)


def _may_be_one(last: str, some: Iterable[tuple[str, ...]], others: Iterable[tuple[str, ...]]) -> bool:
    """Whether those of one last name may be one: two brothers have two first names, told by their beginnings."""
    firsts, seconds = (
        {n[0][:_FIRST_LETTERS] for n in names if n[-1] == last and len(n) > 1} for names in (some, others)
    )
    return not firsts or not seconds or not firsts.isdisjoint(seconds)


def _antecedent(statement: Statement, place: int) -> int:
    """Where the last person before a place is named."""
    before = [
        s.span.start
        for s in statement.slots
        if isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON and s.span.end <= place
    ]
    return max(before, default=place)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that are no "Jr."; none where the last is an initial.

    >>> _words("Ivo Talvik, Jr."), _words("Ivo T.")
    (('ivo', 'talvik'), ())
    """
    words = tuple(word.form for word in find_words(name) if word.form not in _NO_LAST_NAMES)
    return words if words and len(words[-1]) > 1 else ()
