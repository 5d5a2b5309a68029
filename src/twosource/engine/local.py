"""The engine for one machine: every stage in this process, in canonical order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from twosource.stage import Channel, Join, Keys

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")

Numbers = npt.NDArray[np.int64]
Codes = Numbers
"""Pairs (i, j) of n records as i * n + j."""

_AT_ONCE = 256
"""Records whose keys are asked for, and pairs that are compared, between two notices of what comes next."""


@dataclass(frozen=True, kw_only=True)
class JoinReport:
    """What a join did, in numbers: nothing is capped in silence."""

    records: int
    pairs_compared: int
    edges: int
    groups: int
    buckets_narrowed: int


def run_join(join: Join[A, E, B], records: Sequence[A]) -> tuple[list[B], JoinReport]:
    """What the join settles, in canonical order, and a report of what was compared and narrowed.

    The order of `records` never matters: they are put in canonical order first (`order_of`, then id), pairs are
    compared in it, and groups are settled in order of their first member. A record given twice counts once. Records
    without any edge are settled as groups of one.
    """
    ordered = _in_canonical_order(join, records)
    codes, narrowed = find_codes(join.channels, ordered, expect=join.expect)
    edges = list(_compare(join, ordered, codes))
    groups = _group(ordered, edges, join)
    results = [result for members, inside in groups for result in join.settle(members, inside)]
    report = JoinReport(
        records=len(ordered),
        pairs_compared=len(codes),
        edges=len(edges),
        groups=len(groups),
        buckets_narrowed=narrowed,
    )
    return results, report


def _in_canonical_order(join: Join[A, E, B], records: Sequence[A]) -> list[A]:
    by_id = {join.id_of(r): r for r in records}
    return [by_id[key] for _, key in sorted((join.order_of(r), key) for key, r in by_id.items())]


def _compare(join: Join[A, E, B], ordered: Sequence[A], codes: Codes) -> Iterator[E]:
    """The edges, in order of the codes."""
    n = len(ordered)
    for first in range(0, len(codes), _AT_ONCE):
        ours, theirs = (half.tolist() for half in np.divmod(codes[first : first + _AT_ONCE], n))
        join.expect([ordered[i] for i in sorted({*ours, *theirs})])
        for i, j in zip(ours, theirs, strict=True):
            edge = join.compare(ordered[i], ordered[j])
            if edge is not None:
                yield edge


def find_codes(
    channels: Sequence[Channel[A]], records: Sequence[A], *, expect: Callable[[Sequence[A]], None] = lambda _: None
) -> tuple[Codes, int]:
    """The pairs that meet in any channel as sorted codes i * n + j with i < j; and the number of narrowed buckets."""
    found = np.empty(0, dtype=np.int64)
    narrowed = 0
    for channel, index in zip(channels, _build_indexes(channels, records, expect), strict=True):
        codes, wide = find_pairs(channel, index)
        found = np.union1d(found, codes) if len(found) else codes
        narrowed += wide
    return found, narrowed


@dataclass
class Index:
    """The keys of `sizes` records, as 64-bit numbers with the key above and the number of the record below.

    No bucket is a Python object. Keys are cut to the bits that the record numbers leave (44 for a million records);
    should two keys then fall together, two records are compared for nothing, which no result shows.
    """

    sizes: Numbers
    bits: int
    parts: list[Keys]

    def add(self, first: int, keys: Sequence[Keys]) -> None:
        """Take in the keys of the records from number `first` on."""
        numbers = np.arange(first, first + len(keys), dtype=np.uint64)
        lengths = np.fromiter((len(k) for k in keys), dtype=np.int64, count=len(keys))
        self.sizes[first : first + len(keys)] = lengths
        part = np.concatenate(keys) >> np.uint64(self.bits) << np.uint64(self.bits)
        part |= np.repeat(numbers, lengths)
        self.parts.append(part)

    def close(self) -> tuple[Numbers, Numbers, npt.NDArray[np.int32]]:
        """Where the buckets of two records and more begin, how many records they hold, and the records themselves."""
        numbers = np.concatenate(self.parts)
        self.parts.clear()
        numbers.sort()
        low_bits = np.uint64((1 << self.bits) - 1)
        same = numbers[1:] ^ numbers[:-1] <= low_bits
        starts = np.flatnonzero(~np.r_[False, same] & np.r_[same, False])
        lengths = np.flatnonzero(np.r_[False, same] & ~np.r_[same, False]) - starts + 1
        numbers &= low_bits
        return starts, lengths, numbers.astype(np.int32)


def _build_indexes(
    channels: Sequence[Channel[A]], records: Sequence[A], expect: Callable[[Sequence[A]], None]
) -> list[Index]:
    """One index for each channel; all keys of one record are asked for together, so a stage reads it once."""
    n = len(records)
    indexes = [Index(np.zeros(n, dtype=np.int64), max(1, (n - 1).bit_length()), []) for _ in channels]
    for first in range(0, n, _AT_ONCE):
        batch = records[first : first + _AT_ONCE]
        expect(batch)
        keys = [[channel.keys(record) for channel in channels] for record in batch]
        for index, column in zip(indexes, zip(*keys, strict=True), strict=True):
            index.add(first, column)
    return indexes


def find_pairs(channel: Channel[A], index: Index) -> tuple[Codes, int]:
    """The pairs that share enough keys, as sorted codes, and the number of narrowed buckets; empties the index."""
    if not index.parts:
        return np.empty(0, dtype=np.int64), 0
    n, sizes = len(index.sizes), index.sizes
    starts, lengths, owner = index.close()
    wide = lengths > channel.max_bucket
    met = _meetings(owner, starts[~wide], lengths[~wide], reach=channel.max_bucket, n=n)
    if channel.reach:
        met = np.concatenate([met, _meetings(owner, starts[wide], lengths[wide], reach=channel.reach, n=n)])
    codes, counts = _count_codes(met)
    smaller = np.minimum(sizes[codes // n], sizes[codes % n])
    return codes[(counts >= channel.min_shared) & (counts >= channel.min_share * smaller)], int(wide.sum())


def _meetings(owner: npt.NDArray[np.int32], starts: Numbers, lengths: Numbers, *, reach: int, n: int) -> Codes:
    """One code for each meeting: every record of a bucket with the `reach` next ones, all buckets side by side."""
    parts = [np.empty(0, dtype=np.int64)]
    ends = np.repeat(starts + lengths, lengths)
    at = np.arange(len(ends)) + np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
    for step in range(1, reach + 1):
        inside = at + step < ends
        at, ends = at[inside], ends[inside]
        if not len(at):
            break
        parts.append(owner[at] * np.int64(n) + owner[at + step])
    return np.concatenate(parts)


def _count_codes(met: Codes) -> tuple[Codes, Numbers]:
    """The different codes, sorted, and how often each was met."""
    met.sort()
    first = np.flatnonzero(np.r_[True, met[1:] != met[:-1]]) if len(met) else np.empty(0, dtype=np.int64)
    return met[first], np.diff(np.r_[first, len(met)])


def _group(ordered: Sequence[A], edges: Sequence[E], join: Join[A, E, B]) -> list[tuple[list[A], list[E]]]:
    """Connected groups, members and edges in canonical order: each group by its first member."""
    place = {join.id_of(record): i for i, record in enumerate(ordered)}
    ends = [[place[x] for x in join.ends_of(e) if x in place] for e in edges]
    labels = label_components(len(ordered), [(x[0], x[1]) for x in ends if len(x) == 2])
    members: dict[int, list[A]] = defaultdict(list)
    inside: dict[int, list[E]] = defaultdict(list)
    for record, label in zip(ordered, labels, strict=True):
        members[label].append(record)
    for edge, where in zip(edges, ends, strict=True):
        inside[labels[where[0]]].append(edge)
    return [(members[label], inside[label]) for label in members]


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
