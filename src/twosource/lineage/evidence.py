"""What of an article counts as evidence: its own words, with furniture and captions left out and quotations marked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from twosource.lineage.fingerprint import Hashes, Places, hash_grams, hash_words, sort_unique
from twosource.model import Passage, Reading, Role
from twosource.text.quotes import find_quotes
from twosource.text.word_classes import STOPWORDS

Mask = npt.NDArray[np.bool_]

_NOT_EVIDENCE = (Role.FURNITURE, Role.CAPTION)
_LEAST_WORDS = 20


@dataclass(frozen=True, slots=True)
class UsedOnce:
    """Stems, sorted, and their places among the content words."""

    stems: Hashes
    places: npt.NDArray[np.int64]


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
    def different_grams(self) -> Hashes:
        """The different runs, sorted."""
        ordered = self.sorted_grams
        return ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered

    @cached_property
    def quoted(self) -> Mask:
        """Which words stand in quotation marks."""
        ranges = [(q.start, q.end) for q in find_quotes(self.reading.article.text)]
        return words_in(ranges, self.starts)

    @cached_property
    def content(self) -> Hashes:
        """Stems of the content words outside quoted speech, in order."""
        return self.stems[is_content(self.stems) & ~self.quoted]

    @cached_property
    def word_pairs(self) -> Hashes:
        """The different pairs of content words outside quoted speech, sorted."""
        return sort_unique(pair_words(self.content))

    @cached_property
    def used_once(self) -> UsedOnce:
        """The content words that the article uses exactly once."""
        order = np.argsort(self.content, kind="stable")
        ordered = self.content[order]
        other = np.r_[True, ordered[1:] != ordered[:-1], True] if len(ordered) else np.empty(0, dtype=np.bool_)
        single = other[1:] & other[:-1]
        return UsedOnce(ordered[single], order[single])


def read_evidence(reading: Reading) -> Evidence:
    """The words of `reading` that count.

    Policy: furniture belongs to the site and captions to the picture desk, so neither says where a text came from;
    what an article says twice counts once. An article whose passages are not known counts whole, and so does one of
    which too little would be left to say anything: a brief that looks like a caption is still somebody's words.
    """
    words = hash_words(reading.article.text)
    left_out = [p.span.extent for p in reading.passages if _is_left_out(p)]
    kept = ~words_in(left_out, words.starts) if left_out else None
    if kept is None or kept.sum() < _LEAST_WORDS:
        return Evidence(reading, words.forms, words.stems, words.starts, words.ends)
    return Evidence(reading, words.forms[kept], words.stems[kept], words.starts[kept], words.ends[kept])


def pair_words(stems: Hashes) -> Hashes:
    """Hashes of the unordered pairs of neighbours and of words with one between, in no order."""
    return np.concatenate((stems[:-1] + stems[1:], stems[:-2] + stems[2:]))


def is_content(stems: Hashes) -> Mask:
    """Which stems are no function words, judged by 16 bits of the hash: one content word in 400 is lost by it."""
    content: Mask = _content_table()[stems >> np.uint64(48)]
    return content


@cache
def _content_table() -> Mask:
    table = np.ones(1 << 16, dtype=np.bool_)
    table[hash_words(" ".join(sorted(STOPWORDS))).stems >> np.uint64(48)] = False
    return table


def words_in(ranges: list[tuple[int, int]], starts: Places) -> Mask:
    """Which of the words that start at `starts` begin inside one of the sorted, separate ranges."""
    if not ranges:
        return np.zeros(len(starts), dtype=np.bool_)
    bounds = np.asarray(ranges, dtype=np.int64).ravel()
    inside: Mask = np.searchsorted(bounds, starts, side="right") % 2 == 1
    return inside


def _is_left_out(passage: Passage) -> bool:
    return passage.repeats or passage.role in _NOT_EVIDENCE
