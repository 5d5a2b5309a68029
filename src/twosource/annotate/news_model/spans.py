"""Tags to spans: the likeliest row of tags in which nothing goes on that has not begun."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_RULED_OUT = -1e9


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
    """Viterbi over tags that may follow each other: all but what goes on may follow anything."""
    rows: list[list[float]] = chances.tolist()
    best = [0.0, *[_RULED_OUT] * (len(rows[0]) - 1)]
    steps: list[list[int]] = []
    for row in rows[1:]:
        best, step = _next_best(best, row)
        steps.append(step)
    tag = best.index(max(best))
    tags = [tag]
    for step in reversed(steps):
        tag = step[tag]
        tags.append(tag)
    return tags[::-1]


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
