"""Profiles made ready to compare: every term weighed by how rare it is, a whole window of articles at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from twosource.stories.profile import Profile
from twosource.stories.terms import LEAD, NAME, NUMBER, TITLE

Floats = npt.NDArray[np.float64]

FIELDS = 10
(BODY, LEAD_FIELD, TITLE_FIELD, NAMES, NUMBERS, TITLE_SHARE, LEAD_SHARE, RARE, LEAD_NAME, LEAD_NUMBER) = range(FIELDS)
"""Weights of a term in a row, one column each: five vectors of length one, two shares, rarity above a floor, flags."""

KEYS = 40
"""Strongest terms of an article, by which it can be found."""

_MARK_OF_FIELD = np.array([[LEAD], [TITLE], [NAME], [NUMBER]])
_RARE_FROM = 5.0  # of inverse document frequency: in one passage of 150
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Row:
    """One profile with its term numbers, and for each term its weights in the fields."""

    profile: Profile
    numbers: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    totals: npt.NDArray[np.float32]
    """Each field summed over the terms."""
    keys: list[int]
    """The terms that say most about which story this is, strongest first; ties in order of the text."""
    strengths: list[float]
    """The square of the weight of each key."""


def make_rows(profiles: Sequence[Profile], numbers: npt.NDArray[np.int32], rarity: Floats) -> list[Row]:
    """The rows of these profiles; `numbers` and `rarity` run over all their terms, one profile after the other."""
    sizes = np.array([len(p.terms) for p in profiles])
    owner = np.repeat(np.arange(len(profiles)), sizes)
    weights = _weigh(profiles, rarity, owner)
    totals = np.stack([np.bincount(owner, weights=w, minlength=len(profiles)) for w in weights], axis=1)
    strength = weights[BODY] + weights[LEAD_FIELD]
    order = np.lexsort((-strength, owner))
    keys, strengths = numbers[order].tolist(), np.round(strength[order] ** 2, 6).tolist()
    lines, sums = weights.T.astype(np.float32, order="C"), totals.astype(np.float32)
    rows: list[Row] = []
    start = 0
    for profile, total, size in zip(profiles, sums, sizes.tolist(), strict=True):
        end, last_key = start + size, start + min(size, KEYS)
        found = keys[start:last_key], strengths[start:last_key]
        rows.append(Row(profile, numbers[start:end].copy(), lines[start:end].copy(), total.copy(), *found))
        start = end
    return rows


def _weigh(profiles: Sequence[Profile], rarity: Floats, owner: npt.NDArray[np.int64]) -> Floats:
    marks = np.fromiter(chain.from_iterable(p.marks for p in profiles), dtype=np.int64, count=len(owner))
    counts = np.fromiter(chain.from_iterable(p.counts for p in profiles), dtype=np.float64, count=len(owner))
    weights = np.empty((FIELDS, len(owner)))
    weights[BODY] = (1 + np.log(counts)) * rarity
    weights[LEAD_FIELD : NUMBERS + 1] = ((marks & _MARK_OF_FIELD) != 0) * rarity
    for share, field in ((TITLE_SHARE, TITLE_FIELD), (LEAD_SHARE, LEAD_FIELD)):
        weights[share] = weights[field] / _sum_to_each(weights[field], owner, len(profiles))
    for field in range(TITLE_SHARE):
        weights[field] /= np.sqrt(_sum_to_each(weights[field] ** 2, owner, len(profiles)))
    weights[RARE] = np.maximum(rarity - _RARE_FROM, 0.0)
    weights[LEAD_NAME] = (marks & (LEAD | NAME)) == LEAD | NAME
    weights[LEAD_NUMBER] = (marks & (LEAD | NUMBER)) == LEAD | NUMBER
    return weights


def _sum_to_each(values: Floats, owner: npt.NDArray[np.int64], profiles: int) -> Floats:
    """For each term the sum over its own profile, never 0."""
    sums: Floats = np.maximum(np.bincount(owner, weights=values, minlength=profiles), _TINY)[owner]
    return sums
