"""Days of a month: "May 7, 2025", "7 May", "the 5th of November", "Saturday, April 25", "2025-05-07", "31/12/2024"."""

from __future__ import annotations

import re

from twosource.annotate.time.algebra import Point, Range, Toward
from twosource.annotate.time.calendar import Cal, day_exists
from twosource.annotate.time.lexicon import MONTHS, WEEKDAYS
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:t(\d\d):(\d\d))?")
_MEASURES = frozenset("percent % per million billion points people pounds".split())


def _day_of(words: list[str]) -> int | None:
    return int(words[-1]) if words[-1].isdecimal() else read_ordinal(words)


def _year_of(phrase: Phrase) -> int | None:
    word = phrase.word("y")
    return int(word) if word.isdecimal() else None


def _weekday_of(phrase: Phrase) -> int | None:
    return WEEKDAYS[phrase.word("w").rstrip(".")] if phrase.has("w") else None


def build_month_day(phrase: Phrase) -> Point | None:
    """A day of a named month; None where the month has no such day ("April 31", "30 February")."""
    month, day, year = MONTHS[phrase.word("m").rstrip(".")], _day_of(phrase.words("d")), _year_of(phrase)
    if day is None or not day_exists(month, day, year) or phrase.after() in _MEASURES:
        return None
    if phrase.scan.raw(phrase.end - 1).istitle() and phrase.scan.code(phrase.end - 1) == "O":
        return None
    toward = {"last": Toward.LAST, "this": Toward.THIS, "next": Toward.NEXT}.get(phrase.before())
    return Point(Cal(year=year, month=month, day=day), weekday=_weekday_of(phrase), toward=toward)


def build_listed_day(phrase: Phrase) -> Point | None:
    """Another day of the month just named: "April 24 and 25"."""
    month, day, year = MONTHS[phrase.before(3).rstrip(".")], _day_of(phrase.words("d")), _year_of(phrase)
    follower = phrase.scan.code(phrase.end)
    if day is None or not day_exists(month, day, year) or (phrase.before() == "," and follower not in ".,|&"):
        return None
    plain = follower != "_" or phrase.after() in {"in", "at", "to", "for", "were", "was", "with", "when", ")"}
    return Point(Cal(year=year, month=month, day=day)) if plain else None


def build_month_days(phrase: Phrase) -> Range | None:
    """Some days of one month, first and last."""
    month, year = MONTHS[phrase.word("m").rstrip(".")], _year_of(phrase)
    first, last = _day_of(phrase.words("d")), _day_of(phrase.words("e"))
    if first is None or last is None or not day_exists(month, last, year) or not 1 <= first < last:
        return None
    return Range(Point(Cal(year=year, month=month, day=first)), Point(Cal(year=year, month=month, day=last)))


def build_iso(phrase: Phrase) -> Point | None:
    """A date in ISO 8601 form, perhaps with a time."""
    found = _ISO.match(phrase.word("i"))
    if found is None:
        return None
    year, month, day = (int(found.group(i)) for i in (1, 2, 3))
    hour, minute = found.group(4), found.group(5)
    if not day_exists(month, day, year) or (hour and (int(hour) > 24 or int(minute) > 59)):
        return None
    clock = (int(hour), int(minute)) if hour else (None, None)
    return Point(Cal(year=year, month=month, day=day, hour=clock[0], minute=clock[1]))


def build_slashed(phrase: Phrase) -> Point | None:
    """A date in figures; where day and month could change places the reading nearer to publication is taken.

    Without a year only "31/12" or "12/31" after a preposition is read: "1/2" is a half, "24/7" a habit.
    """
    if phrase.word("s") == "9/11":
        return Point(Cal(year=2001, month=9, day=11))
    parts = [int(part) for part in re.split(r"[/.]", phrase.word("s"))]
    if len(parts) == 2:
        return _yearless(phrase, *parts)
    if len(parts) != 3:
        return None
    year, first, second = (parts[0], parts[1], parts[2]) if parts[0] > 99 else (parts[2], parts[0], parts[1])
    if year < 100:
        year += 2000 if year < 70 else 1900
    dotted = "." in phrase.word("s")
    month, day = (second, first) if first > 12 or dotted else (first, second)
    unsure = not dotted and parts[0] <= 12 and parts[1] <= 12
    return Point(Cal(year=year, month=month, day=day), unsure=unsure) if day_exists(month, day, year) else None


