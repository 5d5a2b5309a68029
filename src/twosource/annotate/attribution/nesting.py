"""Which attribution stands inside which other one."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.attribution.protocol import Speech
from twosource.model import Extent


def find_parents(speeches: Sequence[Speech]) -> list[int | None]:
    """For each attribution the smallest other one whose content holds its cue and content; none is inside itself.

    Policy: where words mark that one stands within another of the same content, the other does not stand within it.
    """
    spans = [(speech.content[0][0], max(end for _, end in speech.content)) for speech in speeches]
    by_cue = {speech.cue: place for place, speech in reversed(list(enumerate(speeches)))}
    opening = sorted(range(len(speeches)), key=lambda place: spans[place])
    parents: list[int | None] = [None] * len(speeches)
    around: list[int] = []
    next_open = 0
    for place in sorted(range(len(speeches)), key=lambda place: first_place(speeches[place])):
        at = first_place(speeches[place])
        while next_open < len(opening) and spans[opening[next_open]][0] <= at:
            around.append(opening[next_open])
            next_open += 1
        around = [other for other in around if spans[other][1] > at]
        within = speeches[place].within
        parents[place] = by_cue.get(within) if within else _smallest(speeches, spans, place, around)
    return _without_loops(parents, speeches)


def _without_loops(parents: Sequence[int | None], speeches: Sequence[Speech]) -> list[int | None]:
    """The same, each loop opened at the first link in it that no words mark."""
    opened = list(parents)
    for start in range(len(opened)):
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in path:
            path.append(at)
            at = opened[at]
        if at is not None:
            loop = path[path.index(at) :]
            opened[min(loop, key=lambda place: (bool(speeches[place].within), place))] = None
    return opened


def first_place(speech: Speech) -> int:
    """Where an attribution stands: at its cue, else at its content."""
    return speech.cue[0][0] if speech.cue else speech.content[0][0]


def _smallest(speeches: Sequence[Speech], spans: Sequence[Extent], place: int, around: Sequence[int]) -> int | None:
    holding = [other for other in around if other != place and _holds(speeches[other], speeches[place])]
    return min(
        holding, key=lambda other: (spans[other][1] - spans[other][0], not speeches[other].within, other), default=None
    )


def _holds(outer: Speech, inner: Speech) -> bool:
    parts = [*inner.cue, *inner.content]
    return all(any(start <= s and e <= end for start, end in outer.content) for s, e in parts)
