"""Quotation marks: which stretches of a text stand in them, whatever their state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Any mark that may open; then those that do: straight ones before a visible character, single ones behind no word,
# and no straight double mark behind a digit, where it means inches.
_MARK = re.compile("[“«„‘`'\"]")
_OPENER = re.compile(r"[“«„‘]|``|(?<!')''(?=[^\s'])|(?<!\d)\"(?=\S)|(?<![\w.,;:!?)'])'(?=[^\W_])")
# What closes each opener; single marks close only where they cannot be apostrophes.
_CLOSERS = {
    "“": re.compile(r"[”\"]|''"),
    "«": re.compile("»"),
    "„": re.compile('[“”"]'),
    '"': re.compile('["”]'),
    "``": re.compile("''|[\"”]"),
    "''": re.compile("''"),
    "‘": re.compile(r"’(?!\w)"),
    "'": re.compile(r"(?<=[.,!?…])'(?![\w'])"),
}
_APOSTROPHE_MIN_CHARS = 8  # shorter runs between single marks are nearly always apostrophes ("’90s to ’95")
_SINGLE = frozenset("‘'")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks. `start`..`end` covers the words without the marks."""

    start: int
    end: int
    closed: bool
    """False where the paragraph ends first, as in every paragraph but the last of a long quotation."""


def find_quotes(text: str) -> list[Quoted]:
    """Every quoted stretch, in order and not nested; never raises.

    Policy: a quotation ends at its closing mark or at the end of its paragraph, whichever is first: a mark that is
    never closed spoils one paragraph and no more, and a quotation over several paragraphs is one stretch in each. A
    straight double mark opens before a visible character, unless it may mean inches. Single marks quote only where they
    cannot be apostrophes: curly ones around some words, straight ones that close behind punctuation.

    >>> text = 'He said “no” and "maybe so".'
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['no', 'maybe so']
    >>> text = "'It's over,' said the boys' coach."
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ["It's over,"]
    """
    found: list[Quoted] = []
    begin = 0
    for paragraph in text.split("\n"):
        found.extend(_quotes_in_paragraph(text, begin, begin + len(paragraph)))
        begin += len(paragraph) + 1
    return found


def _find_opener(text: str, place: int, end: int) -> re.Match[str] | None:
    """The next mark that opens; most characters are no mark at all, and one cheap test passes over them."""
    while (mark := _MARK.search(text, place, end)) is not None:
        opener = _OPENER.match(text, mark.start(), end)
        if opener is not None:
            return opener
        place = mark.end()
    return None


def _quotes_in_paragraph(text: str, begin: int, end: int) -> Iterator[Quoted]:
    never_closed: set[str] = set()
    place = begin
    while (opener := _find_opener(text, place, end)) is not None:
        mark, start = opener[0], opener.end()
        closer = None if mark in never_closed else _CLOSERS[mark].search(text, start, end)
        place = start
        if closer is None and mark in _SINGLE:
            never_closed.add(mark)
        elif closer is None:
            if start < end:
                yield Quoted(start, end, closed=False)
            return
        elif mark not in _SINGLE or closer.start() - start >= _APOSTROPHE_MIN_CHARS:
            if start < closer.start():
                yield Quoted(start, closer.start(), closed=True)
            place = closer.end()
