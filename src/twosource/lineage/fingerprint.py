"""Words and runs of words as 64-bit hashes, sampled so that the same runs are kept in every text.

Everything here works on whole arrays, and best on the words of many texts at once. Hashes depend on the words and on
nothing else, so they are the same on every machine and in every run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]

GRAM = 5
"""Words in a run. Shorter runs are stock phrases, longer ones break at the first edit."""
STEM = 5
"""Letters of a word that its stem keeps: "visit", "visited" and "visiting" are one."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FACTOR_TAIL = np.uint64(0xC2B2AE3D27D4EB4F)
_MASKS = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)
"""At n: the low n bytes."""
_STEM_MASKS = _MASKS[: STEM + 1]
_FIRST = np.zeros(1, dtype=np.int64)
_ALL = np.uint64(2**64 - 1)
_PAD = b" " * 24
_SPACE = 32
_KEPT = b"abcdefghijklmnopqrstuvwxyz0123456789"
_TABLE = bytes(b if b in _KEPT or b >= 128 else b + 32 if 65 <= b <= 90 else _SPACE for b in range(256))
_PUNCTUATION = re.compile("[\x80-\xbf\u2000-\u207f\u3000-\u303f\ufeff]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as hashes, the hashes of their stems, and where they stand (characters, half-open)."""

    forms: Hashes
    stems: Hashes
    starts: Places
    ends: Places


def hash_words(text: str) -> Words:
    """Every word of `text` in order; letters and digits make words, everything else parts them.

    Policy: case and punctuation do not count, digits do: two weekly reports that differ in their figures differ here.
    Of a word longer than 16 bytes the first 16 and the length count.

    >>> words = hash_words("Kyiv — “Kyiv”, 1,200")
    >>> len(words.forms), bool(words.forms[0] == words.forms[1]), words.starts.tolist()
    (4, True, [0, 8, 15, 17])
    """
    return hash_texts([text])[0]


def hash_texts(texts: Sequence[str]) -> tuple[Words, Offsets]:
    """The words of all `texts`, one text after the other, and the bounds of each text among them.

    The words of text i are those from `bounds[i]` to `bounds[i + 1]`; their offsets are characters of their own text.

    >>> words, bounds = hash_texts(["Kyiv, Odesa", "", "Kyiv"])
    >>> bounds.tolist(), words.starts.tolist(), bool(words.forms[0] == words.forms[2])
    ([0, 2, 2, 3], [0, 6, 0], True)
    """
    forms, stems, starts, ends = _hash_joined(" ".join(texts))
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    bounds = np.searchsorted(starts, begins)
    shift = np.repeat(begins[:-1], np.diff(bounds))
    return Words(forms, stems, (starts - shift).astype(np.int32), (ends - shift).astype(np.int32)), bounds


def _hash_joined(text: str) -> tuple[Hashes, Hashes, Offsets, Offsets]:
    """Hashes of words and stems, first and last characters."""
    spaced = text if text.isascii() else _PUNCTUATION.sub(" ", text)
    data = spaced.encode("utf-8", "surrogatepass")
    letters = data.translate(_TABLE) + _PAD
    inside = np.frombuffer(letters, dtype=np.uint8) != _SPACE
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
    if inside[0]:
        edges = np.concatenate((_FIRST, edges))
    starts, ends = edges[0::2], edges[1::2]
    forms, stems = _hash_letters(letters, starts, ends - starts)
    if len(data) != len(text):
        starts, ends = _to_characters(data, starts, ends)
    return forms, stems, starts, ends


def _hash_letters(letters: bytes, starts: Offsets, lengths: Offsets) -> tuple[Hashes, Hashes]:
    """Hashes of words and stems: the letters read as two 64-bit numbers, of which the word covers the low bytes."""
    eight = np.ndarray((len(letters) - 7,), dtype="<u8", buffer=letters, strides=(1,))
    head = eight[starts]
    forms = (head & _MASKS.take(lengths, mode="clip")) * _FACTOR
    forms += lengths.astype(np.uint64)
    long = (lengths > 8).nonzero()[0]
    tail = eight[starts[long] + 8] & _MASKS.take(lengths[long] - 8, mode="clip")
    forms[long] += tail * _FACTOR_TAIL
    head &= _STEM_MASKS.take(lengths, mode="clip")
    head *= _FACTOR
    return _mix(forms), _mix(head)


def hash_grams(forms: Hashes) -> Hashes:
    """One hash for each run of `GRAM` words; none for a shorter text.

    >>> len(hash_grams(hash_words("one two three four five six").forms))
    2
    """
    count = len(forms) - GRAM + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = forms[:count].copy()
    for step in range(1, GRAM):
        total *= _FACTOR
        total += forms[step : step + count]
    return _mix(total)


def find_grams(forms: Hashes, owners: Offsets) -> tuple[Hashes, Offsets]:
    """The runs of `GRAM` words that lie in one text, and the first word of each; word i belongs to text `owners[i]`.

    >>> words, bounds = hash_texts(["one two three four five six", "seven"])
    >>> find_grams(words.forms, owners_of(bounds))[1].tolist()
    [0, 1]
    """
    reach = GRAM - 1
    begins = (owners[reach:] == owners[:-reach]).nonzero()[0]
    return hash_grams(forms)[begins], begins


def find_word_pairs(stems: Hashes, owners: Offsets) -> tuple[Hashes, Offsets]:
    """The unordered pairs of neighbours and of words with one between, in no order, and the text of each pair."""
    hashes = np.concatenate([stems[step:] + stems[:-step] for step in (1, 2)])
    within = np.concatenate([owners[step:] == owners[:-step] for step in (1, 2)]).nonzero()[0]
    return hashes[within], np.concatenate((owners[1:], owners[2:]))[within]


def owners_of(bounds: Offsets) -> Offsets:
    """For each value the number of the text it belongs to; the values of text i lie from bounds[i] to bounds[i + 1].

    >>> owners_of(np.array([0, 2, 2, 3])).tolist()
    [0, 0, 2]
    """
    return np.repeat(np.arange(len(bounds) - 1), np.diff(bounds))


def count_word_pairs(sizes: Offsets) -> Offsets:
    """How many such pairs texts of so many words have.

    >>> count_word_pairs(np.array([0, 1, 2, 10])).tolist()
    [0, 0, 1, 17]
    """
    counts: Offsets = np.maximum(0, sizes - 1) + np.maximum(0, sizes - 2)
    return counts


def sample_keys(hashes: Hashes, owners: Offsets, *, sizes: Offsets, share: float, floor: int) -> tuple[Hashes, Offsets]:
    """The hashes that texts are known by, with their texts: a fixed share of all, and all of them in a short text.

    Whether a hash is kept depends on its value and on the length of the text, and a longer text keeps a subset of what
    a shorter one would: two texts that share a run share its key whenever the longer one keeps it. `sizes` says how
    many hashes each text has.

    >>> grams = hash_grams(hash_words(" ".join(map(str, range(1000)))).forms)
    >>> sizes, owners = np.array([len(grams)]), np.zeros(len(grams), dtype=np.int64)
    >>> 200 < len(sample_keys(grams, owners, sizes=sizes, share=0.25, floor=64)[0]) < 300
    True
    """
    rates = np.maximum(share, floor / np.maximum(sizes, 1))
    limits = np.full(len(rates), _ALL)
    limits[rates < 1] = (rates[rates < 1] * 2.0**64).astype(np.uint64)
    kept = (hashes <= limits[owners]).nonzero()[0]
    return hashes[kept], owners[kept]


def _to_characters(data: bytes, starts: Offsets, ends: Offsets) -> tuple[Offsets, Offsets]:
    """Offsets in bytes to offsets in characters."""
    leads = np.zeros(len(data) + 1, dtype=np.int64)
    np.cumsum((np.frombuffer(data, dtype=np.uint8) & 0xC0) != 0x80, out=leads[1:])
    return leads[starts], leads[ends]


def _mix(values: Hashes) -> Hashes:
    """Spread every bit over the whole word (the finaliser of splitmix64)."""
    values ^= values >> np.uint64(30)
    values *= np.uint64(0xBF58476D1CE4E5B9)
    values ^= values >> np.uint64(27)
    values *= np.uint64(0x94D049BB133111EB)
    values ^= values >> np.uint64(31)
    return values
