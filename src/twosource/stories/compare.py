"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p, sqrt

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
    "rarest",
    "agreeing",
    "conflicting",
    "ordinals",
    "gap",
    "far",
    "same_day",
    "undated",
    "brevity",
)
"""In the order in which weights apply to them; `docs/stories.md` says what each one is."""

BODY, LEAD_FIELD, _TITLE, _NAMES, _NUMBERS, _TITLE_SHARE, _LEAD_SHARE, _RARE, _RARITY, _HERE = range(10)
FIELDS = 10
"""Weights of a term in a row, one column each."""

_RARE_FROM = 5.0  # of inverse document frequency: in one passage of 150
_FAR_DAYS = 45


@dataclass(frozen=True, slots=True)
class Row:
    """A profile made ready to compare: term numbers, and for each its weights in the fields."""

    profile: Profile
    numbers: npt.NDArray[np.int32]
    weights: npt.NDArray[np.float32]


def make_row(profile: Profile, numbers: npt.NDArray[np.int32], rarity: Floats) -> Row:
    """The row of a profile; each field's weights have length one, each share's weights sum to one."""
    marks = np.array(profile.marks, dtype=np.int64)
    counts = np.array(profile.counts, dtype=np.float64)
    weights = np.empty((len(numbers), FIELDS))
    weights[:, BODY] = (1 + np.log(counts)) * rarity
    for column, bit in ((LEAD_FIELD, LEAD), (_TITLE, TITLE), (_NAMES, NAME), (_NUMBERS, NUMBER)):
        weights[:, column] = np.where(marks & bit, rarity, 0.0)
    lengths = np.sqrt(np.einsum("ij,ij->j", weights[:, :_TITLE_SHARE], weights[:, :_TITLE_SHARE]))
    weights[:, _TITLE_SHARE] = weights[:, _TITLE] / max(weights[:, _TITLE].sum(), 1e-9)
    weights[:, _LEAD_SHARE] = weights[:, LEAD_FIELD] / max(weights[:, LEAD_FIELD].sum(), 1e-9)
    weights[:, :_TITLE_SHARE] /= np.maximum(lengths, 1e-9)
    weights[:, _RARE] = np.maximum(rarity - _RARE_FROM, 0.0)
    weights[:, _RARITY] = rarity
    weights[:, _HERE] = 1.0
    return Row(profile, numbers, weights.astype(np.float32))


def compare_rows(row: Row, others: Sequence[Row], table: npt.NDArray[np.float32]) -> Floats:
    """One line of `FEATURES` for each of `others`, none of which may be without terms.

    `table` is scratch space, one line of zeros for each term number, and is left as it was found.
    """
    table[row.numbers] = row.weights
    mine = table[np.concatenate([o.numbers for o in others])]
    table[row.numbers] = 0.0
    theirs = np.concatenate([o.weights for o in others])
    starts = np.cumsum([0, *(len(o.numbers) for o in others[:-1])])
    shared = mine * theirs
    sums = np.add.reduceat(shared, starts)
    both = mine[:, _HERE : _HERE + 1]
    of_mine = np.add.reduceat(mine, starts)
    of_theirs = np.add.reduceat(theirs * both, starts)
    found = np.empty((len(others), len(FEATURES)))
    found[:, :5] = sums[:, :5]
    for at, share in ((5, _TITLE_SHARE), (7, _LEAD_SHARE)):
        found[:, at] = np.maximum(of_mine[:, share], of_theirs[:, share])
        found[:, at + 1] = np.minimum(of_mine[:, share], of_theirs[:, share])
    found[:, 9] = np.log1p(of_mine[:, _RARE])
    found[:, 10] = np.maximum.reduceat(mine[:, _RARITY], starts) / 10
    found[:, 11:] = [_of_pair(row.profile, o.profile) for o in others]
    return found


def _of_pair(a: Profile, b: Profile) -> tuple[float, ...]:
    counted = _compare_counted(a.counted, b.counted)
    brevity = 1.0 / sqrt(1.0 + min(len(a.terms), len(b.terms)))
    if a.day is None or b.day is None:
        return *counted, 0.0, 0.0, 0.0, 1.0, brevity
    gap = abs(a.day - b.day)
    return *counted, log1p(min(gap, _FAR_DAYS)), float(gap > _FAR_DAYS), float(gap == 0), 0.0, brevity


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
