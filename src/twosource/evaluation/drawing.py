"""Gold drawn into its own text: `Orlov said <c:talks had begun>.` is the text without marks, and where they stood."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"<(\w+):|>")


class Mark(NamedTuple):
    """A stretch of the text and the name it was drawn with."""

    name: str
    start: int
    end: int


class Drawing(NamedTuple):
    """A text without its marks, and the marks in order of their first character, outer ones first."""

    text: str
    marks: tuple[Mark, ...]

    def extents(self, name: str) -> list[tuple[int, int]]:
        """The ranges drawn with one name."""
        return [(mark.start, mark.end) for mark in self.marks if mark.name == name]


def undraw(drawn: str) -> Drawing:
    """The text and the marks of a drawing; marks may be nested. A text of our own writing holds no other ">".

    >>> undraw("TASS said <1:Kyiv had said <2:it was late>>.").marks
    (Mark(name='1', start=10, end=35), Mark(name='2', start=24, end=35))
    """
    text, place = "", 0
    opened: list[tuple[str, int]] = []
    marks: list[Mark] = []
    for found in _MARK.finditer(drawn):
        text += drawn[place : found.start()]
        place = found.end()
        if found[1]:
            opened.append((found[1], len(text)))
        else:
            marks.append(Mark(*opened.pop(), len(text)))
    return Drawing(text + drawn[place:], tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))
