"""What of an article counts as evidence: its own words, with furniture and captions left out and quotations marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from twosource.lineage.fingerprint import (
    Hashes,
    Offsets,
    Places,
    Words,
    find_grams,
    find_word_pairs,
    hash_texts,
    hash_words,
    owners_of,
)
from twosource.lineage.statements import find_statements
from twosource.model import Extent, Passage, Reading, Role
from twosource.text.ranges import differs, expand
from twosource.text.word_classes import load_word_classes

Mask = npt.NDArray[np.bool_]
_Number = TypeVar("_Number", bound=np.generic)

HASH_BITS = 40
"""Bits of a hash that are compared. Two different words of a pair of articles fall together once in 10 million pairs;
an alignment then looks at the words themselves, and a count is one too high."""
PLACE_BITS = 63 - HASH_BITS
"""Bits for the place of a word in its article."""

_NOT_EVIDENCE = (Role.FURNITURE, Role.CAPTION)
_LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one article that count, as hashes with their places, and what it is compared by."""

    reading: Reading
    forms: Hashes
    """The words in order."""
    starts: Places
    ends: Places
    quoted: Mask
    """Which words stand in quotation marks, or are somebody's statement without them."""
    runs: Hashes
    """Every run of five words with the place of its first one, packed as by `pack_places`."""
    single: Hashes
    """The stems of content words outside quoted speech that occur once, packed in the same way."""
    facts: Hashes
    """The different pairs of such content words, next to each other or with one between, cut to `HASH_BITS`; rising."""
    content: int
    """Content words outside quoted speech."""

    @property
    def size(self) -> int:
        """Words that count."""
        return len(self.forms)


def read_evidence(reading: Reading) -> Evidence:
    """The words of `reading` that count; see `read_evidences`."""
    return read_evidences([reading])[0]


def read_evidences(readings: Sequence[Reading]) -> list[Evidence]:
    """The words of each reading that count, on their own."""
    words, bounds = read_words(readings)
    quoted = _find_quoted(readings, words, bounds)
    own = (is_content(words.stems) & ~quoted).nonzero()[0]
    own_bounds = own.searchsorted(bounds)
    columns = (
        _split(words.forms, bounds),
        _split(words.starts, bounds),
        _split(words.ends, bounds),
        _split(quoted, bounds),
        _find_runs(words.forms, bounds),
        _find_single(words.stems[own], own_bounds),
        _find_facts(words.stems[own], own_bounds),
        np.diff(own_bounds).tolist(),
    )
    return [Evidence(*row) for row in zip(readings, *columns, strict=True)]


def _find_runs(forms: Hashes, bounds: Offsets) -> list[Hashes]:
    """The runs of five words of each text."""
    grams, begins = find_grams(forms, owners_of(bounds))
    return _split(*pack_places(grams, begins, bounds))


def _find_single(stems: Hashes, bounds: Offsets) -> list[Hashes]:
    """The stems that each text has once."""
    packed, bounds = pack_places(stems, np.arange(len(stems)), bounds)
    is_first = differs(packed >> np.uint64(PLACE_BITS))
    is_first[bounds[:-1][bounds[:-1] < len(packed)]] = True
    single = (is_first & np.append(is_first[1:], True)).nonzero()[0]
    return _split(packed[single], single.searchsorted(bounds))


def _find_facts(stems: Hashes, bounds: Offsets) -> list[Hashes]:
    """The different pairs of neighbours and of words with one between of each text."""
    hashes, owners = find_word_pairs(stems, owners_of(bounds))
    packed = hashes >> np.uint64(64 - HASH_BITS)
    packed |= owners.astype(np.uint64) << np.uint64(HASH_BITS)
    packed.sort()
    packed = packed[differs(packed).nonzero()[0]]
    begins = packed.searchsorted(np.arange(len(bounds), dtype=np.uint64) << np.uint64(HASH_BITS))
    return _split(packed & np.uint64((1 << HASH_BITS) - 1), begins)


