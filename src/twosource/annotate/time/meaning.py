"""What an expression means where it stands: its TIMEX3 type and value, and the days it covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from twosource.annotate.time.algebra import Duration, Offset, Point, Range, Repeat, Vague
from twosource.annotate.time.calendar import Cal, Unit, date_of, days_of
from twosource.annotate.time.interval import when_of_cal, when_of_days, when_of_window
from twosource.annotate.time.offsets import resolve_offset
from twosource.annotate.time.place import Place, Placed
from twosource.annotate.time.points import resolve_point
from twosource.annotate.time.render import value_of_cal, value_of_duration, value_of_unknown
from twosource.annotate.time.story import Told
from twosource.model import Span, TimexType, When

_ASIDE_LEADS = frozenset("for until till since".split())
_ASIDE_VERBS = frozenset("planned projected scheduled expected proposed slated".split())
_ASIDE_REACH = 4  # tokens


@dataclass(frozen=True, slots=True)
class Meaning:
    """Type, value and interval of one expression, before it is bound to its words."""

    type: TimexType
    value: str
    when: When | None = None
    freq: str | None = None
    quant: str | None = None


def find_meaning(place: Place, span: Span) -> Meaning:
    """What the expression at `place` means; moves the story on to the time it tells, if it tells one."""
    match place.seed.expression:
        case Vague() as vague:
            return Meaning(TimexType.DATE, vague.value)
        case Repeat() as repeat:
            return Meaning(TimexType.SET, repeat.value, freq=repeat.freq, quant=repeat.quant)
        case Duration() as duration:
            return Meaning(TimexType.DURATION, value_of_duration(duration), when_of_window(duration, place.published))
        case Range() as days:
            return _read_range(days, place, span)
        case Point() as point:
            return _read_placed(resolve_point(point, place), place, span)
        case Offset() as offset:
            return _read_offset(offset, place, span)


def _read_offset(offset: Offset, place: Place, span: Span) -> Meaning:
    if place.story.chronicle and place.seed.rule == "day-word":
        return Meaning(TimexType.DATE, Vague.PRESENT.value)
    placed = resolve_offset(offset, place)
    if placed is not None:
        return _read_placed(placed, place, span)
    if offset.amount is None:
        return Meaning(TimexType.DATE, (Vague.FUTURE if offset.forward else Vague.PAST).value)
    return Meaning(TimexType.DATE, value_of_unknown(offset.unit, offset.part))


def _read_placed(placed: Placed, place: Place, span: Span) -> Meaning:
    cal = placed.cal.at(place.seed.part) if place.seed.part else placed.cal
    if place.seed.plural:
        return Meaning(TimexType.SET, value_of_cal(_every(cal)))
    when = when_of_cal(cal, placed.basis, placed.anchor.span if placed.anchor else None)
    place.story.tell(Told(cal, place.seed.start, span, not placed.relative, _is_aside(cal, place)))
    return Meaning(TimexType.TIME if cal.timed else TimexType.DATE, value_of_cal(cal), when)


def _every(cal: Cal) -> Cal:
    """Every day like this one: "Saturday nights"."""
    day = date_of(cal)
    return Cal(weekday=day.weekday() if day else None, part=cal.part)


def _is_aside(cal: Cal, place: Place) -> bool:
    """Whether a time is only compared with, or a quarter that has yet to be reported."""
    expression = place.seed.expression
    before = isinstance(expression, Offset) and expression.amount == -1 and expression.unit in {Unit.YEAR, Unit.QUARTER}
    before = before or (isinstance(expression, Point) and expression.year_before)
    elsewhere = place.seed.rule == "year" and _looks_elsewhere(place)
    unreported = cal.quarter is not None and not place.story.chronicle and _ends_after(cal, place.published)
    return before or elsewhere or unreported


def _looks_elsewhere(place: Place) -> bool:
    """A year that something lasts to, or is planned for: the story stays where it is."""
    before = [place.scan.word(i) for i in range(place.seed.start - _ASIDE_REACH, place.seed.start)]
    return before[-1] in _ASIDE_LEADS or not _ASIDE_VERBS.isdisjoint(before)


def _ends_after(cal: Cal, published: date | None) -> bool:
    days = days_of(cal)
    return bool(days and published and days[1] > published)


def _read_range(days: Range, place: Place, span: Span) -> Meaning:
    first = resolve_point(days.first, place)
    last = _in_order(first.cal, days.last.cal)
    when = when_of_days(first.cal, last, first.basis, first.anchor.span if first.anchor else None)
    place.story.tell(Told(first.cal, place.seed.start, span, not first.relative))
    return Meaning(TimexType.DATE, f"{value_of_cal(first.cal)}/{value_of_cal(last)}", when)


def _in_order(first: Cal, last: Cal) -> Cal:
    """The end of a range with the year it lacks: that of the beginning, or the next where the month lies before it."""
    if last.year is not None or first.year is None:
        return last
    turns = last.month is not None and first.month is not None and last.month < first.month
    return replace(last, year=first.year + turns)
