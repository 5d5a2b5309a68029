"""From what an expression says to a unit of the calendar, against the day of publication and the times told before.

Policy. A bare weekday is the day of publication if it is that day, else the latest before it; the future only with a
cue. A bare month or day goes by tense, and without one to the nearer side. Right after a date with its year, and all
through a chronicle, the story's time counts instead: a month in a list takes the year of the item before it. Where
neither a day of publication nor one clear year is known the year stays open: `XXXX-05-09`, and no interval.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from twosource.annotate.time.algebra import Frame, Offset, Point, Toward
from twosource.annotate.time.calendar import (
    Cal,
    Unit,
    add_days,
    date_of,
    first_day,
    of_date,
    quarter_of,
    shift,
    unit_of,
    weekday_from,
)
from twosource.annotate.time.context import Story, Tense, Told, is_planned, tense_near
from twosource.annotate.time.festivals import FESTIVALS
from twosource.annotate.time.grow import Seed
from twosource.annotate.time.scan import Scan

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NEAR_TOKENS = 40  # about two sentences; VALUE F1 on TimeBank is the same from 20 to 80
_BREATH = 8  # tokens
_UP_TO = frozenset("by until till through".split())
DAY_NEAR = 60  # days ahead; TimeBank VALUE F1 82.4, and 82.3 at 0 and at 120
DAY_FAR = 270  # of 360: so 90 days back; 82.4 from 240, 82.3 at 330
MONTH_NEAR = 20  # days to the middle of the month; 82.4 from 0 to 40
MONTH_FAR = 200  # of 360; 82.4, and 82.2 at 330
UNKNOWN_NEAR = 120  # days ahead without any tense nearby; 82.4, and 82.1 at 0
BACK_MONTHS, AHEAD_MONTHS = -6, 6  # WikiWars VALUE F1 84.6; 83.9 at -3, 84.2 at 10


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the calendar and the told time it was counted from, if it was."""

    cal: Cal
    anchor: Told | None = None
    relative: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its tokens, and the story so far."""

    scan: Scan
    seed: Seed
    story: Story
    upcoming: tuple[Seed, ...] = ()
    """The next two expressions."""

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.story.published

    @property
    def list_year(self) -> int | None:
        """The year that the next item of a list or the end of a range states: "26 June - 4 August 1952"."""
        after, here = (self.upcoming or (None,))[0], self.seed.expression
        if after is None or not isinstance(here, Point) or not isinstance(after.expression, Point):
            return None
        gap = self.scan.codes[self.seed.end : after.start]
        there = after.expression.cal
        if len(gap) != 1 or gap not in "-=>&," or there.year is None or there.month is None or here.cal.month is None:
            return None
        return there.year - (here.cal.month > there.month)

    @property
    def tense(self) -> Tense:
        """The tense of the words around."""
        return tense_near(self.scan, self.seed.start, self.seed.end)

    def anchor(self, *fields: str) -> Told | None:
        """The told time that the story counts from here."""
        return self.story.last(*fields)


def resolve_point(point: Point, place: Place) -> Placed:
    """The unit that a point names; fields that cannot be decided stay open."""
    placed = _resolve_fields(point, place)
    if point.unsure and place.published:
        return replace(placed, cal=_nearer_order(placed.cal, place.published))
    if point.festival is None or placed.cal.year is None:
        return placed
    day = FESTIVALS[point.festival].in_year(placed.cal.year)
    return replace(placed, cal=of_date(day)) if day else placed


def _nearer_order(cal: Cal, published: date) -> Cal:
    """Day and month in the order that lies nearer to the day of publication, as written where they are alike."""
    other = replace(cal, month=cal.day, day=cal.month)
    days = [(abs((day - published).days), i, c) for i, c in enumerate((cal, other)) if (day := date_of(c))]
    return min(days)[2] if days else cal


def _resolve_fields(point: Point, place: Place) -> Placed:
    cal = point.cal
    if cal.year is not None or cal.decade is not None or cal.century is not None:
        return Placed(cal, relative=False)
    if point.year_shift is not None:
        year = place.published.year + point.year_shift if place.published else None
        return Placed(replace(cal, year=year))
    if point.weekday is not None and cal.month is None:
        return _resolve_weekday(point.weekday, point.toward, place)
    if cal.month is not None or cal.quarter is not None or cal.half is not None or cal.season is not None:
        return _resolve_in_year(point, place)
    return _resolve_clock(cal, place)


def _resolve_weekday(weekday: int, toward: Toward | None, place: Place) -> Placed:
    told = place.anchor("day")
    base, anchor = place.published, None
    if told and (place.story.chronicle or base is None or toward is Toward.THAT):
        base, anchor = date_of(told.cal), told
    if base is None:
        return Placed(Cal(weekday=weekday))
    if told and (begun := date_of(told.cal)) and _ends_range(told, place):
        last = weekday_from(begun, weekday, forward=True, itself=False)
        return Placed(of_date(last) if last else Cal(weekday=weekday), told)
    planned = toward is None and anchor is None and (_is_limit(place) or is_planned(place.scan, place.seed.start))
    forward = toward is Toward.NEXT or planned or (toward is None and anchor is not None)
    day = weekday_from(base, weekday, forward=forward, itself=toward not in {Toward.LAST, Toward.NEXT})
    if toward is Toward.THIS:
        day = add_days(base, weekday - base.weekday())
    return Placed(of_date(day) if day else Cal(weekday=weekday), anchor)


def _ends_range(told: Told, place: Place) -> bool:
    """Whether a range that began with the time told last ends here: "from Monday through Friday"."""
    start = place.seed.start
    link = place.scan.word(start - 1) in {"to", "through", "-", "–"}
    return link and told.token < start and told.span.end == place.scan.ends[start - 2]


def _is_limit(place: Place) -> bool:
    """A reading of "until Thursday", with nothing that had happened until then."""
    after = {place.scan.word(i) for i in range(place.seed.end, place.seed.end + 5)}
    return place.scan.word(place.seed.start - 1) in _UP_TO and not after & {"had", "was", "were"}


def _resolve_in_year(point: Point, place: Place) -> Placed:
    cal = point.cal
    if (ahead := place.list_year) is not None:
        return Placed(replace(cal, year=ahead))
    told = _list_anchor(point, place)
    if told is not None and told.cal.year is not None:
        same = point.toward is Toward.THAT
        year = told.cal.year if same else _year_beside(cal, told.cal, either_way=place.story.chronicle)
        return Placed(replace(cal, year=year), told)
    if place.published is None:
        return Placed(cal)
    return Placed(replace(cal, year=_year_of_report(point, place, place.published)))


def _list_anchor(point: Point, place: Place) -> Told | None:
    """The told time whose year this one shares: the latest of a chronicle, or one just before in a report."""
    if point.toward is Toward.THAT or place.story.chronicle:
        return place.story.year_told()
    if point.toward is not None:
        return None
    told = place.anchor()
    if told is None or not told.stated_year or (told.cal.month is None and told.cal.season is None):
        return None
    near = place.seed.start - told.token < _NEAR_TOKENS and "|" not in place.scan.codes[told.token : place.seed.start]
    if place.published and told.cal.year != place.published.year and is_planned(place.scan, place.seed.start):
        return None
    same_sentence = near and "." not in place.scan.codes[told.token : place.seed.start]
    return told if same_sentence else None


def _month_in(cal: Cal) -> int:
    if cal.month is not None:
        return cal.month
    if cal.quarter is not None:
        return cal.quarter * 3 - 1
    if cal.half is not None:
        return cal.half * 6 - 3
    return _SEASON_START.get(cal.season or "", 6)


def _year_beside(cal: Cal, told: Cal, *, either_way: bool) -> int | None:
    """The year that brings `cal` nearest to a told time; back into the year before only in a chronicle."""
    if told.year is None or (told.month is None and told.season is None and told.quarter is None):
        return told.year
    away = _month_in(cal) - _month_in(told)
    return told.year + (1 if away < BACK_MONTHS else -1 if away > AHEAD_MONTHS and either_way else 0)


def _year_of_report(point: Point, place: Place, published: date) -> int:
    cal = point.cal
    if point.toward is Toward.THIS:
        return published.year
    here = (published.month, published.day if cal.day is not None else 0)
    there = (_month_in(cal), cal.day or 0)
    past = published.year if there <= here else published.year - 1
    if point.toward is Toward.LAST:
        return past if there != here else published.year - 1
    if point.toward is Toward.NEXT:
        return past + 1
    if there == here or (there[0] == here[0] and cal.month is not None):
        return published.year
    if cal.quarter is not None or cal.half is not None:
        return _year_of_quarter(cal, published, place)
    return past + 1 if _goes_forward(cal, published, place) else past


def _year_of_quarter(cal: Cal, published: date, place: Place) -> int:
    number = cal.quarter or (cal.half or 1) * 2
    now = quarter_of(published).quarter or 1
    return published.year - (number > now and place.tense is not Tense.FUTURE)


def _goes_forward(cal: Cal, published: date, place: Place) -> bool:
    """Whether a day or month without a year lies ahead: by tense, unless one side is much the nearer."""
    ahead = ((_month_in(cal) - published.month) * 30 + ((cal.day or 15) - published.day)) % 360
    near, far = (DAY_NEAR, DAY_FAR) if cal.day is not None else (MONTH_NEAR, MONTH_FAR)
    if ahead <= near or ahead >= far:
        return ahead <= near
    if place.scan.word(place.seed.start - 1) in _UP_TO and ahead <= 180:
        return True
    tense = place.tense
    return ahead <= UNKNOWN_NEAR if tense is Tense.UNKNOWN else tense is Tense.FUTURE


def _resolve_clock(cal: Cal, place: Place) -> Placed:
    if (ahead := _day_ahead(place)) is not None:
        return Placed(_with_part(ahead, cal))
    told = place.anchor("day")
    near = told is not None and place.seed.start - told.token < _NEAR_TOKENS
    if told is not None and (near or place.story.chronicle or place.published is None) and told.cal.day is not None:
        return Placed(_with_part(told.cal.whole_day, cal), told)
    return Placed(_with_part(of_date(place.published), cal) if place.published else cal)


def _day_ahead(place: Place) -> Cal | None:
    """The day that follows a clock time in the same breath: "at 3:30 a.m. (0030 GMT) on Sunday"."""
    for seed in place.upcoming:
        between = place.scan.codes[place.seed.end : seed.start]
        if len(between) > _BREATH or "." in between or "|" in between:
            return None
        if isinstance(seed.expression, Point) and (seed.expression.weekday is not None or seed.expression.cal.day):
            return resolve_point(seed.expression, replace(place, seed=seed, upcoming=())).cal
    return None


def _with_part(day: Cal, part: Cal) -> Cal:
    return replace(day, part=part.part, hour=part.hour, minute=part.minute, second=part.second)


def resolve_offset(offset: Offset, place: Place) -> Placed | None:
    """The unit an offset leads to; None where its number or what it counts from is not known."""
    if offset.amount is None:
        return None
    if offset.unit in {Unit.QUARTER, Unit.YEAR} and (placed := _beside_quarter(offset, place)):
        return placed
    base, anchor = _base_of(offset, place)
    if base is None:
        return None
    cal = shift(base, offset.amount, offset.unit)
    if cal is None:
        return None
    if offset.unit is Unit.WEEKEND and offset.amount == 0:
        cal = _weekend_near(base, place)
    return Placed(replace(cal, part=offset.part) if offset.part else cal, anchor)


def _beside_quarter(offset: Offset, place: Place) -> Placed | None:
    """In a report on a quarter, "the quarter" is that one and "a year earlier" is the same one of that year."""
    told = place.anchor("quarter")
    if told is None or told.cal.year is None or offset.amount not in {0, -1} or place.story.chronicle:
        return None
    if offset.unit is Unit.QUARTER and offset.amount == 0 and offset.frame is Frame.STORY:
        return Placed(told.cal, told)
    if (
        offset.unit is Unit.YEAR
        and offset.amount == -1
        and place.seed.rule in {"ago", "later", "year-ago-quarter", "year-ago"}
    ):
        return Placed(replace(told.cal, year=told.cal.year - 1), told)
    return None


def _base_of(offset: Offset, place: Place) -> tuple[date | None, Told | None]:
    if offset.frame is Frame.STORY:
        fields = {
            Unit.DAY: ("day",),
            Unit.NIGHT: ("day",),
            Unit.WEEK: ("day", "week"),
            Unit.MONTH: ("month",),
            Unit.YEAR: ("year",),
        }.get(offset.unit, ())
        told = place.anchor(*fields)
        if told is not None and (day := first_day(told.cal)):
            return day, told
        if place.story.chronicle:
            return None, None
    elif place.story.chronicle and place.seed.rule in {"the-unit", "this-unit"} and offset.amount == 0:
        told = place.anchor("year")
        return (first_day(told.cal), told) if told else (None, None)
    return place.published, None


def _weekend_near(base: date, place: Place) -> Cal:
    """The weekend a report speaks of: the one just past, or the coming one with a cue."""
    if place.tense is Tense.FUTURE or base.weekday() >= 5:
        return unit_of(base, Unit.WEEKEND)
    before = add_days(base, -7)
    return unit_of(before, Unit.WEEKEND) if before else unit_of(base, Unit.WEEKEND)
