"""From a point to a unit of the calendar, against the day of publication and the times told before.

Policy. A bare weekday is the day of publication if it is that day, else the latest before it; the future only with a
cue. "Last Saturday" on a Sunday is not yesterday, which has a shorter name. A bare month or day goes by tense, and
without one to the nearer side. Right after a date with its year, and all through a chronicle, the story's time counts
instead: a month in a list takes the year of the item before it. Where neither a day of publication nor one clear year
is known the year stays open: `XXXX-05-09`, and no interval.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from twosource.annotate.time.algebra import Point, Toward
from twosource.annotate.time.calendar import Cal, add_days, date_of, of_date, quarter_of, weekday_from
from twosource.annotate.time.festivals import FESTIVALS
from twosource.annotate.time.place import Place, Placed
from twosource.annotate.time.story import Told
from twosource.annotate.time.tense import (
    Tense,
    is_on_timetable,
    is_opening_a_promise,
    is_planned,
    is_possible,
    is_promised,
)
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token

_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_NEAR_TOKENS = 40  # about two sentences; VALUE F1 on TimeBank is the same from 20 to 80
_HOUR_TOKENS = 100  # of 24 hours of crimes that this moves to another day and that were read, 21 are right then
_HOUR_DAYS = 2  # further back and over more words, timelines of timeline17 are a little worse
_HEAD_TOKENS = 4
_STAMPS = frozenset("update updated posted at on @ : - – — about by around".split())
_BREATH_TOKENS = 8
_UP_TO = frozenset("by until till through".split())
_LIMITS = _UP_TO | {"before", "from"}
_RANGE_LINKS = frozenset("to through - –".split())
_HAPPENED = frozenset("had was were".split())
_MODAL_REACH = 5  # tokens
DAY_NEAR = 60  # days ahead; TimeBank VALUE F1 82.9, and 82.7 at 0, 82.8 at 120
DAY_FAR = 270  # of 360: so 90 days back; 82.9 from 240, 82.7 at 330
MONTH_NEAR = 20  # days to the middle of the month; 82.9 from 0 to 40
MONTH_FAR = 200  # of 360; 82.9, and 82.6 at 330
LIMIT_NEAR = 180  # days to "until May"
UNKNOWN_NEAR = 120  # days ahead without any tense nearby; 82.9, and 82.5 at 0
BACK_MONTHS, AHEAD_MONTHS = -6, 6  # WikiWars VALUE F1 84.7; 84.0 at -3, 84.1 at -10


def resolve_point(point: Point, place: Place) -> Placed:
    """The unit that a point names; fields that cannot be decided stay open."""
    placed = _resolve_fields(point, place)
    if point.year_before and placed.cal.year is not None:
        return replace(placed, cal=replace(placed.cal, year=placed.cal.year - 1))
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
    if any(field is not None for field in (cal.year, cal.decade, cal.century)):
        return Placed(cal, relative=False)
    if point.year_shift is not None:
        return Placed(replace(cal, year=place.published.year + point.year_shift if place.published else None))
    if point.weekday is not None and cal.month is None:
        return _resolve_weekday(point.weekday, point.toward, place)
    if any(field is not None for field in (cal.month, cal.quarter, cal.half, cal.season)):
        return _resolve_in_year(point, place)
    return _resolve_clock(cal, place)


def _resolve_weekday(weekday: int, toward: Toward | None, place: Place) -> Placed:
    base, anchor = _week_of(toward, place)
    told = place.story.last("day")
    if base is None:
        return Placed(Cal(weekday=weekday))
    if told and (begun := date_of(told.cal)) and _ends_range(told, place):
        day, anchor = weekday_from(begun, weekday, forward=True, itself=False), told
    elif toward is Toward.THIS:
        day = add_days(base, weekday - base.weekday())
    elif toward is Toward.LAST and anchor is None and (base.weekday() - weekday) % _WEEK == 1:
        day = add_days(base, -1 - _WEEK)
    else:
        forward = toward is Toward.NEXT or (toward is None and (anchor is not None or _lies_ahead(place)))
        day = weekday_from(base, weekday, forward=forward, itself=toward not in {Toward.LAST, Toward.NEXT})
    return Placed(of_date(day) if day else Cal(weekday=weekday), anchor)


_WEEK = 7  # days


def _week_of(toward: Toward | None, place: Place) -> tuple[date | None, Told | None]:
    """The day that a weekday lies near: that of publication, or the one told last."""
    told = place.story.last("day")
    if told and (place.story.chronicle or place.published is None or toward is Toward.THAT):
        return date_of(told.cal), told
    return place.published, None


def _ends_range(told: Told, place: Place) -> bool:
    """Whether a range that began with the time told last ends here: "from Monday through Friday"."""
    return place.lead in _RANGE_LINKS and _is_beside(told, place)


def _is_beside(told: Told, place: Place) -> bool:
    """Whether one token stands between the time told last and this one."""
    start = place.seed.start
    return told.token < start and told.span.end == place.scan.ends[start - 2]


def _lies_ahead(place: Place) -> bool:
    """A cue of the future: something planned or possible, or "until Thursday" where nothing had happened by then."""
    after = {place.scan.word(i) for i in range(place.seed.end, place.seed.end + _MODAL_REACH)}
    owns = place.scan.code(place.seed.end) == Token.POSSESSIVE  # "cut off by Tuesday's flood"
    limit = place.lead in _UP_TO and _HAPPENED.isdisjoint(after) and not (owns and place.lead == "by")
    possible = not owns and (is_possible(place.scan, place.seed.start) or is_on_timetable(place.scan, place.seed.start))
    return limit or possible or is_planned(place.scan, place.seed.start) or _is_announced(place)


def _resolve_in_year(point: Point, place: Place) -> Placed:
    cal = point.cal
    if (ahead := place.list_year) is not None:
        return Placed(replace(cal, year=ahead))
    told = _list_anchor(point, place)
    if told and told.cal.year is not None and not _is_just_past(cal, told, place):
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
    told = place.story.last()
    if point.toward is not None or told is None:
        return None
    if told.cal.month == point.cal.month is not None and _is_beside(told, place):
        return told
    return told if told.stated_year and _shares_year(told, place) else None


def _shares_year(told: Told, place: Place) -> bool:
    """Whether a date with its year is near enough in the sentence to lend it, and nothing planned leads elsewhere."""
    if told.cal.month is None and told.cal.season is None:
        return False
    other_year = place.published is not None and told.cal.year != place.published.year
    if other_year and is_planned(place.scan, place.seed.start):
        return False
    return place.seed.start - told.token < _NEAR_TOKENS and place.shares_sentence(told)


def _is_just_past(cal: Cal, told: Told, place: Place) -> bool:
    """Whether a day lies closely before a publication whose year was told: "on January 2, 2025 ... on December 30"."""
    published = place.published
    if published is None or place.story.chronicle or cal.day is None or told.cal.year != published.year:
        return False
    turned = _month_in(cal) > published.month and _days_ahead(cal, published) >= DAY_FAR
    return turned and not _is_promised(place)


def _is_promised(place: Place) -> bool:
    """A sure cue of the future, or a limit to something that lies ahead: "hopes to open by Christmas"."""
    if place.lead == "since":
        return False
    limit = place.lead in _LIMITS and place.tense is Tense.FUTURE
    return limit or _is_announced(place)


def _is_announced(place: Place) -> bool:
    """A sure cue of the future before the expression, or behind one that opens its sentence."""
    scan, seed = place.scan, place.seed
    return is_promised(scan, seed.start) or is_opening_a_promise(scan, seed.start, seed.end)


def _month_in(cal: Cal) -> int:
    """A month within the unit, to compare by."""
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
    """The year of a month, day, quarter or season that a report names without it."""
    cal = point.cal
    here = (published.month, published.day if cal.day is not None else 0)
    there = (_month_in(cal), cal.day or 0)
    past = published.year - (there > here)
    if point.toward is Toward.LAST:
        return past - (there == here)
    if point.toward is Toward.NEXT:
        return past + 1
    this_month = there[0] == here[0] and cal.month is not None
    if point.toward is Toward.THIS or there == here or this_month:
        return published.year
    if cal.quarter is not None or cal.half is not None:
        return _year_of_quarter(cal, published, place)
    return past + _goes_forward(cal, published, place)


def _year_of_quarter(cal: Cal, published: date, place: Place) -> int:
    number = cal.quarter or (cal.half or 1) * 2
    now = quarter_of(published).quarter or 1
    return published.year - (number > now and place.tense is not Tense.FUTURE)


def _goes_forward(cal: Cal, published: date, place: Place) -> bool:
    """Whether a day or month without a year lies ahead: by tense, unless one side is much the nearer."""
    ahead = _days_ahead(cal, published)
    near, far = (DAY_NEAR, DAY_FAR) if cal.day is not None else (MONTH_NEAR, MONTH_FAR)
    if ahead <= near:
        return True
    if ahead >= far:
        return _is_promised(place)
    if place.lead in _UP_TO and ahead <= LIMIT_NEAR:
        return True
    tense = Tense.FUTURE if _is_announced(place) else place.tense
    return ahead <= UNKNOWN_NEAR if tense is Tense.UNKNOWN else tense is Tense.FUTURE


def _days_ahead(cal: Cal, published: date) -> int:
    """Days to the next such day, or the middle of the month, in a year of twelve months of thirty days."""
    return (_month_in(cal) * 30 + min(cal.day or 15, 30) - published.month * 30 - min(published.day, 30)) % 360


def _resolve_clock(cal: Cal, place: Place) -> Placed:
    if (ahead := _day_ahead(place)) is not None:
        return Placed(ahead.at(cal))
    told = place.story.last("day")
    if told and (place.story.chronicle or place.published is None or _is_of_day_told(cal, told, place)):
        return Placed(told.cal.at(cal), told)
    return Placed(of_date(place.published).at(cal) if place.published else cal)


def _is_of_day_told(cal: Cal, told: Told, place: Place) -> bool:
    """Whether a time of day is of the day told last: near it, or an hour further on of yesterday or the day before.

    Policy: an hour that heads a line, perhaps behind "update", is that of the page.
    """
    away = place.seed.start - told.token
    if _is_named_after(told, place) or away >= _HOUR_TOKENS:
        return False
    day = date_of(told.cal)
    if away < _NEAR_TOKENS:
        return True
    if cal.hour is None or day is None or place.published is None or _heads_line(place):
        return False
    return 0 < (place.published - day).days <= _HOUR_DAYS


def _heads_line(place: Place) -> bool:
    scan, start = place.scan, place.seed.start
    first = next((n for n in range(start, max(0, start - _HEAD_TOKENS), -1) if scan.code(n - 1) == Token.BREAK), None)
    return first is not None and all(scan.word(n) in _STAMPS for n in range(first, start))


def _is_named_after(told: Told, place: Place) -> bool:
    """Whether an earlier sentence only names something after a day: "the first statement since the March 4 attack"."""
    named = place.scan.code(told.token - 1) == Token.THE and told.cal.month is not None
    return named and not place.shares_sentence(told)


def _day_ahead(place: Place) -> Cal | None:
    """The day that follows a clock time in the same breath: "at 3:30 a.m. (0030 GMT) on Sunday"."""
    for seed in place.upcoming:
        between = place.scan.codes[place.seed.end : seed.start]
        if len(between) > _BREATH_TOKENS or not SENTENCE_ENDS.isdisjoint(between):
            return None
        if isinstance(seed.expression, Point) and (seed.expression.weekday is not None or seed.expression.cal.day):
            return resolve_point(seed.expression, replace(place, seed=seed, upcoming=())).cal
    return None
