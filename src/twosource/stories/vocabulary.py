"""Words as numbers: what a stretch without white space says is looked up once, and read as an array from then on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.terms import bare_of, form_counts, terms_in

Ints = npt.NDArray[np.int64]

_BITS = 6  # of a code are marks, the others the number of a term
_CHUNKS_KEPT = 200_000  # about 30 MB


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
        self._chunks = _Chunks(self)

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

    def read(self, chunks: Sequence[str]) -> Terms:
        """The terms of stretches without white space."""
        known = self._chunks
        if len(known) > _CHUNKS_KEPT:
            known.clear()
        ids = np.fromiter(map(known.__getitem__, chunks), dtype=np.int64, count=len(chunks))
        sizes = _view(known.sizes)[ids]
        ends = np.cumsum(sizes)
        at = np.repeat(_view(known.starts)[ids] - ends + sizes, sizes) + np.arange(sizes.sum())
        codes = _view(known.codes)[at]
        return Terms(codes >> _BITS, codes & ((1 << _BITS) - 1), np.repeat(np.arange(len(chunks)), sizes))

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
        self._chunks.clear()

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


class _Chunks(dict[str, int]):
    """Chunk -> its id, read when it is first met: `codes[starts[id]:][:sizes[id]]` are its terms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self.starts, self.sizes, self.codes = array("q"), array("q"), array("q")

    def __missing__(self, chunk: str) -> int:
        bare = bare_of(chunk)
        if bare is not None:
            self[chunk] = found = self[bare]
            return found
        terms = terms_in(chunk)
        self[chunk] = found = len(self.starts)
        self.starts.append(len(self.codes))
        self.sizes.append(len(terms))
        for form, mark in terms:
            self.codes.append(self._vocabulary.number_of(form) << _BITS | mark)
        return found

    def clear(self) -> None:
        """Forget every chunk."""
        super().clear()
        self.starts, self.sizes, self.codes = array("q"), array("q"), array("q")


def _view(numbers: array[int]) -> Ints:
    """The numbers as an array, for a moment: what has a view cannot grow."""
    return np.frombuffer(numbers, dtype=np.int64) if len(numbers) else np.zeros(0, dtype=np.int64)
