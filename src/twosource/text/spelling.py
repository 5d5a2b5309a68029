"""Spellings of one name: endings and doubles that transliterations differ in."""

from __future__ import annotations

import re


def fold_spelling(word: str) -> str:
    """One form of a word, in lower case, for endings and doubles that differ between transliterations.

    >>> fold_spelling("zelenskyy") == fold_spelling("zelensky"), fold_spelling("dmitriy") == fold_spelling("dmitri")
    (True, True)
    """
    word = re.sub(r"(?:yy|iy|ii|ij|y|i)$", "y", word)
    return re.sub(r"(\w)\1", r"\1", word).replace("ph", "f")
