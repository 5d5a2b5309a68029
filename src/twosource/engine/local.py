"""The engine for one machine: every stage in this process, in canonical order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from twosource.engine.meet import Codes, Index, find_pairs, label_components
from twosource.stage import Channel, Earlier, Join, KeyRows

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")

_KEYED_AT_ONCE = 64
"""Records whose keys are asked for together; of articles these are 25,000 words, which a processor keeps near."""
_COMPARED_AT_ONCE = 256
"""Pairs that are compared together."""


@dataclass(frozen=True, kw_only=True)
class JoinReport:
    """What a join did, in numbers: nothing is capped in silence."""

    records: int
    pairs_compared: int
    pairs_known: int = 0
    """Pairs that met again, and that an earlier run had compared."""
    edges: int
    groups: int
    buckets_narrowed: int


def run_join(
    join: Join[A, E, B], records: Sequence[A], *, earlier: Earlier[E] | None = None
) -> tuple[list[B], JoinReport]:
    """What the join settles, in canonical order, and a report of what was compared and narrowed.

    The order of `records` never matters: they are put in canonical order first (`order_of`, then id), pairs are
    compared in it, and groups are settled in order of their first member. A record given twice counts once. Records
    without any edge are settled as groups of one.

    With what an `earlier` run compared, only pairs with a new or changed record are compared, and the results are the
    same. That holds because records that are added never bring two others together: they can only crowd a bucket. Where
    a record of the earlier run is gone or changed, pairs that had no edge then are compared again.
    """
    ordered = _in_canonical_order(join, records)
    codes, narrowed = find_codes(join.channels, join.keys, ordered)
    known, waiting = split_known(join, ordered, codes, earlier) if earlier else ({}, codes)
    found = dict(_compare(join, ordered, waiting))
    edges = [edge for _, edge in sorted({**known, **found}.items())]
    results: list[B] = []
    groups = 0
    for members, inside in _group(ordered, edges, join):
        results.extend(join.settle(members, inside))
        groups += 1
    report = JoinReport(
        records=len(ordered),
        pairs_compared=len(waiting),
        pairs_known=len(codes) - len(waiting),
        edges=len(edges),
        groups=groups,
        buckets_narrowed=narrowed,
    )
    return results, report


def keep_earlier(join: Join[A, E, B], records: Sequence[A], edges: Iterable[E]) -> Earlier[E]:
    """What a run over `records` that found `edges` has to hand on to a later one."""
    states = {join.id_of(record): join.state_of(record) for record in records}
    return Earlier(states=states, edges=[e for e in edges if all(end in states for end in join.ends_of(e))])


def _in_canonical_order(join: Join[A, E, B], records: Sequence[A]) -> list[A]:
    by_id = {join.id_of(r): r for r in records}
    return [by_id[key] for _, key in sorted((join.order_of(r), key) for key, r in by_id.items())]


def find_codes(
    channels: Sequence[Channel], keys: Callable[[Sequence[A]], Sequence[KeyRows]], records: Sequence[A]
) -> tuple[Codes, int]:
    """The pairs that meet in any channel as sorted codes i * n + j with i < j; and the number of narrowed buckets."""
    indexes = [Index(len(records)) for _ in channels]
    for first in range(0, len(records), _KEYED_AT_ONCE):
        block = records[first : first + _KEYED_AT_ONCE]
        for index, rows in zip(indexes, keys(block), strict=True):
            index.add(rows, first=first, count=len(block))
    found = np.empty(0, dtype=np.int64)
    narrowed = 0
    for channel, index in zip(channels, indexes, strict=True):
        codes, wide = find_pairs(channel, index)
        found = np.union1d(found, codes)
        narrowed += wide
    return found, narrowed


def split_known(
    join: Join[A, E, B], ordered: Sequence[A], codes: Codes, earlier: Earlier[E]
) -> tuple[dict[int, E], Codes]:
    """The edges among `codes` that an earlier run found, by code, and the codes that it did not compare."""
    ids = [join.id_of(record) for record in ordered]
    place = {
        key: number
        for number, (key, record) in enumerate(zip(ids, ordered, strict=True))
        if earlier.states.get(key) == join.state_of(record)
    }
    ends = [tuple(place.get(key, -1) for key in join.ends_of(edge)) for edge in earlier.edges]
    edges = {min(e) * len(ordered) + max(e): edge for e, edge in zip(ends, earlier.edges, strict=True) if min(e) >= 0}
    known = np.isin(codes, np.fromiter(edges, dtype=np.int64, count=len(edges)))
    old = np.zeros(len(ordered), dtype=np.bool_)
    old[list(place.values())] = True
    if len(place) == len(earlier.states):
        first, second = np.divmod(codes, len(ordered))
        known |= old[first] & old[second]
    return {code: edges[code] for code in codes[known].tolist() if code in edges}, codes[~known]


def _compare(join: Join[A, E, B], ordered: Sequence[A], codes: Codes) -> Iterator[tuple[int, E]]:
    """The edges with their codes, in order of the codes."""
    for first in range(0, len(codes), _COMPARED_AT_ONCE):
        block = codes[first : first + _COMPARED_AT_ONCE]
        ours, theirs = np.divmod(block, len(ordered))
        pairs = [(ordered[i], ordered[j]) for i, j in zip(ours.tolist(), theirs.tolist(), strict=True)]
        for code, edge in zip(block.tolist(), join.compare(pairs), strict=True):
            if edge is not None:
                yield code, edge


def _group(ordered: Sequence[A], edges: Sequence[E], join: Join[A, E, B]) -> Iterator[tuple[list[A], list[E]]]:
    """Connected groups, members and edges in canonical order: each group by its first member."""
    place = {join.id_of(record): i for i, record in enumerate(ordered)}
    ends = [[place[x] for x in join.ends_of(e) if x in place] for e in edges]
    labels = label_components(len(ordered), [(x[0], x[1]) for x in ends if len(x) == 2])
    inside: dict[int, list[E]] = defaultdict(list)
    for edge, where in zip(edges, ends, strict=True):
        inside[labels[where[0]]].append(edge)
    members: dict[int, list[A]] = defaultdict(list)
    for record, label in zip(ordered, labels, strict=True):
        if label in inside:
            members[label].append(record)
    for number, (record, label) in enumerate(zip(ordered, labels, strict=True)):
        if number == label:
            yield members.get(label, [record]), inside.get(label, [])
