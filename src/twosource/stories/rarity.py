"""How rare each term is, by the background table and by what has lately been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from twosource.stories.background import load_background
from twosource.stories.profile import Profile
from twosource.stories.terms import form_counts

_HALF_LIFE_DAYS = 30
_SEEN_WEIGHT = 0.3  # of a background passage: at 1.0 five files on one topic make its names look common
_FORGOTTEN = 0.01  # a count decayed below this weighs nothing beside the half that is added to every count


class Rarity:
    """Numbers for terms, and the inverse document frequency of each, kept up to date as windows go by.

    Counts of what was read decay with a half-life of a month, so that a name that was everywhere last year is rare
    again. Numbers of terms that no live article uses are given to other terms.
    """

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._free: list[int] = []
        self._general = np.zeros(1 << 12)
        self._seen = np.zeros(1 << 12)
        self._articles = 0.0
        self._day: int | None = None

    @property
    def capacity(self) -> int:
        """One more than the largest number a term can have now."""
        return len(self._seen)

    def read(self, profiles: Sequence[Profile], day: int | None) -> npt.NDArray[np.int32]:
        """The numbers of the terms, one profile after the other, after counting all of them as read on `day`."""
        self._decay(day)
        terms = list(chain.from_iterable(p.terms for p in profiles))
        self._number_new(terms)
        numbers = np.fromiter(map(self._number.__getitem__, terms), dtype=np.int32, count=len(terms))
        self._seen += np.bincount(numbers, minlength=len(self._seen)) * _SEEN_WEIGHT
        self._articles += len(profiles) * _SEEN_WEIGHT
        return numbers

    def of(self, numbers: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
        """The inverse document frequency of each term, natural logarithm, at least 0."""
        total = load_background().passages + self._articles + 1
        rarity: npt.NDArray[np.float64] = np.log(total / (self._general[numbers] + self._seen[numbers] + 0.5))
        return np.maximum(rarity, 0.0)

    def forget(self, live: set[int]) -> None:
        """Free the numbers of terms that are in no live article and whose count has decayed to nothing."""
        freed = [(t, n) for t, n in self._number.items() if n not in live and self._seen[n] < _FORGOTTEN]
        for term, number in freed:
            del self._number[term]
            self._seen[number] = self._general[number] = 0.0
            self._free.append(number)

    def _decay(self, day: int | None) -> None:
        if day is not None and self._day is not None and day > self._day:
            factor = 0.5 ** ((day - self._day) / _HALF_LIFE_DAYS)
            self._seen *= factor
            self._articles *= factor
        self._day = day if self._day is None else max(self._day, day or self._day)

    def _number_new(self, terms: Iterable[str]) -> None:
        """Give each term that has no number one."""
        general, known = form_counts(), self._number
        for term in dict.fromkeys([term for term in terms if term not in known]):
            number = self._free.pop() if self._free else len(known)
            known[term] = number
            self._grow(number + 1)
            self._general[number] = general.get(term, 0)

    def _grow(self, size: int) -> None:
        if size > len(self._seen):
            self._general = np.concatenate([self._general, np.zeros_like(self._general)])
            self._seen = np.concatenate([self._seen, np.zeros_like(self._seen)])
