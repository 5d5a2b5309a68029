"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.profile import Profile
from twosource.stories.terms import LEAD, NAME, NUMBER, TITLE

Floats = npt.NDArray[np.float64]

FEATURES = (
    "body",
    "lead",
    "title",
    "names",
    "numbers",
    "title_in_max",
    "title_in_min",
    "lead_in_max",
    "lead_in_min",
    "rare",
    "names_apart",
    "numbers_apart",
    "agreeing",
    "conflicting",
    "ordinals",
    "days_shared",
    "days_apart",
    "gap",
    "far",
    "same_day",
    "undated",
    "brevity",
)
"""In the order in which weights apply to them; `docs/stories.md` says what each one is."""

FIELDS = 10
(BODY, LEAD_FIELD, _TITLE, _NAMES, _NUMBERS, _TITLE_SHARE, _LEAD_SHARE, _RARE, _LEAD_NAME, _LEAD_NUMBER) = range(FIELDS)
"""Weights of a term in a row, one column each."""

_MARK_OF_FIELD = np.array([[LEAD], [TITLE], [NAME], [NUMBER]])
_TINY = 1e-9
KEYS = 40
"""Strongest terms of an article, by which it can be found."""
_RARE_FROM = 5.0  # of inverse document frequency: in one passage of 150
_FAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Row:
    """A profile made ready to compare: term numbers, and for each its weights in the fields."""

    profile: Profile
    numbers: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]
    keys: list[int]
    """The terms that say most about which story this is, strongest first; ties in order of the text."""
    strengths: list[float]
    """The square of the weight of each key."""


def make_row(profile: Profile, numbers: npt.NDArray[np.int32], rarity: Floats) -> Row:
    """The row of a profile; each field's weights have length one, each share's weights sum to one."""
    marks = np.array(profile.marks, dtype=np.int64)
    weights = np.empty((FIELDS, len(numbers)))
    weights[BODY] = (1 + np.log(np.array(profile.counts))) * rarity
    weights[LEAD_FIELD : _NUMBERS + 1] = ((marks & _MARK_OF_FIELD) != 0) * rarity
    lengths = np.sqrt(np.einsum("ij,ij->i", weights[:_TITLE_SHARE], weights[:_TITLE_SHARE]))
    sums = np.maximum(weights[LEAD_FIELD : _TITLE + 1].sum(axis=1), _TINY)
    weights[_TITLE_SHARE] = weights[_TITLE] / sums[1]
    weights[_LEAD_SHARE] = weights[LEAD_FIELD] / sums[0]
    weights[:_TITLE_SHARE] /= np.maximum(lengths, _TINY)[:, None]
    weights[_RARE] = np.maximum(rarity - _RARE_FROM, 0.0)
    weights[_LEAD_NAME] = (marks & (LEAD | NAME)) == LEAD | NAME
    weights[_LEAD_NUMBER] = (marks & (LEAD | NUMBER)) == LEAD | NUMBER
    keys = weights[BODY] + weights[LEAD_FIELD]
    order = np.argsort(-keys, kind="stable")[:KEYS]
    strengths = np.round(keys[order] ** 2, 6).tolist()
    return Row(profile, numbers, weights.T.astype(np.float32, order="C"), numbers[order].tolist(), strengths)


def compare_rows(row: Row, others: Sequence[Row], table: npt.NDArray[np.int32]) -> Floats:
    """One line of `FEATURES` for each of `others`.

    `table` is scratch space, -1 for each term number, and is left as it was found. Only terms that both hold are looked
    at, and summed in the order of the other's text, so that the sums are the same on every machine.
    """
    table[row.numbers] = np.arange(len(row.numbers), dtype=np.int32)
    at = table[np.concatenate([o.numbers for o in others])]
    table[row.numbers] = -1
    both = np.flatnonzero(at >= 0)
    owner = np.repeat(np.arange(len(others)), [len(o.numbers) for o in others])[both]
    mine = row.weights[at[both]]
    theirs = np.concatenate([o.weights for o in others])[both]
    return _fill(row, others, _Shared(owner, mine, theirs, len(others)))


class _Shared(NamedTuple):
    """The terms that an article shares with others: whose each is, and its weights on both sides."""

    owner: npt.NDArray[np.int64]
    mine: npt.NDArray[np.float32]
    theirs: npt.NDArray[np.float32]
    others: int

    def sum(self, weights: npt.NDArray[np.float32]) -> Floats:
        """The weights summed for each other article."""
        sums: Floats = np.bincount(self.owner, weights=weights, minlength=self.others).astype(np.float64, copy=False)
        return sums


def _fill(row: Row, others: Sequence[Row], shared: _Shared) -> Floats:
    found = np.empty((len(others), len(FEATURES)))
    products = shared.mine[:, :_TITLE_SHARE] * shared.theirs[:, :_TITLE_SHARE]
    for field in range(_TITLE_SHARE):
        found[:, field] = shared.sum(products[:, field])
    for at, share in ((5, _TITLE_SHARE), (7, _LEAD_SHARE)):
        of_mine, of_theirs = shared.sum(shared.mine[:, share]), shared.sum(shared.theirs[:, share])
        found[:, at] = np.maximum(of_mine, of_theirs)
        found[:, at + 1] = np.minimum(of_mine, of_theirs)
    found[:, 9] = np.log1p(shared.sum(shared.mine[:, _RARE]))
    for at, column in ((10, _LEAD_NAME), (11, _LEAD_NUMBER)):
        apart = row.weights[:, column].sum() - shared.sum(shared.mine[:, column])
        theirs = np.array([o.weights[:, column].sum() for o in others]) - shared.sum(shared.theirs[:, column])
        found[:, at] = np.log1p(np.minimum(apart, theirs))
    found[:, 12:] = [_of_pair(row.profile, o.profile) for o in others]
    return found


def _of_pair(a: Profile, b: Profile) -> tuple[float, ...]:
    counted = (*_compare_counted(a.counted, b.counted), *_compare_days(a.happened, b.happened))
    brevity = 1.0 / sqrt(1.0 + min(len(a.terms), len(b.terms)))
    if a.day is None or b.day is None:
        return *counted, 0.0, 0.0, 0.0, 1.0, brevity
    gap = abs(a.day - b.day)
    return *counted, log1p(min(gap, _FAR_DAYS)), float(gap > _FAR_DAYS), float(gap == 0), 0.0, brevity


def _compare_days(a: frozenset[int], b: frozenset[int]) -> tuple[float, float]:
    """How many days both tell of, and whether both tell of days and of none in common."""
    shared = len(a & b)
    return log1p(shared), float(bool(a and b) and not shared)


def _compare_counted(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> tuple[float, float, float]:
    """How many nouns both count: with a number in common, with none, and with none where an ordinal tells them apart.

    "12th package" and "13th package" are two things; "5 dead" and "7 dead" may well be one.
    """
    agreeing = conflicting = ordinals = 0
    for noun in a.keys() & b.keys():
        if a[noun] & b[noun]:
            agreeing += 1
        elif any(n.endswith("th") for n in a[noun]) and any(n.endswith("th") for n in b[noun]):
            ordinals += 1
        else:
            conflicting += 1
    return log1p(agreeing), log1p(conflicting), float(ordinals)
