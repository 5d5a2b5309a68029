"""Why two dates that lie apart may still be one event: a day worked out from words, a bound, a noun that is dated."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.crosscheck.slots.firms import are_days_of_trade, are_of_a_series
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Basis, EntityKind, Grain, Named, SlotName, When
from twosource.text.terms import group_of, lemma_of

_DEICTIC = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|overnight|now|(?:this|last|the) (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_ROUNDED = re.compile(r"\b(?:ago|about|around|some|nearly|almost)\b", re.IGNORECASE)
_LISTED_BEHIND = re.compile(r",? (?:and|or|to|through) (?:again )?(?:in |on )?(?:1[89]|20)\d\d\b")
_LISTED_BEFORE = re.compile(r"\b(?:1[89]|20)\d\d,? (?:and|or|to|through) (?:again )?(?:in |on )?$")
_PICTURE = re.compile(r"\b(?:Photos?:|Hide Caption|Caption \d+ of \d+)")
_TO_COME = re.compile(r"\b(?:coming|next|upcoming)\b", re.IGNORECASE)
_OWNER = re.compile(r"(?:\b(?:the|an?|his|her|its|their|this|that)|['’]s?) $", re.IGNORECASE)
_NAMED_BY_YEAR = re.compile(r"\s(?P<what>[A-Za-z][A-Za-z-]+)\b")
_BASE = re.compile(
    r"\b(?:from|than|against|versus|compared (?:with|to)) (?:an? |the |about |just )*[$£€]?\d[\d,.]*[^.;,]{0,30} "
    r"(?:in|of|for|on) (?:the )?$",
    re.IGNORECASE,
)
_BASE_CHARS = 80
_DEICTIC_DAYS = 1  # papers of the next morning and of other time zones keep "today"
_WEEK_DAYS = 7
_MONTHS = 12
_NEIGHBOUR_UNITS = 2  # months or years that one event is dated to by error lie this close in the development stories


def doubt_dates(left: SlotUse, right: SlotUse) -> str | None:
    """Why two dates that lie apart need not contradict each other, if there is a reason.

    Policy: a weekday or "this morning" is worth what the day of publication is worth: without one it dates nothing,
    and one day beside another it may be the printer's day. "By Saturday" bounds a date. A year that neither the words
    nor a common day of publication gives is a guess. Two people named as doers did two things.
    """
    uses = (left, right)
    reasons = (
        (any(u.reported is None and _is_worked_out(u) for u in uses), "a day worked out without a date of publication"),
        (left.bounded != right.bounded, "a bound of a date"),
        (_is_next_day(left, right), "a day that may be that of the next edition"),
        (_is_week_guessed(left, right), "a weekday of this week or the last"),
        (_is_year_guessed(left, right), "a year that the words leave open"),
        (_date_other_things(left, right) or _date_other_things(right, left), "dates of two things"),
        (any(map(_is_listed, uses)), "a list of dates"),
        (are_days_of_trade(left, right), "two days of a market"),
        (_date_their_reports(left, right), "each the day of its own report"),
        (_is_base(left) != _is_base(right), "a date that a figure is compared with"),
        (all(map(_is_under_a_picture, uses)), "dates of two pictures"),
        (any(map(_is_ahead_of_a_week, uses)), "a week that is to come"),
        (are_of_two_doers(left, right), "acts of two people"),
        (left.article == right.article and not _share_a_doer(left, right), "two dates of one article"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _date_their_reports(left: SlotUse, right: SlotUse) -> bool:
    """Whether both dates are the day that their own report came out, and the reports are of two days."""
    days = [use.reported.date() if use.reported is not None else None for use in (left, right)]
    told = [v.earliest if isinstance(v := use.slot.value, When) else None for use in (left, right)]
    return None not in days and days[0] != days[1] and days == told


def doubt_series(left: SlotUse, right: SlotUse) -> str | None:
    """Why two dates told in two ways may be of a series, which has a figure for each day or month."""
    if are_of_a_series(left, right):
        return "two dates of a series"
    return "dates that figures are compared with" if _is_base(left) and _is_base(right) else None


def _is_base(use: SlotUse) -> bool:
    """Whether a date is that of the figure from which another rose or fell: "from $1.2 billion in the last quarter"."""
    return _BASE.search(use.before[-_BASE_CHARS:]) is not None


def _is_worked_out(use: SlotUse) -> bool:
    value = use.slot.value
    words = use.slot.span.quote
    loose = _WEEKDAY.search(words) is not None or _DEICTIC.search(words) is not None
    return isinstance(value, When) and value.basis is not Basis.STATED and loose and not any(c.isdigit() for c in words)


def _is_next_day(left: SlotUse, right: SlotUse) -> bool:
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When) and a.earliest and b.earliest):
        return False
    deictic = any(_DEICTIC.search(u.slot.span.quote) for u in (left, right))
    return deictic and abs((a.earliest - b.earliest).days) <= _DEICTIC_DAYS


def _is_week_guessed(left: SlotUse, right: SlotUse) -> bool:
    """Whether two days lie a week apart and one of them is worked out from a weekday: "last Thursday"."""
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When) and a.earliest and b.earliest):
        return False
    return abs((a.earliest - b.earliest).days) == _WEEK_DAYS and (_is_worked_out(left) or _is_worked_out(right))


def _is_year_guessed(left: SlotUse, right: SlotUse) -> bool:
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When) and a.earliest and b.earliest):
        return False
    unstated = any(_YEAR.search(u.slot.span.quote) is None for u in (left, right))
    return unstated and (a.earliest.month, a.earliest.day) == (b.earliest.month, b.earliest.day)


def is_slip_of_year(left: SlotUse, right: SlotUse) -> bool:
    """Whether both words state a year, and one month of two years or two years next to each other: a slip of the pen.

    Policy: a year before a noun ("the 2006 survey") dates that noun. Visits, votes and games are held again; who asks
    must know that the clauses tell of one thing.
    """
    a, b = left.slot.value, right.slot.value
    stated = all(_YEAR.search(u.slot.span.quote) for u in (left, right))
    stated = stated and not (_date_other_things(left, right) or _date_other_things(right, left))
    if not (stated and isinstance(a, When) and isinstance(b, When) and a.earliest and b.earliest):
        return False
    if {a.grain, b.grain} == {Grain.YEAR}:
        return abs(a.earliest.year - b.earliest.year) == 1
    dated = {a.grain, b.grain} <= {Grain.DAY, Grain.MONTH} and a.earliest.month == b.earliest.month
    one_day = a.earliest.day == b.earliest.day or Grain.MONTH in {a.grain, b.grain}
    return dated and one_day and a.earliest.year != b.earliest.year


def are_neighbours(left: SlotUse, right: SlotUse) -> bool:
    """Whether both date to a month, or both to a year, next to each other or one apart: "in 2014", "last year".

    Policy: "42 years ago" is rounded and "between 1910 and 1945" is no point in time, so neither has a neighbour. A
    year before a noun ("the mayor's 2014 initiative") is the year of that.
    """
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When)):
        return False
    if any(_ROUNDED.search(use.slot.span.quote) for use in (left, right)):
        return False
    if _date_other_things(left, right) or _date_other_things(right, left):
        return False
    if a.grain is not b.grain or a.grain not in {Grain.MONTH, Grain.YEAR}:
        return False
    one, two = _unit_of(a), _unit_of(b)
    return one is not None and two is not None and 1 <= abs(one - two) <= _NEIGHBOUR_UNITS


def _unit_of(when: When) -> int | None:
    """The number of the month or year, None where the interval is longer than one."""
    first, last = when.earliest, when.latest
    if first is None or last is None or first.year != last.year:
        return None
    if when.grain is Grain.YEAR:
        return first.year
    return first.year * _MONTHS + first.month if first.month == last.month else None


def _date_other_things(one: SlotUse, two: SlotUse) -> bool:
    """Whether a date stands before a noun of its own ("the June 29 shooting") that the other side says nothing of."""
    dated = one.dated or _thing_of_the_year(one)
    return dated is not None and dated not in two.around and dated not in {two.dated, _thing_of_the_year(two)}


def _thing_of_the_year(use: SlotUse) -> str | None:
    """The word behind a bare year that names a thing: "campaign" of "the mayor's 2020 campaign"."""
    if not use.slot.span.quote.isdigit() or _OWNER.search(use.before) is None:
        return None
    found = _NAMED_BY_YEAR.match(use.behind)
    return None if found is None else group_of(lemma_of(found["what"].lower()))


def _is_listed(use: SlotUse) -> bool:
    """Whether a year or a day stands in a row with another: "in 2009 and 2010"."""
    return _LISTED_BEHIND.match(use.behind) is not None or _LISTED_BEFORE.search(use.before) is not None


def _is_under_a_picture(use: SlotUse) -> bool:
    """Whether the line is that of one picture of a series."""
    return _PICTURE.search(use.statement.span.quote) is not None


def _is_ahead_of_a_week(use: SlotUse) -> bool:
    return _TO_COME.search(use.slot.span.quote) is not None


def are_of_two_doers(left: SlotUse, right: SlotUse) -> bool:
    """Whether people are named before both verbs, and nobody before both."""
    a, b = (frozenset(_doers(use)) for use in (left, right))
    return bool(a and b) and not a & b


def _share_a_doer(left: SlotUse, right: SlotUse) -> bool:
    return bool(frozenset(_doers(left)) & frozenset(_doers(right)))


def _doers(use: SlotUse) -> Iterable[str]:
    """The last names of the people who stand before the verb of the statement."""
    for slot in use.statement.slots:
        person = isinstance(slot.value, Named) and slot.value.kind is EntityKind.PERSON
        if person and slot.name is SlotName.WHO and isinstance(slot.value, Named):
            yield group_of(slot.value.name.rsplit(maxsplit=1)[-1].lower())
