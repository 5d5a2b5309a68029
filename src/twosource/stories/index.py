"""Which live articles share strong terms with a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.rows import STRENGTH, Keys
from twosource.stories.runs import Ints, ranks_of, spread, starts_of, sum_runs

_ENOUGH = round(0.15 * STRENGTH)  # shared weight; of 828 true pairs of 2015 0.1 met 741, 0.2 met 734 and 0.3 met 702
_ASKED = 24  # terms a new article asks for
_RECENT = 48  # latest articles looked at for one term: bounds the cost of a term that a large story made common
_CANDIDATES = 10  # live articles compared with a new one; of 828 true pairs of 2015 8 met 690 and 12 met 702
_PLACE_BITS, _STRENGTH_BITS = 32, 22  # of a whole number that packs an asking article, a place and a strength
_PLACE = (1 << _PLACE_BITS) - 1
_SUM_BITS = 27  # of the strengths that one article shares with another


class Found(NamedTuple):
    """Pairs of an article that asked and one that was found."""

    asking: Ints
    found: Ints


class Index:
    """Term number -> places of the latest articles that hold it among their strongest terms."""

    def __init__(self) -> None:
        self._places = np.empty((0, _RECENT), dtype=np.int32)
        self._counts = np.zeros(0, dtype=np.int64)

    def __bool__(self) -> bool:
        return len(self._counts) > 0

    def add(self, keys: Keys, *, first: int) -> None:
        """Make articles findable, whose places are their numbers in `keys` from `first` on."""
        self._grow(int(keys.numbers.max(initial=-1)) + 1)
        order = np.argsort((keys.numbers << 32) | (first + keys.owner))
        numbers, places = keys.numbers[order], first + keys.owner[order]
        starts = starts_of(numbers)
        sizes = np.diff(starts, append=len(numbers))
        rank = np.arange(len(numbers)) - np.repeat(starts, sizes)
        kept = rank >= np.repeat(sizes, sizes) - _RECENT
        self._places[numbers[kept], (self._counts[numbers] + rank)[kept] % _RECENT] = places[kept]
        self._counts[numbers[starts]] += sizes

    def find(self, keys: Keys, *, first: int, is_live: Callable[[Ints], npt.NDArray[np.bool_]]) -> Found:
        """For each article of `keys` up to ten other live ones that share the weightiest terms with it.

        Of those that share as much the earlier places are taken.
        """
        asked = (keys.rank < _ASKED) & (keys.numbers < len(self._counts))
        numbers = keys.numbers[asked]
        held = np.minimum(self._counts[numbers], _RECENT)
        found = self._places.ravel()[spread(numbers * _RECENT, held)].astype(np.int64)
        found <<= _STRENGTH_BITS
        found |= np.repeat((keys.owner[asked] << (_PLACE_BITS + _STRENGTH_BITS)) | keys.strengths[asked], held)
        return _weightiest(found, first, is_live)

    def forget(self, idle: npt.NDArray[np.bool_]) -> None:
        """Drop the terms for which `idle` holds, whose numbers may be given to others."""
        freed = np.flatnonzero(idle)
        self._counts[freed[freed < len(self._counts)]] = 0

    def _grow(self, size: int) -> None:
        missing = size - len(self._counts)
        if missing > 0:
            more = max(missing, len(self._counts))
            self._places = np.concatenate([self._places, np.empty((more, _RECENT), dtype=np.int32)])
            self._counts = np.concatenate([self._counts, np.zeros(more, dtype=np.int64)])


def _weightiest(found: Ints, first: int, is_live: Callable[[Ints], npt.NDArray[np.bool_]]) -> Found:
    """The best of each that asks, if they share enough; `found` packs who asks, the place and a strength."""
    found.sort()
    pairs = found >> _STRENGTH_BITS
    starts = starts_of(pairs)
    sums = sum_runs(found & ((1 << _STRENGTH_BITS) - 1), starts)
    enough = sums >= _ENOUGH
    pairs, sums = pairs[starts[enough]], sums[enough]
    asking, places = pairs >> _PLACE_BITS, pairs & _PLACE
    fit = np.flatnonzero((first + asking != places) & is_live(places))
    bits = len(pairs).bit_length()
    falling = (asking[fit] << _SUM_BITS) + (1 << _SUM_BITS) - 1 - sums[fit]
    best = np.sort((falling << bits) | fit) & ((1 << bits) - 1)
    best = best[ranks_of(asking[best]) < _CANDIDATES]
    return Found(first + asking[best], places[best])
