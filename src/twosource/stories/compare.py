"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log1p
from typing import NamedTuple

import numpy as np

from twosource.stories.rows import LEAD_SHARE, RARE, TITLE_SHARE, Floats
from twosource.stories.shelf import DENIES, LEAD_TERMS, TELLS_DAYS, TELLS_PLACES, Shelf, holds
from twosource.stories.terms import COUNTED, OPENING, PLACE
from twosource.stories.vocabulary import Ints

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

_FAR_DAYS = 45
_TABLE = 1 << 20  # cells of scratch: 4 MB


class Pairs(NamedTuple):
    """Two articles by their places, many times over: the later of both, in rising order, and the other."""

    later: Ints
    other: Ints


class Shared(NamedTuple):
    """The terms that two articles share: the pair each belongs to, and where it stands on the shelf on both sides."""

    pair: Ints
    mine: Ints
    theirs: Ints


def compare_pairs(pairs: Pairs, shelf: Shelf) -> Floats:
    """One line of `FEATURES` for each pair.

    Only terms that both hold are looked at, and summed in the order of the other's text, so that the sums are the same
    on every machine.
    """
    shared = _find_shared(pairs, shelf)
    found = np.zeros((len(pairs.later), len(FEATURES)))
    sums = _sum_shared(shared, shelf, len(found))
    found[:, :TITLE_SHARE] = sums[:, :TITLE_SHARE]
    mine, theirs = sums[:, TITLE_SHARE : TITLE_SHARE + 2], sums[:, TITLE_SHARE + 2 : TITLE_SHARE + 4]
    found[:, 5:9:2], found[:, 6:9:2] = np.maximum(mine, theirs), np.minimum(mine, theirs)
    found[:, 9] = np.log1p(sums[:, -1])
    found[:, 10:12] = _compare_lead_terms(pairs, shared, shelf)
    for pair, values in _compare_counted(pairs, shared, shelf):
        found[pair, 12:15] = values
    _compare_days(pairs, shelf, found[:, 15:17])
    _compare_scenes(pairs, shared, shelf, found[:, 17:20])
    found[:, 20:] = _compare_clocks(pairs, shelf)
    return found


