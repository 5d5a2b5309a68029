"""Articles made ready to compare: every term weighed by how rare it is, many articles at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from twosource.stories.runs import Ints, ranks_of
from twosource.stories.tally import Tally
from twosource.stories.terms import LEAD, NAME, NUMBER, TITLE

Floats = npt.NDArray[np.float64]

FIELDS = 8
BODY, LEAD_FIELD, TITLE_FIELD, NAMES, NUMBERS, TITLE_SHARE, LEAD_SHARE, RARE = range(FIELDS)
"""Weights of a term, one column each: five vectors of length one, two shares, rarity above a floor."""

KEYS = 40
"""Strongest terms of an article, by which it can be found."""

STRENGTH = 1_000_000
"""The unit of strengths, which are whole so that no order of summing changes a sum."""

_FINE = 1 << 29
_FINE_BITS = 31
"""How finely strengths, which are at most 2, are told apart when they are put in order."""

_MARK_OF_FIELD = np.array([[LEAD], [TITLE], [NAME], [NUMBER]])
_RARE_FROM = 5.0  # of inverse document frequency: in one passage of 150
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Keys:
    """The terms that say most about which story each article is of, strongest first; ties in order of the text."""

    owner: Ints
    rank: Ints
    numbers: Ints
    strengths: Ints
    """The square of the weight of each, in millionths."""


def weigh(tally: Tally, rarity: Floats) -> Floats:
    """For each field the weight of each term."""
    articles = len(tally.sizes)
    weights = np.empty((FIELDS, len(tally.owner)))
    weights[BODY] = (1 + np.log(tally.counts)) * rarity
    weights[LEAD_FIELD : NUMBERS + 1] = ((tally.marks & _MARK_OF_FIELD) != 0) * rarity
    for share, field in ((TITLE_SHARE, TITLE_FIELD), (LEAD_SHARE, LEAD_FIELD)):
        weights[share] = weights[field] / _sum_to_each(weights[field], tally.owner, articles)
    for field in range(TITLE_SHARE):
        weights[field] /= np.sqrt(_sum_to_each(weights[field] ** 2, tally.owner, articles))
    weights[RARE] = np.maximum(rarity - _RARE_FROM, 0.0)
    return weights


def choose_keys(tally: Tally, weights: Floats) -> Keys:
    """The strongest terms of each article."""
    strength = weights[BODY] + weights[LEAD_FIELD]
    bits = len(strength).bit_length()
    falling = np.rint((2.0 - strength) * _FINE).astype(np.int64)
    codes = np.sort((((tally.owner << _FINE_BITS) | falling) << bits) | np.arange(len(strength)))
    rank = ranks_of(tally.owner)
    kept = rank < KEYS
    chosen = codes[kept] & ((1 << bits) - 1)
    strengths = np.rint(strength[chosen] ** 2 * STRENGTH).astype(np.int64)
    return Keys(tally.owner[chosen], rank[kept], tally.numbers[chosen], strengths)


def _sum_to_each(values: Floats, owner: Ints, articles: int) -> Floats:
    """For each term the sum over its own article, never 0."""
    sums: Floats = np.maximum(np.bincount(owner, weights=values, minlength=articles), _TINY)[owner]
    return sums
