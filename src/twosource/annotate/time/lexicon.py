"""The words that times are made of, with what they mean, and the class of tokens that each belongs to.

Case counts where a common word shares its letters with a name: "may", "march", "sun" and "sat" are words, "May" and
"March" are (perhaps) months; what stands around decides, in the rules.
"""

from __future__ import annotations

from functools import cache

from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.tokens import Token

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
UNITS = {
    "second": Unit.SECOND,
    "minute": Unit.MINUTE,
    "hour": Unit.HOUR,
    "day": Unit.DAY,
    "night": Unit.NIGHT,
    "weekend": Unit.WEEKEND,
    "week": Unit.WEEK,
    "fortnight": Unit.FORTNIGHT,
    "month": Unit.MONTH,
    "quarter": Unit.QUARTER,
    "year": Unit.YEAR,
    "decade": Unit.DECADE,
    "century": Unit.CENTURY,
    "millennium": Unit.MILLENNIUM,
}
UNIT_PLURALS = {f"{name}s": unit for name, unit in UNITS.items() if name not in {"century", "millennium"}} | {
    "centuries": Unit.CENTURY,
    "millennia": Unit.MILLENNIUM,
    "hrs": Unit.HOUR,
    "mins": Unit.MINUTE,
    "yrs": Unit.YEAR,
}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_PLURALS = {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"}
PARTS = {
    "morning": "MO",
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "noon": "12:00",
    "midday": "12:00",
    "noontime": "12:00",
    "lunchtime": "12:00",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "NI",
    "night": "NI",
    "overnight": "NI",
    "midnight": "24:00",
    "daytime": "DT",
}
NUMBERS = {
    word: value
    for value, word in enumerate(
        """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
    """.split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
REPEATS = {
    "hourly": ("PT1H", "1H"),
    "daily": ("P1D", "1D"),
    "nightly": ("XXXX-XX-XXTNI", "1D"),
    "weekly": ("P1W", "1W"),
    "fortnightly": ("P2W", "2W"),
    "biweekly": ("P2W", "2W"),
    "monthly": ("P1M", "1M"),
    "quarterly": ("P1Q", "1Q"),
    "annually": ("P1Y", "1Y"),
    "yearly": ("P1Y", "1Y"),
}
REFERENCES = {
    "now": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
    "soon": "FUTURE_REF",
}
DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_NAMES_TOO = frozenset({"may", "march", "mar", "jan", "dec", "sun", "sat", "mon", "wed"})
"""Written small these are words, or names of people."""

_WORDS = {
    Token.UNIT: " ".join(UNITS),
    Token.UNITS: " ".join(UNIT_PLURALS),
    Token.SEASON: " ".join(SEASONS),
    Token.DAY_PART: " ".join((*(word for word in PARTS if word not in UNITS), "mornings", "afternoons", "evenings")),
    Token.NUMERAL: " ".join(NUMBERS),
    Token.HUNDRED: " ".join(SCALES),
    Token.FESTIVAL: "Christmas Easter Thanksgiving Halloween",
    Token.ORDINAL: " ".join(ORDINALS),
    Token.DECADE: " ".join(DECADE_WORDS),
    Token.DAY_WORD: " ".join(DAYS_AWAY),
    Token.NOW: " ".join(REFERENCES),
    Token.THIS: "this",
    Token.THAT: "that these those",
    Token.LAST: "last past previous preceding prior latest",
    Token.NEXT: "next coming upcoming following subsequent ensuing",
    Token.CURRENT: "current same present",
    Token.THE: "the its their his her",
    Token.A: "a an",
    Token.EVERY: "each every",
    Token.PER: "per",
    Token.FEW: "few several many couple dozen dozens some numerous",
    Token.EARLY: "early late mid",
    Token.BEGINNING: "beginning start end middle outset close",
    Token.LATER: "later earlier previously afterward afterwards",
    Token.AGO: "ago",
    Token.ABOUT: "about around nearly almost roughly approximately barely",
    Token.MORE: "more less fewer longer",
    Token.THAN: "than",
    Token.LEAST: "least most",
    Token.NO: "no",
    Token.UP: "up",
    Token.AT: "at",
    Token.TO: "to through",
    Token.OF: "of",
    Token.IN: "in on by since until till throughout during between from within after before for over under into",
    Token.AND: "and or",
    Token.FISCAL: "fiscal financial",
    Token.RECENT: "recent",
    Token.FUTURE: "future",
    Token.TIME: "time times",
    Token.REPEATEDLY: " ".join(REPEATS),
    Token.OLD: "old",
    Token.OCLOCK: "o'clock oclock",
    Token.HALF: "half",
}
_EXACT = {
    Token.ZONE: "GMT UTC EST EDT ET CST CDT PST PDT MST MDT BST CET CEST EET MSK IST JST HKT SGT AEST AEDT",
    Token.ERA: "BC AD BCE CE B.C. A.D. B.C.E. C.E.",
}
"""Only as written here."""


@cache
def token_of_word() -> dict[str, Token]:
    """The class of every known spelling of every known word."""
    table = {spelling: token for token, words in _WORDS.items() for w in words.split() for spelling in _spellings(w)}
    table |= {word: token for token, words in _EXACT.items() for word in words.split()}
    for token, names in ((Token.MONTH, MONTHS), (Token.WEEKDAY, WEEKDAYS)):
        for name in names:
            table |= dict.fromkeys(_spellings(name)[name in _NAMES_TOO :], token)
    return table


def _spellings(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())
