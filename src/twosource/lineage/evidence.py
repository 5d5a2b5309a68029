"""What of an article counts as evidence: its own words, with furniture and captions left out and quotations marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from twosource.lineage.fingerprint import Hashes, Places, hash_grams, hash_words
from twosource.model import Passage, Reading, Role
from twosource.text.quotes import find_quotes

Mask = npt.NDArray[np.bool_]

_NOT_EVIDENCE = (Role.FURNITURE, Role.CAPTION)


@dataclass(frozen=True)
class Evidence:
    """The words of one article that count, in order, as hashes with their places; the rest is worked out when asked."""

    reading: Reading
    forms: Hashes
    stems: Hashes
    starts: Places
    ends: Places

    @property
    def size(self) -> int:
        """Words that count."""
        return len(self.forms)

    @cached_property
    def grams(self) -> Hashes:
        """One hash for each run of five words."""
        return hash_grams(self.forms)

    @cached_property
    def gram_order(self) -> npt.NDArray[np.int64]:
        """Places of the runs, sorted by hash."""
        return np.argsort(self.grams, kind="stable")

    @cached_property
    def sorted_grams(self) -> Hashes:
        """The runs sorted by hash."""
        return self.grams[self.gram_order]

    @cached_property
    def quoted(self) -> Mask:
        """Which words stand in quotation marks."""
        ranges = [(q.start, q.end) for q in find_quotes(self.reading.article.text)]
        return words_in(ranges, self.starts)


def read_evidence(reading: Reading) -> Evidence:
    """The words of `reading` that count.

    Policy: furniture belongs to the site and captions to the picture desk, so neither says where a text came from;
    what an article says twice counts once. An article whose passages are not known counts whole.
    """
    words = hash_words(reading.article.text)
    left_out = [p.span.extent for p in reading.passages if _is_left_out(p)]
    if not left_out:
        return Evidence(reading, words.forms, words.stems, words.starts, words.ends)
    kept = ~words_in(left_out, words.starts)
    return Evidence(reading, words.forms[kept], words.stems[kept], words.starts[kept], words.ends[kept])


def words_in(ranges: list[tuple[int, int]], starts: Places) -> Mask:
    """Which of the words that start at `starts` begin inside one of the sorted, separate ranges."""
    if not ranges:
        return np.zeros(len(starts), dtype=np.bool_)
    bounds = np.asarray(ranges, dtype=np.int64).ravel()
    inside: Mask = np.searchsorted(bounds, starts, side="right") % 2 == 1
    return inside


def _is_left_out(passage: Passage) -> bool:
    return passage.repeats or passage.role in _NOT_EVIDENCE