def _find_shared(pairs: Pairs, shelf: Shelf) -> Shared:
    numbers = shelf.numbers.values
    width = int(numbers.max(initial=0)) + 1
    later, which = np.unique(pairs.later, return_inverse=True)
    rows = min(max(1, _TABLE // width), len(later))
    table = np.full(rows * width, -1, dtype=np.int32)
    parts: list[Shared] = []
    for start in range(0, len(later), rows):
        terms, owner = shelf.spread(later[start : start + rows])
        cells = owner * width + numbers[terms]
        table[cells] = terms
        first, last = np.searchsorted(which, (start, start + rows))
        theirs, pair = shelf.spread(pairs.other[first:last])
        mine = table[(which[first:last] - start)[pair] * width + numbers[theirs]]
        table[cells] = -1
        both = np.flatnonzero(mine >= 0)
        parts.append(Shared(pair[both] + first, mine[both], theirs[both]))
    return Shared(*map(np.concatenate, zip(*parts, strict=True)))


def _sum_shared(shared: Shared, shelf: Shelf, pairs: int) -> Floats:
    """For each pair products of the weights in the vector fields, the shares on both sides, and the rarity."""
    mine, theirs = shelf.weights.values[shared.mine], shelf.weights.values[shared.theirs]
    parts = (
        mine[:, :TITLE_SHARE] * theirs[:, :TITLE_SHARE],
        mine[:, TITLE_SHARE : LEAD_SHARE + 1],
        theirs[:, TITLE_SHARE : LEAD_SHARE + 1],
        mine[:, RARE:],
    )
    return _sum_to_each(np.concatenate(parts, axis=1).astype(np.float64), shared.pair, pairs)


def _sum_to_each(values: Floats, pair: Ints, pairs: int) -> Floats:
    sums = np.zeros((pairs, values.shape[1]))
    starts = np.flatnonzero(np.diff(pair, prepend=-1))
    if len(starts):
        sums[pair[starts]] = np.add.reduceat(values, starts, axis=0)
    return sums


def _compare_lead_terms(pairs: Pairs, shared: Shared, shelf: Shelf) -> Floats:
    """Names and numbers in the lead of each that the other lacks, the smaller of both, as logarithms."""
    marks = shelf.marks.values
    apart = [
        shelf.lead_terms.values[shelf.slots(places)]
        - np.stack([np.bincount(shared.pair[holds(marks[at], b)], minlength=len(places)) for b in LEAD_TERMS], axis=1)
        for places, at in ((pairs.later, shared.mine), (pairs.other, shared.theirs))
    ]
    logs: Floats = np.log1p(np.minimum(*apart))
    return logs


def _compare_clocks(pairs: Pairs, shelf: Shelf) -> Floats:
    """Days between publication (as a logarithm, far, the same day, not known) and how short the shorter text is."""
    gap = np.abs(shelf.days(pairs.later) - shelf.days(pairs.other))
    undated = np.isnan(gap)
    gap[undated] = 1.0
    sizes = np.minimum(shelf.sizes(pairs.later), shelf.sizes(pairs.other))
    dated = (np.where(undated, 0.0, np.log1p(np.minimum(gap, _FAR_DAYS))), gap > _FAR_DAYS, gap == 0, undated)
    return np.stack([*dated, 1 / np.sqrt(1.0 + sizes)], axis=1)


def _compare_days(pairs: Pairs, shelf: Shelf, found: Floats) -> None:
    """How many days both tell of, and whether they tell of none in common."""
    telling = shelf.tells(pairs.later) & shelf.tells(pairs.other) & TELLS_DAYS
    for pair in np.flatnonzero(telling).tolist():
        a, b = shelf.happened[int(pairs.later[pair])], shelf.happened[int(pairs.other[pair])]
        common = len(a & b)
        found[pair] = log1p(common), not common


def _compare_scenes(pairs: Pairs, shared: Shared, shelf: Shelf, found: Floats) -> None:
    """Two openings set in different places; both places named nowhere in the other; one said not to be the other."""
    mine, theirs = shelf.tells(pairs.later), shelf.tells(pairs.other)
    both = holds(mine & theirs, TELLS_PLACES)
    a, b = shelf.marks.values[shared.mine], shelf.marks.values[shared.theirs]
    places_a, places_b = holds(a, PLACE), holds(b, PLACE)
    opening = (places_a & holds(b, OPENING)) | (places_b & holds(a, OPENING))
    apart = both & (np.bincount(shared.pair[opening], minlength=len(found)) == 0)
    named = np.bincount(shared.pair[places_a | places_b], minlength=len(found)) > 0
    found[:, 0], found[:, 1] = apart, apart & ~named
    for pair in np.flatnonzero((mine | theirs) & DENIES).tolist():
        one, other = int(pairs.later[pair]), int(pairs.other[pair])
        found[pair, 2] = shelf.denies(one, other) or shelf.denies(other, one)


def _compare_counted(pairs: Pairs, shared: Shared, shelf: Shelf) -> Iterator[tuple[int, tuple[float, float, float]]]:
    """For each pair that counts a noun on both sides what `_compare_numbers` says."""
    marks = shelf.marks.values
    counting = holds(marks[shared.mine] & marks[shared.theirs], COUNTED)
    for pair in np.unique(shared.pair[counting]).tolist():
        a, b = shelf.counted[int(pairs.later[pair])], shelf.counted[int(pairs.other[pair])]
        yield pair, _compare_numbers(a, b)


def _compare_numbers(a: Mapping[int, frozenset[int]], b: Mapping[int, frozenset[int]]) -> tuple[float, float, float]:
    """How many nouns both count: with a number in common, with none, and with none where an ordinal tells them apart.

    "12th package" and "13th package" are two things; "5 dead" and "7 dead" may well be one. Ordinals are odd.
    """
    agreeing = conflicting = ordinals = 0
    for noun in a.keys() & b.keys():
        if a[noun] & b[noun]:
            agreeing += 1
        elif any(n % 2 for n in a[noun]) and any(n % 2 for n in b[noun]):
            ordinals += 1
        else:
            conflicting += 1
    return log1p(agreeing), log1p(conflicting), float(ordinals)
