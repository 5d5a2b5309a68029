"""The words that times are made of, each with the one-letter code of its token type.

Case counts where a common word shares its letters with a name: "may", "march", "sun" and "sat" are words, "May" and
"March" are (perhaps) months. `rules` decide in context.

    M month      W weekday    Y year-like     D one or two digits   N other number   o "5th"     O "fifth"
    w number word             U unit          V units               S season         P part of day
    T today      R now, soon  F festival      X 1990s, nineties     x this           y that, these
    l last       n next       c current, same d the                 a a, an          e each      p per
    v few        k early      b beginning     h later, earlier      g ago            m about     q more, less
    j than       L least      B no            u up                  @ at             > to        f of
    i other prepositions      & and, or       z fiscal              A a.m.           Z time zone H fraction
    I 2025-05-04 C 8:52       s 5/4/2025      K o'clock             G half           E era       t time
    J adverb of repetition    r old           ' 's                  4 recent         5 future
    6 hundred        1 8am        2 Q3         3 FY2024        Q '89                 - , = . |        _ anything else
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from twosource.annotate.time.calendar import Unit

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
ZONES = "GMT UTC EST EDT ET CST CDT PST PDT MST MDT BST CET CEST EET MSK IST JST HKT SGT AEST AEDT"
_WORDS_TOO = frozenset({"may", "march", "mar", "jan", "dec", "sun", "sat", "mon", "wed"})
"""Written small these are words, or names of people."""

_PLAIN = {
    "U": " ".join(UNITS),
    "V": " ".join(UNIT_PLURALS),
    "S": " ".join(SEASONS),
    "P": "morning dawn daybreak sunrise noon midday noontime lunchtime afternoon evening dusk sunset nightfall "
    "overnight "
    "midnight daytime mornings afternoons evenings",
    "w": " ".join(NUMBERS),
    "6": " ".join(SCALES),
    "F": "Christmas Easter Thanksgiving Halloween",
    "O": " ".join(ORDINALS),
    "X": " ".join(DECADE_WORDS),
    "T": " ".join(DAYS_AWAY),
    "R": " ".join(REFERENCES),
    "x": "this",
    "y": "that these those",
    "l": "last past previous preceding prior latest",
    "n": "next coming upcoming following subsequent ensuing",
    "c": "current same present",
    "d": "the its their his her",
    "a": "a an",
    "e": "each every",
    "p": "per",
    "v": "few several many couple dozen dozens some numerous",
    "k": "early late mid",
    "b": "beginning start end middle outset close",
    "h": "later earlier previously afterward afterwards",
    "g": "ago",
    "m": "about around nearly almost roughly approximately barely",
    "q": "more less fewer longer",
    "j": "than",
    "L": "least most",
    "B": "no",
    "u": "up",
    "@": "at",
    ">": "to through",
    "f": "of",
    "i": "in on by since until till throughout during between from within after before for over under into",
    "&": "and or",
    "z": "fiscal financial",
    "4": "recent",
    "5": "future",
    "Z": ZONES,
    "t": "time times",
    "J": " ".join(REPEATS),
    "r": "old",
    "K": "o'clock oclock",
    "G": "half",
    "E": "BC AD BCE CE B.C. A.D. B.C.E. C.E.",
}


def _spellings(word: str) -> Iterable[str]:
    return (word, word.capitalize(), word.upper())


@cache
def code_of_word() -> dict[str, str]:
    """The code of every known spelling of every known word."""
    table = {s: code for code, words in _PLAIN.items() for word in words.split() for s in _spellings(word)}
    for code, names in (("M", MONTHS), ("W", WEEKDAYS)):
        for name in names:
            small = () if name in _WORDS_TOO else (name,)
            table |= dict.fromkeys((*small, name.capitalize(), name.upper()), code)
    for era in ("ad", "Ad", "ce", "Ce", "Bc", "bc", "bce", "Bce"):
        table.pop(era, None)
    for zone in ZONES.split():
        table.pop(zone.lower(), None)
        table.pop(zone.capitalize(), None)
    return table
