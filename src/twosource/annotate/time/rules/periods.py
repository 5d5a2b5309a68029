"""The periods of a report, named by what they are to it: "the latest period", "the year-ago quarter", "year-end"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Frame, Offset, Point
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.parts import unit_of, year_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_LIKE = frozenset("comparable corresponding".split())


def build_year_ago_quarter(phrase: Phrase) -> Offset | None:
    """The same quarter one year before the one a report is about."""
    if phrase.has("period") and phrase.word("period") != "period":
        return None
    if phrase.has("adjective") and phrase.word("adjective") not in _LIKE:
        return None
    return build_year_ago(phrase)


def build_year_ago(phrase: Phrase) -> Offset | None:
    """The same one year before, whatever it is."""
    return Offset(-1, Unit.YEAR, Frame.STORY) if unit_of(phrase) is Unit.YEAR else None


def build_year_ago_numbered(phrase: Phrase) -> Point | None:
    """A numbered quarter of the year before."""
    number = read_ordinal(phrase.words("number"))
    quarter = unit_of(phrase) is Unit.YEAR and unit_of(phrase, "quarter") is Unit.QUARTER
    return Point(Cal(quarter=number), year_before=True) if quarter and number and number <= 4 else None


def build_latest(phrase: Phrase) -> Offset | None:
    """The quarter a report is about."""
    told = (phrase.word("latest"), phrase.word("period")) == ("latest", "period")
    return Offset(0, Unit.QUARTER, Frame.STORY) if told else None


def build_year_period(phrase: Phrase) -> Point | None:
    """The quarter of another year that a report compares with: "the 1988 period"."""
    return Point(Cal(year=year_of(phrase))) if phrase.word("period") in {"period", "quarter"} else None


def build_year_end(phrase: Phrase) -> Offset | None:
    """The end of the year of writing."""
    return Offset(0, Unit.YEAR) if unit_of(phrase) is Unit.YEAR and phrase.word("end") == "end" else None


YEAR_AGO = Rule(
    "year-ago-quarter",
    "(THE adjective=OTHER?)? unit=UNIT HYPHEN (AGO | LATER) (UNIT | period=OTHER)",
    build_year_ago_quarter,
    (Case("It earned more in [the third quarter] than in [the year-ago quarter].", ("2024-Q3", "2023-Q3")),),
    needs=(Token.UNIT,),
)
YEAR_AGO_NUMBERED = Rule(
    "year-ago-numbered",
    "THE? unit=UNIT HYPHEN (AGO | LATER) number=(ORDINAL | NTH) HYPHEN? quarter=UNIT",
    build_year_ago_numbered,
    (Case("It earned more than in [the year-ago third quarter].", ("2023-Q3",)),),
    needs=(Token.UNIT,),
)
YEAR_AGO_BARE = Rule(
    "year-ago",
    "unit=UNIT HYPHEN (AGO | LATER) !UNIT",
    build_year_ago,
    (Case("Profit in [the third quarter] beat the [year-earlier] loss.", ("2024-Q3", "2023-Q3")),),
    needs=(Token.UNIT,),
)
LATEST = Rule(
    "latest-period",
    "THE latest=LAST period=OTHER",
    build_latest,
    (Case("In [the third quarter of 2024] it lost; [the latest period] was dry.", ("2024-Q3", "2024-Q3")),),
    needs=(Token.LAST,),
)
YEAR_PERIOD = Rule(
    "year-period",
    "THE year=YEAR period=(UNIT | OTHER)",
    build_year_period,
    (Case("It made more in [the 1988 period], it said.", ("1988",)),),
    needs=(Token.YEAR,),
)
YEAR_END = Rule(
    "year-end",
    "unit=UNIT (HYPHEN | POSSESSIVE)? end=BEGINNING",
    build_year_end,
    (Case("It will close by [year-end].", ("2025",)), Case("It will close by [year's end].", ("2025",))),
    needs=(Token.BEGINNING,),
)
RULES = (YEAR_AGO, YEAR_AGO_NUMBERED, YEAR_AGO_BARE, LATEST, YEAR_PERIOD, YEAR_END)
