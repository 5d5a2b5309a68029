"""The words that times are made of, with what they mean, and the class of tokens that each belongs to.

Case counts where a common word shares its letters with a name: "may", "march", "sun" and "sat" are words, "May" and
"March" are (perhaps) months; what stands around decides, in the rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.tokens import Token
from twosource.text.months import MONTHS
from twosource.text.number_words import NUMBER_WORDS

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
NUMBERS = NUMBER_WORDS
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

_WORDS: Mapping[Token, Iterable[str]] = {
    Token.UNIT: UNITS,
    Token.UNITS: UNIT_PLURALS,
    Token.SEASON: SEASONS,
    Token.DAY_PART: (*(part for part in PARTS if part not in UNITS), "mornings", "afternoons", "evenings"),
    Token.NUMERAL: NUMBERS,
    Token.HUNDRED: SCALES,
    Token.FESTIVAL: "Christmas Easter Thanksgiving Halloween".split(),
    Token.ORDINAL: ORDINALS,
    Token.DECADE: DECADE_WORDS,
    Token.DAY_WORD: DAYS_AWAY,
    Token.NOW: REFERENCES,
    Token.THIS: "this".split(),
    Token.THAT: "that these those".split(),
    Token.LAST: "last past previous preceding prior latest".split(),
    Token.NEXT: "next coming upcoming following subsequent ensuing".split(),
    Token.CURRENT: "current same present".split(),
    Token.THE: "the its their his her".split(),
    Token.A: "a an".split(),
    Token.EVERY: "each every".split(),
    Token.PER: "per".split(),
    Token.FEW: "few several many couple dozen dozens some numerous".split(),
    Token.EARLY: "early late mid".split(),
    Token.BEGINNING: "beginning start end middle outset close".split(),
    Token.LATER: "later earlier previously afterward afterwards".split(),
    Token.AGO: "ago".split(),
    Token.ABOUT: "about around nearly almost roughly approximately barely".split(),
    Token.MORE: "more less fewer longer".split(),
    Token.THAN: "than".split(),
    Token.LEAST: "least most".split(),
    Token.NO: "no".split(),
    Token.UP: "up".split(),
    Token.AT: "at".split(),
    Token.TO: "to through".split(),
    Token.OF: "of".split(),
    Token.IN: """
        in on by since until till throughout during between from within after before for over under into
    """.split(),
    Token.AND: "and or".split(),
    Token.FISCAL: "fiscal financial".split(),
    Token.RECENT: "recent".split(),
    Token.FUTURE: "future".split(),
    Token.TIME: "time times".split(),
    Token.REPEATEDLY: REPEATS,
    Token.OLD: "old".split(),
    Token.OCLOCK: "o'clock oclock".split(),
    Token.HALF: "half".split(),
}
_EXACT: Mapping[Token, Iterable[str]] = {
    Token.ZONE: "GMT UTC EST EDT ET CST CDT PST PDT MST MDT BST CET CEST EET MSK IST JST HKT SGT AEST AEDT".split(),
    Token.ERA: "BC AD BCE CE B.C. A.D. B.C.E. C.E.".split(),
}
"""Only as written here."""


@cache
def token_of_word() -> dict[str, Token]:
    """The class of every known spelling of every known word."""
    table = {spelling: token for token, words in _WORDS.items() for word in words for spelling in _spellings(word)}
    table |= {word: token for token, words in _EXACT.items() for word in words}
    for token, names in ((Token.MONTH, MONTHS), (Token.WEEKDAY, WEEKDAYS)):
        for name in names:
            capital = _spellings(name)[1:]
            table |= dict.fromkeys(capital if name in _NAMES_TOO else (name, *capital), token)
    return table


def _spellings(word: str) -> tuple[str, ...]:
    return (word, word.capitalize(), word.upper())
