"""Which words of one article stand in another: exact seeds, grown through edits, chained over gaps.

A run of five equal words is a seed. A seed grows in both directions as long as more words agree than differ, so that
replaced words do not break a passage; what lies between two grown passages that follow each other on both sides is
matched by edit distance. Paragraphs may be in any order. Many pairs of articles are aligned at once, each for itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from twosource.lineage.evidence import Mask
from twosource.lineage.fingerprint import GRAM, Hashes, Offsets
from twosource.lineage.pairs import Pairs, Shared, Side
from twosource.text.ranges import differs, expand, leads_of

Links = npt.NDArray[np.int32]
"""For each left word the place of its counterpart on the right, -1 for none."""

DROP = 8
"""A passage ends where differing words outnumber equal ones by this many."""
GAP = 60
"""Words between two passages, on either side, that are still matched by edit distance."""
WINDOW = 24
"""Words that are compared at once where a passage is followed: most go no further."""
_STEPS = np.arange(1, WINDOW + 1, dtype=np.int32)
LEAST = 6
"""Equal words that make a passage: a single seed by itself is a stock phrase more often than not."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words that two articles share."""

    taken: Mask
    """Which words of the right one are taken."""
    linked: Offsets
    """Places of the left words that have a counterpart, rising."""


@dataclass(frozen=True, slots=True)
class Alignments:
    """The words that the articles of each pair share."""

    pairs: Pairs
    linked: Offsets
    """Places of the left words that have a counterpart, rising."""
    to: Offsets
    """Places of their counterparts."""
    bounds: Offsets
    """The linked words of pair i lie from bounds[i] to bounds[i + 1]."""
    taken: Mask
    """Which right words are a counterpart."""

    def of(self, number: int) -> Alignment | None:
        """That of one pair, by the numbers of words in their articles; None where nothing is shared."""
        linked = self.linked[self.bounds[number] : self.bounds[number + 1]] - self.pairs.left.bounds[number]
        right = self.pairs.right.bounds
        return Alignment(self.taken[right[number] : right[number + 1]], linked) if len(linked) else None


