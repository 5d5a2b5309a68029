"""Which two statements of a story may be one claim, and what part of their words they share: of all pairs at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from twosource.claims.profile import SLOT_WEIGHTS, TERM_WEIGHT, Profile
from twosource.text.terms import TermWeights

ROUNDING = 1e-9  # what adding up in another order may change
_SHARED_TERMS = 2  # one shared word is a topic

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Holders = Mapping[str, Sequence[int]]
"""Words in order, each with the places of the profiles that have it."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two columns of places of profiles, the first before the second, with the weighted overlap of their words."""

    first: Places
    second: Places
    overlap: Floats

    def chosen(self, which: Bools) -> Pairs:
        """Some of the pairs."""
        return Pairs(self.first[which], self.second[which], self.overlap[which])

    def by_code(self, size: int) -> dict[int, float]:
        """The overlap of each pair of `size` profiles by the number `first * size + second`."""
        codes = self.first * size + self.second
        return dict(zip(codes.tolist(), self.overlap.tolist(), strict=True))


def find_pairs(profiles: Sequence[Profile], holders: Holders, weights: TermWeights, most: int) -> Pairs:
    """The pairs that share two words, one of them in no more than `most` profiles, and do not clash at first sight.

    Policy: the overlap is `TermWeights.overlap` to the last bit: shared weights are added up in order of the words.
    `holders` are those of `hold_terms`.
    """
    met = _meet([rows for rows in holders.values() if 1 < len(rows) <= most], len(profiles))
    shared, number = _shared_terms(holders, met, most)
    counts = np.bincount(shared, minlength=len(met.first))
    term_weights = np.array([weights.weights[term] for term in holders])
    sums = np.bincount(shared, weights=term_weights[number], minlength=len(met.first))
    own = np.array([weights.of(p.terms) for p in profiles])
    a, b = own[met.first], own[met.second]
    overlap = np.minimum(1.0, 2 * sums / (np.minimum(a, b) + np.sqrt(a * b)))
    pairs = Pairs(met.first, met.second, overlap)
    return pairs.chosen((counts >= _SHARED_TERMS) & ~_are_apart(profiles, pairs))


def hold_terms(profiles: Iterable[Profile]) -> Holders:
    """For each word, in order, the places of the profiles that have it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, profile in enumerate(profiles):
        for term in profile.terms:
            holders[term].append(place)
    return {term: holders[term] for term in sorted(holders)}


@dataclass(frozen=True, slots=True)
class _Met:
    first: Places
    second: Places
    order: Places
    """The pair of each meeting, meetings in order of the words they are over."""


def _meet(buckets: Sequence[Sequence[int]], size: int) -> _Met:
    """Every two of `size` that stand in one bucket, once."""
    codes = [np.empty(0, dtype=np.int64)]
    for bucket in buckets:
        row = np.array(bucket, dtype=np.int64)
        first, second = _two_of(len(row))
        codes.append(row[first] * size + row[second])
    unique, order = np.unique(np.concatenate(codes), return_inverse=True)
    firsts, seconds = np.divmod(unique, max(1, size))
    return _Met(firsts, seconds, order)


@lru_cache(maxsize=512)
def _two_of(size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    first, second = np.triu_indices(size, 1)
    return first, second


def _shared_terms(holders: Holders, met: _Met, most: int) -> tuple[Places, Places]:
    """Each word that a pair shares, words in order: the number of the pair, and that of the word."""
    pairs, lengths = [np.empty(0, dtype=np.int64)], []
    size, done = 1 + max((rows[-1] for rows in holders.values()), default=0), 0
    for rows in holders.values():
        if len(rows) <= most:
            meetings = len(rows) * (len(rows) - 1) // 2
            pairs.append(met.order[done : done + meetings])
            done += meetings
        else:
            has = np.zeros(size, dtype=np.bool_)
            has[rows] = True
            pairs.append(np.flatnonzero(has[met.first] & has[met.second]))
        lengths.append(len(pairs[-1]))
    return np.concatenate(pairs), np.repeat(np.arange(len(lengths)), np.array(lengths, dtype=np.int64))


def best_scores(profiles: Sequence[Profile], pairs: Pairs) -> Floats:
    """What `score_pair` gives at most: all that both sides have agrees."""
    slots = np.zeros(len(pairs.first))
    for part, weight in SLOT_WEIGHTS.items():
        has = np.array([bool(getattr(p, part)) for p in profiles], dtype=np.bool_)
        slots += weight * (has[pairs.first] & has[pairs.second])
    best: Floats = (TERM_WEIGHT * pairs.overlap + slots) / (TERM_WEIGHT + slots)
    return best


def _are_apart(profiles: Sequence[Profile], pairs: Pairs) -> Bools:
    """`are_apart` of each pair."""
    caption = np.array([p.caption for p in profiles], dtype=np.bool_)
    words = number_values(p.words for p in profiles)
    polarity = number_values(p.polarity for p in profiles)
    sequence = number_values(p.sequence for p in profiles)
    differ = _differ(polarity, pairs) | _differ(sequence, pairs) | _differ(caption, pairs)
    apart: Bools = differ & _differ(words, pairs)
    return apart


def _differ(values: npt.NDArray[np.generic], pairs: Pairs) -> Bools:
    differs: Bools = values[pairs.first] != values[pairs.second]
    return differs


def number_values(values: Iterable[Hashable]) -> Places:
    """Equal numbers for equal values."""
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int64)
