"""The lines of an article, and the cut where furniture runs into text on one line."""

from __future__ import annotations

import re

from twosource.article.furniture import end_of_leading_furniture
from twosource.model import Extent
from twosource.text.trim import trim

_LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")


def split_lines(text: str) -> list[Extent]:
    """The visible lines of `text`, trimmed, in order; a line that opens with furniture is cut behind it.

    >>> text = " date 2024-11-02 Menu Explore" + chr(10) + "The mine closed."
    >>> [text[s:e] for s, e in split_lines(text)]
    ['date 2024-11-02', 'Menu Explore', 'The mine closed.']
    """
    found: list[Extent] = []
    for match in _LINE.finditer(text):
        found.extend(_cut(text, *trim(text, *match.span())))
    return found


def _cut(text: str, start: int, end: int) -> list[Extent]:
    pieces: list[Extent] = []
    while start < end:
        stop = end_of_leading_furniture(text, start, end)
        if stop == start:
            break
        pieces.append((start, stop))
        start, _ = trim(text, stop, end)
    return [*pieces, (start, end)] if start < end else pieces
