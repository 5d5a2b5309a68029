"""Tags to spans: the likeliest row of tags in which nothing goes on that has not begun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_RULED_OUT = -1e9
_ROUNDING = 1e-3  # of sums of up to 256 single-precision values


class TaggedSpan(NamedTuple):
    """Words `first`..`after` of one kind, as a number of the kinds the tags speak of."""

    kind: int
    first: int
    after: int


def find_spans(chances: Floats) -> list[TaggedSpan]:
    """The spans in one row of words.

    `chances` [words, tags] are log chances; tag 0 is outside, then two tags for each kind: begins, goes on. Word 0 is
    the root and in no span.

    >>> rows = np.log(np.array([[1, 0, 0], [.1, .6, .3], [.3, .1, .6], [.4, .1, .5]]) + 1e-9)
    >>> find_spans(rows.astype(np.float32))
    [TaggedSpan(kind=0, first=1, after=4)]
    """
    tags = _best_row(chances)
    spans: list[TaggedSpan] = []
    for word, tag in enumerate(tags):
        if tag % 2:
            spans.append(TaggedSpan((tag - 1) // 2, word, word + 1))
        elif tag:
            spans[-1] = spans[-1]._replace(after=word + 1)
    return spans


def _best_row(chances: Floats) -> list[int]:
    """The best row of tags in which what goes on has begun.

    Where the likeliest tag of each word already is one, that is it. Elsewhere a word keeps its likeliest tag if any
    other costs more than it does to let everything that has not begun begin: no better row can have it otherwise.
    """
    tags = chances.argmax(1)
    tags[0] = 0
    before = np.concatenate(([0], tags[:-1]))
    lost = np.flatnonzero((tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1))
    row: list[int] = tags.tolist()
    if lost.size:
        cost = float((chances[lost, tags[lost]] - chances[lost, tags[lost] - 1]).sum())
        others = np.partition(chances, -2, axis=1)
        open_ = others[:, -1] - others[:, -2] <= cost + _ROUNDING
        for first, after in _stretches(open_[1:].tolist()):
            row[first:after] = _search(chances, row, first, after)
    return row


def _stretches(open_: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Ranges of words that are open, where the first item is word 1."""
    first = 0
    for word, is_open in enumerate([*open_, False], start=1):
        if is_open:
            first = first or word
        elif first:
            yield first, word
            first = 0


def _search(chances: Floats, row: Sequence[int], first: int, after: int) -> list[int]:
    """Viterbi over the words of a stretch between two words whose tags are known."""
    rows: list[list[float]] = chances[first : after + 1].tolist()
    if len(rows) > after - first:
        rows[-1] = [value if tag == row[after] else _RULED_OUT for tag, value in enumerate(rows[-1])]
    best = [_RULED_OUT] * chances.shape[1]
    best[row[first - 1]] = 0.0
    steps: list[list[int]] = []
    for values in rows:
        best, step = _next_best(best, values)
        steps.append(step)
    tag = best.index(max(best))
    tags = [tag]
    for step in reversed(steps):
        tag = step[tag]
        tags.append(tag)
    return tags[::-1][1 : after - first + 1]


def _next_best(best: list[float], row: list[float]) -> tuple[list[float], list[int]]:
    """How good the best rows of tags up to a word are that end in each tag, and which tag comes before it."""
    most = max(best)
    top = best.index(most)
    found, before = [most + row[0]], [top]
    for begins in range(1, len(row), 2):
        goes_on = begins + 1
        source = begins if best[begins] >= best[goes_on] else goes_on
        found += (most + row[begins], best[source] + row[goes_on])
        before += (top, source)
    return found, before
