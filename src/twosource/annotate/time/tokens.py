"""The classes of tokens that patterns are written in: the one place that names them and says what each covers."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Token(StrEnum):
    """A class of tokens. Its value is the one letter that `scan` writes for a token of it.

    >>> Token.MONTH.value, Token.MONTH.covers
    ('M', 'January, Sept.; "may" and "march" only with a capital')
    """

    covers: str

    def __new__(cls, code: str, covers: str) -> Self:
        """The class with this letter, and the words it covers."""
        token = str.__new__(cls, code)
        token._value_ = code
        token.covers = covers
        return token

    MONTH = "M", 'January, Sept.; "may" and "march" only with a capital'
    WEEKDAY = "W", "Monday, Tues."
    SEASON = "S", "spring, fall"
    FESTIVAL = "F", "Christmas, Easter, Thanksgiving, Halloween"
    DAY_PART = "P", "morning, noon, overnight"
    DAY_WORD = "T", "today, tonight, yesterday, tomorrow"
    NOW = "R", "now, currently, recently, soon"

    YEAR = "Y", "1000 to 2199 in four digits"
    SHORT_YEAR = "Q", "'89"
    DECADE = "X", "1990s, '80s, nineties"
    ERA = "E", "BC, A.D."
    FISCAL_YEAR = "3", "FY24, FY2024"
    QUARTER = "2", "Q3, 2Q, 1H"
    DIGITS = "D", "one or two digits"
    FIGURE = "N", "any other number in figures: 300, 1,200, 2.5"
    NTH = "o", "5th"
    ORDINAL = "O", "fifth"
    NUMERAL = "w", "five, twenty"
    HUNDRED = "6", "hundred, thousand, million"
    FRACTION = "H", "1/2, ½"
    HALF = "G", "half"
    ISO_DATE = "I", "2025-05-04, 2025-05-04T08:52"
    SLASHED = "s", "5/4/2025, 31/12, 4.5.2025"

    CLOCK = "C", "8:52, 8:52am"
    HOUR = "1", "8am"
    AM_PM = "A", "a.m., PM"
    OCLOCK = "K", "o'clock"
    ZONE = "Z", "GMT, EST"

    UNIT = "U", "week, century"
    UNITS = "V", "weeks, centuries"
    FEW = "v", "few, several, couple, dozens"
    ABOUT = "m", "about, around, nearly"
    MORE = "q", "more, less, fewer, longer"
    THAN = "j", "than"
    LEAST = "L", "least, most"
    NO = "B", "no"
    UP = "u", "up"
    OLD = "r", "old"
    TIME = "t", "time, times"
    EVERY = "e", "each, every"
    PER = "p", "per"
    REPEATEDLY = "J", "daily, annually"

    THIS = "x", "this"
    THAT = "y", "that, these, those"
    LAST = "l", "last, past, previous, latest"
    NEXT = "n", "next, coming, following"
    CURRENT = "c", "current, same, present"
    RECENT = "4", "recent"
    FUTURE = "5", "future"
    FISCAL = "z", "fiscal, financial"
    EARLY = "k", "early, mid, late"
    BEGINNING = "b", "beginning, middle, end"
    LATER = "h", "later, earlier, afterwards"
    AGO = "g", "ago"

    A = "a", "a, an"
    THE = "d", "the, its, their, his, her"
    OF = "f", "of"
    IN = "i", "in, on, since, until and other prepositions"
    AT = "@", "at"
    TO = ">", "to, through"
    AND = "&", "and, or"
    POSSESSIVE = "'", "'s"

    COMMA = ",", "a comma"
    HYPHEN = "-", "a hyphen or short dash between two words"
    DASH = "=", "any other dash"
    STOP = ".", "a full stop, question or exclamation mark"
    BREAK = "|", "an empty line; before and after the text"
    OTHER = "_", "anything else"


SENTENCE_ENDS = frozenset({Token.STOP, Token.BREAK})


def render_tokens() -> str:
    """The classes as a Markdown table for the documentation."""
    return "\n".join(("| class | covers |", "|---|---|", *(f"| `{token.name}` | {token.covers} |" for token in Token)))
