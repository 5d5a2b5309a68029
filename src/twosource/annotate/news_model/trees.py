"""Arc scores to trees: every sentence has one root and no circle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
        value = float(scores[np.arange(1, size), heads[1:]].sum())
        if value > best:
            best, found = value, heads
    return [head + first - 1 if head else 0 for head in found[1:]]


def _roots(scores: npt.NDArray[np.float64]) -> list[tuple[int, float]]:
    """Each word with the most that a tree under it can be worth, the best first."""
    others = scores[1:, 1:].max(1) if len(scores) > 2 else np.zeros(1)
    most = scores[1:, 0] - others + others.sum()
    return [(int(at) + 1, float(most[at])) for at in np.argsort(-most, kind="stable")]


def _edmonds(scores: npt.NDArray[np.float64]) -> list[int]:
    """The best heads without a circle; row 0 is the root, and has none. Overwrites `scores`.

    A circle lives on in the place of its first word: the row and column of that word become those of the circle, and
    the others drop out.
    """
    heads: list[int] = scores.argmax(1).tolist()
    heads[0] = 0
    opened: list[tuple[Circle, list[int]]] = []
    while circle := _find_circle(heads):
        opened.append((_contract(scores, heads, circle), heads))
        heads = _contracted(heads, circle, int(scores[circle[0]].argmax()))
    for done, before in reversed(opened):
        heads = _expand(heads, before, done)
    return heads


def _contracted(heads: Sequence[int], words: Sequence[int], above: int) -> list[int]:
    """The heads where the circle is one word, its first, that hangs on the one above; no other has a better one now."""
    first, gone = words[0], set(words[1:])
    found = [first if head in gone else head for head in heads]
    found[first] = above
    for word in gone:
        found[word] = 0
    return found


def _find_circle(heads: Sequence[int]) -> list[int]:
    seen: dict[int, int] = {0: -1}
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word not in seen:
            seen[word] = start
            path.append(word)
            word = heads[word]
        if seen[word] == start:
            return path[path.index(word) :]
    return []


class Circle(NamedTuple):
    """Words that hang on each other; the first stands for all."""

    words: list[int]
    entered: list[int]
    """For each head outside, the word of the circle that hangs on it best."""
    left: list[int]
    """For each word outside, the word of the circle that it hangs on best."""


def _contract(scores: npt.NDArray[np.float64], heads: Sequence[int], words: list[int]) -> Circle:
    """Makes the circle one word, its first, in the scores."""
    gain = scores[words] - scores[words, [heads[word] for word in words]][:, None]
    out = scores[:, words]
    first, gone = words[0], words[1:]
    scores[first] = gain.max(0)
    scores[:, first] = out.max(1)
    scores[first, words] = _RULED_OUT
    scores[:, gone] = _RULED_OUT
    entered, left = gain.argmax(0).tolist(), out.argmax(1).tolist()
    return Circle(words, [words[at] for at in entered], [words[at] for at in left])


def _expand(found: Sequence[int], before: Sequence[int], circle: Circle) -> list[int]:
    """The heads with the circle opened at the word by which it is entered."""
    first = circle.words[0]
    heads = [circle.left[word] if head == first else head for word, head in enumerate(found)]
    for word in circle.words:
        heads[word] = before[word]
    heads[circle.entered[found[first]]] = found[first]
    return heads
