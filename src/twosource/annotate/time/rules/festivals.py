"""Named days: "Christmas", "New Year's Eve", "Good Friday", "Thanksgiving 2024"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal, of_date
from twosource.annotate.time.festivals import FESTIVALS
from twosource.annotate.time.rules.months import TOWARD
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_ANY_YEAR = 2001


def build_festival(phrase: Phrase) -> Point | None:
    """A named day, in its year where one stands beside it, else to be placed like a day of a month."""
    name = " ".join(phrase.words("f")).replace(" 's", "'s").replace(" ’s", "'s")
    festival = FESTIVALS.get(name)
    if festival is None or not phrase.scan.raw(phrase.match.start("f"))[:1].isupper():
        return None
    day = festival.in_year(int(phrase.word("y")) if phrase.has("y") else _ANY_YEAR)
    if day is None or phrase.has("y"):
        return Point(of_date(day)) if day else None
    toward = TOWARD.get(phrase.word("r")) if phrase.has("r") else None
    return Point(Cal(month=day.month, day=day.day), toward=toward, festival=name)


FESTIVAL = Rule(
    "festival",
    r"(?P<r>[xln])?(?P<f>F[_UW]?|_U'[U_]?|_'U|_[UW])(?:,?(?P<y>Y))?",
    build_festival,
    (
        Case("They rested on [Christmas Day].", ("2024-12-25",)),
        Case("They were home by [Christmas 2007].", ("2007-12-25",)),
        Case("It will reopen on [New Year's Eve].", ("2025-12-31",)),
        Case("It reopened on [Good Friday].", ("2025-04-18",)),
        Case("He was elected [last Thanksgiving].", ("2024-11-28",)),
        Case("The best day of a good man came.", ()),
    ),
    needs="FUW'",
)
RULES = (FESTIVAL,)
