"""Ranges without the white space at their ends."""

from __future__ import annotations


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range `start`..`end` of `text` without white space at either end; empty at `end` where there is nothing else.

    >>> trim("so  it is ", 2, 10)
    (4, 9)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
