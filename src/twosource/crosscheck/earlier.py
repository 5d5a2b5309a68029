"""Which of two reports was published first."""

from __future__ import annotations

from twosource.model import Reading


def is_earlier(one: Reading, two: Reading) -> bool | None:
    """Whether one report was published before another, by the minute where both tell it; None where one is undated."""
    a, b = one.article.published, two.article.published
    if a is None or b is None:
        return None
    return a.moment < b.moment if a.moment and b.moment else a.day < b.day