def _yearless(phrase: Phrase, first: int, second: int) -> Point | None:
    month, day = (second, first) if first > 12 else (first, second)
    sure = max(first, second) > 12 and phrase.before() in {"on", "by", "until", "till", "from", "of", "since", "before"}
    return Point(Cal(month=month, day=day)) if sure and day_exists(month, day) else None


MONTH_DAY = Rule(
    "month-day",
    r"(?:(?P<w>W),?)?(?P<m>M)d?(?P<d>D|o|O|w-?O)(?!-?[UV]|[:/%A]|H)(?:,?(?P<y>Y)(?!-?[V]))?",
    build_month_day,
    (
        Case("He flew home on [May 7, 2025], they said.", ("2025-05-07",)),
        Case("The vote was on [April 17].", ("2025-04-17",)),
        Case("He was shot last [May 23] at home.", ("2024-05-23",)),
        Case("It begins on [Sunday, March eighth].", ("2025-03-08",)),
        Case("The paper of [Friday, Oct. 13] was late.", ("2024-10-13",)),
        Case("A leap day, [Feb. 29, 2024], was chosen.", ("2024-02-29",)),
        Case("He signed it on April 31.", ()),
        Case("It never came, that February 30 of his.", ()),
    ),
    needs="M",
)
DAY_MONTH = Rule(
    "day-month",
    r"(?:(?P<w>W),?d?)?d?(?P<d>D|o|O|w-?O)f?(?P<m>M)(?:,?(?P<y>Y)(?!-?[V]))?",
    build_month_day,
    (
        Case("They left on [7 May 2025].", ("2025-05-07",)),
        Case("It fell on [the 5th of November, 1605].", ("1605-11-05",)),
        Case("On [30 April] it rained, on 30 February it never will.", ("2025-04-30",)),
    ),
    needs="M",
)
MONTH_DAYS = Rule(
    "month-days",
    r"(?P<m>M)(?P<d>D|o)[-=>](?P<e>D|o)(?!-?[UV]|[:/%AM])(?:,?(?P<y>Y)(?!-?[V]))?",
    build_month_days,
    (
        Case("She visits Norway on [May 7-10].", ("2025-05-07/2025-05-10",)),
        Case("She visits Norway from [May 7 to 10].", ("2025-05-07/2025-05-10",)),
        Case("They talked on [March 5–9, 1918].", ("1918-03-05/1918-03-09",)),
    ),
    needs="M",
)
LISTED_DAY = Rule(
    "listed-day",
    r"(?<=M[Do][&,])(?P<d>[Do])(?!-?[UVwM6]|[:/%AH&@])(?:,?(?P<y>Y)(?!-?V))?",
    build_listed_day,
    (
        Case("The summit was held on [April 24] and [25].", ("2025-04-24", "2025-04-25")),
        Case("They came on [April 24] and 25 people sang.", ("2025-04-24",)),
    ),
    needs="M",
)
DAYS_MONTH = Rule(
    "days-month",
    r"(?P<d>D|o)[-=>](?P<e>D|o)f?(?P<m>M)(?:,?(?P<y>Y)(?!-?[V]))?",
    build_month_days,
    (Case("It was fought on [6–7 January 1916].", ("1916-01-06/1916-01-07",)),),
    needs="M",
)
ISO_DATE = Rule(
    "iso-date",
    r"(?P<i>I)",
    build_iso,
    (
        Case("Updated [2025-05-04], 3 pages", ("2025-05-04",)),
        Case("Updated [2024-12-31T23:59]", ("2024-12-31T23:59",)),
        Case("Updated 2025-02-30", ()),
    ),
    needs="I",
)
SLASHED = Rule(
    "slashed-date",
    r"(?P<s>s)",
    build_slashed,
    (
        Case("Filed [5/4/2025] in court", ("2025-05-04",)),
        Case("Filed [02/05/2025] in court", ("2025-05-02",)),
        Case("The [9/11] attacks shook them.", ("2001-09-11",)),
        Case("Filed [31/12/2024] in court", ("2024-12-31",)),
        Case("The offer stands until [31/12], they said.", ("2024-12-31",)),
        Case("They are open 24/7 all summer-like days", ()),
        Case("Filed 32/13/2024 in court", ()),
    ),
    needs="s",
)
RULES = (MONTH_DAY, LISTED_DAY, DAY_MONTH, MONTH_DAYS, DAYS_MONTH, ISO_DATE, SLASHED)
