"""The engine for one machine: every stage in this process, in canonical order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from twosource.stage import Channel, Join, Keys

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")

Codes = npt.NDArray[np.int64]
"""Pairs (i, j) of n records as i * n + j."""


@dataclass(frozen=True, kw_only=True)
class JoinReport:
    """What a join did, in numbers: nothing is capped in silence."""

    records: int
    pairs_compared: int
    edges: int
    groups: int
    buckets_narrowed: int


def run_map(stage: Callable[[A], B], records: Iterable[A]) -> Iterator[B]:
    """What the stage finds in each record, in the order given."""
    return map(stage, records)


def run_join(join: Join[A, E, B], records: Sequence[A]) -> tuple[list[B], JoinReport]:
    """What the join settles, in canonical order, and a report of what was compared and narrowed.

    The order of `records` never matters: they are put in canonical order first (`order_of`, then id), pairs are
    compared in it, and groups are settled in order of their first member. A record given twice counts once. Records
    without any edge are settled as groups of one.
    """
    ordered = _in_canonical_order(join, records)
    codes, narrowed = find_codes(join.channels, ordered)
    n = len(ordered)
    edges = [e for c in codes.tolist() if (e := join.compare(ordered[c // n], ordered[c % n])) is not None]
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


def find_codes(channels: Sequence[Channel[A]], records: Sequence[A]) -> tuple[Codes, int]:
    """The pairs that meet in any channel as sorted codes i * n + j with i < j; and the number of narrowed buckets."""
    found = np.empty(0, dtype=np.int64)
    narrowed = 0
    for channel in channels:
        codes, wide = find_pairs([channel.keys(r) for r in records], channel)
        found = np.union1d(found, codes) if len(found) else codes
        narrowed += wide
    return found, narrowed


def find_pairs(keys: Sequence[Keys], channel: Channel[A]) -> tuple[Codes, int]:
    """The pairs that share enough keys, as sorted codes, and the number of narrowed buckets.

    The inverted index is one sorted array of 64-bit numbers, key above, record below: no bucket is a Python object.
    Keys are cut to the bits that the record number leaves (44 for a million records); should two keys then fall
    together, two records are compared for nothing, which no result shows.
    """
    n = len(keys)
    sizes = np.fromiter((len(k) for k in keys), dtype=np.int64, count=n)
    bits = np.uint64(max(1, (n - 1).bit_length()))
    index = np.concatenate(keys) if n else np.empty(0, dtype=np.uint64)
    index = (index & ~((np.uint64(1) << bits) - np.uint64(1))) | np.repeat(np.arange(n, dtype=np.uint64), sizes)
    index.sort()
    bucket, owner = index >> bits, (index & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    codes, counts = np.unique(_meetings(bucket, owner, channel.max_bucket, n), return_counts=True)
    smaller = np.minimum(sizes[codes // n], sizes[codes % n]) if n else sizes
    kept = codes[(counts >= channel.min_shared) & (counts >= channel.min_share * smaller)]
    return kept, _count_wide(bucket, channel.max_bucket)


def _meetings(bucket: Keys, owner: Codes, reach: int, n: int) -> Codes:
    """One code for each meeting: every record with the `reach` next ones of its bucket."""
    parts = [np.empty(0, dtype=np.int64)]
    at = np.arange(len(bucket))
    for step in range(1, reach + 1):
        at = at[at + step < len(bucket)]
        at = at[bucket[at] == bucket[at + step]]
        if not len(at):
            break
        parts.append(owner[at] * n + owner[at + step])
    return np.concatenate(parts)


def _count_wide(bucket: Keys, reach: int) -> int:
    """Buckets of more than `reach` + 1 records: not every member met every other."""
    step = reach + 1
    if len(bucket) <= step:
        return 0
    return len(np.unique(bucket[step:][bucket[step:] == bucket[:-step]]))


def _group(ordered: Sequence[A], edges: Sequence[E], join: Join[A, E, B]) -> list[tuple[list[A], list[E]]]:
    """Connected groups, members and edges in canonical order."""
    if not ordered:
        return []
    place = {join.id_of(record): i for i, record in enumerate(ordered)}
    ends = [tuple(place[x] for x in join.ends_of(e) if x in place) for e in edges]
    rows = [x[0] for x in ends if len(x) == 2]
    cols = [x[1] for x in ends if len(x) == 2]
    graph = coo_array((np.ones(len(rows)), (rows, cols)), shape=(len(ordered), len(ordered)))
    labels: npt.NDArray[np.int32] = connected_components(graph, directed=False)[1]
    members: dict[int, list[A]] = defaultdict(list)
    inside: dict[int, list[E]] = defaultdict(list)
    for record, label in zip(ordered, labels.tolist(), strict=True):
        members[label].append(record)
    for edge, where in zip(edges, ends, strict=True):
        inside[int(labels[where[0]])].append(edge)
    return [(members[label], inside[label]) for label in members]
