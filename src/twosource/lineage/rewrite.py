"""Whether one article retells another in other words: a small model whose features and weights can be read.

Two reports of one event share names, places and figures. A rewrite shares more: pairs of content words that stand
close together, and the order in which the facts come, because whoever rewrites goes through the text from top to
bottom. Quoted speech is left out: everybody who was there has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import inf, log, log1p

import numpy as np

from twosource.lineage.coverage import Coverage
from twosource.lineage.fingerprint import GRAM
from twosource.lineage.pairs import Facts, Sides, find_single_words
from twosource.model import Record


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
    # packs (findings), and 1,575 reports of one event by different outlets (stories sets) that share less than an
    # eighth of their words; the fit is -7.74. Of 800 judged pairs of one event, 10 independent ones came out above
    # -7.34 and 6 above this.
    intercept: float = -7.8
    word_pairs: float = 12.31
    pairs: float = 0.49
    order: float = 0.40
    verbatim: float = 9.87
    short: float = 2.0
    # Per factor e that the shorter article has fewer content words than `full_content_words`: of the independent
    # pairs that came out as rewrites most were briefs of 39 to 110 content words made from one police statement.
    full_content_words: int = 110
    same_dispatch: float = 5.8
    # Added where both are credited to one agency on one day: what then differs is the edition, not the newsgathering.
    least_content_words: int = 20


WEIGHTS = RewriteWeights()


def score_rewrite(features: RewriteFeatures, *, same_dispatch: bool) -> float:
    """The log-odds that one article was made from the other (or both from a third); above 0 means yes."""
    weights = WEIGHTS
    if features.content_words < weights.least_content_words / (2 if same_dispatch else 1):
        return -inf
    missing = max(0.0, log(weights.full_content_words / features.content_words))
    return (
        weights.intercept
        + weights.word_pairs * features.word_pairs
        + weights.pairs * features.pairs
        + weights.order * features.order
        + weights.verbatim * features.verbatim
        + (weights.same_dispatch if same_dispatch else -weights.short * missing)
    )


def measure_rewrites(sides: Sequence[Sides], coverages: Sequence[Coverage], facts: Facts) -> list[RewriteFeatures]:
    """The features of each pair."""
    verbatim = [min(coverage.most, coverage.most_unquoted) for coverage in coverages]
    return _features(facts, orders=_measure_order(sides), verbatim=verbatim)


def best_cases(sides: Sequence[Sides], facts: Facts, *, runs: Sequence[int]) -> list[RewriteFeatures]:
    """The features if that many shared runs of words lay as far apart as they can, and most facts came in one order.

    It costs a fraction of the whole measurement, and many pairs that share a few keys already fail it.
    """
    smaller = [min(left.size, right.size) for left, right in sides]
    verbatim = [min(1.0, (GRAM - 1) * count / size) for count, size in zip(runs, smaller, strict=True)]
    return _features(facts, orders=[min(3.0, shared**0.5) for shared in facts.shared.tolist()], verbatim=verbatim)


def _features(facts: Facts, *, orders: Sequence[float], verbatim: Sequence[float]) -> list[RewriteFeatures]:
    columns = (facts.shared.tolist(), facts.fewer.tolist(), facts.content.tolist(), orders, verbatim)
    return [
        RewriteFeatures(
            word_pairs=shared / max(1, fewer), pairs=log1p(shared), order=order, verbatim=same, content_words=content
        )
        for shared, fewer, content, order, same in zip(*columns, strict=True)
    ]


def _measure_order(sides: Sequence[Sides]) -> list[float]:
    """For each pair the longest chain, in the order of both, of stems that each uses exactly once, against chance."""
    single = find_single_words(sides)
    cuts = single.numbers.searchsorted(np.arange(len(sides) + 1)).tolist()
    places = single.right.tolist()
    return [_order_of(places[begin:end]) for begin, end in pairwise(cuts)]


def _order_of(places: Sequence[int]) -> float:
    chance: float = len(places) ** 0.5
    return (_longest_rise(places) - 2 * chance) / max(1.0, chance)


def _longest_rise(places: Sequence[int]) -> int:
    """Length of the longest rising subsequence.

    >>> _longest_rise([3, 1, 2, 5, 4])
    3
    """
    tails: list[int] = []
    for place in places:
        if not tails or place > tails[-1]:
            tails.append(place)
        else:
            tails[bisect_left(tails, place)] = place
    return len(tails)
