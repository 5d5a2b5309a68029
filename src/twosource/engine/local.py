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

from twosource.stage import Join

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")


@dataclass(frozen=True, kw_only=True)
class JoinReport:
    """What a join did, in numbers: nothing is capped in silence."""

    records: int
    pairs_compared: int
    edges: int
    groups: int
    buckets_dropped: int


def run_map(stage: Callable[[A], B], records: Iterable[A]) -> Iterator[B]:
    """What the stage finds in each record, in the order given."""
    return map(stage, records)


def run_join(join: Join[A, E, B], records: Sequence[A]) -> tuple[list[B], JoinReport]:
    """What the join settles, in canonical order, and a report of what was compared and dropped.

    The order of `records` never matters: they are sorted by id first, pairs are compared smaller id first, and groups
    are settled in order of their smallest id. Records without any edge are settled as groups of one.
    """
    if not records:
        return [], JoinReport(records=0, pairs_compared=0, edges=0, groups=0, buckets_dropped=0)
    ordered = sorted(records, key=join.id_of)
    pairs, dropped = find_pairs([join.keys(r) for r in ordered], min_shared=join.min_shared, max_bucket=join.max_bucket)
    edges = [e for i, j in pairs if (e := join.compare(ordered[i], ordered[j])) is not None]
    groups = _group(ordered, edges, join)
    results = [result for members, inside in groups for result in join.settle(members, inside)]
    report = JoinReport(
        records=len(ordered),
        pairs_compared=len(pairs),
        edges=len(edges),
        groups=len(groups),
        buckets_dropped=dropped,
    )
    return results, report


def find_pairs(
    keys: Sequence[npt.NDArray[np.uint64]], *, min_shared: int, max_bucket: int
) -> tuple[list[tuple[int, int]], int]:
    """Pairs (i < j) of records that share at least `min_shared` keys, sorted; and the number of buckets dropped.

    An inverted index as two sorted arrays: no bucket is a Python object, so a million records fit in memory.
    """
    if not keys:
        return [], 0
    owner = np.repeat(np.arange(len(keys), dtype=np.int64), [len(k) for k in keys])
    flat = np.concatenate(keys) if len(owner) else np.empty(0, dtype=np.uint64)
    order = np.lexsort((owner, flat))
    flat, owner = flat[order], owner[order]
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]]) if len(flat) else np.empty(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(flat)])
    wide = sizes > max_bucket
    codes = _pair_codes(owner, starts[(sizes > 1) & ~wide], sizes[(sizes > 1) & ~wide], len(keys))
    unique, counts = np.unique(codes, return_counts=True)
    kept = unique[counts >= min_shared]
    return [(int(c) // len(keys), int(c) % len(keys)) for c in kept], int(wide.sum())


def _pair_codes(
    owner: npt.NDArray[np.int64], starts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64], n: int
) -> npt.NDArray[np.int64]:
    """One code i * n + j for each pair in each bucket, buckets of one size handled together."""
    parts = [np.empty(0, dtype=np.int64)]
    for size in np.unique(sizes):
        left, right = np.triu_indices(int(size), k=1)
        rows = owner[starts[sizes == size][:, None] + np.arange(int(size))[None, :]]
        parts.append((rows[:, left] * n + rows[:, right]).ravel())
    return np.concatenate(parts)


def _group(ordered: Sequence[A], edges: Sequence[E], join: Join[A, E, B]) -> list[tuple[list[A], list[E]]]:
    """Connected groups, members and edges in canonical order."""
    place = {join.id_of(record): i for i, record in enumerate(ordered)}
    ends = [tuple(place[x] for x in join.ends_of(e) if x in place) for e in edges]
    rows = [x[0] for x in ends if len(x) == 2]
    cols = [x[1] for x in ends if len(x) == 2]
    graph = coo_array((np.ones(len(rows)), (rows, cols)), shape=(len(ordered), len(ordered)))
    labels: npt.NDArray[np.int32] = connected_components(graph, directed=False)[1]
    members: dict[int, list[A]] = defaultdict(list)
    inside: dict[int, list[E]] = defaultdict(list)
    for record, label in zip(ordered, labels, strict=True):
        members[int(label)].append(record)
    for edge, where in zip(edges, ends, strict=True):
        inside[int(labels[where[0]])].append(edge)
    return [(members[label], inside[label]) for label in members]
