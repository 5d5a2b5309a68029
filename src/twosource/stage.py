"""The two shapes of a stage, and nothing else: `Map` and `Join`.

A *Map* looks at one record and knows nothing of the others; it is any function from a record to what it found.

A *Join* must bring records together, and says so in three pure functions:

    keys(record)            which buckets the record belongs in (64-bit hashes)
    compare(a, b)           what two records that share enough buckets are to each other, or None
    settle(members, edges)  what one connected group amounts to

A stage never calls another stage and never shuffles: engines do. What an engine promises: the same records give the
same results in the same canonical order, for any number of shards and any order of input. That holds only if `compare`
is indifferent to the order of its two arguments (the engine passes the smaller id first) and `settle` to the order of
its members (the engine passes them sorted by id).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E")

Map = Callable[[A], B]
"""A stage that looks at one record at a time."""

Keys = npt.NDArray[np.uint64]
"""Sorted, unique 64-bit hashes: the buckets of one record."""


@dataclass(frozen=True, kw_only=True)
class Join(Generic[A, E, B]):
    """A stage that brings records together; `A` records, `E` edges between two, `B` results.

    Two records are compared when they share at least `min_shared` keys. A key that more than `max_bucket` records
    share is no evidence; engines drop it and report how many they dropped.
    """

    name: str
    id_of: Callable[[A], str]
    keys: Callable[[A], Keys]
    compare: Callable[[A, A], E | None]
    settle: Callable[[Sequence[A], Sequence[E]], Iterable[B]]
    ends_of: Callable[[E], tuple[str, str]]
    """The ids of the two records an edge connects."""
    min_shared: int = 1
    max_bucket: int = 1_000