@dataclass(frozen=True, slots=True)
class _Seeds:
    """Stretches of equal words, by pair and the longest of each pair first, with how far each has grown on the left."""

    at: Offsets
    shift: Offsets
    """From a left place to the right one."""
    begins: Offsets
    ends: Offsets

    def take(self, which: Offsets) -> _Seeds:
        return _Seeds(self.at[which], self.shift[which], self.begins[which], self.ends[which])


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Stretches between passages, left and right, half-open."""

    at: Offsets
    stop: Offsets
    to: Offsets
    stop_to: Offsets

    def take(self, which: Offsets) -> _Gaps:
        return _Gaps(self.at[which], self.stop[which], self.to[which], self.stop_to[which])


def align_words(pairs: Pairs, runs: Shared) -> Alignments:
    """The counterparts of left words on the right, grown from the runs that both articles of a pair have."""
    links = np.full(len(pairs.left.forms), -1, dtype=np.int32)
    _link_in_turn(links, pairs, _find_seeds(pairs, runs))
    _fill_gaps(links, pairs)
    linked = (links >= 0).nonzero()[0]
    to = links[linked].astype(np.int64)
    taken = np.zeros(len(pairs.right.forms), dtype=np.bool_)
    taken[to] = True
    return Alignments(pairs, linked, to, linked.searchsorted(pairs.left.bounds), taken)


def find_stretches(at: Offsets, to: Offsets, owners: Offsets) -> tuple[Offsets, Offsets]:
    """Where unbroken stretches of one pair begin, in which both places rise by one, and how long they are."""
    if not len(at):
        return at, at
    parted = (at[1:] - at[:-1] != 1) | (to[1:] - to[:-1] != 1) | (owners[1:] != owners[:-1])
    bounds = np.concatenate(([0], parted.nonzero()[0] + 1, [len(at)]))
    return bounds[:-1], np.diff(bounds)


def _find_seeds(pairs: Pairs, runs: Shared) -> _Seeds:
    left, right = pairs.left, pairs.right
    firsts, lengths = find_stretches(runs.left, runs.right, runs.numbers)
    order = np.lexsort((-lengths, runs.numbers[firsts]))
    firsts = firsts[order]
    owner = runs.numbers[firsts]
    at, to = runs.left[firsts] + left.bounds[owner], runs.right[firsts] + right.bounds[owner]
    stop, stop_to = (places + lengths[order] + (GRAM - 1) for places in (at, to))
    back = np.minimum(at - left.bounds[owner], to - right.bounds[owner])
    forth = np.minimum(left.bounds[owner + 1] - stop, right.bounds[owner + 1] - stop_to)
    begins = at - _measure_reach(left.forms, right.forms, at - 1, to - 1, back, step=-1)
    ends = stop + _measure_reach(left.forms, right.forms, stop, stop_to, forth, step=1)
    return _Seeds(at, to - at, begins, ends)


def _measure_reach(ours: Hashes, theirs: Hashes, at: Offsets, to: Offsets, room: Offsets, *, step: int) -> Offsets:
    """How many words of a passage lie from here on, forth or back, at most `room`, until differing ones outnumber it.

    A passage ends with the word at which equal words outnumber the others by most.
    """
    reach, best, height = (np.zeros(len(at), dtype=np.int32) for _ in range(3))
    going, first = room.nonzero()[0], 0
    while len(going):
        places = np.arange(first, first + WINDOW)
        inside = places < room[going, None]
        same = _take(ours, at[going], places * step) == _take(theirs, to[going], places * step)
        heights = (2 * same.cumsum(axis=1, dtype=np.int32) - _STEPS) + height[going, None]
        peaks = np.maximum(np.maximum.accumulate(heights, axis=1), best[going, None])
        over = ~inside | (peaks - heights > DROP)
        heights[np.logical_or.accumulate(over, axis=1)] = -1
        top = heights.argmax(axis=1)
        high = heights[np.arange(len(going)), top]
        higher = high > best[going]
        reach[going[higher]] = first + top[higher] + 1
        best[going[higher]], height[going] = high[higher], heights[:, -1]
        going, first = going[~over.any(axis=1)], first + WINDOW
    return reach.astype(np.int64)


def _take(forms: Hashes, places: Offsets, steps: Offsets) -> Hashes:
    """The words at these steps from each place; any word where the article has none."""
    return forms.take(places[:, None] + steps, mode="clip")


def _link_in_turn(links: Links, pairs: Pairs, seeds: _Seeds) -> None:
    """Link the words of the seeds of each pair, one seed after the other, unless a longer one has linked them."""
    while len(seeds.at):
        is_next = differs(pairs.left.owners[seeds.at])
        _link(links, pairs, seeds.take(is_next.nonzero()[0]))
        is_free = (links[seeds.at] < 0) & (links[seeds.at + GRAM - 1] < 0)
        seeds = seeds.take((is_free & ~is_next).nonzero()[0])


def _link(links: Links, pairs: Pairs, seeds: _Seeds) -> None:
    """Link the equal words of grown passages, unless they are linked already or too few are equal."""
    words, owner = expand(seeds.begins, seeds.ends)
    to = words + seeds.shift[owner]
    free = ((pairs.left.forms[words] == pairs.right.forms[to]) & (links[words] < 0)).nonzero()[0]
    enough = np.bincount(owner[free], minlength=len(seeds.at)) >= LEAST
    chosen = free[enough[owner[free]]]
    links[words[chosen]] = to[chosen]


def _fill_gaps(links: Links, pairs: Pairs) -> None:
    """Link the words two stretches have in common, in order, if they are enough of the shorter one.

    Policy: two unrelated stretches of 40 words have a third of them in common, in order, and those are no passages; a
    short gap between two passages is nearly always the same sentence, edited.
    """
    gaps = _find_gaps(links, pairs)
    shorter = np.minimum(gaps.stop - gaps.at, gaps.stop_to - gaps.to)
    least = shorter * np.where(shorter <= 20, 0.2, 0.45)
    worth = ((shorter >= 1) & (_count_known(gaps, pairs) >= least)).nonzero()[0]
    gaps, least = gaps.take(worth), least[worth]
    columns = (gaps.at, gaps.stop, gaps.to, gaps.stop_to, least)
    for at, stop, to, stop_to, enough in zip(*(column.tolist() for column in columns), strict=True):
        ours, theirs = pairs.left.forms[at:stop].tolist(), pairs.right.forms[to:stop_to].tolist()
        equal = [b for b in Indel.opcodes(ours, theirs) if b.tag == "equal"]
        if sum(b.src_end - b.src_start for b in equal) >= enough:
            for b in equal:
                links[at + b.src_start : at + b.src_end] = np.arange(to + b.dest_start, to + b.dest_end)


def _find_gaps(links: Links, pairs: Pairs) -> _Gaps:
    """What lies between passages that follow each other in both articles, and at both ends of what is linked."""
    linked = (links >= 0).nonzero()[0]
    to = links[linked].astype(np.int64)
    owners = pairs.left.owners[linked]
    gap, gap_to = np.diff(linked) - 1, np.diff(to) - 1
    wide = (gap > 0) & (gap_to > 0) & (gap <= GAP) & (gap_to <= GAP) & ((gap != gap_to) | (gap > 3))
    inner = (wide & (owners[1:] == owners[:-1])).nonzero()[0]
    first = differs(owners).nonzero()[0]
    last = np.append(first[1:], len(owners))[: len(first)] - 1
    head = _room(pairs.left, pairs.right, linked[first], to[first], forth=False)
    tail = _room(pairs.left, pairs.right, linked[last] + 1, to[last] + 1, forth=True)
    return _Gaps(
        np.concatenate((linked[inner] + 1, linked[first] - head, linked[last] + 1)),
        np.concatenate((linked[inner + 1], linked[first], linked[last] + 1 + tail)),
        np.concatenate((to[inner] + 1, to[first] - head, to[last] + 1)),
        np.concatenate((to[inner + 1], to[first], to[last] + 1 + tail)),
    )


def _room(left: Side, right: Side, at: Offsets, to: Offsets, *, forth: bool) -> Offsets:
    """Words before (or from) these places that both articles still have, at most `GAP`."""
    bounds = [side.bounds for side in (left, right)]
    owner = left.owners[at - 1] if forth else left.owners[at]
    ours, theirs = (b[owner + 1] - p if forth else p - b[owner] for b, p in zip(bounds, (at, to), strict=True))
    room: Offsets = np.minimum(GAP, np.minimum(ours, theirs))
    return room


def _count_known(gaps: _Gaps, pairs: Pairs) -> Offsets:
    """For each gap how many of its left words stand in it on the right too."""
    words, owner = expand(gaps.at, gaps.stop)
    words_to, owner_to = expand(gaps.to, gaps.stop_to)
    ours = _number(pairs.left.forms[words], owner) | np.uint64(1)
    both = np.concatenate((_number(pairs.right.forms[words_to], owner_to), ours))
    both.sort()
    is_left = both & np.uint64(1) != 0
    lead = leads_of(differs(both >> np.uint64(1)))
    known = (is_left & ~is_left[lead]).nonzero()[0]
    bounds = both.searchsorted(np.arange(len(gaps.at) + 1, dtype=np.uint64) << np.uint64(_GAP_SHIFT))
    counts: Offsets = np.diff(known.searchsorted(bounds))
    return counts


_GAP_SHIFT = 40
"""Bits of the number of a word in a gap, with one for its side; a million gaps of a batch fit above them."""


def _number(forms: Hashes, owner: Offsets) -> Hashes:
    """Gap and hash of each word, the lowest bit free. A false match costs a look, for the words decide."""
    cut = forms >> np.uint64(65 - _GAP_SHIFT) << np.uint64(1)
    return owner.astype(np.uint64) << np.uint64(_GAP_SHIFT) | cut
