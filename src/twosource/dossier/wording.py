"""Numbers in words, so that no page ever says "1 articles"."""

from __future__ import annotations


def count_of(number: int, noun: str) -> str:
    """A number with its noun, singular or plural.

    >>> count_of(1, "origin"), count_of(3, "other story"), count_of(0, "voice")
    ('1 origin', '3 other stories', '0 voices')
    """
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
