"""Quarters and halves: "the third quarter of 1990", "third-quarter", "this quarter", "the first half of 1989"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Toward
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.months import TOWARD
from twosource.annotate.time.rules.rule import Case, Phrase, Rule


def build_quarter(phrase: Phrase) -> Point | None:
    """A numbered quarter, with or without its year."""
    if phrase.word("u") != "quarter":
        return None
    number = read_ordinal(phrase.words("o"))
    if number is None or not 1 <= number <= 4:
        return None
    return _with_year(phrase, Cal(quarter=number))


def build_half(phrase: Phrase) -> Point | None:
    """The first or second half of a year; half of anything else is a quantity."""
    ordinal = phrase.word("o")
    number = {"first": 1, "second": 2, "last": 2, "latter": 2}.get(ordinal)
    if number is None:
        return None
    if phrase.word("u") == "year":
        return Point(Cal(half=number), year_shift=0)
    point = _with_year(phrase, Cal(half=number))
    return point if point.cal.year is not None or point.year_shift is not None or point.toward else None


def build_short(phrase: Phrase) -> Point | None:
    """A reading of "Q3 2024", "1H"."""
    word = phrase.word("q")
    number = int(next(c for c in word if c.isdecimal()))
    return _with_year(phrase, Cal(quarter=number) if "q" in word else Cal(half=number))


def _with_year(phrase: Phrase, cal: Cal) -> Point:
    if phrase.has("y"):
        return Point(Cal(year=int(phrase.word("y")), quarter=cal.quarter, half=cal.half))
    toward = TOWARD.get(phrase.word("r")) if phrase.has("r") else None
    shift = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1}.get(toward) if toward else None
    return Point(cal, toward=toward if shift is None else None, year_shift=shift)


QUARTER = Rule(
    "quarter",
    r"(?:(?P<r>[xyln])U'|d(?P<y>Y)|d(?![Oo]-))?(?:z-?)?(?P<o>[Oo])-?(?P<u>U)(?:f?(?P<y2>Y))?(?:f?d?(?P<r2>[xyln])U)?",
    build_quarter,
    (
        Case("It lost money in [the third quarter of 1990].", ("1990-Q3",)),
        Case("Its [third-quarter] profit rose.", ("2024-Q3",)),
        Case("It lost money in [the 1988 second quarter].", ("1988-Q2",)),
        Case("In [this year's first quarter] it grew.", ("2025-Q1",)),
        Case("He lives in the Latin Quarter in a third of a house.", ()),
    ),
    needs="U",
)
SHORT_QUARTER = Rule(
    "short-quarter",
    r"(?P<q>2)(?P<y>Y)?",
    build_short,
    (Case("Sales rose in [Q3 2024], it said.", ("2024-Q3",)),),
    needs="2",
)
HALF = Rule(
    "half",
    r"d(?P<o>O|l|_)G(?:f(?:d?(?P<r>[xyln])U|(?P<y>Y)|d(?P<u>U)))?",
    build_half,
    (
        Case("Through [the first half of 1989] it grew.", ("1989-H1",)),
        Case("Prices rose through [the first half of the year].", ("2025-H1",)),
        Case("He scored in the second half of play.", ()),
    ),
    needs="G",
)


RULES = (QUARTER, SHORT_QUARTER, HALF)
