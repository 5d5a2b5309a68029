"""Days and intervals in words, with their grain shown and never more precision than was stated."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, time

from twosource.model import Basis, Grain, When

MONTHS = "January February March April May June July August September October November December".split()
_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{4,}(?![\d,-])")
_ISO_UNIT = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$")
_ISO_WHEN = re.compile(r"(?P<first>[\d-]{4,10}|\.\.)(?:/(?P<last>[\d-]{4,10}|\.\.)|T(?P<clock>\d\d:\d\d))?$")
_RANGE = re.compile(r"^([\d.]+)-([\d.]+)(?= )")
_MEASURE = re.compile(
    r"(?P<number>[\d.,]+) (?P<unit>second|minute|hour|day|night|week|month|year|decade|(?:nautical )?mile|yard|tonne"
    r"|ton|ounce|litre|gallon|barrel|hectare|acre|knot|degree|foot|inch)$"
)


def show_day(day: date) -> str:
    """A day as an English newspaper writes it.

    >>> show_day(date(2025, 5, 4))
    '4 May 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


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
        return f"{first.day} {MONTHS[first.month - 1]} – {show_day(last)}"
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
    days = _show_unit(first, last, when.grain)
    return f"{days}, {when.clock:%H:%M}" if when.clock else days


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
    Grain.MONTH: lambda day: f"{MONTHS[day.month - 1]} {day.year}",
    Grain.SEASON: _name_season,
    Grain.QUARTER: lambda day: f"{_QUARTERS[(day.month - 1) // 3]} quarter of {day.year}",
    Grain.YEAR: lambda day: str(day.year),
    Grain.DECADE: lambda day: f"the {day.year - day.year % 10}s",
    Grain.CENTURY: lambda day: f"the {day.year - day.year % 100}s",
}


_WEEKEND_DAYS = 2
_NOT_STATED = {Grain.MONTH: "day not stated", Grain.YEAR: "month not stated"}


def note_grain(first: date | None, last: date | None, grain: Grain) -> str:
    """What a reader must know of the grain beside the time itself; empty where days are stated.

    >>> note_grain(date(2025, 5, 7), date(2025, 5, 10), Grain.DAY), note_grain(date(2025, 5, 1), None, Grain.MONTH)
    ('', 'day not stated')
    >>> note_grain(date(2025, 5, 10), date(2025, 5, 11), Grain.WEEK)
    'weekend'
    """
    if grain is Grain.WEEK and first is not None and last is not None and (last - first).days < _WEEKEND_DAYS:
        return "weekend"
    return "" if grain is Grain.DAY else _NOT_STATED.get(grain, grain.value)


def _name_unit(day: date, grain: Grain) -> str | None:
    name = _NAMES.get(grain)
    return None if name is None else name(day)


def show_value(value: str) -> str:
    """The value of one side of a finding: ISO dates and intervals in words, long numbers as a newspaper writes them.

    >>> show_value("31200000000 USD"), show_value("at least 1200 people"), show_value("1234567 EUR")
    ('31.2 billion USD', 'at least 1,200 people', '1,234,567 EUR')
    >>> show_value("2024-09"), show_value("2025-05-07/2025-05-10"), show_value("2025-03-11T07:20")
    ('September 2024', '7–10 May 2025', '11 March 2025, 07:20')
    >>> show_value("2016"), show_value("about 10 minute"), show_value("1 hour")
    ('2016', 'about 10 minutes', '1 hour')
    >>> show_value("10-12 foot"), show_value("400 lb")
    ('10–12 feet', '400 lb')
    """
    when = read_when(value)
    if when is not None:
        return show_when(when)
    ranged = _RANGE.sub(r"\1–\2", _MEASURE.sub(_count_measures, value))
    return _LONG_NUMBER.sub(_group_digits, ranged)


def _group_digits(found: re.Match[str]) -> str:
    """A long number as a newspaper writes it: in millions and billions where that loses nothing, else in groups."""
    number = int(found.group())
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if number >= size and number * 100 % size == 0:
            return f"{number / size:g} {name}"
    return f"{number:,}"


_IRREGULAR = {"foot": "feet", "inch": "inches"}


def _count_measures(found: re.Match[str]) -> str:
    unit = found["unit"]
    return found.group() if found["number"] == "1" else f"{found['number']} {_IRREGULAR.get(unit, f'{unit}s')}"


def read_when(value: str) -> When | None:
    """The time that one side of a finding writes in ISO 8601, ".." for an open end; None where it is no time.

    Policy: whole months and years are read at that grain, so that no more precision is shown than was stated.

    >>> when = read_when("2013-01-01/..")
    >>> when.earliest, when.latest, when.grain.value
    (datetime.date(2013, 1, 1), None, 'year')
    """
    found = _ISO_WHEN.match(value)
    first = _read_unit(found["first"]) if found else None
    last = _read_unit(found["last"] or found["first"]) if found else None
    if found is None or (first is None and last is None):
        return None
    begin, end = first and first[0], last and last[1]
    clock = time.fromisoformat(found["clock"]) if found["clock"] else None
    return When(earliest=begin, latest=end, grain=_grain_between(begin, end), basis=Basis.STATED, clock=clock)


def _read_unit(text: str) -> tuple[date, date] | None:
    """First and last day of a year, month or day."""
    found = _ISO_UNIT.match(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return first, first if day else date(first.year, month or 12, monthrange(first.year, month or 12)[1])


def _grain_between(first: date | None, last: date | None) -> Grain:
    if (first and first.day != 1) or (last and last.day != monthrange(last.year, last.month)[1]):
        return Grain.DAY
    whole_years = (first is None or first.month == 1) and (last is None or last.month == 12)
    return Grain.YEAR if whole_years else Grain.MONTH
