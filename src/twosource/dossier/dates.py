"""Days and intervals in words, with their grain shown and never more precision than was stated."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from twosource.model import Grain, When

_MONTHS = "January February March April May June July August September October November December".split()
_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{4,}(?![\d,-])")
_BARE_YEAR = re.compile(r"[12]\d{3}$")
_DURATION = re.compile(r"(?P<number>[\d.,]+) (?P<unit>second|minute|hour|day|night|week|month|year|decade)$")
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)$")


def show_day(day: date) -> str:
    """A day as an English newspaper writes it.

    >>> show_day(date(2025, 5, 4))
    '4 May 2025'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def show_days(first: date | None, last: date | None) -> str | None:
    """An interval of days, saying each month and year once; None where neither end is known.

    >>> show_days(date(2025, 5, 7), date(2025, 5, 10))
    '7–10 May 2025'
    >>> show_days(date(2025, 4, 30), date(2025, 5, 2))
    '30 April – 2 May 2025'
    >>> show_days(date(2022, 2, 1), None)
    'since 1 February 2022'
    """
    if first is None or last is None:
        return _show_open(first, last, show_day)
    if first == last:
        return show_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{show_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {show_day(last)}"
    return f"{show_day(first)} – {show_day(last)}"


def _show_open(first: date | None, last: date | None, show: Callable[[date], str]) -> str | None:
    if first is not None:
        return f"since {show(first)}"
    return None if last is None else f"until {show(last)}"


def show_when(when: When) -> str:
    """An interval at the grain it was stated with: a month stays a month.

    >>> from twosource.model import Basis
    >>> show_when(When(earliest=date(2024, 9, 1), latest=date(2024, 9, 30), grain=Grain.MONTH, basis=Basis.STATED))
    'September 2024'
    >>> show_when(When(earliest=date(2013, 1, 1), latest=None, grain=Grain.YEAR, basis=Basis.STATED))
    'since 2013'
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return _show_open(first, last, lambda day: _show_unit(day, day, when.grain)) or "at a time not stated"
    return _show_unit(first, last, when.grain)


def _show_unit(first: date, last: date, grain: Grain) -> str:
    begin, end = _name_unit(first, grain), _name_unit(last, grain)
    if begin is None or end is None:
        return show_days(first, last) or ""
    return begin if begin == end else f"{begin} – {end}"


_SEASONS = ("winter", "spring", "summer", "autumn")


def _name_season(day: date) -> str:
    """Seasons of the northern year; a winter is called by both its years."""
    season = _SEASONS[day.month % 12 // 3]
    if season != "winter":
        return f"{season} {day.year}"
    begin = day.year if day.month == 12 else day.year - 1
    return f"winter {begin}–{(begin + 1) % 100:02d}"


_QUARTERS = ("first", "second", "third", "fourth")
_NAMES: dict[Grain, Callable[[date], str]] = {
    Grain.MONTH: lambda day: f"{_MONTHS[day.month - 1]} {day.year}",
    Grain.SEASON: _name_season,
    Grain.QUARTER: lambda day: f"{_QUARTERS[(day.month - 1) // 3]} quarter of {day.year}",
    Grain.YEAR: lambda day: str(day.year),
    Grain.DECADE: lambda day: f"the {day.year - day.year % 10}s",
    Grain.CENTURY: lambda day: f"century of {day.year}",
}


_WEEKEND_DAYS = 2


def name_grain(first: date | None, last: date | None, grain: Grain) -> str:
    """The grain in a word, telling several days from one.

    >>> name_grain(date(2025, 5, 7), date(2025, 5, 10), Grain.DAY), name_grain(date(2025, 5, 7), None, Grain.DAY)
    ('several days', 'day')
    """
    if first is None or last is None:
        return grain.value
    if grain is Grain.WEEK and (last - first).days < _WEEKEND_DAYS:
        return "weekend"
    return "several days" if grain is Grain.DAY and first != last else grain.value


def _name_unit(day: date, grain: Grain) -> str | None:
    name = _NAMES.get(grain)
    return None if name is None else name(day)


def show_value(value: str) -> str:
    """The value of one side of a finding: ISO days, months and intervals in words, long numbers in groups of three.

    >>> show_value("105000000000 USD"), show_value("at least 1200 people")
    ('105,000,000,000 USD', 'at least 1,200 people')
    >>> show_value("2024-09-01/2024-09-30"), show_value("2025-05-07/2025-05-10"), show_value("27 leader")
    ('September 2024', '7–10 May 2025', '27 leader')
    >>> show_value("2016"), show_value("about 10 minute"), show_value("1 hour")
    ('2016', 'about 10 minutes', '1 hour')
    """
    if _BARE_YEAR.match(value):
        return value
    first, _, last = value.partition("/")
    begin, end = _parse_day(first, closing=False), _parse_day(last or first, closing=True)
    if begin is None or end is None:
        return _LONG_NUMBER.sub(lambda match: f"{int(match.group()):,}", _DURATION.sub(_count_units, value))
    if begin.day == 1 and end == date(begin.year, begin.month, monthrange(begin.year, begin.month)[1]):
        return f"{_MONTHS[begin.month - 1]} {begin.year}"
    if (begin.month, begin.day, end.month, end.day, begin.year) == (1, 1, 12, 31, end.year):
        return str(begin.year)
    return show_days(begin, end) or value


def _count_units(found: re.Match[str]) -> str:
    return found.group() if found["number"] == "1" else f"{found.group()}s"


def _parse_day(text: str, *, closing: bool) -> date | None:
    try:
        if match := _ISO_DAY.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _ISO_MONTH.match(text):
            year, month = int(match[1]), int(match[2])
            return date(year, month, monthrange(year, month)[1] if closing else 1)
    except ValueError:
        return None
    return None
