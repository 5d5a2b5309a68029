"""Tags to spans: the likeliest row of tags in which nothing goes on that has not begun."""

from __future__ import annotations

from functools import cache
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
    """Viterbi over tags that may follow each other."""
    allowed = _allowed(chances.shape[1])
    best = np.full(chances.shape[1], _RULED_OUT)
    best[0] = 0.0
    back = np.zeros(chances.shape, dtype=np.int64)
    for word in range(1, len(chances)):
        through = best[:, None] + allowed
        back[word] = through.argmax(0)
        best = through.max(0) + chances[word]
    tag = int(best.argmax())
    tags = [tag]
    for word in range(len(chances) - 1, 0, -1):
        tag = int(back[word, tag])
        tags.append(tag)
    return tags[::-1]


@cache
def _allowed(tags: int) -> npt.NDArray[np.float64]:
    """[from, to]: nothing goes on but what began or went on before."""
    allowed = np.zeros((tags, tags))
    for going_on in range(2, tags, 2):
        allowed[:, going_on] = _RULED_OUT
        allowed[[going_on - 1, going_on], going_on] = 0.0
    return allowed
