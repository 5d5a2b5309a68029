"""Words and their places, in one form for every stage."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its lower-case form and its range in the text."""

    form: str
    start: int
    end: int


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, numbers whole, in order, with offsets in `text`.

    >>> [w.form for w in find_words("Putin’s 1,200 troops - 72-hour")]
    ["putin's", '1,200', 'troops', '72', 'hour']
    """
    stop = len(text) if end is None else end
    return [Word(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]
