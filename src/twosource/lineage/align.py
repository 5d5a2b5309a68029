"""Which words of one article stand in another: exact seeds, grown through edits, chained over gaps.

A run of five equal words is a seed. A seed grows in both directions as long as more words agree than differ, so that
replaced words do not break a passage; what lies between two grown passages that follow each other on both sides is
matched by edit distance. Paragraphs may be in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from twosource.lineage.evidence import Evidence, Mask
from twosource.lineage.fingerprint import GRAM, Offsets
from twosource.model import AlignedPassage

Links = npt.NDArray[np.int32]
"""For each word of the left article the place of its counterpart in the right one, -1 for none."""

DROP = 8
"""A passage ends where differing words outnumber equal ones by this many."""
GAP = 60
"""Words between two passages, on either side, that are still matched by edit distance."""
WINDOW = 64
"""Words that are compared at once where a passage is followed: most go no further."""
LEAST = 6
"""Equal words that make a passage: a single seed by itself is a stock phrase more often than not."""

_FIRST = np.zeros(1, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of five words that stand in both articles: their places in the left one, the first place of each there."""

    left: Offsets
    right: Offsets

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words two articles share."""

    taken: Mask
    """Which words of the right one are taken."""
    linked: Offsets
    """Places of the left words that have a counterpart, rising."""
    to: Links
    """Places of their counterparts."""


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


def align_words(left: Evidence, right: Evidence, runs: Runs) -> Alignment | None:
    """The counterparts of the words of `left` in `right`, grown from their shared runs; None without any passage."""
    if not len(runs):
        return None
    links = np.full(left.size, -1, dtype=np.int32)
    for at, to, length in _find_seeds(runs):
        if links[at] < 0 and links[at + GRAM - 1] < 0:
            begin = at - _follow(left, right, at - 1, to - 1, step=-1)
            end = at + length + _follow(left, right, at + length, to + length, step=1)
            _link(links, left, right, begin=begin, end=end, shift=to - at)
    _fill_gaps(links, left, right)
    linked = (links >= 0).nonzero()[0]
    if not len(linked):
        return None
    taken = np.zeros(right.size, dtype=np.bool_)
    taken[links[linked]] = True
    return Alignment(taken, linked, links[linked])


def find_shared_runs(left: Evidence, right: Evidence) -> Runs:
    """The runs of five words of `left` that stand in `right` too."""
    return Runs(*left.ordered_grams.find_in(right.ordered_grams))


def find_stretches(at: Offsets, to: Offsets | Links) -> tuple[Offsets, Offsets]:
    """Where unbroken stretches begin, in which both places rise by one, and how long they are."""
    parted = ((at[1:] - at[:-1] != 1) | (to[1:] - to[:-1] != 1)).nonzero()[0]
    bounds = np.concatenate((_FIRST, parted + 1, [len(at)]))
    return bounds[:-1], bounds[1:] - bounds[:-1]


def _find_seeds(runs: Runs) -> Iterator[tuple[int, int, int]]:
    """Where the stretches of equal words begin, left and right, and how many words they are, the longest first."""
    first, lengths = find_stretches(runs.left, runs.right)
    order = (-lengths).argsort(kind="stable")
    chosen = first[order]
    columns = (runs.left[chosen], runs.right[chosen], lengths[order] + (GRAM - 1))
    return zip(*(column.tolist() for column in columns), strict=True)


def _link(links: Links, left: Evidence, right: Evidence, *, begin: int, end: int, shift: int) -> None:
    """Link the equal words of a grown passage, unless they are linked already or too few are equal."""
    same = left.forms[begin:end] == right.forms[begin + shift : end + shift]
    words = (same & (links[begin:end] < 0)).nonzero()[0] + begin
    if len(words) >= LEAST:
        links[words] = words + shift


def _follow(left: Evidence, right: Evidence, at: int, to: int, *, step: int) -> int:
    """How far a passage reaches from here: to its last gain before differing words outnumber equal ones by DROP."""
    height = best = reach = 0
    for place, is_equal in enumerate(chain.from_iterable(_equal_words(left, right, at, to, step=step)), 1):
        height += 1 if is_equal else -1
        if height > best:
            best, reach = height, place
        elif best - height > DROP:
            break
    return reach


def _equal_words(left: Evidence, right: Evidence, at: int, to: int, *, step: int) -> Iterator[bytes]:
    """For each word from here on, forth or back, whether it is the same on both sides: a window at a time."""
    room = min(left.size - at, right.size - to) if step > 0 else min(at, to) + 1
    for first in range(0, room, WINDOW):
        length = min(WINDOW, room - first)
        ours, theirs = (x + first if step > 0 else x - first - length + 1 for x in (at, to))
        same = left.forms[ours : ours + length] == right.forms[theirs : theirs + length]
        yield same[::step].tobytes()


def _fill_gaps(links: Links, left: Evidence, right: Evidence) -> None:
    """Link equal words, in order, between passages that follow each other in both articles, and at both ends."""
    linked = (links >= 0).nonzero()[0]
    if not len(linked):
        return
    to = links[linked]
    first, last = (int(linked[0]), int(to[0])), (int(linked[-1]), int(to[-1]))
    gap, gap_to = linked[1:] - linked[:-1] - 1, to[1:] - to[:-1] - 1
    wide = (gap > 0) & (gap_to > 0) & (gap <= GAP) & (gap_to <= GAP) & ((gap != gap_to) | (gap > 3))
    for place in wide.nonzero()[0].tolist():
        at, stop = int(linked[place]), int(linked[place + 1])
        _fill(links, left, right, at=(at + 1, stop), there=(int(to[place]) + 1, int(to[place + 1])))
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
    if shorter < 1 or sum(map(known.__contains__, ours)) < least:
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
    linked, to = alignment.linked, alignment.to
    plain = ~(left.quoted[linked] | right.quoted[to])
    taken_unquoted = np.zeros(right.size, dtype=np.bool_)
    taken_unquoted[to[plain]] = True
    words, words_right = len(linked), int(np.count_nonzero(alignment.taken))
    own_left, own_right = left.own_words, right.own_words
    unquoted, unquoted_right = int(np.count_nonzero(plain)), int(np.count_nonzero(taken_unquoted))
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
    linked, to = alignment.linked, alignment.to
    step, step_to = linked[1:] - linked[:-1], to[1:] - to[:-1]
    parted = ((step > 2) | (step_to > 2) | (step_to < 1)).nonzero()[0]
    bounds = np.concatenate((_FIRST, parted + 1, [len(linked)]))
    exact = np.concatenate(([True], (step == 1) & (step_to == 1)))
    quoted = left.quoted[linked] & right.quoted[to]
    return tuple(_passages(left, right, linked, to, bounds=bounds, exact=exact, quoted=quoted))


def _passages(
    left: Evidence,
    right: Evidence,
    linked: Offsets,
    to: Links,
    *,
    bounds: Offsets,
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
