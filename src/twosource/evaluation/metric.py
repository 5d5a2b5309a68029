"""Figures with their uncertainty: what every evaluation reports."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from math import sqrt
from typing import TypeVar

from twosource.model import Record

T = TypeVar("T")


class Metric(Record, frozen=True, kw_only=True):
    """One figure, measured on one set; `low`..`high` is a 95 % interval over its units, where taken."""

    area: str
    dataset: str
    name: str
    value: float
    units: int
    """Articles, pairs or topics the figure rests on."""
    low: float | None = None
    high: float | None = None
    higher_is_better: bool = True

    @property
    def key(self) -> str:
        """area/dataset/name: the key in `eval/floors.json`."""
        return f"{self.area}/{self.dataset}/{self.name}"


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are 0.

    >>> f1(0.5, 0.5), f1(0, 0)
    (0.5, 0.0)
    """
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ratio(part: float, whole: float) -> float:
    """`part / whole`, 0 for an empty whole."""
    return part / whole if whole else 0.0


def wilson(right: int, tried: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (JASA 1927), good for shares near 1 and for few units.

    >>> [round(end, 3) for end in wilson(98, 100)], wilson(0, 0)
    ([0.93, 0.994], (0.0, 1.0))
    """
    if not tried:
        return 0.0, 1.0
    z, share = 1.959964, right / tried
    middle = share + z * z / (2 * tried)
    half = z * sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    return (middle - half) / (1 + z * z / tried), (middle + half) / (1 + z * z / tried)


def measure_share(right: int, tried: int, *, area: str, dataset: str, name: str) -> Metric:
    """The share that is right, with its interval by Wilson's score.

    >>> found = measure_share(98, 100, area="lineage", dataset="pairs", name="rightly")
    >>> found.value, found.units, round(found.low, 3)
    (0.98, 100, 0.93)
    """
    low, high = wilson(right, tried)
    return Metric(area=area, dataset=dataset, name=name, value=ratio(right, tried), units=tried, low=low, high=high)


def bootstrap(
    units: Sequence[T], score: Callable[[Sequence[T]], float], *, rounds: int = 1_000, seed: int = 20
) -> tuple[float, float]:
    """The 95 % interval of `score` when whole units (articles, topics) are drawn again with replacement.

    Deterministic: the seed is an argument. For a set of one unit the interval is that one value.
    """
    draw = random.Random(seed)  # noqa: S311 - resampling, not secrets
    values = sorted(score(draw.choices(units, k=len(units))) for _ in range(rounds)) if units else [0.0]
    return values[int(0.025 * (len(values) - 1))], values[int(0.975 * (len(values) - 1))]


def measure(
    score: Callable[[Sequence[T]], float], units: Sequence[T], *, area: str, dataset: str, name: str, rounds: int = 300
) -> Metric:
    """The score of all units as a metric, with its bootstrap interval.

    >>> found = measure(lambda units: sum(units) / len(units), [1.0, 1.0], area="a", dataset="d", name="mean")
    >>> found.value, found.low, found.high, found.units
    (1.0, 1.0, 1.0, 2)
    """
    low, high = bootstrap(units, score, rounds=rounds)
    return Metric(area=area, dataset=dataset, name=name, value=score(units), units=len(units), low=low, high=high)
