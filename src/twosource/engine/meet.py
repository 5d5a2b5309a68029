"""Which records meet: a sorted index of their keys, counted a block of records at a time.

No bucket is a Python object, and nothing grows with the square of anything: of a key that only one record has nothing
is kept, and the meetings of one block of records are counted before those of the next are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from twosource.stage import Channel, KeyRows, Keys, Numbers
from twosource.text.ranges import differs, expand

Codes = Numbers
"""Pairs (i, j) of n records as i * n + j, i < j."""
Owners = npt.NDArray[np.int32]

_NUMBER_BITS = 24
"""Bits for the number of a record: the same for all corpora up to 16 million, so that the same keys meet in all."""
_SHARDS = 16
"""Parts of the keys, by their highest bits, that are sorted one after the other."""
_MET_AT_ONCE = 1 << 18
"""Meetings that are counted together: their codes are 2 MB, which a processor keeps near."""


@dataclass(frozen=True, slots=True)
class Meetings:
    """The buckets of two records and more, one after the other, the records of a bucket rising."""

    owners: Owners
    stops: Owners
    """For each place the end of those that its record meets, which begin right behind it."""
    narrowed: int


class Index:
    """The keys of `size` records in one channel, as 64-bit numbers with the key above and the record's number below.

    Keys are cut to the 40 bits that the numbers leave, however few there are; should two keys then fall together, two
    records are compared for nothing, which no result shows.
    """

    def __init__(self, size: int) -> None:
        self.sizes: Numbers = np.zeros(size, dtype=np.int64)
        self._bits = np.uint64(max(_NUMBER_BITS, (size - 1).bit_length()))
        self._shards: list[list[Keys]] = [[] for _ in range(_SHARDS)]

    def add(self, rows: KeyRows, *, first: int, count: int) -> None:
        """Take in the keys of the `count` records from number `first` on."""
        packed = rows.keys >> self._bits << self._bits
        packed |= rows.owners.astype(np.uint64) + np.uint64(first)
        packed.sort()
        packed = packed[differs(packed).nonzero()[0]]
        numbers = (packed & self._low).astype(np.int64) - first
        self.sizes[first : first + count] = np.bincount(numbers, minlength=count)
        edges = np.arange(1, _SHARDS, dtype=np.uint64) * np.uint64(2**64 // _SHARDS)
        for shard, part in zip(self._shards, np.split(packed, packed.searchsorted(edges)), strict=True):
            if len(part):
                shard.append(part.copy())

    def close(self, channel: Channel) -> Meetings:
        """Who meets whom by these keys; empties the index."""
        owners, lengths, narrowed = [], [], 0
        for shard in self._shards:
            if shard:
                found = self._buckets(shard, channel)
                owners.append(found[0])
                lengths.append(found[1])
                narrowed += found[2]
        reach = np.concatenate(lengths) if lengths else np.empty(0, dtype=np.int32)
        stops = np.arange(1, len(reach) + 1, dtype=np.int32) + reach
        return Meetings(np.concatenate(owners) if owners else reach, stops, narrowed)

    def _buckets(self, shard: list[Keys], channel: Channel) -> tuple[Owners, Owners, int]:
        """The records in buckets, how many of those behind it each meets, and how many buckets were narrowed."""
        packed = np.concatenate(shard)
        shard.clear()
        packed.sort()
        same = packed[1:] ^ packed[:-1] <= self._low
        inside = np.zeros(len(packed) + 1, dtype=np.bool_)
        inside[1:-1] = same
        starts = (inside[1:] & ~inside[:-1]).nonzero()[0]
        lengths = (inside[:-1] & ~inside[1:]).nonzero()[0] - starts + 1
        wide = lengths > channel.max_bucket
        if not channel.reach:
            starts, lengths = starts[~wide], lengths[~wide]
        places, bucket = expand(starts, starts + lengths)
        behind = (starts + lengths)[bucket] - places - 1
        most = np.where(lengths > channel.max_bucket, channel.reach, channel.max_bucket)[bucket]
        owners = (packed[places] & self._low).astype(np.int32)
        return owners, np.minimum(behind, most).astype(np.int32), int(wide.sum())

    @property
    def _low(self) -> np.uint64:
        return np.uint64((1 << int(self._bits)) - 1)


def find_pairs(channel: Channel, index: Index) -> tuple[Codes, int]:
    """The pairs that share enough keys, as sorted codes, and the number of narrowed buckets; empties the index."""
    sizes, meetings = index.sizes, index.close(channel)
    parts = [np.empty(0, dtype=np.int64)]
    for met in _meet(meetings, len(sizes)):
        codes, counts = _count(met)
        many = (counts >= channel.min_shared).nonzero()[0]
        codes, counts = codes[many], counts[many]
        smaller = np.minimum(sizes[codes // len(sizes)], sizes[codes % len(sizes)])
        parts.append(codes[counts >= channel.min_share * smaller])
    return np.concatenate(parts), meetings.narrowed


def _meet(meetings: Meetings, size: int) -> Iterator[Codes]:
    """One code for each meeting, all meetings of a record together, the records rising."""
    owners, stops = meetings.owners, meetings.stops
    order = owners.astype(np.uint64) << np.uint64(32) | np.arange(len(owners), dtype=np.uint64)
    order.sort()
    places = (order & np.uint64(2**32 - 1)).astype(np.int32)
    del order
    for begin, end in _blocks(owners[places], stops[places] - places - 1):
        block = places[begin:end]
        behind, number = expand(block + 1, stops[block])
        yield owners[block].astype(np.int64)[number] * size + owners[behind]


def _blocks(owners: Owners, lengths: Owners) -> Iterator[tuple[int, int]]:
    """Where to cut between two records, so that no block has many meetings."""
    firsts = np.concatenate((differs(owners).nonzero()[0], [len(owners)]))
    before = np.concatenate(([0], lengths.cumsum(dtype=np.int64)))[firsts]
    turns = before // _MET_AT_ONCE
    cuts = firsts[np.concatenate(([True], turns[1:] != turns[:-1]))].tolist() if len(owners) else []
    return pairwise([*cuts, len(owners)])


def _count(met: Codes) -> tuple[Codes, Numbers]:
    """The different codes, sorted, and how often each was met."""
    met.sort()
    first = differs(met).nonzero()[0]
    return met[first], np.diff(np.concatenate((first, [len(met)])))


def label_components(size: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """The smallest member of the connected component of each of 0..size-1 (union-find with path halving).

    >>> label_components(5, [(4, 1), (1, 3)])
    [0, 1, 2, 1, 1]
    """
    root = list(range(size))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = i = root[root[i]]
        return i

    for a, b in links:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    return [find(i) for i in range(size)]
