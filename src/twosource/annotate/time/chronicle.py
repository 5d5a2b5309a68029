"""The kind of text: a report counts from the day of its writing, a chronicle tells of other days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from twosource.annotate.time.algebra import Frame, Offset, Point
from twosource.annotate.time.seeds import Seed

STATED_YEARS = 5  # fewer dated years say nothing about the kind of text
COUNTED_LONG_AGO, COUNTED_RECENT = 0.35, 0.1  # chronicles: WikiWars 22 of 22, AQUAINT 1 of 73, TimeBank none


def is_chronicle(seeds: Sequence[Seed], published: date | None) -> bool:
    """Whether a text tells of other days than its own: its dates carry years and little counts from the writing."""
    years = sorted(s.expression.cal.year for s in seeds if isinstance(s.expression, Point) and s.expression.cal.year)
    if len(years) < STATED_YEARS:
        return False
    counted = sum(_counts_from_writing(seed) for seed in seeds)
    long_ago = published is None or years[len(years) // 2] <= published.year - 2
    return counted <= (COUNTED_LONG_AGO if long_ago else COUNTED_RECENT) * len(years)


def _counts_from_writing(seed: Seed) -> bool:
    expression = seed.expression
    if isinstance(expression, Offset):
        return expression.frame is Frame.WRITING and seed.rule != "the-unit"
    return isinstance(expression, Point) and expression.weekday is not None and expression.cal.month is None
