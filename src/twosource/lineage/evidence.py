"""What of an article counts as evidence: its own words, with furniture and captions left out and quotations marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from twosource.lineage.fingerprint import Hashes, Offsets, Places, Words, hash_texts, hash_words
from twosource.lineage.statements import find_statements
from twosource.model import Extent, Passage, Reading, Role
from twosource.text.ranges import expand
from twosource.text.word_classes import load_word_classes

Mask = npt.NDArray[np.bool_]

_NOT_EVIDENCE = (Role.FURNITURE, Role.CAPTION)
_LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one article that count, in order, as hashes with their places."""

    reading: Reading
    forms: Hashes
    stems: Hashes
    starts: Places
    ends: Places
    is_content: Mask
    """Which words are no function words."""
    quoted: Mask
    """Which words stand in quotation marks, or are somebody's statement without them."""

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
    content, quoted = is_content(words.stems), _find_quoted(readings, words, bounds)
    found = []
    for reading, begin, end in zip(readings, bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        hashes = words.forms[begin:end].copy(), words.stems[begin:end].copy()  # a view would hold all readings
        places = words.starts[begin:end].copy(), words.ends[begin:end].copy()
        masks = content[begin:end].copy(), quoted[begin:end].copy()
        found.append(Evidence(reading, *hashes, *places, *masks))
    return found


def _find_quoted(readings: Sequence[Reading], words: Words, bounds: Offsets) -> Mask:
    """Which words of the readings begin in somebody's statement."""
    texts = [reading.article.text for reading in readings]
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    said = [
        (begin + start, begin + end)
        for begin, text in zip(begins.tolist(), texts, strict=False)
        for start, end in find_statements(text)
    ]
    return words_in(said, words.starts + np.repeat(begins[:-1], np.diff(bounds)))


def read_words(readings: Sequence[Reading]) -> tuple[Words, Offsets]:
    """The words of the readings that count, and the bounds of each reading among them; see `hash_texts`.

    Policy: furniture belongs to the site and captions to the picture desk, so neither says where a text came from;
    what an article says twice counts once. An article whose passages are not known counts whole, and so does one of
    which too little would be left to say anything: a brief that looks like a caption is still somebody's words.
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
            kept[own] = counts if np.count_nonzero(counts) >= _LEAST_WORDS else True
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


def words_in(ranges: Sequence[Extent], starts: Places | Offsets) -> Mask:
    """Which of the words that start at `starts` begin inside one of the sorted, separate ranges."""
    bounds = np.asarray(ranges, dtype=np.int64).reshape(-1, 2)
    begins, ends = starts.searchsorted(bounds[:, 0]), starts.searchsorted(bounds[:, 1])
    inside = np.zeros(len(starts), dtype=np.bool_)
    inside[expand(begins, ends)[0]] = True
    return inside


def _is_left_out(passage: Passage) -> bool:
    return passage.repeats or passage.role in _NOT_EVIDENCE
