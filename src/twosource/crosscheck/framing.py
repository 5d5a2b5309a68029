"""Words that only say that somebody says something: they tell nothing of what it is about."""

from __future__ import annotations

FRAME = frozenset(
    """
    say tell announce confirm report state add note statement spokesman spokesperson deny denial reject dismiss refute
    dispute rebuff claim allegation accusation official authority minister ministry president accord ask accuse
    """.split()
)
