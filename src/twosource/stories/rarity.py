"""How rare each term is, by the background table and by what has lately been read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from twosource.stories.background import load_background
from twosource.stories.runs import Ints
from twosource.stories.tally import Tally
from twosource.stories.vocabulary import Vocabulary

_HALF_LIFE_DAYS = 30
_SEEN_WEIGHT = 0.3  # of a background passage: at 1.0 five files on one topic make its names look common
_FORGOTTEN = 0.01  # a count decayed below this weighs nothing beside the half that is added to every count


class Rarity:
    """The inverse document frequency of each term, kept up to date as windows go by.

    Counts of what was read decay with a half-life of a month, so that a name that was everywhere last year is rare
    again.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._seen = np.zeros(1 << 12)
        self._articles = 0.0
        self._day: int | None = None

    def read(self, tallies: Sequence[Tally], day: int | None) -> None:
        """Count the terms of these articles, each once an article, as read on `day`."""
        self._decay(day)
        missing = self._vocabulary.capacity - len(self._seen)
        if missing > 0:
            self._seen = np.concatenate([self._seen, np.zeros(missing + len(self._seen))])
        for tally in tallies:
            self._seen += np.bincount(tally.numbers, minlength=len(self._seen)) * _SEEN_WEIGHT
            self._articles += len(tally.sizes) * _SEEN_WEIGHT

    def of(self, numbers: Ints) -> npt.NDArray[np.float64]:
        """The inverse document frequency of each term, natural logarithm, at least 0."""
        total = load_background().passages + self._articles + 1
        general = self._vocabulary.general
        rarity: npt.NDArray[np.float64] = np.log(total / (general[numbers] + self._seen[numbers] + 0.5))
        return np.maximum(rarity, 0.0)

    def forget(self, live: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Free the numbers of terms in no live article whose count has decayed to nothing; those are true."""
        seen = self._seen[: len(live)]
        idle = ~live & (seen < _FORGOTTEN)
        seen[idle] = 0.0
        self._vocabulary.forget(idle)
        return idle

    def _decay(self, day: int | None) -> None:
        if day is not None and self._day is not None and day > self._day:
            factor = 0.5 ** ((day - self._day) / _HALF_LIFE_DAYS)
            self._seen *= factor
            self._articles *= factor
        self._day = day if self._day is None else max(self._day, day or self._day)
