"""Days of a month: "May 7, 2025", "7 May", "the 5th of November", "Saturday, April 25", "2025-05-07", "31/12/2024"."""

from __future__ import annotations

import re

from twosource.annotate.time.algebra import Point, Range, Toward
from twosource.annotate.time.calendar import Cal, day_exists
from twosource.annotate.time.lexicon import WEEKDAYS
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.parts import month_of, year_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token
from twosource.text.months import MONTHS

_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:t(\d\d):(\d\d))?")
_MEASURES = frozenset("percent % per million billion points people pounds".split())
_AFTER_LISTED = frozenset("in at to for were was with when )".split())
_UNTIL = frozenset({"until", "till"})
_BEFORE_YEARLESS = frozenset("on by until till from of since before".split())
_BEFORE_MONTH = {"last": Toward.LAST, "this": Toward.THIS, "next": Toward.NEXT}
_CENTURY_TURNS = 70  # two digits below are of this century


def build_month_day(phrase: Phrase) -> Point | None:
    """A day of a named month; None where the month has no such day ("April 31", "30 February")."""
    month, day, year = month_of(phrase), _day_of(phrase.words("day")), year_of(phrase)
    if day is None or not day_exists(month, day, year) or phrase.after() in _MEASURES or _ends_in_name(phrase):
        return None
    weekday = WEEKDAYS[phrase.word("weekday").rstrip(".")] if phrase.has("weekday") else None
    return Point(Cal(year=year, month=month, day=day), weekday=weekday, toward=_BEFORE_MONTH.get(phrase.before()))


def _day_of(words: list[str]) -> int | None:
    return int(words[-1]) if words[-1].isdecimal() else read_ordinal(words)


def _ends_in_name(phrase: Phrase) -> bool:
    """An ordinal with a capital is a name: "in April First Boston sold"."""
    last = phrase.end - 1
    return phrase.scan.code(last) == Token.ORDINAL and phrase.scan.raw(last).istitle()


def build_listed_day(phrase: Phrase) -> Point | None:
    """Another day of the month just named: "April 24 and 25"; after a comma a mark or an "and" must follow it."""
    month, day, year = MONTHS[phrase.before(3).rstrip(".")], _day_of(phrase.words("day")), year_of(phrase)
    follower = phrase.code_after()
    if day is None or not day_exists(month, day, year):
        return None
    if phrase.before(4) == "between" and phrase.before() == "and" and phrase.after() not in _MEASURES:
        return Point(Cal(year=year, month=month, day=day))
    if phrase.before() == "," and follower not in SENTENCE_ENDS | {Token.COMMA, Token.AND}:
        return None
    plain = follower != Token.OTHER or phrase.after() in _AFTER_LISTED
    return Point(Cal(year=year, month=month, day=day)) if plain else None


def build_day_before(phrase: Phrase) -> Point | None:
    """A day whose month stands behind the next one: "between 8 and 25 February"."""
    month, year = month_of(phrase), year_of(phrase)
    day, other = _day_of(phrase.words("day")), _day_of(phrase.words("other"))
    led_in = phrase.has("the") or phrase.code_before() in {Token.IN, Token.OF}
    if day is None or other is None or not led_in or not day_exists(month, other, year) or not 1 <= day < other:
        return None
    return Point(Cal(year=year, month=month, day=day))


def build_month_days(phrase: Phrase) -> Range | None:
    """Some days of one month, first and last; "until" makes a range only after "from"."""
    if phrase.code("link") == Token.IN and (phrase.before() != "from" or phrase.word("link") not in _UNTIL):
        return None
    month, year = month_of(phrase), year_of(phrase)
    first, last = _day_of(phrase.words("first")), _day_of(phrase.words("last"))
    if first is None or last is None or not day_exists(month, last, year) or not 1 <= first < last:
        return None
    return Range(Point(Cal(year=year, month=month, day=first)), Point(Cal(year=year, month=month, day=last)))


def build_iso(phrase: Phrase) -> Point | None:
    """A date in ISO 8601 form, perhaps with a time."""
    found = _ISO.match(phrase.word("date"))
    if found is None:
        return None
    year, month, day = (int(figures) for figures in found.group(1, 2, 3))
    hour, minute = (int(figures) if figures else None for figures in found.group(4, 5))
    if not day_exists(month, day, year) or (hour or 0) > 24 or (minute or 0) > 59:
        return None
    return Point(Cal(year=year, month=month, day=day, hour=hour, minute=minute))


def build_slashed(phrase: Phrase) -> Point | None:
    """A date in figures; where day and month could change places the reading nearer to publication is taken.

    Without a year only "31/12" or "12/31" after a preposition is read: "1/2" is a half, "24/7" a habit.
    """
    word = phrase.word("date")
    if word == "9/11":
        return Point(Cal(year=2001, month=9, day=11))
    parts = [int(part) for part in re.split(r"[/.]", word)]
    if len(parts) == 2:
        return _yearless(phrase, *parts)
    return _figures(*parts, dotted="." in word) if len(parts) == 3 else None


