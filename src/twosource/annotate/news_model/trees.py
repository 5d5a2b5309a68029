"""Arc scores to trees: every sentence has one root and no circle."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_RULED_OUT = -1e9


def read_heads(arcs: Floats, sentences: Sequence[int]) -> list[int]:
    """The head of each word of a window, 0 for the root of its sentence (and for word 0, the root itself).

    Where the best heads are no tree the best tree is found (Chu-Liu and Edmonds, with one word under the root).
    """
    heads = [0, *arcs[1:].argmax(1).tolist()] if len(arcs) > 1 else [0]
    first = 1
    while first < len(heads):
        after = first
        while after < len(heads) and sentences[after] == sentences[first]:
            after += 1
        if not _is_tree(heads, first, after):
            heads[first:after] = _best_tree(arcs, first, after)
        first = after
    return heads


def _is_tree(heads: Sequence[int], first: int, after: int) -> bool:
    if sum(heads[word] == 0 for word in range(first, after)) != 1:
        return False
    reached = {0}
    for word in range(first, after):
        path = []
        while word not in reached:
            path.append(word)
            word = heads[word]  # noqa: PLW2901 - climbing from the word
            if word in path:
                return False
        reached.update(path)
    return True


def _best_tree(arcs: Floats, first: int, after: int) -> list[int]:
    """The best tree of one sentence, as heads in words of the window."""
    size = after - first + 1
    scores = np.full((size, size), _RULED_OUT)
    scores[1:, 0] = arcs[first:after, 0]
    scores[1:, 1:] = arcs[first:after, first:after]
    np.fill_diagonal(scores, _RULED_OUT)
    best, found = _RULED_OUT * size, [0] * size
    for root, most in _roots(scores):
        if most <= best:
            break
        only = scores.copy()
        only[1:, 0] = _RULED_OUT
        only[root, 0] = scores[root, 0]
        heads = _edmonds(only)
        value = float(only[np.arange(1, size), heads[1:]].sum())
        if value > best:
            best, found = value, heads
    return [head + first - 1 if head else 0 for head in found[1:]]


def _roots(scores: npt.NDArray[np.float64]) -> list[tuple[int, float]]:
    """Each word with the most that a tree under it can be worth, the best first."""
    others = scores[1:, 1:].max(1) if len(scores) > 2 else np.zeros(1)
    most = scores[1:, 0] - others + others.sum()
    return [(int(at) + 1, float(most[at])) for at in np.argsort(-most, kind="stable")]


def _edmonds(scores: npt.NDArray[np.float64]) -> list[int]:
    """The best heads without a circle; row 0 is the root, and has none."""
    heads = scores.argmax(1)
    heads[0] = 0
    circle = _find_circle(heads)
    if not circle:
        return [int(head) for head in heads]
    outside = [word for word in range(len(scores)) if word not in circle]
    inner, opened = _contract(scores, heads, (circle, outside))
    contracted = _edmonds(inner)
    return _expand(contracted, heads, opened, (circle, outside))


def _find_circle(heads: npt.NDArray[np.int64]) -> list[int]:
    seen: dict[int, int] = {0: -1}
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word not in seen:
            seen[word] = start
            path.append(word)
            word = int(heads[word])
        if seen[word] == start:
            return path[path.index(word) :]
    return []


Parts = tuple[list[int], list[int]]
Opened = tuple[list[int], list[int]]


def _contract(
    scores: npt.NDArray[np.float64], heads: npt.NDArray[np.int64], parts: Parts
) -> tuple[npt.NDArray[np.float64], Opened]:
    """The scores with the circle as one word, the last; by which of its words each outer one goes in and comes out."""
    circle, outside = parts
    gain = scores[circle] - scores[circle, heads[circle]][:, None]
    into = gain[:, outside]
    out = scores[np.ix_(outside, circle)]
    size = len(outside) + 1
    inner = np.full((size, size), _RULED_OUT)
    inner[:-1, :-1] = scores[np.ix_(outside, outside)]
    inner[-1, :-1] = into.max(0)
    inner[:-1, -1] = out.max(1)
    inner[0] = _RULED_OUT
    entered = [circle[int(at)] for at in into.argmax(0)]
    left = [circle[int(at)] for at in out.argmax(1)]
    return inner, (entered, left)


def _expand(contracted: Sequence[int], heads: npt.NDArray[np.int64], opened: Opened, parts: Parts) -> list[int]:
    circle, outside = parts
    entered, left = opened
    found = [0] * (len(circle) + len(outside))
    for word in circle:
        found[word] = int(heads[word])
    for at, word in enumerate(outside):
        head = contracted[at]
        found[word] = left[at] if head == len(outside) else outside[head]
    broken = contracted[-1]
    found[entered[broken]] = outside[broken]
    return found
