"""Where one report has nobody arrested, or nobody claiming the act, and a later one tells of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decide import Decision
from twosource.crosscheck.earlier import is_earlier
from twosource.crosscheck.sides import Pairing, side_at
from twosource.crosscheck.wording import clause_at
from twosource.model import Descent, Reading, ReadingOf, Role, Side, Statement, text_of

_HEAD_STATEMENTS = 4  # the arrest is the news of the later report, and stands at its head


@dataclass(frozen=True)
class _Course:
    """What is not so yet, and the words that tell that it is."""

    topic: str
    not_yet: re.Pattern[str]
    happened: re.Pattern[str]


_COURSES = (
    _Course(
        "arrest",
        re.compile(
            r"\bno arrests?\b[^.;]{0,20}\bmade\b"
            r"|\b(?:has|have|had)(?: not|n['’]t) (?:yet )?(?:made|announced) any arrests?\b"
            r"|\bno suspects? (?:are |is |was |were )?(?:[\w ]{0,12})in custody\b|\bno one (?:has|had) been arrested\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:was|were|been|have|has|is|are|police|officers|deputies|investigators|detectives|agents)"
            r"\s(?:\w+ ){0,2}?arrest(?:ed|s)?\b|\b(?:in|into) custody\b|\bsurrendered\b"
            r"|\bturned (?:him|her|them)sel\w+ in\b|\bcharged (?:with|in)\b",
            re.IGNORECASE,
        ),
    ),
    _Course(
        "claim",
        re.compile(
            r"\bno (?:[\w-]+ )?(?:groups?|one|organi[sz]ations?) (?:has |had |have )?(?:immediately |yet |so far )?"
            r"(?:claimed|claiming) responsibility\b|\bno (?:immediate )?claim of responsibility\b",
            re.IGNORECASE,
        ),
        re.compile(r"\bclaim(?:s|ed) responsibility\b", re.IGNORECASE),
    ),
)
_ELSEWHERE = re.compile(
    r"\b(?:that|those|these|other|earlier|previous) (?:\w+ )?(?:incidents?|cases?|shootings?)", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"\b(?:no|not|nor|never|yet|without|seek\w*|search\w*|leading to|had been|un-?related|previously)\b|n['’]t\b",
    re.IGNORECASE,
)
_TOLD_OUTRIGHT = 0.7  # a choice, as for other things that one report leaves open and a later one tells
_TOLD = Decision(ReadingOf.UPDATE, "nobody at first, and somebody in a later report")


def pair_arrests(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """The first report that nobody was arrested beside the first later one whose news is an arrest; so of claims.

    Policy: both must be dated, and the later one by a later day: within a day the order of reports is not known. One
    pair of a kind is shown, for a story has one hunt.
    """
    told = group_by_article((s for s in statements if s.role is not Role.CAPTION), readings)
    found = (_first_pair(course, told, readings, descents) for course in _COURSES)
    return [pairing for pairing in found if pairing is not None]


def _first_pair(
    course: _Course,
    told: Mapping[str, Sequence[Statement]],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
) -> Pairing | None:
    ordered = sorted(told, key=lambda article: (_day(readings[article]), article))
    for asked in ordered:
        open_one = next((s for s in told[asked] if _is_open(course, s)), None)
        if open_one is None or not _day(readings[asked]):
            continue
        for later in ordered:
            if _is_next(asked, later, readings, descents) and (news := _news(course, told[later])) is not None:
                sides = (
                    _side(open_one, course.not_yet, readings, "not known"),
                    _side(news, course.happened, readings, "told"),
                )
                return Pairing("other", *sides, _TOLD, _TOLD_OUTRIGHT)
    return None


def _day(reading: Reading) -> str:
    published = reading.article.published
    return str(published.day) if published else ""


def _is_open(course: _Course, statement: Statement) -> bool:
    """Whether a statement says that it has not happened, and of no other act."""
    words = statement.span.quote
    return course.not_yet.search(words) is not None and _ELSEWHERE.search(words) is None


def _is_next(asked: str, later: str, readings: Mapping[str, Reading], descents: Mapping[str, Descent]) -> bool:
    """Whether one report is of a later day than another, and of another text."""
    apart = is_earlier(readings[asked], readings[later]) is True and _day(readings[asked]) != _day(readings[later])
    return apart and text_of(asked, descents) != text_of(later, descents)


def _news(course: _Course, here: Sequence[Statement]) -> Statement | None:
    """The statement at the head of a report that tells that it has happened."""
    return next((s for s in here[:_HEAD_STATEMENTS] if _happened(course, s.span.quote)), None)


def _happened(course: _Course, words: str) -> bool:
    return course.happened.search(words) is not None and _NOT_SO.search(words) is None


def _side(statement: Statement, cue: re.Pattern[str], readings: Mapping[str, Reading], value: str) -> Side:
    """The clause of the statement that holds the cue."""
    text = readings[statement.span.article].article.text
    found = cue.search(text, *statement.span.extent)
    place = found.start() if found else statement.span.start
    return side_at(statement, clause_at(text, statement, place), readings, value)