def _yearless(phrase: Phrase, first: int, second: int) -> Point | None:
    month, day = (second, first) if first > 12 else (first, second)
    sure = max(first, second) > 12 and phrase.before() in _BEFORE_YEARLESS
    return Point(Cal(month=month, day=day)) if sure and day_exists(month, day) else None


def _figures(one: int, two: int, three: int, *, dotted: bool) -> Point | None:
    """Year first where it has more than two digits, else last; with points the day stands before the month."""
    year, first, second = (one, two, three) if one > 99 else (three, one, two)
    if year < 100:
        year += 2000 if year < _CENTURY_TURNS else 1900
    month, day = (second, first) if first > 12 or dotted else (first, second)
    unsure = not dotted and one <= 12 and two <= 12
    return Point(Cal(year=year, month=month, day=day), unsure=unsure) if day_exists(month, day, year) else None


MONTH_DAY = Rule(
    "month-day",
    "(weekday=WEEKDAY COMMA?)? month=MONTH THE? day=ANY_DAY !(HYPHEN? ANY_UNIT | AM_PM | FRACTION) IN_YEAR?",
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
    needs=(Token.MONTH,),
)
DAY_MONTH = Rule(
    "day-month",
    "(weekday=WEEKDAY COMMA? THE?)? THE? day=ANY_DAY OF? month=MONTH IN_YEAR?",
    build_month_day,
    (
        Case("They left on [7 May 2025].", ("2025-05-07",)),
        Case("It fell on [the 5th of November, 1605].", ("1605-11-05",)),
        Case("On [30 April] it rained, on 30 February it never will.", ("2025-04-30",)),
    ),
    needs=(Token.MONTH,),
)
MONTH_DAYS = Rule(
    "month-days",
    "month=MONTH THE? first=DAY link=(LINK | IN) THE? last=DAY !(HYPHEN? ANY_UNIT | AM_PM | MONTH) IN_YEAR?",
    build_month_days,
    (
        Case("She visits Norway on [May 7-10].", ("2025-05-07/2025-05-10",)),
        Case("She visits Norway from [May 7 to 10].", ("2025-05-07/2025-05-10",)),
        Case("She visits Norway from [May 7 until the 10th].", ("2025-05-07/2025-05-10",)),
        Case("It was open on [May 7] until 10 people came.", ("2025-05-07",)),
        Case("They talked on [March 5–9, 1918].", ("1918-03-05/1918-03-09",)),
    ),
    needs=(Token.MONTH,),
)
LISTED_DAY = Rule(
    "listed-day",
    "<(MONTH DAY (AND | COMMA)) THE? day=DAY "
    "!(HYPHEN? (ANY_UNIT | NUMERAL | MONTH | HUNDRED) | AM_PM | FRACTION | AND | AT) IN_YEAR?",
    build_listed_day,
    (
        Case("The summit was held on [April 24] and [25].", ("2025-04-24", "2025-04-25")),
        Case("They came on [April 24] and 25 people sang.", ("2025-04-24",)),
        Case("It was shut between [Feb. 8] and [25] while divers searched.", ("2025-02-08", "2025-02-25")),
        Case("It was shut between [Feb. 8] and [the 25th].", ("2025-02-08", "2025-02-25")),
    ),
    needs=(Token.MONTH,),
)
DAY_BEFORE = Rule(
    "day-before",
    "the=THE? day=DAY &((AND THE? | (TO | IN) THE) other=DAY OF? month=MONTH IN_YEAR?)",
    build_day_before,
    (
        Case("It was shut between [8] and [25 February].", ("2025-02-08", "2025-02-25")),
        Case("It fell on [the 8th] and [9th of February, 1904].", ("1904-02-08", "1904-02-09")),
        Case("She visits Norway from [the 7th] to [the 10th of May].", ("2025-05-07", "2025-05-10")),
        Case("The quake killed 8 and [25 February] became a day of rest.", ("2025-02-25",)),
    ),
    needs=(Token.MONTH,),
)
DAYS_MONTH = Rule(
    "days-month",
    "first=DAY link=(LINK | IN) last=DAY OF? month=MONTH IN_YEAR?",
    build_month_days,
    (
        Case("It was fought on [6–7 January 1916].", ("1916-01-06/1916-01-07",)),
        Case("She visits Norway from [7 to 10 May].", ("2025-05-07/2025-05-10",)),
        Case("She visits Norway from [7 until 10 May].", ("2025-05-07/2025-05-10",)),
    ),
    needs=(Token.MONTH,),
)
ISO_DATE = Rule(
    "iso-date",
    "date=ISO_DATE",
    build_iso,
    (
        Case("Updated [2025-05-04], 3 pages", ("2025-05-04",)),
        Case("Updated [2024-12-31T23:59]", ("2024-12-31T23:59",)),
        Case("Updated 2025-02-30", ()),
    ),
    needs=(Token.ISO_DATE,),
)
SLASHED = Rule(
    "slashed-date",
    "date=SLASHED",
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
    needs=(Token.SLASHED,),
)
RULES = (MONTH_DAY, LISTED_DAY, DAY_MONTH, DAY_BEFORE, MONTH_DAYS, DAYS_MONTH, ISO_DATE, SLASHED)
