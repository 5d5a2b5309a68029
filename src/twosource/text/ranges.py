"""Half-open ranges and sorted values as whole arrays."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]


def expand(starts: npt.NDArray[Any], ends: npt.NDArray[Any]) -> tuple[Numbers, Numbers]:
    """All places of half-open ranges, one range after the other, and the number of the range of each.

    >>> [found.tolist() for found in expand(np.array([5, 9, 2]), np.array([7, 9, 3]))]
    [[5, 6, 2], [0, 0, 2]]
    """
    lengths = (ends - starts).astype(np.int64)
    number = np.repeat(np.arange(len(lengths)), lengths)
    shift = starts - (lengths.cumsum() - lengths)
    return np.arange(len(number)) + shift[number], number


def differs(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Which values differ from the one before them; the first one does.

    >>> differs(np.array([3, 3, 4, 3])).tolist()
    [True, False, True, True]
    """
    found = np.ones(len(values), dtype=np.bool_)
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def leads_of(is_first: npt.NDArray[np.bool_]) -> Numbers:
    """For each value the place of the first one of its run, where it is known which are first.

    >>> leads_of(np.array([True, False, True, True])).tolist()
    [0, 0, 2, 3]
    """
    firsts = is_first.nonzero()[0]
    return np.repeat(firsts, np.diff(firsts, append=len(is_first)))
