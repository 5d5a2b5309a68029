"""Where the comments of readers begin under an article: what they write is no report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from twosource.model import Reading, Statement

_STAMP = re.compile(
    r"\bat \d{1,2} ?: ?\d\d ?[ap]\.?m\.? ?\||\bReport abuse\b|\bComplain about this comment\b"
    r"|\bAdded ?: \w+day ?, \d{1,2} \w+ ?, \d{4}",
    re.IGNORECASE,
)
_LETTERS = ("m |", "m|", "M |", "m. |", "m.|", "eport abuse", "about this comment", "Added :", "Added:")
_FEWEST = 3  # stamps: one stands under many an article that nobody comments on


def leave_readers_words(statements: Sequence[Statement], readings: Mapping[str, Reading]) -> list[Statement]:
    """The statements that stand before the comments of their article.

    Policy: comments are known by the stamps under or over each of them, and begin at the first. A reader who writes a
    name otherwise, or has changed his mind, tells nothing of the news.
    """
    begin = {article: where_readers_begin(reading.article.text) for article, reading in readings.items()}
    return [s for s in statements if s.span.start < begin[s.span.article]]


def where_readers_begin(text: str) -> int:
    """The offset of the first of three or more stamps of comments, else the length of a text.

    >>> where_readers_begin("The pier is shut. May 4 at 9:15 am | Sad. At 9:40 am | Sad. At 9:41 am | Yes.")
    24
    """
    if not any(letters in text for letters in _LETTERS):
        return len(text)
    stamps = [found.start() for found in _STAMP.finditer(text)]
    return stamps[0] if len(stamps) >= _FEWEST else len(text)
