"""What became of one person: sought and caught, in danger of life and dead, accused and judged, held and freed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.courses.course_words import AGED, COURSES, NOT_SO, Course
from twosource.crosscheck.courses.reports import Reports
from twosource.crosscheck.quoting import clause_at
from twosource.crosscheck.sides import Pairing, side_at
from twosource.model import Descent, EntityKind, Extent, Named, Reading, Role, Statement
from twosource.text.words import find_words

_HEAD_STATEMENTS = 12  # what became of somebody is news, and stands near the head of the later report
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
_NO_LAST_NAMES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True)
class _Told:
    """A clause that tells a state or its end, and of whom."""

    statement: Statement
    clause: Extent
    whom: frozenset[str]
    is_head: bool


def pair_person_courses(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Of each course, each person whose state one report tells and whose end a report of a later day tells.

    Policy: the person has one last name in both clauses, or one age and kind ("a 4-year-old girl"). Who speaks is not
    who is told of. A report that tells the end itself leaves nothing open, and an end deep down in a report is no news.
    """
    reports = Reports.of((s for s in statements if s.role is not Role.CAPTION), readings, descents)
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
    for asked in asking if any(end.is_head for here in ends.values() for end in here) else ():
        over = frozenset(name for end in ends.get(asked, ()) for name in end.whom)
        news = [end for a in reports.after(asked) for end in ends.get(a, ()) if end.is_head]
        for state in _states(course, reports.told[asked], reports.readings) if news else ():
            of_one = (e for e in news if state.whom & e.whom and not state.whom & over)
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
            clause = clause_at(text, statement, cue.start())
            yield _Told(statement, clause, _whom(text, statement, clause), is_head=False)


def _ends(course: Course, statements: Sequence[Statement], readings: Mapping[str, Reading]) -> Iterator[_Told]:
    for place, statement in enumerate(statements):
        text = readings[statement.span.article].article.text
        cue = course.ended.search(text, *statement.span.extent)
        clause = clause_at(text, statement, cue.start()) if cue else statement.span.extent
        if cue is not None and (whom := _whom(text, statement, clause)):
            is_news = place < _HEAD_STATEMENTS and NOT_SO.search(text, *clause) is None
            yield _Told(statement, clause, whom, is_head=is_news)


def _whom(text: str, statement: Statement, clause: Extent) -> frozenset[str]:
    """Last names of the people of a clause who do not speak of others, and ages with whom they are of."""
    speaking = {word.form for name in statement.said_by for word in find_words(name)}
    people = (
        s.value.name
        for s in statement.slots
        if isinstance(s.value, Named) and s.value.kind is EntityKind.PERSON and clause[0] <= s.span.start < clause[1]
        if not _OF_ANOTHER.match(text, s.span.end)
        if not speaking.intersection(w.form for w in find_words(s.value.name))
        or _OF_HIMSELF.match(text, s.span.end, clause[1])
    )
    names = (_last_name(name) for name in people)
    aged = (" ".join(m.group("age", "of", "whom")).lower() for m in AGED.finditer(text, *clause))
    return frozenset(n for n in names if n).union(aged)


def _last_name(name: str) -> str:
    """The last word of a name that is no "Jr."; empty where it is an initial.

    >>> _last_name("Ivo Talvik, Jr."), _last_name("Ivo T.")
    ('talvik', '')
    """
    words = [word.form for word in find_words(name) if word.form not in _NO_LAST_NAMES]
    return words[-1] if words and len(words[-1]) > 1 else ""
