"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.profile import Profile
from twosource.stories.rows import FIELDS, LEAD_NAME, LEAD_NUMBER, LEAD_SHARE, RARE, TITLE_SHARE, Floats, Row

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
    "places_apart",
    "places_strange",
    "denied",
    "gap",
    "far",
    "same_day",
    "undated",
    "brevity",
)
"""In the order in which weights apply to them; `docs/stories.md` says what each one is."""

_NOTHING = (0.0, 0.0, 0.0)
_FAR_DAYS = 45


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

    def sum(self) -> tuple[Floats, Floats, Floats]:
        """For each other article: products of the weights in the vector fields, and the sums of mine and of theirs."""
        weights = np.concatenate([self.mine[:, :TITLE_SHARE] * self.theirs[:, :TITLE_SHARE], self.mine, self.theirs], 1)
        columns = weights.shape[1]
        cells = (self.owner[:, None] * columns + np.arange(columns)).ravel()
        sums = np.bincount(cells, weights=weights.ravel(), minlength=self.others * columns)
        found: Floats = sums.astype(np.float64, copy=False).reshape(self.others, columns)
        products, mine, theirs = np.split(found, (TITLE_SHARE, TITLE_SHARE + FIELDS), axis=1)
        return products, mine, theirs


def _fill(row: Row, others: Sequence[Row], shared: _Shared) -> Floats:
    found = np.empty((len(others), len(FEATURES)))
    products, mine, theirs = shared.sum()
    found[:, :TITLE_SHARE] = products
    shares = slice(TITLE_SHARE, LEAD_SHARE + 1)
    found[:, 5:9:2] = np.maximum(mine[:, shares], theirs[:, shares])
    found[:, 6:9:2] = np.minimum(mine[:, shares], theirs[:, shares])
    found[:, 9] = np.log1p(mine[:, RARE])
    totals = np.array([o.totals for o in others])
    apart = slice(LEAD_NAME, LEAD_NUMBER + 1)
    found[:, 10:12] = np.log1p(np.minimum(row.totals[apart] - mine[:, apart], totals[:, apart] - theirs[:, apart]))
    found[:, 12:20] = [_compare_told(row.profile, o.profile) for o in others]
    found[:, 20:] = _compare_clocks(row.profile, [o.profile for o in others])
    return found


def _compare_clocks(one: Profile, others: Sequence[Profile]) -> Floats:
    """Days between publication (as a logarithm, far, the same day, not known) and how short the shorter text is."""
    days = np.array([np.nan if o.day is None else o.day for o in others], dtype=np.float64)
    gap = np.abs(days - (np.nan if one.day is None else one.day))
    undated = np.isnan(gap)
    gap[undated] = 1.0
    sizes = np.minimum(len(one.terms), np.array([len(o.terms) for o in others]))
    dated = (np.where(undated, 0.0, np.log1p(np.minimum(gap, _FAR_DAYS))), gap > _FAR_DAYS, gap == 0, undated)
    return np.stack([*dated, 1 / np.sqrt(1.0 + sizes)], axis=1)


def _compare_told(a: Profile, b: Profile) -> tuple[float, ...]:
    counted = _compare_counted(a.counted, b.counted) if a.counted and b.counted else _NOTHING
    days = _compare_days(a.happened, b.happened) if a.happened and b.happened else (0.0, 0.0)
    return (*counted, *days, *_compare_scenes(a, b))


def _compare_scenes(a: Profile, b: Profile) -> tuple[float, float, float]:
    """Two openings set in different places; both places named nowhere in the other; one said not to be the other.

    A denial counts where it names the other's place and the article does not itself open with that place.
    """
    here, there = a.scene.places, b.scene.places
    denied = float(bool((here & b.scene.denied) - b.scene.opening or (there & a.scene.denied) - a.scene.opening))
    if not here or not there or here & b.scene.opening or there & a.scene.opening:
        return 0.0, 0.0, denied
    return 1.0, float(here.isdisjoint(b.terms) and there.isdisjoint(a.terms)), denied


def _compare_days(a: frozenset[int], b: frozenset[int]) -> tuple[float, float]:
    """How many days both tell of, and whether they tell of none in common."""
    shared = len(a & b)
    return log1p(shared), float(not shared)


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
