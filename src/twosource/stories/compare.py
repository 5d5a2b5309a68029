"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p, nan
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


def compare_rows(batch: Sequence[tuple[Row, Sequence[Row]]], table: npt.NDArray[np.int32]) -> Floats:
    """One line of `FEATURES` for each pair of a row and one of the others that stand beside it, in order.

    `table` is scratch space, -1 for each term number, and is left as it was found. Only terms that both hold are looked
    at, and summed in the order of the other's text, so that the sums are the same on every machine.
    """
    pairs = [(row, other) for row, others in batch for other in others]
    found = np.empty((len(pairs), len(FEATURES)))
    products, mine, theirs = _sum_shared(batch, table)
    found[:, :TITLE_SHARE] = products
    shares = slice(TITLE_SHARE, LEAD_SHARE + 1)
    found[:, 5:9:2] = np.maximum(mine[:, shares], theirs[:, shares])
    found[:, 6:9:2] = np.minimum(mine[:, shares], theirs[:, shares])
    found[:, 9] = np.log1p(mine[:, RARE])
    apart = slice(LEAD_NAME, LEAD_NUMBER + 1)
    left = np.array([row.totals[apart] for row, _ in pairs]) - mine[:, apart]
    right = np.array([other.totals[apart] for _, other in pairs]) - theirs[:, apart]
    found[:, 10:12] = np.log1p(np.minimum(left, right))
    found[:, 12:20] = [_compare_told(row.profile, other.profile) for row, other in pairs]
    found[:, 20:] = _compare_clocks(pairs)
    return found


class _Shared(NamedTuple):
    """The terms that an article shares with others: the pair each belongs to, and its weights on both sides."""

    pair: npt.NDArray[np.int64]
    mine: npt.NDArray[np.float32]
    theirs: npt.NDArray[np.float32]


def _sum_shared(
    batch: Sequence[tuple[Row, Sequence[Row]]], table: npt.NDArray[np.int32]
) -> tuple[Floats, Floats, Floats]:
    """For each pair: products of the weights in the vector fields, and the sums of the row's and of the other's."""
    parts: list[_Shared] = []
    pairs = 0
    for row, others in batch:
        parts.append(_find_shared(row, others, table, first=pairs))
        pairs += len(others)
    pair, mine, theirs = map(np.concatenate, zip(*parts, strict=True))
    weights = np.concatenate([mine[:, :TITLE_SHARE] * theirs[:, :TITLE_SHARE], mine, theirs], axis=1)
    columns = weights.shape[1]
    cells = (pair[:, None] * columns + np.arange(columns)).ravel()
    sums = np.bincount(cells, weights=weights.ravel(), minlength=pairs * columns).astype(np.float64, copy=False)
    products, of_mine, of_theirs = np.split(sums.reshape(pairs, columns), (TITLE_SHARE, TITLE_SHARE + FIELDS), axis=1)
    return products, of_mine, of_theirs


def _find_shared(row: Row, others: Sequence[Row], table: npt.NDArray[np.int32], *, first: int) -> _Shared:
    """What `row` shares with each of `others`, whose pairs are numbered from `first`."""
    table[row.numbers] = np.arange(len(row.numbers), dtype=np.int32)
    at = table[np.concatenate([o.numbers for o in others])]
    table[row.numbers] = -1
    both = np.flatnonzero(at >= 0)
    owner = np.repeat(np.arange(first, first + len(others)), [len(o.numbers) for o in others])
    return _Shared(owner[both], row.weights[at[both]], np.concatenate([o.weights for o in others])[both])


def _compare_clocks(pairs: Sequence[tuple[Row, Row]]) -> Floats:
    """Days between publication (as a logarithm, far, the same day, not known) and how short the shorter text is."""
    days = np.array([[_day_of(a), _day_of(b)] for a, b in pairs])
    gap = np.abs(days[:, 0] - days[:, 1])
    undated = np.isnan(gap)
    gap[undated] = 1.0
    sizes = np.array([[len(a.numbers), len(b.numbers)] for a, b in pairs]).min(axis=1)
    dated = (np.where(undated, 0.0, np.log1p(np.minimum(gap, _FAR_DAYS))), gap > _FAR_DAYS, gap == 0, undated)
    return np.stack([*dated, 1 / np.sqrt(1.0 + sizes)], axis=1)


def _day_of(row: Row) -> float:
    return nan if row.profile.day is None else row.profile.day


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
