"""Whether one article retells another in other words: a small model whose features and weights can be read.

Two reports of one event share names, places and figures. A rewrite shares more: pairs of content words that stand
close together, and the order in which the facts come, because whoever rewrites goes through the text from top to
bottom. Quoted speech is left out: everybody who was there has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import numpy as np

from twosource.lineage.align import Coverage
from twosource.lineage.evidence import Evidence
from twosource.lineage.fingerprint import Hashes, hash_words
from twosource.model import Record
from twosource.text.word_classes import STOPWORDS


class RewriteFeatures(Record, frozen=True, kw_only=True):
    """What the model looks at; shares are of the article that has less of it."""

    word_pairs: float
    """Share of pairs of content words, next to each other or with one between, that the other article has too."""
    order: float
    """How far the facts follow the same order: longest common chain of words that both use once, against chance."""
    chain: float
    """Length of that chain as a share of the different content words."""
    verbatim: float
    """Share of words outside quoted speech that stand in passages of the other article."""
    content_words: int
    """Content words of the shorter article: with few of them, nothing can be said."""


class RewriteWeights(Record, frozen=True, kw_only=True):
    """The weights of the model, in log-odds."""

    # Logistic regression on 38 revised pairs against 38 independent answers (clough_stevenson) and 1,619 reports of
    # one event by different outlets (stories sets) that share less than a tenth of their words outside quotes.
    intercept: float = -6.9
    word_pairs: float = 17.8
    order: float = 0.46
    chain: float = 2.4
    verbatim: float = 13.3
    least_content_words: int = 20


WEIGHTS = RewriteWeights()


def score_rewrite(features: RewriteFeatures, weights: RewriteWeights = WEIGHTS) -> float:
    """The log-odds that one article was made from the other (or both from a third); above 0 means yes."""
    if features.content_words < weights.least_content_words:
        return -np.inf
    return (
        weights.intercept
        + weights.word_pairs * features.word_pairs
        + weights.order * features.order
        + weights.chain * features.chain
        + weights.verbatim * features.verbatim
    )


def measure_rewrite(left: Evidence, right: Evidence, coverage: Coverage | None) -> RewriteFeatures:
    """The features of a pair."""
    ours, theirs = content_stems(left, quoted=False), content_stems(right, quoted=False)
    chain, anchors = _common_chain(ours, theirs)
    different = min(len(np.unique(ours)), len(np.unique(theirs)))
    return RewriteFeatures(
        word_pairs=_containment(pair_words(ours), pair_words(theirs)),
        order=(chain - 2 * anchors**0.5) / max(1.0, anchors**0.5),
        chain=chain / max(1, different),
        verbatim=coverage.most_unquoted if coverage else 0.0,
        content_words=min(len(ours), len(theirs)),
    )


def content_stems(evidence: Evidence, *, quoted: bool) -> Hashes:
    """Stems of the content words in order, with or without quoted speech."""
    content = ~_stop_table()[evidence.stems >> np.uint64(48)]
    stems: Hashes = evidence.stems[content if quoted else content & ~evidence.quoted]
    return stems


def pair_words(stems: Hashes) -> Hashes:
    """Sorted hashes of the unordered pairs of neighbours and of words with one between."""
    if len(stems) < 3:
        return np.empty(0, dtype=np.uint64)
    return np.unique(np.concatenate([stems[:-1] + stems[1:], stems[:-2] + stems[2:]]))


@cache
def _stop_table() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Whether a stem is a function word, by its first 16 bits: one content word in 400 is lost to the short cut."""
    table = np.zeros(1 << 16, dtype=np.bool_)
    table[(hash_words(" ".join(sorted(STOPWORDS))).stems >> np.uint64(48)).astype(np.int64)] = True
    return table


def _containment(ours: Hashes, theirs: Hashes) -> float:
    shared = len(np.intersect1d(ours, theirs, assume_unique=True))
    return shared / max(1, min(len(ours), len(theirs)))


def _common_chain(ours: Hashes, theirs: Hashes) -> tuple[int, int]:
    """Longest chain, in the order of both, of the stems that each uses exactly once; and how many such stems."""
    once, at = _used_once(ours)
    once_there, there = _used_once(theirs)
    _, left, right = np.intersect1d(once, once_there, assume_unique=True, return_indices=True)
    places = there[right][np.argsort(at[left])]
    return _longest_rise(places.tolist()), len(places)


def _used_once(stems: Hashes) -> tuple[Hashes, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    values, first, counts = np.unique(stems, return_index=True, return_counts=True)
    return values[counts == 1], first[counts == 1]


def _longest_rise(places: Sequence[int]) -> int:
    """Length of the longest rising subsequence.

    >>> _longest_rise([3, 1, 2, 5, 4])
    3
    """
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
