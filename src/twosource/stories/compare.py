"""What two articles have in common, as features: none of them knows a word, only how rare and how shared it is."""

from __future__ import annotations

from math import log1p
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.rows import LEAD_SHARE, RARE, TITLE_SHARE, Floats
from twosource.stories.runs import Ints, spread, starts_of
from twosource.stories.shelf import DENIES, LEAD_TERMS, TELLS_DAYS, TELLS_PLACES, Shelf, holds
from twosource.stories.terms import COUNTED, OPENING, PLACE

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

Marks = npt.NDArray[np.uint8]

_FAR_DAYS = 45
_TABLE = 1 << 19  # cells of scratch: 2 MB


class Pairs(NamedTuple):
    """Two articles by their places, many times over: the later of both, in rising order, and the other."""

    later: Ints
    other: Ints


class Shared(NamedTuple):
    """The terms that two articles share: the pair each belongs to, where it stands on both sides, its marks there."""

    pair: Ints
    mine: Ints
    theirs: Ints
    my_marks: Marks
    their_marks: Marks


def compare_pairs(pairs: Pairs, shelf: Shelf) -> Floats:
    """One line of `FEATURES` for each pair.

    Only terms that both hold are looked at, and summed in the order of the other's text, so that the sums are the same
    on every machine.
    """
    shared = _find_shared(pairs, shelf)
    found = np.zeros((len(pairs.later), len(FEATURES)))
    alike, theirs = _sum_shared(shared, shelf, len(found))
    mine = alike[:, TITLE_SHARE : LEAD_SHARE + 1]
    found[:, :TITLE_SHARE] = alike[:, :TITLE_SHARE]
    found[:, 5:9:2], found[:, 6:9:2] = np.maximum(mine, theirs), np.minimum(mine, theirs)
    found[:, 9] = np.log1p(alike[:, RARE])
    found[:, 10:12] = _compare_lead_terms(pairs, shared, shelf)
    found[:, 12:15] = _compare_counted(pairs, shared, shelf)
    _compare_days(pairs, shelf, found[:, 15:17])
    _compare_scenes(pairs, shared, shelf, found[:, 17:20])
    found[:, 20:] = _compare_clocks(pairs, shelf)
    return found


