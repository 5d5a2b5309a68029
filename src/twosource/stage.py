"""The two shapes of a stage, and nothing else: `Map` and `Join`.

A *Map* looks at one record and knows nothing of the others; it is any function from a record to what it found.

A *Join* must bring records together, and says so in pure functions:

    channels                by which keys records find each other (64-bit hashes), and how many they must share
    compare(a, b)           what two records that found each other are to each other, or None
    settle(members, edges)  what one connected group amounts to

A stage never calls another stage and never shuffles: engines do. What an engine promises: the same records give the
same results in the same canonical order, for any number of shards and any order of input. That holds only if `compare`
is indifferent to the order of its two arguments (the engine passes the one that comes first in canonical order first)
and `settle` to the order of its members (the engine passes them in canonical order).
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
class Channel(Generic[A]):
    """One way in which records find each other.

    Two records are compared when they share at least `min_shared` keys, and at least `min_share` of the keys of the one
    that has fewer. In a bucket of more than `max_bucket` records, a record meets only the `reach` that follow it in
    canonical order (none where it is 0: such a key is no evidence). Work stays linear, and engines report how many
    buckets were narrowed in this way.
    """

    keys: Callable[[A], Keys]
    min_shared: int = 1
    min_share: float = 0.0
    max_bucket: int = 1_000
    reach: int = 0


@dataclass(frozen=True, kw_only=True)
class Join(Generic[A, E, B]):
    """A stage that brings records together; `A` records, `E` edges between two, `B` results."""

    name: str
    id_of: Callable[[A], str]
    channels: tuple[Channel[A], ...]
    compare: Callable[[A, A], E | None]
    settle: Callable[[Sequence[A], Sequence[E]], Iterable[B]]
    ends_of: Callable[[E], tuple[str, str]]
    """The ids of the two records an edge connects."""
    order_of: Callable[[A], str] = lambda _: ""
    """What canonical order goes by before the id: records that belong together should stand near each other."""
    expect: Callable[[Sequence[A]], None] = lambda _: None
    """Told which records come next, so that a stage may read many at once. It saves time and changes no result."""