def pack_places(hashes: Hashes, places: Offsets, bounds: Offsets) -> tuple[Hashes, Offsets]:
    """The hashes of each text, cut to `HASH_BITS` and rising, each with its place in its text below; and their bounds.

    `places` rise; the words of text i lie from bounds[i] to bounds[i + 1].
    """
    cuts = places.searchsorted(bounds)
    packed = hashes >> np.uint64(64 - HASH_BITS)
    packed <<= np.uint64(PLACE_BITS)
    packed |= (places - np.repeat(bounds[:-1], np.diff(cuts))).view(np.uint64)
    for begin, end in pairwise(cuts.tolist()):
        packed[begin:end].sort()
    return packed, cuts


def _split(values: npt.NDArray[_Number], bounds: Offsets) -> list[npt.NDArray[_Number]]:
    """The values of each text on their own: a view would hold those of all texts."""
    return [values[begin:end].copy() for begin, end in pairwise(bounds.tolist())]


def _find_quoted(readings: Sequence[Reading], words: Words, bounds: Offsets) -> Mask:
    """Which words of the readings begin in somebody's statement."""
    texts = [reading.article.text for reading in readings]
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])[:-1]
    said = [find_statements(text) for text in texts]
    ranges = np.array([extent for found in said for extent in found], dtype=np.int64).reshape(-1, 2)
    ranges += np.repeat(begins, [len(found) for found in said])[:, None]
    return words_in(ranges, words.starts + np.repeat(begins, np.diff(bounds)))


def read_words(readings: Sequence[Reading]) -> tuple[Words, Offsets]:
    """The words of the readings that count, and the bounds of each reading among them; see `hash_texts`.

    Policy: furniture belongs to the site and captions to the picture desk, so neither says where a text came from;
    what an article says twice counts once. An article whose passages are not known counts whole. Where too little is
    left to say anything, captions and repeats count too: a brief that looks like a caption is still somebody's words.
    Furniture never does: a page on which nothing but the site's own boxes was found is no copy of another such page.
    """
    return _leave_out(readings, *hash_texts([r.article.text for r in readings]))


def _leave_out(readings: Sequence[Reading], words: Words, bounds: Offsets) -> tuple[Words, Offsets]:
    """The words and bounds that are left without those that do not count."""
    kept = np.ones(len(words.starts), dtype=np.bool_)
    for number, reading in enumerate(readings):
        left_out = [p.span.extent for p in reading.passages if _is_left_out(p)]
        if left_out:
            own = slice(bounds[number], bounds[number + 1])
            counts = ~words_in(left_out, words.starts[own])
            if np.count_nonzero(counts) < _LEAST_WORDS:
                furniture = [p.span.extent for p in reading.passages if p.role is Role.FURNITURE]
                counts = ~words_in(furniture, words.starts[own])
            kept[own] = counts
    if kept.all():
        return words, bounds
    before = np.concatenate(([0], np.cumsum(kept)))
    return Words(words.forms[kept], words.stems[kept], words.starts[kept], words.ends[kept]), before[bounds]


def is_content(stems: Hashes) -> Mask:
    """Which stems are no function words, judged by 16 bits of the hash: one content word in 400 is lost by it."""
    content: Mask = _content_table().take((stems >> np.uint64(48)).view(np.int64))
    return content


@cache
def _content_table() -> Mask:
    table = np.ones(1 << 16, dtype=np.bool_)
    table[hash_words(" ".join(sorted(load_word_classes().stopwords))).stems >> np.uint64(48)] = False
    return table


def words_in(ranges: Sequence[Extent] | Offsets, starts: Places | Offsets) -> Mask:
    """Which of the words that start at `starts` begin inside one of the sorted, separate ranges."""
    bounds = np.asarray(ranges, dtype=np.int64).reshape(-1, 2)
    begins, ends = starts.searchsorted(bounds[:, 0]), starts.searchsorted(bounds[:, 1])
    inside = np.zeros(len(starts), dtype=np.bool_)
    inside[expand(begins, ends)[0]] = True
    return inside


def _is_left_out(passage: Passage) -> bool:
    return passage.repeats or passage.role in _NOT_EVIDENCE