def _find_shared(pairs: Pairs, shelf: Shelf) -> Shared:
    """The terms of each later article are laid out in a table, and those of the others looked up in it."""
    starts = starts_of(pairs.later)
    bounds = np.append(starts, len(pairs.later))
    rows = min(max(1, _TABLE // shelf.width), len(starts))
    table = np.full((rows, shelf.width), -1, dtype=np.int32)
    numbers, parts = shelf.numbers.values, []
    for start in range(0, len(starts), rows):
        ends = bounds[start : start + rows + 1]
        terms, sizes = shelf.spread(pairs.later[ends[:-1]])
        cells = np.repeat(np.arange(len(sizes)) * shelf.width, sizes) + numbers.take(terms)
        table.ravel()[cells] = terms
        theirs, sizes = shelf.spread(pairs.other[ends[0] : ends[-1]])
        row = np.repeat(np.arange(len(ends) - 1) * shelf.width, np.diff(ends))
        mine = table.take(np.repeat(row, sizes) + numbers.take(theirs))
        table.ravel()[cells] = -1
        both = np.flatnonzero(mine >= 0)
        parts.append((np.repeat(np.arange(ends[0], ends[-1]), sizes)[both], mine[both], theirs[both]))
    pair, mine, theirs = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Shared(pair, mine, theirs, shelf.marks.values.take(mine), shelf.marks.values.take(theirs))


def _sum_shared(shared: Shared, shelf: Shelf, pairs: int) -> tuple[Floats, Floats]:
    """Two sums over what each pair shares.

    First products of the weights in the vector fields, then the shares of the later article, and the rarity; second the
    shares of the other article.
    """
    mine = shelf.weights.values.take(shared.mine, axis=0)
    theirs = shelf.weights.values.take(shared.theirs, axis=0)
    their_shares = theirs[:, TITLE_SHARE : LEAD_SHARE + 1].astype(np.float64)
    theirs[:, TITLE_SHARE:] = 1
    mine *= theirs
    return _sum_to_each(mine.astype(np.float64), shared.pair, pairs), _sum_to_each(their_shares, shared.pair, pairs)


def _sum_to_each(values: Floats, pair: Ints, pairs: int) -> Floats:
    sums = np.zeros((pairs, values.shape[1]))
    starts = starts_of(pair)
    if len(starts):
        sums[pair[starts]] = np.add.reduceat(values, starts, axis=0)
    return sums


def _compare_lead_terms(pairs: Pairs, shared: Shared, shelf: Shelf) -> Floats:
    """Names and numbers in the lead of each that the other lacks, the smaller of both, as logarithms."""
    apart = [
        shelf.lead_terms.values[shelf.slots(places)]
        - np.stack([np.bincount(shared.pair[holds(marks, b)], minlength=len(places)) for b in LEAD_TERMS], axis=1)
        for places, marks in ((pairs.later, shared.my_marks), (pairs.other, shared.their_marks))
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
    a, b = shared.my_marks, shared.their_marks
    places_a, places_b = holds(a, PLACE), holds(b, PLACE)
    opening = (places_a & holds(b, OPENING)) | (places_b & holds(a, OPENING))
    apart = both & (np.bincount(shared.pair[opening], minlength=len(found)) == 0)
    named = np.bincount(shared.pair[places_a | places_b], minlength=len(found)) > 0
    found[:, 0], found[:, 1] = apart, apart & ~named
    for pair in np.flatnonzero((mine | theirs) & DENIES).tolist():
        one, other = int(pairs.later[pair]), int(pairs.other[pair])
        found[pair, 2] = shelf.denies(one, other) or shelf.denies(other, one)


def _compare_counted(pairs: Pairs, shared: Shared, shelf: Shelf) -> Floats:
    """How many nouns both count: with a number in common, with none, and with none where an ordinal tells them apart.

    "12th package" and "13th package" are two things; "5 dead" and "7 dead" may well be one. Ordinals are odd.
    """
    pair, mine, theirs = _match_counted(pairs, shared, shelf)
    values = shelf.values.values
    codes, which = np.unique((pair << 32) | shelf.nouns.values[mine], return_inverse=True)

    def hold(what: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
        """Of which nouns this is true at least once."""
        return np.bincount(which[what != 0], minlength=len(codes)) > 0

    agree = hold(values[mine] == values[theirs])
    ordinal = hold(values[mine] & 1) & hold(values[theirs] & 1) & ~agree
    counts = [
        np.bincount(codes[kind] >> 32, minlength=len(pairs.later)) for kind in (agree, ~(agree | ordinal), ordinal)
    ]
    logs = np.array([log1p(n) for n in range(1 + max(int(c.max(initial=0)) for c in counts))])
    return np.stack([logs[counts[0]], logs[counts[1]], counts[2]], axis=1)


def _match_counted(pairs: Pairs, shared: Shared, shelf: Shelf) -> tuple[Ints, Ints, Ints]:
    """For each pair every two places where both articles count the same noun."""
    counting = shared.pair[holds(shared.my_marks & shared.their_marks, COUNTED)]
    asked = counting[starts_of(counting)]
    mine, my_sizes = shelf.spread_counted(pairs.later[asked])
    theirs, their_sizes = shelf.spread_counted(pairs.other[asked])
    times = np.repeat(their_sizes, my_sizes)
    theirs = theirs[spread(np.repeat(np.cumsum(their_sizes) - their_sizes, my_sizes), times)]
    mine = np.repeat(mine, times)
    same = shelf.nouns.values[mine] == shelf.nouns.values[theirs]
    return np.repeat(np.repeat(asked, my_sizes), times)[same], mine[same], theirs[same]
