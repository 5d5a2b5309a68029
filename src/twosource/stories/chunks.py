"""Running text cut at white space, and what is known of each piece: many texts cut and looked up at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from twosource.stories.runs import Ints

Words = npt.NDArray[np.uint64]

_WIDE_SPACES = [chr(code) for code in (*range(0x80, 0x2100), 0x3000) if chr(code).isspace()]
_IS_SPACE = bytes([chr(byte).isspace() for byte in range(128)] + [False] * 128)
_BYTES = 8  # in a number
_LONGEST = 2 * _BYTES  # bytes of a piece that is known by its bytes: 99 of 100 are no longer
_KEPT = np.array([(1 << (8 * n)) - 1 for n in range(_BYTES + 1)], dtype=np.uint64)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio in 64 bits, by which Knuth's multiplicative hash multiplies
_FIRST_BITS = 12


class Chunks(NamedTuple):
    """Pieces without white space in the order of the texts."""

    data: bytes
    starts: Ints
    ends: Ints
    sizes: Ints
    """How many pieces each text has."""

    def spell(self, which: Ints) -> list[str]:
        """These pieces as they are written."""
        stretches = zip(self.starts[which].tolist(), self.ends[which].tolist(), strict=True)
        return [self.data[start:end].decode("utf-8", "surrogatepass") for start, end in stretches]


def cut_chunks(texts: Sequence[str]) -> Chunks:
    """The pieces of these texts, as `str.split` has them.

    >>> found = cut_chunks(["Two  died. ", "", "Fire in Olm"])
    >>> found.spell(np.arange(5)), found.sizes.tolist()
    (['Two', 'died.', 'Fire', 'in', 'Olm'], [2, 0, 3])
    """
    encoded = [_narrow_spaces(text).encode("utf-8", "surrogatepass") for text in texts]
    data = b" ".join([b"", *encoded, b" " * _LONGEST])
    if 0 in data:  # no number may stand for two pieces, one of which ends with this
        data = data.replace(b"\0", b"\1")
    space = np.frombuffer(data.translate(_IS_SPACE), dtype=np.bool_)
    edges = np.flatnonzero(space[1:] != space[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    limits = np.cumsum(np.array([len(text) + 1 for text in encoded], dtype=np.int64))
    return Chunks(data, starts, ends, np.diff(np.searchsorted(starts, limits), prepend=0))


def _narrow_spaces(text: str) -> str:
    if text.isascii():
        return text
    for space in _WIDE_SPACES:
        if space in text:
            text = text.replace(space, " ")
    return text


class ChunkTable:
    """Piece -> a number that `read` says of it, asked once for each.

    An open hash table in arrays: a piece of up to sixteen bytes is its own key, as two whole numbers; longer ones are
    keys of a dictionary.
    """

    def __init__(self, read: Callable[[str], int]) -> None:
        self._read = read
        self.clear()

    def __len__(self) -> int:
        return self._used + len(self._long)

    def clear(self) -> None:
        """Forget every piece."""
        self._long = dict[str, int]()
        self._make_room(_FIRST_BITS)

    def keep(self, fits: Callable[[Ints], npt.NDArray[np.bool_]]) -> None:
        """Forget the pieces whose numbers do not fit."""
        kept = np.flatnonzero(self._low)
        kept = kept[fits(self._numbers[kept])]
        keys = self._low[kept], self._high[kept], self._numbers[kept]
        long = fits(np.fromiter(self._long.values(), dtype=np.int64, count=len(self._long))).tolist()
        self._long = {piece: number for (piece, number), fit in zip(self._long.items(), long, strict=True) if fit}
        self._make_room(self._bits)
        self._add(*keys)

    def find(self, chunks: Chunks) -> Ints:
        """The number of each piece."""
        low, high = _keys_of(chunks)
        found, missing = self._look_up(low, high)
        if len(missing):
            first = dict[str, int]()
            pieces = chunks.spell(missing)
            for piece, at in zip(pieces, missing.tolist(), strict=True):
                first.setdefault(piece, at)
            new = np.fromiter(first.values(), dtype=np.int64, count=len(first))
            short = low[new] != 0
            for piece, is_short in zip(first, short.tolist(), strict=True):
                first[piece] = self._read(piece) if is_short else self._read_long(piece)
            found[missing] = [first[piece] for piece in pieces]
            new = new[short]
            self._add(low[new], high[new], found[new])
        return found

    def _read_long(self, piece: str) -> int:
        number = self._long.get(piece)
        if number is None:
            self._long[piece] = number = self._read(piece)
        return number

    def _look_up(self, low: Words, high: Words) -> tuple[Ints, Ints]:
        """The number of each key, and which keys are not there."""
        slots = self._slots_of(low, high)
        found = self._numbers[slots]
        left = np.flatnonzero((self._low[slots] != low) | (self._high[slots] != high))
        missing = [left[:0]]
        while len(left):
            taken = self._low[slots[left]] != 0
            missing.append(left[~taken])
            left = left[taken]
            slots[left] = self._next(slots[left])
            found[left] = self._numbers[slots[left]]
            left = left[(self._low[slots[left]] != low[left]) | (self._high[slots[left]] != high[left])]
        return found, np.sort(np.concatenate(missing))

    def _add(self, low: Words, high: Words, numbers: Ints) -> None:
        """Put in keys that are not there, each once."""
        if 2 * (self._used + len(low)) > len(self._low):
            kept = self._low != 0
            keys = self._low[kept], self._high[kept], self._numbers[kept]
            self._make_room(max(self._bits + 1, (4 * (self._used + len(low))).bit_length()))
            self._add(*keys)
        self._used += len(low)
        slots, left = self._slots_of(low, high), np.arange(len(low))
        while len(left):
            free = left[self._low[slots[left]] == 0]
            placed = free[np.unique(slots[free], return_index=True)[1]]
            at = slots[placed]
            self._low[at], self._high[at], self._numbers[at] = low[placed], high[placed], numbers[placed]
            left = np.setdiff1d(left, placed, assume_unique=True)
            slots[left] = self._next(slots[left])

    def _make_room(self, bits: int) -> None:
        self._bits, self._used = bits, 0
        self._low, self._high = np.zeros(1 << bits, dtype=np.uint64), np.zeros(1 << bits, dtype=np.uint64)
        self._numbers = np.zeros(1 << bits, dtype=np.int64)

    def _slots_of(self, low: Words, high: Words) -> Ints:
        mixed = (low ^ (high * _SPREAD)) * _SPREAD
        return (mixed >> np.uint64(64 - self._bits)).astype(np.int64)

    def _next(self, slots: Ints) -> Ints:
        return (slots + 1) & ((1 << self._bits) - 1)


def _keys_of(chunks: Chunks) -> tuple[Words, Words]:
    """The bytes of each piece as two numbers; the first is 0 for a piece that is too long, and for no other."""
    data = np.ndarray(len(chunks.data) - _BYTES + 1, dtype="<u8", buffer=chunks.data, strides=(1,))
    lengths = chunks.ends - chunks.starts
    low = data[chunks.starts] & _KEPT[np.minimum(lengths, _BYTES)]
    high = data[chunks.starts + _BYTES] & _KEPT[np.clip(lengths - _BYTES, 0, _BYTES)]
    low[lengths > _LONGEST] = 0
    return low.astype(np.uint64, copy=False), high.astype(np.uint64, copy=False)
