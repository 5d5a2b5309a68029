"""Quotation marks: which stretches of a text stand in them, whatever their state."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\n\s*\n|\n")
_OPENERS = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
_APOSTROPHE_MIN_CHARS = 8  # shorter runs between single marks are nearly always apostrophes ("’90s to ’95")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks. `start`..`end` covers the words without the marks."""

    start: int
    end: int
    closed: bool


def find_quotes(text: str) -> list[Quoted]:
    """Every quoted stretch, in order and not nested; never raises.

    Policy: a quotation ends at its closing mark or at the end of its paragraph, whichever is first: a mark that is
    never closed spoils one paragraph and no more. Straight marks open before a visible character. Single straight marks
    are never taken for quotation marks; single curly ones only when they open and close around words.

    >>> text = 'He said “no” and "maybe so".'
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['no', 'maybe so']
    """
    found: list[Quoted] = []
    begin = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found.extend(_quotes_in_paragraph(text, begin, end))
        begin = gap.end() if gap else end
    return found


def _quotes_in_paragraph(text: str, begin: int, end: int) -> list[Quoted]:
    found: list[Quoted] = []
    place = begin
    while place < end:
        mark = text[place]
        stop = _closing(text, place, end) if mark in _OPENERS or (mark == '"' and _can_open(text, place)) else None
        if stop is None:
            place += 1
            continue
        closed = stop < end
        if stop > place + 1:
            found.append(Quoted(place + 1, stop, closed))
        place = stop + 1
    return found


def _can_open(text: str, place: int) -> bool:
    return place + 1 < len(text) and not text[place + 1].isspace()


def _closing(text: str, place: int, end: int) -> int | None:
    """Offset of the closing mark; `end` where a double mark is never closed; None where this is no quotation."""
    mark = text[place]
    closers = _OPENERS.get(mark, '"')
    for at in range(place + 1, end):
        if text[at] in closers and (mark != "‘" or at + 1 >= end or not text[at + 1].isalnum()):
            return at if mark != "‘" or at - place > _APOSTROPHE_MIN_CHARS else None
    return None if mark == "‘" else end
