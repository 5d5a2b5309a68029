"""What became of the people that a number counts: killed, hurt, missing, held, freed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from twosource.model import Extent
from twosource.text.terms import Term, group_of

_FATES = """
killed: kill murder perish
hurt: injure
missing: miss
held: arrest detain jail charge
freed: free
hospital: hospitalise hospitalize treat
moved: evacuate displace
saved: rescue
"""
_PARTS = re.compile(r"\band\b|[,;]")
_REACH_TERMS = 3  # content words between a count and its verb: "12 people at the quarry were killed"


@cache
def _fate_words() -> dict[str, str]:
    return {
        group_of(word): fate
        for line in _FATES.split("\n")
        if line
        for fate, *words in [line.replace(":", "").split()]
        for word in words
    }


def fate_of(text: str, terms: Sequence[Term], extent: Extent) -> str | None:
    """The fate told of the value at `extent`: of the content words of its clause the nearest that tells one.

    Policy: "five died and others were hurt" tells of the five that they died; a count that no such word stands near
    has no fate, and may be any of them. No "and" and no comma may stand between.

    >>> from twosource.text.terms import find_terms
    >>> text = "Five people died and nine others at the quarry were wounded."
    >>> [fate_of(text, find_terms(text), extent) for extent in ((0, 11), (21, 32))]
    ['killed', 'hurt']
    """
    inside = [(0, t) for t in terms if t.start < extent[1] and extent[0] < t.end]
    before = enumerate(reversed([t for t in terms if t.end <= extent[0] and not _PARTS.search(text, t.end, extent[0])]))
    after = enumerate([t for t in terms if t.start >= extent[1] and not _PARTS.search(text, extent[1], t.start)])
    fates = _fate_words()
    told = [(n, fates[t.group]) for n, t in (*inside, *before, *after) if n < _REACH_TERMS and t.group in fates]
    return min(told, key=lambda found: found[0])[1] if told else None
