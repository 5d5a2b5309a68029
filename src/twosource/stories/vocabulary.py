"""Words as numbers: what a stretch without white space says is looked up once, and read as an array from then on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.chunks import Chunks, ChunkTable
from twosource.stories.runs import Ints
from twosource.stories.terms import form_counts, terms_in

_BITS = 6  # of a code are marks, the others the number of a term
_CHUNKS_KEPT = 200_000  # 12 MB
_NOTHING = -1  # in place of a code, for what has no terms; what has several has numbers below this


class Terms(NamedTuple):
    """Terms in order, as arrays that run beside each other."""

    numbers: Ints
    marks: Ints
    chunk: Ints
    """Which of the chunks that were read each term stands in."""


class Vocabulary:
    """A number for every term that live articles use; numbers that are freed are given to other terms."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._free: list[int] = []
        self._general = array("d")
        self._several: list[tuple[int, ...]] = []
        self._chunks = ChunkTable(self._code_of)

    def __len__(self) -> int:
        return len(self._number)

    @property
    def capacity(self) -> int:
        """One more than the largest number that a term has had."""
        return len(self._general)

    @property
    def general(self) -> npt.NDArray[np.float64]:
        """For each number the passages of the background table that hold its term; not to be kept."""
        return np.frombuffer(self._general)

    def read(self, chunks: Chunks) -> Terms:
        """The terms of stretches without white space."""
        if len(self._chunks) > _CHUNKS_KEPT:
            self._chunks.clear()
            self._several = []
        codes = self._chunks.find(chunks)
        chunk = np.flatnonzero(codes != _NOTHING)
        sizes, codes = self._unfold(codes[chunk])
        return Terms(codes >> _BITS, codes & ((1 << _BITS) - 1), np.repeat(chunk, sizes))

    def _code_of(self, chunk: str) -> int:
        """What stands for the terms of one stretch: the code of the only one, `_NOTHING`, or a number below it."""
        terms = terms_in(chunk)
        if not terms:
            return _NOTHING
        if len(terms) == 1:
            form, mark = terms[0]
            return self.number_of(form) << _BITS | mark
        self._several.append(tuple([self.number_of(form) << _BITS | mark for form, mark in terms]))
        return _NOTHING - len(self._several)

    def _unfold(self, codes: Ints) -> tuple[Ints, Ints]:
        """How many terms each of these stands for, and their codes."""
        sizes, several = np.ones_like(codes), codes < _NOTHING
        if not several.any():
            return sizes, codes
        runs = [self._several[_NOTHING - 1 - code] for code in codes[several].tolist()]
        sizes[several] = [len(run) for run in runs]
        unfolded = np.repeat(codes, sizes)
        unfolded[unfolded < _NOTHING] = list(chain.from_iterable(runs))
        return sizes, unfolded

    def number_of(self, term: str) -> int:
        """The number of a term, which is given one where it has none."""
        number = self._number.get(term)
        return self._add(term) if number is None else number

    def find(self, terms: Iterable[str]) -> list[int]:
        """The numbers of those of `terms` that have one."""
        return [self._number[term] for term in terms if term in self._number]

    def forget(self, idle: npt.NDArray[np.bool_]) -> None:
        """Free the numbers for which `idle` holds."""
        freed = [(term, number) for term, number in self._number.items() if idle[number]]
        for term, _ in freed:
            del self._number[term]
        self._free += [number for _, number in freed]
        self._chunks.keep(lambda codes: (codes == _NOTHING) | ((codes >= 0) & ~idle[codes >> _BITS]))
        self._several = []

    def _add(self, term: str) -> int:
        general = form_counts().get(term, 0)
        if self._free:
            number = self._free.pop()
            self._general[number] = general
        else:
            number = len(self._general)
            self._general.append(general)
        self._number[term] = number
        return number
