"""Who wrote it: byline lines, and lines made of nothing but byline, time and reading time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.article.stamps import MONTH, WEEKDAY, Stamp, find_stamps
from twosource.model import Extent

_NAME = r"(?:[A-ZÀ-Þ][\w.’'-]*|de|da|del|der|den|di|van|von|la|le|el|al|bin|ibn|y|e)"
_PERSON = rf"{_NAME}(?:[ ]+{_NAME}){{0,4}}"
_NAMES = rf"{_PERSON}(?:(?:[ ]*,[ ]*(?:and[ ]+)?|[ ]+(?:and|&|with)[ ]+){_PERSON}){{0,6}}"
_BY = re.compile(
    rf"(?:[Bb]y|BY|(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Pp]ublished|[Ee]dited) by)[ :]+(?P<names>{_NAMES})"
)
_LABELLED = re.compile(rf"(?:Authors?|By|Written by|Reported by)[ ]?:[ ]*(?P<names>{_NAMES})\W*")
# What follows the names and begins with a capital, too: a month or weekday before a number, "Updated".
_TIME_BEHIND = re.compile(
    rf"[ ]+(?:(?:{WEEKDAY},?[ ]+)?(?:{MONTH}|{WEEKDAY}),?[ ]+\d|(?:updated|published|posted)\b)", re.IGNORECASE
)
_FILLER = re.compile(
    r"\b(?:last|first|updated?|published|posted|modified|created|on|at|date|by|edited|time|min(?:ute)?s?|read|"
    r"reading|ist|gmt|et|pt|utc|local|share|comments?|\d{1,3}|am|pm|staff|reporter|writer|correspondent|editor|desk|"
    r"web|news|bureau|in|the|of|for|edt|est|bst|and)\b|[^\w]",
    re.IGNORECASE,
)
MAX_CHARS = 200


@dataclass(frozen=True, slots=True)
class MetaLine:
    """A line that says who and when instead of telling the story."""

    names: Extent | None
    stamps: tuple[Stamp, ...]
    updated: bool
    """The line calls its (last) time an update."""


def read_meta_line(text: str, start: int, end: int) -> MetaLine | None:
    """The byline and times of the line, None where it holds anything more than those.

    >>> text = "by Marta Vane May 8, 2024 10:52 AM 2 min read"
    >>> found = read_meta_line(text, 0, len(text))
    >>> text[slice(*found.names)], found.stamps[0].day.isoformat()
    ('Marta Vane', '2024-05-08')
    """
    if end - start > MAX_CHARS:
        return None
    stamps = tuple(find_stamps(text, start, end))
    names = _names_of(text, start, end, stamps)
    if names is None and not stamps:
        return None
    rest = _without(text, start, end, [stamp.extent for stamp in stamps] + ([names] if names else []))
    leftover = _FILLER.sub("", rest)
    if len(leftover) > (0 if names is None else 24):
        return None
    return MetaLine(names, stamps, updated=re.search(r"updated|modified", rest, re.IGNORECASE) is not None)


def _names_of(text: str, start: int, end: int, stamps: tuple[Stamp, ...]) -> Extent | None:
    match = _BY.match(text, start, end) or _LABELLED.match(text, start, end)
    if match is None:
        return None
    first, last = match.span("names")
    for stamp in stamps:
        if first < stamp.extent[0] < last:
            last = stamp.extent[0]
    time = _TIME_BEHIND.search(text, first, end)
    last = min(last, time.start()) if time else last
    while last > first and text[last - 1] in " ,|–—-&":
        last -= 1
    return (first, last) if last > first else None


def _without(text: str, start: int, end: int, parts: list[Extent]) -> str:
    kept: list[str] = []
    place = start
    for begin, stop in sorted(parts):
        kept.append(text[place:begin])
        place = max(place, stop)
    return " ".join([*kept, text[place:end]])
