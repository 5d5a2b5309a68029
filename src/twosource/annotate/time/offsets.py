"""From an offset to a unit of the calendar: "yesterday", "three weeks ago", "the following month", "a year earlier".

Policy. Offsets count from the day of publication, or from the time told last where their words say so. In a report on
a quarter "the quarter" is that one, and "a year earlier" the same one of that year.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from twosource.annotate.time.algebra import Frame, Offset
from twosource.annotate.time.calendar import Cal, Unit, add_days, first_day, shift, unit_of
from twosource.annotate.time.place import Place, Placed
from twosource.annotate.time.story import Told
from twosource.annotate.time.tense import Tense

_COUNT_FROM = {
    Unit.DAY: ("day",),
    Unit.NIGHT: ("day",),
    Unit.WEEK: ("day", "week"),
    Unit.MONTH: ("month",),
    Unit.YEAR: ("year",),
}
_YEAR_BEFORE = frozenset("ago later year-ago-quarter year-ago".split())
_SATURDAY = 5


def resolve_offset(offset: Offset, place: Place) -> Placed | None:
    """The unit an offset leads to; None where its number or what it counts from is not known."""
    if offset.amount is None:
        return None
    if placed := _beside_quarter(offset, place):
        return placed
    base, anchor = _base_of(offset, place)
    cal = shift(base, offset.amount, offset.unit) if base else None
    if base is None or cal is None:
        return None
    if offset.unit is Unit.WEEKEND and offset.amount == 0:
        cal = _weekend_near(base, place)
    return Placed(replace(cal, part=offset.part) if offset.part else cal, anchor)


def _beside_quarter(offset: Offset, place: Place) -> Placed | None:
    """The quarter that a report is on, or the same one of the year before."""
    told = place.story.last("quarter")
    if told is None or told.cal.year is None or place.story.chronicle:
        return None
    if (offset.unit, offset.amount, offset.frame) == (Unit.QUARTER, 0, Frame.STORY):
        return Placed(told.cal, told)
    if (offset.unit, offset.amount) == (Unit.YEAR, -1) and place.seed.rule in _YEAR_BEFORE:
        return Placed(replace(told.cal, year=told.cal.year - 1), told)
    return None


def _base_of(offset: Offset, place: Place) -> tuple[date | None, Told | None]:
    """The day that an offset counts from, and the told time that gave it."""
    if offset.frame is Frame.STORY:
        told = place.story.last(*_COUNT_FROM.get(offset.unit, ()))
        if told and (day := first_day(told.cal)):
            return day, told
        return (None if place.story.chronicle else place.published), None
    if place.story.chronicle and place.seed.rule in {"the-unit", "this-unit"} and offset.amount == 0:
        told = place.story.last("year")
        return (first_day(told.cal) if told else None), told
    return place.published, None


def _weekend_near(base: date, place: Place) -> Cal:
    """The weekend a report speaks of: the one just past, or the coming one with a cue."""
    ahead = place.tense is Tense.FUTURE or base.weekday() >= _SATURDAY
    return unit_of(base if ahead else add_days(base, -7) or base, Unit.WEEKEND)
