"""Which neurons int8 does not hold, and a map in int8: the numbers behind `apart`, without a graph."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
_LOUD = 2.0  # times the tenth largest: on PolNeAR one neuron reaches 4.2 times, the next 1.2
_RANK = 10


def find_loud(largest: Floats) -> list[int]:
    """The neurons that reach more than twice what the tenth loudest does; `largest` is the largest value of each."""
    usual = np.sort(largest)[-_RANK]
    return [int(at) for at in np.flatnonzero(largest > _LOUD * usual)]


def quantise_columns(weights: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    """Weights in int8 and a scale for each column, as the quantiser of `export` makes them; zeros stay zeros."""
    scales = np.maximum(np.abs(weights).max(0), 1e-8) / 127
    return np.clip(np.round(weights / scales), -127, 127).astype(np.int8), scales.astype(np.float32)
