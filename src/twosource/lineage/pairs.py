"""Many pairs of articles side by side, as long arrays: all left articles one after the other, and all right ones.

A place is the number of a word in these arrays, so that one place names a word and the pair it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.lineage.evidence import HASH_BITS, PLACE_BITS, Evidence, Mask
from twosource.lineage.fingerprint import Hashes, Offsets, owners_of
from twosource.text.ranges import differs, leads_of

Sides = tuple[Evidence, Evidence]
"""The left and the right article of a pair."""

_WORDS_AT_ONCE = 1 << 18
"""Words of one side that are laid out together, were all its articles as long as the longest."""


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of many pairs."""

    evidences: Sequence[Evidence]
    bounds: Offsets
    """The words of pair i lie from bounds[i] to bounds[i + 1]."""
    owners: Offsets
    """The pair of each word."""
    forms: Hashes
    quoted: Mask

    @property
    def sizes(self) -> Offsets:
        """Words of each article."""
        return np.diff(self.bounds)

    def count(self, places: Offsets) -> Offsets:
        """How many of these rising places each article has."""
        return np.diff(places.searchsorted(self.bounds))


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two sides; the articles of a pair have the same number on both."""

    left: Side
    right: Side

    def __len__(self) -> int:
        return len(self.left.evidences)


@dataclass(frozen=True, slots=True)
class Shared:
    """What stands in both articles of a pair: its number, and the places in the left and in the right article.

    By pair, and the left places of a pair rising; what stands more than once on the right is met at its first place.
    """

    numbers: Offsets
    left: Offsets
    right: Offsets


@dataclass(frozen=True, slots=True)
class Facts:
    """For each pair what its articles share of content words outside quoted speech."""

    shared: Offsets
    """Different pairs of content words that both have."""
    fewer: Offsets
    """Different pairs of content words of the article that has fewer."""
    content: Offsets
    """Content words of the article that has fewer."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is quickly counted of many pairs."""

    runs: Shared
    """Runs of five words."""
    facts: Facts

    def take(self, numbers: Sequence[int]) -> Sketch:
        """That of these pairs alone, which are numbered anew."""
        facts = self.facts
        turn = np.full(len(facts.shared), -1)
        turn[numbers] = np.arange(len(numbers))
        renumbered = turn[self.runs.numbers]
        kept = (renumbered >= 0).nonzero()[0]
        return Sketch(
            Shared(renumbered[kept], self.runs.left[kept], self.runs.right[kept]),
            Facts(facts.shared[numbers], facts.fewer[numbers], facts.content[numbers]),
        )


def sketch_pairs(sides: Sequence[Sides]) -> Sketch:
    """What the articles of each pair have in common at a first look."""
    return Sketch(_meet([(left.runs, right.runs) for left, right in sides]), _count_facts(sides))


def find_single_words(sides: Sequence[Sides]) -> Shared:
    """The content words outside quoted speech that both articles of a pair use exactly once, by their stems."""
    return _meet([(left.single, right.single) for left, right in sides])


def lay_out(sides: Sequence[Sides]) -> Pairs:
    """The arrays of these pairs."""
    return Pairs(_lay_side([left for left, _ in sides]), _lay_side([right for _, right in sides]))


def _lay_side(evidences: Sequence[Evidence]) -> Side:
    bounds = np.cumsum([0, *(e.size for e in evidences)])
    return Side(
        evidences=evidences,
        bounds=bounds,
        owners=owners_of(bounds),
        forms=np.concatenate([e.forms for e in evidences]),
        quoted=np.concatenate([e.quoted for e in evidences]),
    )


def split_pairs(sides: Sequence[Sides]) -> Iterator[slice]:
    """Parts of which the arrays stay near the processor, and the numbers and places have room beside a hash."""
    first = most = 0
    for number, (left, right) in enumerate(sides):
        longer = max(most, left.size, right.size)
        count = number - first + 1
        if count > 1 and (count * longer > _WORDS_AT_ONCE or (count * longer).bit_length() >= PLACE_BITS):
            yield slice(first, number)
            first, longer = number, max(left.size, right.size)
        most = longer
    if sides:
        yield slice(first, len(sides))


def _count_facts(sides: Sequence[Sides]) -> Facts:
    """How many facts the articles of each pair share, and what the one with fewer has."""
    both, numbers = _join([(left.facts, right.facts) for left, right in sides])
    both <<= np.uint64(1)
    both |= numbers << np.uint64(HASH_BITS + 1)
    both[sum(len(right.facts) for _, right in sides) :] |= np.uint64(1)
    both.sort(kind="stable")  # which merges two runs that are sorted
    shared = (both[1:] ^ both[:-1] == 1).nonzero()[0]
    met = (both[shared] >> np.uint64(HASH_BITS + 1)).view(np.int64)
    return Facts(
        shared=np.bincount(met, minlength=len(sides)),
        fewer=np.array([min(len(left.facts), len(right.facts)) for left, right in sides]),
        content=np.array([min(left.content, right.content) for left, right in sides]),
    )


def _join(columns: Sequence[tuple[Hashes, Hashes]]) -> tuple[Hashes, Hashes]:
    """The hashes of all right articles and then of all left ones, and the number of the pair of each."""
    parts = [right for _, right in columns] + [left for left, _ in columns]
    numbers = np.arange(len(columns), dtype=np.uint64)
    return np.concatenate(parts), np.repeat(np.concatenate((numbers, numbers)), [len(part) for part in parts])


def _meet(columns: Sequence[tuple[Hashes, Hashes]]) -> Shared:
    """What both articles of each pair have, from their hashes with places, left and right.

    All go into one sort, as pair, hash, side and place, right before left: what a pair shares then lies together.
    """
    packed, numbers = _join(columns)
    place_bits = int((packed & _PLACE).max(initial=1)).bit_length()
    places = packed & _PLACE
    packed >>= np.uint64(PLACE_BITS)
    packed <<= np.uint64(place_bits + 1)
    packed |= places
    packed |= numbers << np.uint64(HASH_BITS + 1 + place_bits)
    packed[sum(len(right) for _, right in columns) :] |= np.uint64(1 << place_bits)
    packed.sort(kind="stable")  # which merges two runs that are sorted
    is_first = differs(packed >> np.uint64(place_bits + 1))
    met = (~(is_first & np.append(is_first[1:], True))).nonzero()[0]
    return _pair_up(packed[met], is_first[met], place_bits)


_PLACE = np.uint64((1 << PLACE_BITS) - 1)


def _pair_up(packed: Hashes, is_first: Mask, place_bits: int) -> Shared:
    """Of hashes that are met again the left ones that stand on the right too, each with its first right place."""
    is_left = packed & np.uint64(1 << place_bits) != 0
    lead = leads_of(is_first)
    found = (is_left & ~is_left[lead]).nonzero()[0]
    bits, low = np.uint64(place_bits), np.uint64((1 << place_bits) - 1)
    rows = packed[found] >> np.uint64(HASH_BITS + 1 + place_bits) << bits | packed[found] & low
    rows = rows << bits | packed[lead[found]] & low
    rows.sort()
    numbers, left, right = rows >> bits >> bits, rows >> bits & low, rows & low
    return Shared(numbers.view(np.int64), left.view(np.int64), right.view(np.int64))
