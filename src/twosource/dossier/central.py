"""The sentences that stand best for many: close to what all of them say, and not twice the same."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from twosource.dossier.sentences import Sentence

T = TypeVar("T")
Vector = dict[str, float]


class Centrality:
    """Weights of words in a story, and the story's own middle."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        found = list(sentences)
        counts = Counter(word for s in found for word in s.content)
        self._weights = {word: math.log(1 + len(found) / count) for word, count in counts.items()}
        self._story = self.middle((s, 1.0) for s in found)
        self._story_norm = norm(self._story)

    def vector(self, sentence: Sentence) -> Vector:
        """The words of a sentence with their weights in the story."""
        return {word: self._weights.get(word, 0.0) for word in sentence.content}

    def middle(self, weighted: Iterable[tuple[Sentence, float]]) -> Vector:
        """The weighted sum of sentences."""
        total: Vector = defaultdict(float)
        for sentence, weight in weighted:
            for word, value in self.vector(sentence).items():
                total[word] += value * weight
        return total

    def topicality(self, sentence: Sentence) -> float:
        """How close a sentence is to the whole story, 0..1."""
        return cosine(self.vector(sentence), self._story, self._story_norm)


def norm(vector: Vector) -> float:
    """The length of a vector."""
    return math.sqrt(sum(value * value for value in vector.values()))


def cosine(a: Vector, b: Vector, b_norm: float) -> float:
    """The cosine of two vectors, 0 where one is empty; the length of `b` is given because `b` is long and used often.

    >>> round(cosine({"bridge": 1.0, "closed": 1.0}, {"bridge": 2.0}, 2.0), 3)
    0.707
    """
    length = norm(a) * b_norm
    return sum(value * b[word] for word, value in a.items() if word in b) / length if length else 0.0


def choose_central(
    candidates: Sequence[T],
    most: int,
    *,
    vector_of: Callable[[T], Vector],
    middle: Vector,
    bonus_of: Callable[[T], float],
    same: Callable[[T, T], bool],
) -> list[T]:
    """Up to `most` candidates whose sum comes closest to `middle`, chosen one by one; none is the same as another.

    Source: the centroid summariser of D. Gholipour Ghalandari, "Revisiting the centroid-based method" (2017). Only the
    `_POOL` closest candidates are considered; the first in order wins a tie.
    """
    length = norm(middle)
    ranked = [(cosine(vector_of(c), middle, length) * bonus_of(c), -place) for place, c in enumerate(candidates)]
    left = [candidates[-place] for _, place in sorted(ranked, reverse=True)[:_POOL]]
    chosen: list[T] = []
    total: Vector = {}
    while left and len(chosen) < most:
        best = max(left, key=lambda c: cosine(_add(total, vector_of(c)), middle, length) * bonus_of(c))
        chosen.append(best)
        total = _add(total, vector_of(best))
        left = [c for c in left if c is not best and not same(c, best)]
    return chosen


_POOL = 60  # timeline17: the same AR-1 as with 80; the time grows with it


def _add(a: Vector, b: Vector) -> Vector:
    total = dict(a)
    for word, value in b.items():
        total[word] = total.get(word, 0.0) + value
    return total
