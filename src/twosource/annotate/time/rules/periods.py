"""The periods of a report, named by what they are to it: "the latest period", "the year-ago quarter", "year-end"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Expression, Frame, Offset, Point
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_LIKE = frozenset("comparable corresponding".split())


def build_year_ago(phrase: Phrase) -> Offset | None:
    """The same quarter one year before the one a report is about."""
    if phrase.has("p") and phrase.word("p") != "period":
        return None
    if phrase.word("u") != "year" or (phrase.has("x") and phrase.word("x") not in _LIKE):
        return None
    return Offset(-1, Unit.YEAR, Frame.STORY)


def build_latest(phrase: Phrase) -> Offset | None:
    """The quarter a report is about."""
    return (
        Offset(0, Unit.QUARTER, Frame.STORY) if phrase.word("p") == "period" and phrase.word("l") == "latest" else None
    )


def build_year_period(phrase: Phrase) -> Expression | None:
    """The quarter of another year that a report compares with: "the 1988 period"."""
    if phrase.word("p") not in {"period", "quarter"}:
        return None
    return Point(Cal(year=int(phrase.word("y"))))


def build_year_end(phrase: Phrase) -> Offset | None:
    """The end of the year of writing."""
    return Offset(0, Unit.YEAR) if phrase.word("u") == "year" and phrase.word("e") == "end" else None


YEAR_AGO = Rule(
    "year-ago-quarter",
    r"(?:d(?P<x>_)?)?(?P<u>U)-[gh](?:U|(?P<p>_))",
    build_year_ago,
    (Case("It earned more in [the third quarter] than in [the year-ago quarter].", ("2024-Q3", "2023-Q3")),),
    needs="U",
)
YEAR_AGO_BARE = Rule(
    "year-ago",
    r"(?P<v>U)-[gh](?!U)",
    lambda phrase: Offset(-1, Unit.YEAR, Frame.STORY) if phrase.word("v") == "year" else None,
    (Case("Profit in [the third quarter] beat the [year-earlier] loss.", ("2024-Q3", "2023-Q3")),),
    needs="U",
)
LATEST = Rule(
    "latest-period",
    r"d(?P<l>l)(?P<p>_)",
    build_latest,
    (Case("In [the third quarter of 2024] it lost; [the latest period] was dry.", ("2024-Q3", "2024-Q3")),),
    needs="l",
)
YEAR_PERIOD = Rule(
    "year-period",
    r"d(?P<y>Y)(?P<p>U|_)",
    build_year_period,
    (Case("It made more in [the 1988 period], it said.", ("1988",)),),
    needs="Y",
)
YEAR_END = Rule(
    "year-end",
    r"(?P<u>U)(?:-|')?(?P<e>b)",
    build_year_end,
    (Case("It will close by [year-end].", ("2025",)), Case("It will close by [year's end].", ("2025",))),
    needs="b",
)
RULES = (YEAR_AGO, YEAR_AGO_BARE, LATEST, YEAR_PERIOD, YEAR_END)
