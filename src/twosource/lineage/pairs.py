"""Many pairs of articles side by side, as long arrays: all left articles one after the other, and all right ones.

A place is the number of a word in these arrays, so that one place names a word and the pair it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.lineage.evidence import Evidence, Mask
from twosource.lineage.fingerprint import Hashes, Offsets, find_grams, find_word_pairs, owners_of
from twosource.text.ranges import differs, leads_of

HASH_BITS = 40
"""Bits of a hash that are compared. Two different words of a pair of articles fall together once in 10 million pairs;
an alignment then looks at the words themselves, and a count is one too high."""
_FREE_BITS = 63 - HASH_BITS
"""Bits that are left for the number of a pair and a place in its longer article."""


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
    content: Offsets
    """Places of the content words outside quoted speech."""
    stems: Hashes
    """Their stems."""

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
class Runs:
    """Runs of five words that stand on both sides: the places of their first words, the left ones rising.

    A run that stands more than once on the right is met at its first place there.
    """

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

    runs: Runs
    facts: Facts


def sketch_pairs(pairs: Pairs) -> Sketch:
    """What the articles of each pair have in common at a first look."""
    return Sketch(find_runs(pairs), count_facts(pairs))


def keep_runs(pairs: Pairs, sketch: Sketch, numbers: Sequence[int]) -> Sketch:
    """The sketch with the runs of these pairs alone."""
    is_kept = np.zeros(len(pairs), dtype=np.bool_)
    is_kept[numbers] = True
    kept = is_kept[pairs.left.owners[sketch.runs.left]].nonzero()[0]
    return Sketch(Runs(sketch.runs.left[kept], sketch.runs.right[kept]), sketch.facts)


def lay_out(pairs: Sequence[tuple[Evidence, Evidence]]) -> Pairs:
    """The arrays of these pairs."""
    return Pairs(_lay_side([left for left, _ in pairs]), _lay_side([right for _, right in pairs]))


def _lay_side(evidences: Sequence[Evidence]) -> Side:
    bounds = np.cumsum([0, *(e.size for e in evidences)])
    quoted = np.concatenate([e.quoted for e in evidences])
    content = (np.concatenate([e.is_content for e in evidences]) & ~quoted).nonzero()[0]
    return Side(
        evidences=evidences,
        bounds=bounds,
        owners=owners_of(bounds),
        forms=np.concatenate([e.forms for e in evidences]),
        quoted=quoted,
        content=content,
        stems=np.concatenate([e.stems for e in evidences])[content],
    )


def split_pairs(sides: Sequence[tuple[Evidence, Evidence]]) -> Iterator[slice]:
    """Parts of which the arrays stay near the processor, and the numbers and places have room beside a hash."""
    first = most = 0
    for number, (left, right) in enumerate(sides):
        longer = max(most, left.size, right.size)
        count = number - first + 1
        if count > 1 and (count * longer > _WORDS_AT_ONCE or (count * longer).bit_length() >= _FREE_BITS):
            yield slice(first, number)
            first, longer = number, max(left.size, right.size)
        most = longer
    if sides:
        yield slice(first, len(sides))


def find_runs(pairs: Pairs) -> Runs:
    """The runs of five words that stand on both sides of a pair."""
    left, right = ((*find_grams(side.forms, side.owners), side) for side in (pairs.left, pairs.right))
    meeting = _meet(left, right)
    return Runs(*meeting.shared())


def count_facts(pairs: Pairs) -> Facts:
    """How many pairs of content words, next to each other or with one between, the articles of each pair share."""
    both = np.concatenate([_pack_facts(pairs.right, bit=0), _pack_facts(pairs.left, bit=1)])
    both.sort()
    both = both[differs(both).nonzero()[0]]
    bounds = both.searchsorted(np.arange(len(pairs) + 1, dtype=np.uint64) << np.uint64(HASH_BITS + 1))
    is_left = both & np.uint64(1) != 0
    is_shared = both[1:] ^ both[:-1] == 1
    left, shared = (np.diff(found.nonzero()[0].searchsorted(bounds)) for found in (is_left, is_shared))
    return Facts(
        shared=shared,
        fewer=np.minimum(left, np.diff(bounds) - left),
        content=np.minimum(pairs.left.count(pairs.left.content), pairs.right.count(pairs.right.content)),
    )


def _pack_facts(side: Side, *, bit: int) -> Hashes:
    """Pair, hash and side of each pair of content words."""
    hashes, owners = find_word_pairs(side.stems, side.owners[side.content])
    hashes >>= np.uint64(64 - HASH_BITS)
    hashes |= owners.view(np.uint64) << np.uint64(HASH_BITS)
    hashes <<= np.uint64(1)
    hashes |= np.uint64(bit)
    return hashes


def find_single_words(pairs: Pairs) -> Runs:
    """The content words outside quoted speech that both articles of a pair use exactly once, by their stems."""
    left, right = ((side.stems, side.content, side) for side in (pairs.left, pairs.right))
    return Runs(*_meet(left, right).single())


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Hashes that stand in a pair more than once, on whichever side, sorted: pair, hash, side, place, right first."""

    packed: Hashes
    is_first: Mask
    """Which of them differ in pair or hash from the one before."""
    place_bits: int
    begins: tuple[Offsets, Offsets]
    """Where the words of each pair begin, left and right."""

    def shared(self) -> tuple[Offsets, Offsets]:
        """Left places, rising, whose hash stands on the right too, and the first right place of each."""
        is_left = self._is_left()
        lead = leads_of(self.is_first)
        found = (is_left & ~is_left[lead]).nonzero()[0]
        return self._sorted(found, lead[found])

    def single(self) -> tuple[Offsets, Offsets]:
        """Left places, rising, whose hash stands once on each side, and the right places."""
        is_left = self._is_left()
        is_last = np.append(self.is_first[1:], True)
        found = (is_left[1:] & ~is_left[:-1] & self.is_first[:-1] & is_last[1:]).nonzero()[0]
        return self._sorted(found + 1, found)

    def _is_left(self) -> Mask:
        is_left: Mask = self.packed & np.uint64(1 << self.place_bits) != 0
        return is_left

    def _sorted(self, left: Offsets, right: Offsets) -> tuple[Offsets, Offsets]:
        numbers = (self.packed[left] >> np.uint64(HASH_BITS + 1 + self.place_bits)).astype(np.int64)
        low = np.uint64((1 << self.place_bits) - 1)
        at, to = ((self.packed[which] & low).astype(np.int64) for which in (left, right))
        at, to = at + self.begins[0][numbers], to + self.begins[1][numbers]
        bits = int(to.max(initial=0)).bit_length()
        both = at << bits | to
        both.sort()
        return both >> bits, both & ((1 << bits) - 1)


def _meet(left: tuple[Hashes, Offsets, Side], right: tuple[Hashes, Offsets, Side]) -> _Meeting:
    """All hashes of both sides in one sort: equal ones of a pair then lie together."""
    place_bits = max(1, *(int(side.sizes.max()).bit_length() for _, _, side in (left, right)))
    packed = np.concatenate([_pack(*right, bit=0, place_bits=place_bits), _pack(*left, bit=1, place_bits=place_bits)])
    packed.sort()
    is_first = differs(packed >> np.uint64(place_bits + 1))
    met = (~(is_first & np.append(is_first[1:], True))).nonzero()[0]
    begins = (left[2].bounds[:-1], right[2].bounds[:-1])
    return _Meeting(packed[met], is_first[met], place_bits, begins)


def _pack(hashes: Hashes, places: Offsets, side: Side, *, bit: int, place_bits: int) -> Hashes:
    owners = side.owners[places]
    low = places - side.bounds[owners]
    low |= owners << (HASH_BITS + 1 + place_bits) | bit << place_bits
    packed = hashes >> np.uint64(64 - HASH_BITS)
    packed <<= np.uint64(place_bits + 1)
    packed |= low.view(np.uint64)
    return packed
