"""Times of publication as pages print them: day, clock and zone, with their place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

from twosource.model import Extent, KnownBy, Published
from twosource.text.months import MONTHS

_ZONE_MINUTES = {
    # Only abbreviations that mean one offset in news; CST (America, China) and ET, CT, PT (summer or winter) stay open.
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "CET": 60, "WAT": 60, "CEST": 120, "SAST": 120, "EET": 120,
    "CAT": 120, "EEST": 180, "MSK": 180, "EAT": 180, "AST": 180, "IRST": 210, "GST": 240, "PKT": 300, "IST": 330,
    "NPT": 345, "WIB": 420, "ICT": 420, "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "JST": 540,
    "KST": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EDT": -240, "EST": -300, "CDT": -300, "MDT": -360,
    "MST": -420, "PDT": -420, "PST": -480, "BRT": -180, "ART": -180,
}  # fmt: skip
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
"""Patterns of a month's and a weekday's name, in lower case."""
# The parts of a stamp. A weekday says nothing that the day does not.
_WEEKDAY = rf"(?:{WEEKDAY},?[ ]+)?"
_ZONE_NAMES = "|".join(sorted([*_ZONE_MINUTES, "ET", "CT", "MT", "PT", "CST"], key=len, reverse=True))
_ZONE = rf"(?-i:(?:UTC|GMT)?[+-]\d\d?:?\d\d|\(?(?:{_ZONE_NAMES})\b\)?)"
# What may stand between day and clock: "at", a comma, a stroke, the T of ISO 8601.
_JOINT = r"(?:,|[ ]+at|[ ]*[|/·•–—-]|T)?[ ]*"
_DAY = (
    rf"{_WEEKDAY}(?:(?P<month>{MONTH})[ ]+(?P<day>\d\d?)(?:st|nd|rd|th)?,?[ ]+(?P<year>\d{{4}})\b"
    rf"|(?P<day2>\d\d?)(?:st|nd|rd|th)?[ -](?P<month2>{MONTH}),?[ -](?P<year2>\d{{4}})\b"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?!\d)|(?P<slashed>\d{4}/\d\d?/\d\d?)(?!\d))"
)


def _clock(mark: str) -> str:
    """A clock with minutes; its groups end in `mark`, because a stamp may have the clock before or behind the day."""
    return (
        rf"(?P<hour{mark}>\d\d?)[:.h](?P<minute{mark}>\d\d)(?::(?P<second{mark}>\d\d)(?:\.\d+)?)?"
        rf"(?:[ ]*(?P<half{mark}>[ap]\.?m\b\.?))?"
    )


# A clock without minutes needs its half of the day: "8 PM".
_ROUND_CLOCK = r"(?P<hour12>\d\d?)[ ]*(?P<half12>[ap]\.?m\b\.?)"
_STAMP = re.compile(
    rf"(?:{_clock('_before')}(?:[ ]+(?P<zone_before>{_ZONE}))?(?:,|[ ]+on)?[ ]+)?{_DAY}"
    rf"(?:{_JOINT}(?:{_clock('')}|{_ROUND_CLOCK})(?:[ ]*(?P<zone>{_ZONE}))?)?",
    re.IGNORECASE,
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed time: the local day, and the moment (in UTC where the zone is known) if a clock is printed."""

    extent: Extent
    day: date
    moment: datetime | None
    zone_known: bool


def find_stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """The printed times in `text[start:end]`: dates with a year, with or without a clock and zone.

    >>> stamp = next(find_stamps("Updated: May 04, 2025 08:41 PM IST"))
    >>> stamp.day.isoformat(), stamp.moment.isoformat(), stamp.zone_known
    ('2025-05-04', '2025-05-04T15:11:00', True)
    """
    stop = len(text) if end is None else end
    if _HAS_YEAR.search(text, start, stop) is None:
        return
    for match in _STAMP.finditer(text, start, stop):
        stamp = _read(match)
        if stamp is not None:
            yield stamp


def parse_stamp(value: str) -> Stamp | None:
    """The time that a metadata field states, None where it is in no known form.

    A clock of exactly midnight without a zone is what exporters write for "day only", and is read so.

    >>> parse_stamp("2018-02-06T00:00:00").moment is None, parse_stamp("2018-02-06T03:15:53+01:00").moment.isoformat()
    (True, '2018-02-06T02:15:53')
    """
    trimmed = value.strip()
    return _from_iso(trimmed) or next(find_stamps(trimmed), None) or _from_mail(trimmed)


def published_at(stamp: Stamp, known_by: KnownBy, *, extent: Extent | None) -> Published:
    """The time of publication that a stamp says; `extent` is its place in the article's text, if it stands there."""
    return Published(day=stamp.day, known_by=known_by, moment=stamp.moment, zone_known=stamp.zone_known, extent=extent)


def _from_iso(value: str) -> Stamp | None:
    try:
        read = datetime.fromisoformat(value)
    except ValueError:
        return None
    if read.tzinfo is None and read.time() == time(0):
        return Stamp((0, len(value)), read.date(), None, zone_known=False)
    return _of_datetime(read, len(value))


def _from_mail(value: str) -> Stamp | None:
    try:
        return _of_datetime(parsedate_to_datetime(value), len(value))
    except (ValueError, TypeError, IndexError):
        return None


def _of_datetime(read: datetime, length: int) -> Stamp | None:
    offset = read.utcoffset()
    try:
        moment = read.replace(tzinfo=None) - (offset or timedelta())
    except OverflowError:
        return None
    return Stamp((0, length), read.date(), moment, zone_known=offset is not None)


def _read(match: re.Match[str]) -> Stamp | None:
    day = _day_of(match)
    if day is None:
        return None
    clock = _clock_of(match)
    extent = (match.start(), match.end())
    if clock is None:
        return Stamp(extent, day, None, zone_known=False)
    local = datetime.combine(day, clock)
    offset = _offset_of(match["zone"] or match["zone_before"])
    moment = local if offset is None else local - timedelta(minutes=offset)
    return Stamp(extent, day, moment, zone_known=offset is not None)


def _day_of(match: re.Match[str]) -> date | None:
    try:
        if match["iso"] or match["slashed"]:
            year, month, day = (int(part) for part in re.split("[-/]", match["iso"] or match["slashed"]))
            return date(year, month, day)
        month_name = (match["month"] or match["month2"]).rstrip(".").lower()
        return date(int(match["year"] or match["year2"]), MONTHS[month_name], int(match["day"] or match["day2"]))
    except ValueError:
        return None


def _clock_of(match: re.Match[str]) -> time | None:
    hour = match["hour"] or match["hour12"] or match["hour_before"]
    if hour is None:
        return None
    half = (match["half"] or match["half12"] or match["half_before"] or "").lower()
    on_dial = int(hour) % 12 + (12 if half.startswith("p") else 0) if half else int(hour)
    minute = match["minute"] or match["minute_before"] or 0
    second = match["second"] or match["second_before"] or 0
    try:
        return time(on_dial, int(minute), int(second))
    except ValueError:
        return None


def _offset_of(zone: str | None) -> int | None:
    if zone is None:
        return None
    name = zone.strip(" ()").upper()
    numeric = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)", name)
    if numeric is None:
        return _ZONE_MINUTES.get(name)
    minutes = int(numeric[2]) * 60 + int(numeric[3])
    return minutes if numeric[1] == "+" else -minutes
