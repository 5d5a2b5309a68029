"""Named days: "Christmas", "New Year's Eve", "Good Friday", "Thanksgiving 2024"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal, of_date
from twosource.annotate.time.festivals import FESTIVALS
from twosource.annotate.time.rules.parts import toward_of, year_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_ANY_YEAR = 2001


def build_festival(phrase: Phrase) -> Point | None:
    """A named day, in its year where one stands beside it, else to be placed like a day of a month."""
    name = " ".join(phrase.words("name")).replace(" 's", "'s").replace(" ’s", "'s")
    festival = FESTIVALS.get(name)
    if festival is None or not phrase.raw("name")[0].isupper():
        return None
    year = year_of(phrase)
    day = festival.in_year(year if year is not None else _ANY_YEAR)
    if day is None or year is not None:
        return Point(of_date(day)) if day else None
    return Point(Cal(month=day.month, day=day.day), toward=toward_of(phrase), festival=name)


FESTIVAL = Rule(
    "festival",
    "which=(THIS | LAST | NEXT)? "
    "name=(FESTIVAL (OTHER | UNIT | WEEKDAY)? | OTHER UNIT POSSESSIVE (UNIT | OTHER)? | "
    "OTHER POSSESSIVE UNIT | OTHER (UNIT | WEEKDAY)) "
    "(COMMA? year=YEAR)?",
    build_festival,
    (
        Case("They rested on [Christmas Day].", ("2024-12-25",)),
        Case("They were home by [Christmas 2007].", ("2007-12-25",)),
        Case("It will reopen on [New Year's Eve].", ("2025-12-31",)),
        Case("It reopened on [Good Friday].", ("2025-04-18",)),
        Case("He was elected [last Thanksgiving].", ("2024-11-28",)),
        Case("The best day of a good man came.", ()),
    ),
    needs=(Token.FESTIVAL, Token.UNIT, Token.WEEKDAY, Token.POSSESSIVE),
)
RULES = (FESTIVAL,)
