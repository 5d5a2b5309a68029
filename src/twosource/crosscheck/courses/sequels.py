"""What had not come about in one report and has in a later one: a claim of an act, the missing found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.courses.reports import OF_ANOTHER_ACT, Reports
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.framing import FRAME
from twosource.crosscheck.sides import Pairing
from twosource.model import Descent, Reading, ReadingOf, Role, Statement
from twosource.text.cued import Cued
from twosource.text.terms import country_groups, groups_in

_HEAD_STATEMENTS = 4  # what has come about is the news of the later report, and stands at its head


@dataclass(frozen=True)
class _Course:
    """What is not so yet, and the words that tell that it is."""

    decision: Decision
    not_yet: Cued
    happened: Cued
    is_of_many: bool = False
    """Whether a story may have several: both reports must then share a word for whom it is about."""


_COURSES = (
    _Course(
        Decision(ReadingOf.UPDATE, "nobody claimed the act at first, and a claim in a later report"),
        Cued(
            re.compile(
                r"\bno (?:[\w-]+ )?(?:groups?|one|organi[sz]ations?) (?:has |had |have )?(?:immediately |yet |so far )?"
                r"(?:claimed|claiming) responsibility\b|\bno (?:immediate )?claim of responsibility\b",
                re.IGNORECASE,
            ),
            ("responsibility",),
        ),
        Cued(re.compile(r"\bclaim(?:s|ed) responsibility\b", re.IGNORECASE), ("responsibility",)),
    ),
    _Course(
        Decision(ReadingOf.UPDATE, "missing or in an unknown state at first, and found in a later report"),
        Cued(
            re.compile(
                r"\b(?:still|remains?|is|are|was|were|went|reported) missing\b(?! (?:an?|the|his|her|its|their)\b)"
                r"|\bwhether [^.;]{0,40}\balive\b"
                r"|\b(?:whereabouts|conditions?) (?:\w+ ){0,4}?(?:is|are|remains?) (?:un(?:known|clear)|not known)\b",
                re.IGNORECASE,
            ),
            ("missing", "alive", "whereabouts", "condition"),
        ),
        Cued(
            re.compile(
                r"\bfound (?:dead|alive|safe|unharmed)\b|\bbod(?:y|ies) (?:\w+ ){0,4}?(?:found|recovered|identified)\b"
                r"|\b(?:was|were|been) (?:rescued|pulled (?:out|from))\b",
                re.IGNORECASE,
            ),
            ("found", "body", "bodies", "rescued", "pulled"),
        ),
        is_of_many=True,
    ),
)
_NOT_SO = re.compile(
    r"\b(?:no|not|nor|never|yet|without|seek\w*|search\w*|leading to|had been|un-?related|previously)\b|n['’]t\b",
    re.IGNORECASE,
)
_TOLD_OUTRIGHT = 0.7  # a choice, as for other things that one report leaves open and a later one tells


def pair_sequels(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Of each course, the first report that has it not yet beside the first later one whose news it is.

    Policy: both must be dated, and the later one by a later day: within a day the order of reports is not known. One
    pair of a course is shown, for a story has one hunt.
    """
    reports = Reports.of((s for s in statements if s.role is not Role.CAPTION), readings, descents)
    found = (_first_pair(course, reports) for course in _COURSES if reports.has_days)
    return [pairing for pairing in found if pairing is not None]


def _first_pair(course: _Course, reports: Reports) -> Pairing | None:
    for asked in reports.that_may_say(course.not_yet):
        open_one = next((s for s in reports.told[asked] if _is_open(course, s)), None)
        if open_one is None:
            continue
        news = _first_news(course, open_one, (reports.told[a] for a in reports.after(asked)))
        if news is not None:
            left = reports.side_at(open_one, course.not_yet, "not known")
            right = reports.side_at(news, course.happened, "told")
            return Pairing("other", left, right, course.decision, _TOLD_OUTRIGHT)
    return None


def _is_open(course: _Course, statement: Statement) -> bool:
    """Whether a statement says that it has not happened, and of no other act."""
    words = statement.span.quote
    return course.not_yet.search(words) is not None and OF_ANOTHER_ACT.search(words) is None


def _first_news(course: _Course, open_one: Statement, reports: Iterable[Sequence[Statement]]) -> Statement | None:
    """The first statement at the head of a later report that tells that it has come about."""
    whom = _words_of(open_one)
    told = (s for here in reports for s in here[:_HEAD_STATEMENTS] if _happened(course, s.span.quote))
    return next((s for s in told if not course.is_of_many or whom & _words_of(s)), None)


def _words_of(statement: Statement) -> frozenset[str]:
    """Content words of a statement without countries and words of saying: whom and what it is about."""
    return groups_in(statement.span.quote) - FRAME - country_groups()


def _happened(course: _Course, words: str) -> bool:
    return course.happened.search(words) is not None and _NOT_SO.search(words) is None
