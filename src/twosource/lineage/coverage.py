"""What an alignment amounts to: how much of each article it covers, in how long runs, and the passages themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.lineage.align import Alignments, find_stretches
from twosource.lineage.fingerprint import Offsets
from twosource.model import AlignedPassage

LONG_RUN = 8
"""Equal words in a row that hardly stand in two texts by chance."""


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


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long, in words, the unbroken equal runs of a pair are."""

    long: int
    """Words in long runs."""
    own_long: int
    """Words in runs that are long after quoted speech is taken out of them."""
    mean: float


def measure_coverage(alignment: Alignments) -> list[Coverage]:
    """How much of each article stands in the other, for each pair.

    Policy: a word counts as shared outside quoted speech only if it is outside on both sides: whoever quotes a
    statement and whoever prints it without marks have the statement in common, and nothing more.
    """
    left, right = alignment.pairs.left, alignment.pairs.right
    plain = _find_plain(alignment)
    taken_unquoted = np.zeros(len(alignment.taken), dtype=np.bool_)
    taken_unquoted[alignment.to[plain]] = True
    words, words_right = np.diff(alignment.bounds), right.count(alignment.taken.nonzero()[0])
    own, own_right = left.count(alignment.linked[plain]), right.count(taken_unquoted.nonzero()[0])
    columns = (
        words / np.maximum(1, left.sizes),
        words_right / np.maximum(1, right.sizes),
        own / np.maximum(1, left.count((~left.quoted).nonzero()[0])),
        own_right / np.maximum(1, right.count((~right.quoted).nonzero()[0])),
        np.minimum(words, words_right),
        np.minimum(own, own_right),
    )
    return [Coverage(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def measure_runs(alignment: Alignments) -> list[Lengths]:
    """How long the unbroken equal runs of each pair are."""
    runs, words, long = _sum_runs(alignment, alignment.linked, alignment.to)
    plain = _find_plain(alignment)
    own_long = _sum_runs(alignment, alignment.linked[plain], alignment.to[plain])[2]
    columns = (long, own_long, words / np.maximum(1, runs))
    return [Lengths(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _find_plain(alignment: Alignments) -> Offsets:
    """Which of the linked words are outside quoted speech on both sides."""
    left, right = alignment.pairs.left, alignment.pairs.right
    return (~(left.quoted[alignment.linked] | right.quoted[alignment.to])).nonzero()[0]


def _sum_runs(alignment: Alignments, linked: Offsets, to: Offsets) -> tuple[Offsets, Offsets, Offsets]:
    """Number of runs among these linked words of each pair, all words in them, and words in long ones."""
    side = alignment.pairs.left
    firsts, lengths = find_stretches(linked, to, side.owners[linked])
    places = linked[firsts]
    long = (lengths >= LONG_RUN).nonzero()[0]
    words, in_long = np.zeros((2, len(alignment.pairs)), dtype=np.int64)
    np.add.at(words, side.owners[places], lengths)
    np.add.at(in_long, side.owners[places[long]], lengths[long])
    return side.count(places), words, in_long


def measure_order(passages: Sequence[AlignedPassage]) -> float:
    """Share of the characters of sorted passages that can be kept so that both articles have them in one order.

    >>> moved = [((0, 60), (40, 100)), ((60, 100), (0, 40))]
    >>> measure_order([AlignedPassage(child=child, parent=parent, verbatim=True) for child, parent in moved])
    0.6
    """
    chains: list[tuple[int, int]] = []
    whole = 0
    for passage in passages:
        own, at = passage.child[1] - passage.child[0], passage.parent[0]
        chains.append((at, own + max((kept for before, kept in chains if before < at), default=0)))
        whole += own
    return max((kept for _, kept in chains), default=0) / max(1, whole)


@dataclass(frozen=True, slots=True)
class Passages:
    """The shared passages of many pairs as columns; records are made of them only for those that are wanted."""

    bounds: list[int]
    columns: tuple[list[int], list[int], list[int], list[int], list[bool], list[bool]]

    def of(self, number: int) -> tuple[AlignedPassage, ...]:
        """Those of one pair, in order of the left article, which is the child here."""
        return tuple(self._read(slice(self.bounds[number], self.bounds[number + 1])))

    def _read(self, rows: slice) -> Iterator[AlignedPassage]:
        for start, end, start_to, end_to, verbatim, quoted in zip(*(c[rows] for c in self.columns), strict=True):
            yield AlignedPassage(child=(start, end), parent=(start_to, end_to), verbatim=verbatim, quoted=quoted)


def find_passages(alignment: Alignments) -> Passages:
    """The shared passages with characters on both sides.

    Policy: one changed word between two equal stretches is an edit inside a passage; two or more part it. That keeps
    what is marked as taken close to the words that were taken, however heavily a text was edited.
    """
    left, right, linked, to = alignment.pairs.left, alignment.pairs.right, alignment.linked, alignment.to
    if not len(linked):
        return Passages([0] * (len(alignment.pairs) + 1), ([], [], [], [], [], []))
    owners = left.owners[linked]
    step, step_to = np.diff(linked), np.diff(to)
    parted = ((step > 2) | (step_to > 2) | (step_to < 1) | (owners[1:] != owners[:-1])).nonzero()[0]
    firsts, lasts = np.concatenate(([0], parted + 1)), np.append(parted, len(linked) - 1)
    exact = np.concatenate(([True], (step == 1) & (step_to == 1)))
    exact[firsts] = True  # what stands before a passage is no part of it
    columns = (
        np.concatenate([e.starts for e in left.evidences])[linked[firsts]],
        np.concatenate([e.ends for e in left.evidences])[linked[lasts]],
        np.concatenate([e.starts for e in right.evidences])[to[firsts]],
        np.concatenate([e.ends for e in right.evidences])[to[lasts]],
        np.logical_and.reduceat(exact, firsts),
        np.logical_and.reduceat(left.quoted[linked] & right.quoted[to], firsts),
    )
    bounds = owners[firsts].searchsorted(np.arange(len(alignment.pairs) + 1))
    a, b, c, d, e, f = (column.tolist() for column in columns)
    return Passages(bounds.tolist(), (a, b, c, d, e, f))
