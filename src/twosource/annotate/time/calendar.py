"""Calendar units and the arithmetic on them: a year, a quarter, a week, a day, an evening, a minute.

A `Cal` is one unit of the calendar, as coarse or fine as it was stated, perhaps with its year unknown. Nothing here
reads words, and nothing here raises: arithmetic that leaves the years 1 to 9999 gives None.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from twosource.model import Grain

MIN_YEAR, MAX_YEAR = 1, 9999
_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


class Unit(StrEnum):
    """The units that times are counted in."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


DAYS_IN = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}
"""Days from one unit to the next, where it does not depend on the month."""
_MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


@dataclass(frozen=True, slots=True)
class Cal:
    """One unit of the calendar. The finest field that is set says how fine it is; an unset year is not known.

    `decade` is the year without its last digit (199), `century` without its last two (19). `part` is a TIMEX3 part of
    day (MO, AF, EV, NI, DT) and `season` a TIMEX3 season (SP, SU, FA, WI). A negative year is before Christ.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    weekday: int | None = None
    """Only where the day itself is not known."""

    def at(self, clock: Cal) -> Cal:
        """The same at the part of day or clock time of another."""
        return replace(self, part=clock.part, hour=clock.hour, minute=clock.minute, second=clock.second)

    @property
    def timed(self) -> bool:
        """Whether it says when within a day."""
        return self.part is not None or self.hour is not None


def of_date(day: date) -> Cal:
    """The day as a unit.

    >>> of_date(date(2025, 5, 4)).day
    4
    """
    return Cal(year=day.year, month=day.month, day=day.day)


def date_of(cal: Cal) -> date | None:
    """The day, where `cal` names one that exists: 30 February gives None.

    >>> date_of(Cal(year=2025, month=2, day=30)) is None
    True
    """
    if cal.year is None or cal.month is None or cal.day is None or not MIN_YEAR <= cal.year <= MAX_YEAR:
        return None
    try:
        return date(cal.year, cal.month, cal.day)
    except ValueError:
        return None


def day_exists(month: int, day: int, year: int | None = None) -> bool:
    """Whether a day of a month exists, in some year where none is given.

    >>> day_exists(2, 29), day_exists(2, 29, 2025), day_exists(2, 30), day_exists(13, 1)
    (True, False, False, False)
    """
    if not 1 <= month <= 12 or day < 1:
        return False
    known = year if year is not None and MIN_YEAR <= year <= MAX_YEAR else 2000
    return day <= calendar.monthrange(known, month)[1]


def add_days(day: date, amount: int) -> date | None:
    """The date `amount` days later; None outside the years 1 to 9999.

    >>> add_days(date(9999, 12, 31), 1) is None
    True
    """
    try:
        return day + timedelta(days=amount)
    except OverflowError:
        return None


def add_months(year: int, month: int, amount: int) -> tuple[int, int] | None:
    """Year and month `amount` months later; None outside the years 1 to 9999.

    >>> add_months(2024, 11, 3), add_months(1, 1, -1)
    ((2025, 2), None)
    """
    moved = year * 12 + (month - 1) + amount
    return (moved // 12, moved % 12 + 1) if MIN_YEAR <= moved // 12 <= MAX_YEAR else None


def week_of(day: date) -> Cal:
    """The ISO week of a day: the last days of December may lie in week 1 of the next year.

    >>> week = week_of(date(2024, 12, 30))
    >>> week.year, week.week
    (2025, 1)
    """
    year, week, _ = day.isocalendar()
    return Cal(year=year, week=week)


def quarter_of(day: date) -> Cal:
    """The calendar quarter of a day."""
    return Cal(year=day.year, quarter=(day.month + 2) // 3)


def season_of(day: date) -> Cal:
    """The northern season of a day, by whole months; January belongs to the winter that began in December."""
    for season, (first, last) in _SEASON_MONTHS.items():
        if first <= day.month <= last:
            return Cal(year=day.year, season=season)
    return Cal(year=day.year if day.month == 12 else day.year - 1, season="WI")


_UNIT_OF: dict[Unit, Callable[[date], Cal]] = {
    Unit.WEEK: week_of,
    Unit.FORTNIGHT: week_of,
    Unit.WEEKEND: lambda day: replace(week_of(day), weekend=True),
    Unit.MONTH: lambda day: Cal(year=day.year, month=day.month),
    Unit.QUARTER: quarter_of,
    Unit.SEASON: season_of,
    Unit.YEAR: lambda day: Cal(year=day.year),
    Unit.DECADE: lambda day: Cal(decade=day.year // 10),
    Unit.CENTURY: lambda day: Cal(century=day.year // 100),
    Unit.MILLENNIUM: lambda day: Cal(century=day.year // 100),
    Unit.NIGHT: lambda day: replace(of_date(day), part="NI"),
}


def unit_of(day: date, unit: Unit) -> Cal:
    """The unit of the calendar that a day lies in.

    >>> unit_of(date(1998, 3, 1), Unit.DECADE).decade
    199
    """
    return _UNIT_OF.get(unit, of_date)(day)


def shift(day: date, amount: int, unit: Unit) -> Cal | None:
    """The unit that lies `amount` units after the one `day` is in; None outside the years 1 to 9999.

    >>> shift(date(2025, 1, 31), 1, Unit.MONTH).month
    2
    """
    if unit in DAYS_IN:
        moved = add_days(day, amount * DAYS_IN[unit])
        return unit_of(moved, unit) if moved else None
    if unit not in _MONTHS_IN:
        return of_date(day)
    there = add_months(day.year, day.month, amount * _MONTHS_IN[unit])
    return unit_of(date(*there, 1), unit) if there else None


def weekday_from(day: date, weekday: int, *, forward: bool, itself: bool) -> date | None:
    """The nearest day of the week before or after `day`; `itself` lets the day answer for itself.

    >>> weekday_from(date(2025, 5, 4), 5, forward=False, itself=True)
    datetime.date(2025, 5, 3)
    """
    away = (weekday - day.weekday()) % 7 if forward else (day.weekday() - weekday) % 7
    if away == 0 and not itself:
        away = 7
    return add_days(day, away if forward else -away)


def first_day(cal: Cal) -> date | None:
    """The first day of the unit, None where that is not known or not in the years 1 to 9999."""
    days = days_of(cal)
    return days[0] if days else None


def days_of(cal: Cal) -> tuple[date, date] | None:
    """First and last day of the unit, None where they are not known.

    >>> days_of(Cal(year=2020, week=53)), days_of(Cal(year=2024, month=2))[1].day
    ((datetime.date(2020, 12, 28), datetime.date(2021, 1, 3)), 29)
    """
    if cal.century is not None:
        return _whole_years(cal.century * 100, cal.century * 100 + 99)
    if cal.decade is not None:
        return _whole_years(cal.decade * 10, cal.decade * 10 + 9)
    if cal.year is None or not MIN_YEAR <= cal.year <= MAX_YEAR:
        return None
    if cal.week is not None:
        return _week_days(cal.year, cal.week, weekend=cal.weekend)
    if cal.day is not None:
        day = date_of(cal)
        return (day, day) if day else None
    return _months_of(cal.year, cal)


def _whole_years(first: int, last: int) -> tuple[date, date] | None:
    first = max(first, MIN_YEAR) if last >= MIN_YEAR else first
    return (date(first, 1, 1), date(last, 12, 31)) if MIN_YEAR <= last <= MAX_YEAR else None


def _week_days(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    last = add_days(monday, 6)
    first = add_days(monday, 5) if weekend else monday
    return (first, last) if first and last else None


def _months_of(year: int, cal: Cal) -> tuple[date, date] | None:
    if cal.month is not None:
        first, last = cal.month, cal.month
    elif cal.quarter is not None:
        first, last = cal.quarter * 3 - 2, cal.quarter * 3
    elif cal.half is not None:
        first, last = cal.half * 6 - 5, cal.half * 6
    elif cal.season is not None:
        first, last = _SEASON_MONTHS[cal.season]
    else:
        first, last = 1, 12
    end_year = year + 1 if last < first else year
    if end_year > MAX_YEAR or not 1 <= first <= 12:
        return None
    return date(year, first, 1), date(end_year, last, calendar.monthrange(end_year, last)[1])


def grain_of(cal: Cal) -> Grain:
    """How finely the unit is stated."""
    table = (
        (cal.minute, Grain.MINUTE),
        (cal.hour, Grain.HOUR),
        (cal.part, Grain.PART_OF_DAY),
        (cal.day, Grain.DAY),
        (cal.week, Grain.WEEK),
        (cal.month, Grain.MONTH),
        (cal.quarter, Grain.QUARTER),
        (cal.half, Grain.QUARTER),
        (cal.season, Grain.SEASON),
        (cal.year, Grain.YEAR),
        (cal.decade, Grain.DECADE),
    )
    return next((grain for field, grain in table if field is not None), Grain.CENTURY)


def clock_of(cal: Cal) -> time | None:
    """The local time of day, where one is stated."""
    if cal.hour is None or not 0 <= cal.hour < 24:
        return None
    return time(cal.hour, cal.minute or 0, cal.second or 0)
