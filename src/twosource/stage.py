"""The two shapes of a stage, and nothing else: `Map` and `Join`.

A *Map* looks at one record and knows nothing of the others; it is any function from a record to what it found.

A *Join* must bring records together, and says so in pure functions:

    keys(records)           by which 64-bit hashes records find each other, in one or more channels
    compare(pairs)          what the two records of each pair are to each other, or None
    settle(members, edges)  what one connected group amounts to

`keys` and `compare` are given many records and many pairs, because numpy is quick on long arrays only; what they say of
a record or a pair rests on nothing else that is given with it.

A stage never calls another stage and never shuffles: engines do. What an engine promises: the same records give the
same results in the same canonical order, for any number of shards and any order of input. That holds only if `compare`
is indifferent to the order within a pair (the engine puts the one that comes first in canonical order first) and
`settle` to the order of its members (the engine passes them in canonical order).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
"""64-bit hashes, well mixed: a record is in one bucket for each of its keys."""
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class KeyRows:
    """The keys of many records in one channel, in any order; one that is given twice counts once."""

    keys: Keys
    owners: Numbers
    """For each key the number of its record among those that were asked about."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One way in which records find each other.

    Two records are compared when they share at least `min_shared` keys, and at least `min_share` of the keys of the one
    that has fewer. In a bucket of more than `max_bucket` records, a record meets only the `reach` that follow it in
    canonical order (none where it is 0: such a key is no evidence). Work stays linear, and engines report how many
    buckets were narrowed in this way.
    """

    min_shared: int = 1
    min_share: float = 0.0
    max_bucket: int = 1_000
    reach: int = 0


@dataclass(frozen=True, kw_only=True)
class Join(Generic[A, E, B]):
    """A stage that brings records together; `A` records, `E` edges between two, `B` results."""

    name: str
    id_of: Callable[[A], str]
    channels: tuple[Channel, ...]
    keys: Callable[[Sequence[A]], Sequence[KeyRows]]
    """The keys of some records, for each channel."""
    compare: Callable[[Sequence[tuple[A, A]]], Sequence[E | None]]
    settle: Callable[[Sequence[A], Sequence[E]], Iterable[B]]
    ends_of: Callable[[E], tuple[str, str]]
    """The ids of the two records an edge connects."""
    state_of: Callable[[A], str]
    """Digest of all that `keys` and `compare` may look at in a record."""
    order_of: Callable[[A], str] = lambda _: ""
    """What canonical order goes by before the id: records that belong together should stand near each other."""


@dataclass(frozen=True, kw_only=True)
class Earlier(Generic[E]):
    """What an earlier run of the same join with the same options compared, so that it need not be compared again."""

    states: Mapping[str, str]
    """The state of every record of that run, by its id."""
    edges: Sequence[E]
    """Every edge between two of them."""
