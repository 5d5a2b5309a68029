"""Stretches of equal or belonging values in one array: where they start, how they are spread out and summed."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def starts_of(values: npt.NDArray[Any]) -> Ints:
    """Where each run of equal values starts.

    >>> starts_of(np.array([4, 4, 7, 7, 7, 9])).tolist()
    [0, 2, 5]
    """
    new = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return np.flatnonzero(new)


def ranks_of(values: npt.NDArray[Any]) -> Ints:
    """Which of its run of equal values each one is.

    >>> ranks_of(np.array([4, 4, 7, 7, 7, 9])).tolist()
    [0, 1, 0, 1, 2, 0]
    """
    starts = starts_of(values)
    ranks: Ints = np.arange(len(values)) - np.repeat(starts, np.diff(starts, append=len(values)))
    return ranks


def spread(starts: Ints, sizes: Ints) -> Ints:
    """The places of all values of runs that start here and are so long, one run after the other.

    >>> spread(np.array([10, 3]), np.array([2, 3])).tolist()
    [10, 11, 3, 4, 5]
    """
    ends = np.cumsum(sizes)
    at: Ints = np.repeat(starts - ends + sizes, sizes)
    at += np.arange(len(at))
    return at


def sum_runs(values: Ints, starts: Ints) -> Ints:
    """The sum of each run; whole numbers only, whose sums do not hang on the order.

    >>> sum_runs(np.array([1, 2, 3, 4]), np.array([0, 3])).tolist()
    [6, 4]
    """
    sums: Ints = np.add.reduceat(values, starts) if len(starts) else values[:0]
    return sums
