"""Which words of one article stand in another: exact seeds, grown through edits, chained over gaps.

A run of five equal words is a seed. A seed grows in both directions as long as more words agree than differ, so that
replaced words do not break a passage; what lies between two grown passages that follow each other on both sides is
matched by edit distance. Paragraphs may be in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from twosource.lineage.evidence import Evidence, Mask
from twosource.lineage.fingerprint import GRAM
from twosource.model import AlignedPassage

Links = npt.NDArray[np.int32]
"""For each word of the left article the place of its counterpart in the right one, -1 for none."""

Runs = npt.NDArray[np.int64]
"""Places in the left article of the runs of five words that stand in the right one too."""

DROP = 8
"""A passage ends where differing words outnumber equal ones by this many."""
GAP = 60
"""Words between two passages, on either side, that are still matched by edit distance."""
WINDOW = 64
"""Words that all seeds are followed together, before those that go on are followed alone."""
LEAST = 6
"""Equal words that make a passage: a single seed by itself is a stock phrase more often than not."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words two articles share: counterparts of the left words, and which words of the right one are taken."""

    links: Links
    taken: Mask


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares of the own words of two articles that stand in the other, with and without quoted speech."""

    left: float
    right: float
    left_unquoted: float
    right_unquoted: float
    words: int
    """Shared words, on the side that has fewer."""
    words_unquoted: int

    @property
    def most(self) -> float:
        """The larger share: containment."""
        return max(self.left, self.right)

    @property
    def most_unquoted(self) -> float:
        """The larger share outside quoted speech."""
        return max(self.left_unquoted, self.right_unquoted)


def align_words(left: Evidence, right: Evidence, runs: Runs | None = None) -> Alignment | None:
    """The counterparts of the words of `left` in `right`; None where no passage is shared.

    `runs` are the shared runs of the two, where they are known already.
    """
    seeds = _find_seeds(left, right, find_shared_runs(left, right) if runs is None else runs)
    if not len(seeds):
        return None
    links = np.full(left.size, -1, dtype=np.int32)
    after = _reach(left, right, seeds, step=1)
    before = _reach(left, right, seeds - 1, step=-1)
    for (at, to), back, forth in zip(seeds.tolist(), before, after, strict=True):
        if links[at] < 0 and links[at + GRAM - 1] < 0:
            _link(links, left, right, begin=at - back, end=at + forth, shift=to - at)
    _fill_gaps(links, left, right)
    if not (links >= 0).any():
        return None
    taken = np.zeros(right.size, dtype=np.bool_)
    taken[links[links >= 0]] = True
    return Alignment(links, taken)


def find_shared_runs(left: Evidence, right: Evidence) -> Runs:
    """Places in `left` of the runs of five words that stand in `right` too."""
    grams, known = left.grams, right.sorted_grams
    if not len(grams) or not len(known):
        return np.empty(0, dtype=np.int64)
    found = np.searchsorted(known, grams)
    found[found == len(known)] = 0
    return np.flatnonzero(known[found] == grams)


def _find_seeds(left: Evidence, right: Evidence, at: Runs) -> npt.NDArray[np.int64]:
    """First runs of each stretch of runs on one diagonal, as rows (left, right), longest stretch first."""
    if not len(at):
        return np.empty((0, 2), dtype=np.int64)
    to = right.gram_order[np.searchsorted(right.sorted_grams, left.grams[at])]
    first = np.flatnonzero(np.r_[True, (np.diff(at) != 1) | (np.diff(to) != 1)])
    lengths = np.diff(np.r_[first, len(at)])
    order = np.argsort(-lengths, kind="stable")
    return np.stack([at[first], to[first]], axis=1)[order]


def _link(links: Links, left: Evidence, right: Evidence, *, begin: int, end: int, shift: int) -> None:
    """Link the equal words of a grown passage, unless they are linked already or too few are equal."""
    same = left.forms[begin:end] == right.forms[begin + shift : end + shift]
    words = np.flatnonzero(same & (links[begin:end] < 0)) + begin
    if len(words) >= LEAST:
        links[words] = words + shift


def _reach(left: Evidence, right: Evidence, seeds: npt.NDArray[np.int64], *, step: int) -> list[int]:
    """How far the passage around each seed reaches in one direction; all seeds side by side, over a window.

    The few that are still alive at the end of the window are followed to their end one by one.
    """
    offsets = np.arange(WINDOW) * step
    at, to = seeds[:, :1] + offsets, seeds[:, 1:] + offsets
    inside = (at >= 0) & (to >= 0) & (at < left.size) & (to < right.size)
    same = (left.forms[np.where(inside, at, 0)] == right.forms[np.where(inside, to, 0)]) & inside
    height = np.cumsum(same.view(np.int8) * 2 - 1, axis=1, dtype=np.int16)
    fallen = np.maximum(np.maximum.accumulate(height, axis=1), 0) - height > DROP
    dead = np.maximum.accumulate(fallen, axis=1) | ~inside
    height[dead] = -1
    best = height.argmax(axis=1)
    reach: list[int] = np.where(np.take_along_axis(height, best[:, None], axis=1)[:, 0] > 0, best + 1, 0).tolist()
    for row in np.flatnonzero(~dead[:, -1]).tolist():
        at_row, to_row = seeds[row].tolist()
        reach[row] = _follow(left, right, at_row, to_row, step=step)
    return reach


def _follow(left: Evidence, right: Evidence, at: int, to: int, *, step: int) -> int:
    """How far one passage reaches: to its last gain before differing words outnumber equal ones by more than DROP."""
    if step > 0:
        length = min(left.size - at, right.size - to)
        same = left.forms[at : at + length] == right.forms[to : to + length]
    else:
        length = min(at, to) + 1
        same = (left.forms[at - length + 1 : at + 1] == right.forms[to - length + 1 : to + 1])[::-1]
    height = (same.view(np.int8) * 2 - 1).cumsum(dtype=np.int32)
    fallen = np.maximum(np.maximum.accumulate(height), 0) - height > DROP
    stop = int(fallen.argmax()) if fallen.any() else len(same)
    return int(height[:stop].argmax()) + 1


def _fill_gaps(links: Links, left: Evidence, right: Evidence) -> None:
    """Link equal words, in order, between passages that follow each other in both articles, and at both ends."""
    linked = np.flatnonzero(links >= 0)
    if not len(linked):
        return
    last = (int(linked[-1]), int(links[linked[-1]]))
    first = (int(linked[0]), int(links[linked[0]]))
    gap_left, gap_right = np.diff(linked) - 1, np.diff(links[linked]) - 1
    wide = np.flatnonzero((gap_left > 0) & (gap_right > 0) & (gap_left <= GAP) & (gap_right <= GAP))
    for place in wide[(gap_left[wide] != gap_right[wide]) | (gap_left[wide] > 3)].tolist():
        at, stop = int(linked[place]), int(linked[place + 1])
        _fill(links, left, right, at=(at + 1, stop), there=(int(links[at]) + 1, int(links[stop])))
    head, tail = min(GAP, *first), min(GAP, left.size - last[0] - 1, right.size - last[1] - 1)
    _fill(links, left, right, at=(first[0] - head, first[0]), there=(first[1] - head, first[1]))
    _fill(links, left, right, at=(last[0] + 1, last[0] + 1 + tail), there=(last[1] + 1, last[1] + 1 + tail))


def _fill(links: Links, left: Evidence, right: Evidence, *, at: tuple[int, int], there: tuple[int, int]) -> None:
    """Link the words two stretches have in common, in order, if they are enough of the shorter one.

    Policy: two unrelated stretches of 40 words have a third of them in common, in order, and those are no passages; a
    short gap between two passages is nearly always the same sentence, edited.
    """
    shorter = min(at[1] - at[0], there[1] - there[0])
    least = shorter * (0.2 if shorter <= 20 else 0.45)
    ours, theirs = left.forms[at[0] : at[1]].tolist(), right.forms[there[0] : there[1]].tolist()
    known = set(theirs)
    if shorter < 1 or sum(word in known for word in ours) < least:
        return
    equal = [b for b in Indel.opcodes(ours, theirs) if b.tag == "equal"]
    if sum(b.src_end - b.src_start for b in equal) < least:
        return
    for block in equal:
        run = np.arange(block.src_end - block.src_start, dtype=np.int32)
        links[at[0] + block.src_start + run] = there[0] + block.dest_start + run


def measure_coverage(left: Evidence, right: Evidence, alignment: Alignment) -> Coverage:
    """How much of each article stands in the other.

    Policy: a word counts as shared outside quoted speech only if it is outside on both sides: whoever quotes a
    statement and whoever prints it without marks have the statement in common, and nothing more.
    """
    linked = np.flatnonzero(alignment.links >= 0)
    to = alignment.links[linked]
    plain = ~(left.quoted[linked] | right.quoted[to])
    words, words_right = len(linked), int(alignment.taken.sum())
    own_left, own_right = int((~left.quoted).sum()), int((~right.quoted).sum())
    unquoted, unquoted_right = int(plain.sum()), len(np.unique(to[plain]))
    return Coverage(
        left=words / left.size,
        right=words_right / right.size,
        left_unquoted=unquoted / own_left if own_left else 0.0,
        right_unquoted=unquoted_right / own_right if own_right else 0.0,
        words=min(words, words_right),
        words_unquoted=min(unquoted, unquoted_right),
    )


def find_passages(left: Evidence, right: Evidence, alignment: Alignment) -> tuple[AlignedPassage, ...]:
    """The shared passages in order of the left article, with characters on both sides; left is the child here.

    Policy: one changed word between two equal stretches is an edit inside a passage; two or more part it. That keeps
    what is marked as taken close to the words that were taken, however heavily a text was edited.
    """
    linked = np.flatnonzero(alignment.links >= 0)
    to = alignment.links[linked]
    step, step_to = np.diff(linked), np.diff(to)
    parted = np.flatnonzero((step > 2) | (step_to > 2) | (step_to < 1))
    bounds = np.r_[0, parted + 1, len(linked)]
    exact = np.r_[True, (step == 1) & (step_to == 1)]
    quoted = left.quoted[linked] & right.quoted[to]
    return tuple(_passages(left, right, linked, to, bounds=bounds, exact=exact, quoted=quoted))


def _passages(
    left: Evidence,
    right: Evidence,
    linked: npt.NDArray[np.int64],
    to: Links,
    *,
    bounds: npt.NDArray[np.int64],
    exact: Mask,
    quoted: Mask,
) -> Iterator[AlignedPassage]:
    firsts, lasts = bounds[:-1], bounds[1:] - 1
    exact = exact.copy()
    exact[firsts] = True  # what stands before a passage is no part of it
    columns = (
        left.starts[linked[firsts]],
        left.ends[linked[lasts]],
        right.starts[to[firsts]],
        right.ends[to[lasts]],
        np.logical_and.reduceat(exact, firsts),
        np.logical_and.reduceat(quoted, firsts),
    )
    for start, end, start_to, end_to, is_exact, is_quoted in zip(*(c.tolist() for c in columns), strict=True):
        yield AlignedPassage(child=(start, end), parent=(start_to, end_to), verbatim=is_exact, quoted=is_quoted)
