"""Whether one article retells another in other words: a small model whose features and weights can be read.

Two reports of one event share names, places and figures. A rewrite shares more: pairs of content words that stand
close together, and the order in which the facts come, because whoever rewrites goes through the text from top to
bottom. Quoted speech is left out: everybody who was there has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import log1p

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
    pairs: float
    """Number of such shared pairs, as log(1 + n): a third of a short text is less than a third of a long one."""
    order: float
    """How far the facts follow the same order: longest common chain of words that both use once, against chance."""
    verbatim: float
    """Share of words that stand in passages of the other article, with or without quoted speech, whichever is less."""
    content_words: int
    """Content words of the shorter article: with few of them, nothing can be said."""


class RewriteWeights(Record, frozen=True, kw_only=True):
    """The weights of the model, in log-odds."""

    # Logistic regression on 38 revised pairs against 38 independent answers (clough_stevenson), the pairs of ten story
    # packs (findings), and 1,545 reports of one event by different outlets (stories sets) that share less than a tenth
    # of their words. The intercept is 0.35 above the fit: 1 in 1,500 of those reports then counts as a rewrite.
    intercept: float = -7.16
    word_pairs: float = 12.48
    pairs: float = 0.43
    order: float = 0.45
    verbatim: float = 10.27
    same_dispatch: float = 5.0
    # Added where both are credited to one agency on one day: what then differs is the edition, not the newsgathering.
    least_content_words: int = 20


WEIGHTS = RewriteWeights()


def score_rewrite(
    features: RewriteFeatures, *, same_dispatch: bool = False, weights: RewriteWeights = WEIGHTS
) -> float:
    """The log-odds that one article was made from the other (or both from a third); above 0 means yes."""
    if features.content_words < weights.least_content_words / (2 if same_dispatch else 1):
        return -np.inf
    return (
        weights.intercept
        + weights.word_pairs * features.word_pairs
        + weights.pairs * features.pairs
        + weights.order * features.order
        + weights.verbatim * features.verbatim
        + weights.same_dispatch * same_dispatch
    )


def measure_rewrite(left: Evidence, right: Evidence, coverage: Coverage | None) -> RewriteFeatures:
    """The features of a pair."""
    ours, theirs = content_stems(left, quoted=False), content_stems(right, quoted=False)
    pairs, there = pair_words(ours), pair_words(theirs)
    shared = len(np.intersect1d(pairs, there, assume_unique=True))
    chain, anchors = _common_chain(ours, theirs)
    return RewriteFeatures(
        word_pairs=shared / max(1, min(len(pairs), len(there))),
        pairs=log1p(shared),
        order=(chain - 2 * anchors**0.5) / max(1.0, anchors**0.5),
        verbatim=min(coverage.most, coverage.most_unquoted) if coverage else 0.0,
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
