"""TIMEX3 values, written from calendar units and lengths: the last step, and the only one that knows the notation."""

from __future__ import annotations

from twosource.annotate.time.algebra import Duration
from twosource.annotate.time.calendar import Cal, Unit

_LETTERS = {
    Unit.SECOND: ("T", "S", 1.0),
    Unit.MINUTE: ("T", "M", 1.0),
    Unit.HOUR: ("T", "H", 1.0),
    Unit.DAY: ("", "D", 1.0),
    Unit.NIGHT: ("", "D", 1.0),
    Unit.WEEKEND: ("", "WE", 1.0),
    Unit.WEEK: ("", "W", 1.0),
    Unit.FORTNIGHT: ("", "W", 2.0),
    Unit.MONTH: ("", "M", 1.0),
    Unit.QUARTER: ("", "Q", 1.0),
    Unit.SEASON: ("", "SE", 1.0),
    Unit.YEAR: ("", "Y", 1.0),
    Unit.DECADE: ("", "Y", 10.0),
    Unit.CENTURY: ("", "Y", 100.0),
    Unit.MILLENNIUM: ("", "Y", 1000.0),
}
_UNKNOWN = {Unit.DECADE: "PXE", Unit.CENTURY: "PXC", Unit.MILLENNIUM: "PXL", Unit.FORTNIGHT: "PXW", Unit.NIGHT: "PXD"}


def value_of_cal(cal: Cal) -> str:
    """The TIMEX3 value of a unit of the calendar.

    >>> value_of_cal(Cal(year=1998, week=6, weekend=True)), value_of_cal(Cal(month=5, day=9))
    ('1998-W06-WE', 'XXXX-05-09')
    >>> value_of_cal(Cal(year=2025, month=5, day=4, part="EV")), value_of_cal(Cal(year=-323))
    ('2025-05-04TEV', 'BC0323')
    """
    day = _day_value(cal)
    if cal.part is not None:
        return f"{day}T{cal.part}"
    if cal.hour is None:
        return day
    return f"{day}T{cal.hour:02d}:{cal.minute or 0:02d}" + (f":{cal.second:02d}" if cal.second is not None else "")


def _day_value(cal: Cal) -> str:
    if cal.century is not None:
        return f"{cal.century:02d}" if cal.century >= 0 else f"BC{-cal.century - 1:02d}"
    if cal.decade is not None:
        return f"{cal.decade:03d}"
    year = "XXXX" if cal.year is None else f"{cal.year:04d}" if cal.year >= 0 else f"BC{-cal.year:04d}"
    within = _within_year(cal)
    return f"{year}-{within}" if within else year


def _within_year(cal: Cal) -> str:
    """What follows the year, empty for a whole year."""
    week = f"W{cal.week:02d}" + ("-WE" if cal.weekend else "") if cal.week is not None else ""
    day = f"-{cal.day:02d}" if cal.day is not None else ""
    forms = (
        (cal.weekday, f"WXX-{(cal.weekday or 0) + 1}"),
        (cal.week, week),
        (cal.month, f"{cal.month or 0:02d}{day}"),
        (cal.quarter, f"Q{cal.quarter}"),
        (cal.half, f"H{cal.half}"),
        (cal.season, str(cal.season)),
    )
    return next((form for known, form in forms if known is not None), "XX-XX" if cal.timed else "")


def value_of_duration(duration: Duration) -> str:
    """The TIMEX3 value of a length of time.

    >>> value_of_duration(Duration(((2.5, Unit.YEAR),))), value_of_duration(Duration(((1.5, Unit.MINUTE),)))
    ('P2Y6M', 'PT1M30S')
    >>> value_of_duration(Duration(((None, Unit.MONTH),))), value_of_duration(Duration(((2.0, Unit.DECADE),)))
    ('PXM', 'P20Y')
    """
    if len(duration.amounts) == 1 and duration.amounts[0][0] is None:
        unit = duration.amounts[0][1]
        timed, letter, _ = _LETTERS[unit]
        return _UNKNOWN.get(unit, f"P{timed}X{letter}")
    amounts = [_amount(number, unit) for number, unit in duration.amounts]
    days, clock = ("".join(text for in_day, text in amounts if in_day is which) for which in (False, True))
    return f"P{days}" + (f"T{clock}" if clock else "")


_SPLIT = {Unit.YEAR: (12, "M"), Unit.HOUR: (60, "M"), Unit.MINUTE: (60, "S"), Unit.DECADE: (12, "M")}


def _amount(number: float | None, unit: Unit) -> tuple[bool, str]:
    """Whether the unit is one of a day, and the amount: halves in the next smaller unit where there is one."""
    timed, letter, scale = _LETTERS[unit]
    if number is None:
        return bool(timed), f"X{letter}"
    size = number * scale
    whole = int(size)
    if size == whole:
        return bool(timed), f"{whole}{letter}"
    if unit in _SPLIT and scale == 1.0 and abs((size - whole) - 0.5) < 0.01:
        parts, smaller = _SPLIT[unit]
        return bool(timed), (f"{whole}{letter}" if whole else "") + f"{parts // 2}{smaller}"
    return bool(timed), f"{size:.10g}{letter}"


def value_of_unknown(unit: Unit, part: str | None) -> str:
    """The value of a unit whose place is not known: the notation's X for every figure.

    >>> value_of_unknown(Unit.WEEK, None), value_of_unknown(Unit.DAY, "NI")
    ('XXXX-WXX', 'XXXX-XX-XXTNI')
    """
    table = {
        Unit.WEEK: "XXXX-WXX",
        Unit.WEEKEND: "XXXX-WXX-WE",
        Unit.MONTH: "XXXX-XX",
        Unit.QUARTER: "XXXX-QX",
        Unit.YEAR: "XXXX",
        Unit.DECADE: "XXX",
        Unit.CENTURY: "XX",
        Unit.MILLENNIUM: "X",
    }
    return table.get(unit, "XXXX-XX-XX") + (f"T{part}" if part else "")
