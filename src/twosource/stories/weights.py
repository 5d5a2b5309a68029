"""The two small models: how surely two articles are on one event, and whether two groups are one story."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul

import numpy as np
import numpy.typing as npt

from twosource.stories.compare import FEATURES

JOIN_FEATURES = ("best", "mean", "known", "cover", "worst", "smaller", "larger", "gap", "undated")
"""What the second model looks at; `assign.py` says what each one is."""


@dataclass(frozen=True)
class Weights:
    """Both models as they stand in `weights.toml`: a sum of features times weights is the log-odds."""

    pair: npt.NDArray[np.float64]
    pair_bias: float
    join: tuple[float, ...]
    join_bias: float
    unseen: float
    """The log-odds taken for two articles that were not compared, or that score below this."""

    def rank(self, features: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Log-odds that the articles of each pair are on one event; rounded, so that no machine rounds otherwise."""
        return np.round(features @ self.pair + self.pair_bias, 4)

    def judge(self, features: Iterable[float]) -> float:
        """Log-odds that two groups are one story, from `JOIN_FEATURES`."""
        score: float = self.join_bias + sum(map(mul, self.join, features))
        return score


@cache
def load_weights() -> Weights:
    """The shipped weights, made by `training/stories/fit_weights.py`.

    >>> load_weights().pair.shape == (len(FEATURES),)
    True
    """
    return weights_from(tomllib.loads(files("twosource.stories").joinpath("weights.toml").read_text(encoding="utf-8")))


def weights_from(tables: Mapping[str, Mapping[str, float]]) -> Weights:
    """The weights in the tables of a `weights.toml`; a missing feature is an error, not a zero."""
    pair, join = tables["pair"], tables["join"]
    return Weights(
        pair=np.array([pair[name] for name in FEATURES]),
        pair_bias=pair["bias"],
        join=tuple(join[name] for name in JOIN_FEATURES),
        join_bias=join["bias"],
        unseen=join["unseen"],
    )
