"""Quarters and halves: "the third quarter of 1990", "third-quarter", "this quarter", "the first half of 1989"."""

from __future__ import annotations

from dataclasses import replace

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.parts import toward_of, unit_of, year_of, years_away
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_HALVES = {"first": 1, "second": 2, "last": 2, "latter": 2}


def build_quarter(phrase: Phrase) -> Point | None:
    """A numbered quarter, with or without its year."""
    number = read_ordinal(phrase.words("number"))
    if unit_of(phrase) is not Unit.QUARTER or number is None or not 1 <= number <= 4:
        return None
    return _with_year(phrase, Cal(quarter=number))


def build_half(phrase: Phrase) -> Point | None:
    """The first or second half of a year; half of anything else is a quantity."""
    number = _HALVES.get(phrase.word("number"))
    if number is None:
        return None
    if unit_of(phrase) is Unit.YEAR:
        return Point(Cal(half=number), year_shift=0)
    return _with_year(phrase, Cal(half=number)) if phrase.has("year") or toward_of(phrase) else None


def build_short(phrase: Phrase) -> Point:
    """A quarter or half in short: "Q3 2024", "1H"."""
    word = phrase.word("quarter")
    number = int(word.strip("qh"))
    return _with_year(phrase, Cal(quarter=number) if "q" in word else Cal(half=number))


def _with_year(phrase: Phrase, cal: Cal) -> Point:
    if phrase.has("year"):
        return Point(replace(cal, year=year_of(phrase)))
    shift = years_away(phrase)
    return Point(cal, toward=toward_of(phrase) if shift is None else None, year_shift=shift)


QUARTER = Rule(
    "quarter",
    "(which=THIS_YEAR UNIT POSSESSIVE | THE year=YEAR | THE !((ORDINAL | NTH) HYPHEN))? (FISCAL HYPHEN?)? "
    "number=(ORDINAL | NTH) HYPHEN? unit=UNIT (OF? year2=YEAR)? (OF? THE? which2=THIS_YEAR UNIT)?",
    build_quarter,
    (
        Case("It lost money in [the third quarter of 1990].", ("1990-Q3",)),
        Case("Its [third-quarter] profit rose.", ("2024-Q3",)),
        Case("It lost money in [the 1988 second quarter].", ("1988-Q2",)),
        Case("In [this year's first quarter] it grew.", ("2025-Q1",)),
        Case("He lives in the Latin Quarter in a third of a house.", ()),
    ),
    needs=(Token.UNIT,),
)
SHORT_QUARTER = Rule(
    "short-quarter",
    "quarter=QUARTER year=YEAR?",
    build_short,
    (Case("Sales rose in [Q3 2024], it said.", ("2024-Q3",)),),
    needs=(Token.QUARTER,),
)
HALF = Rule(
    "half",
    "THE number=(ORDINAL | LAST | OTHER) HALF (OF (THE? which=THIS_YEAR UNIT | year=YEAR | THE unit=UNIT))?",
    build_half,
    (
        Case("Through [the first half of 1989] it grew.", ("1989-H1",)),
        Case("Prices rose through [the first half of the year].", ("2025-H1",)),
        Case("He scored in the second half of play.", ()),
    ),
    needs=(Token.HALF,),
)
RULES = (QUARTER, SHORT_QUARTER, HALF)
