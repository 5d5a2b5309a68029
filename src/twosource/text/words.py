"""Words and their places, in one form for every stage."""

from __future__ import annotations

import re
from typing import NamedTuple

# Letters with inner apostrophes, numbers with their separators, and what mixes both.
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|\w+")
_LENGTHENED_BY_LOWERING = "İ"  # the only character with a longer lower-case form, which would shift every offset


class Word(NamedTuple):
    """One word: its lower-case form and its range in the text."""

    form: str
    start: int
    end: int


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, numbers whole, in order, with offsets in `text`.

    >>> [w.form for w in find_words("Putin’s 1,200 troops - 72-hour")]
    ["putin's", '1,200', 'troops', '72', 'hour']
    """
    part = text[start:end]
    plain = part.replace("’", "'").replace(_LENGTHENED_BY_LOWERING, "I").lower()
    make = Word._make
    return [make((m[0], m.start() + start, m.end() + start)) for m in _WORD.finditer(plain)]
