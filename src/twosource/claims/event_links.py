"""Which event words of one story name the same event: scored pair by pair, then clustered by average score."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.claims.event_mentions import Mention, find_event_mentions
from twosource.model import Span
from twosource.text.terms import TermWeights

Scores = npt.NDArray[np.float64]

_WEIGHTS: Mapping[str, float] = {
    "bias": -2.84,
    "word": 2.38,
    "form": 0.48,
    "class": 3.9,
    "first sense": 2.54,
    "a sense": 2.94,
    "beginning": 0.16,
    "around": 0.98,
    "near": 1.17,
    "names": -0.02,
    "beside": 0.25,
    "one article": 0.14,
    "one sentence": -1.15,
    "word in one article": 0.51,
    "share": 2.09,
    "word and share": 1.61,
    "related and share": 0.68,
    "common": -1.1,
    "word and common": 0.93,
    "speech": -1.54,
    "word of speech": -0.57,
    "word and around": -0.29,
    "word and near": -0.41,
    "word and names": 0.23,
    "related and near": 0.65,
    "unrelated and near": 0.94,
    "unrelated and around": -0.84,
    "unrelated and beside": 1.04,
    "numbers": 0.21,
    "other numbers": -0.16,
    "stands beside": -1.98,
    "shares apart": 1.64,
}
"""Fitted on the training topics of ECB+ by `training/event_alignment/fit.py`; what is not here weighs nothing."""

SHOWN = 0.3  # score from which a word is laid beside others; best of .2, .3, .4 on the training topics
_ALONE = 0.4  # and from which a word stands as an event that no other names; .3 is as good, .5 is not
_LINK = 0.45  # .35 loses .2 points of CoNLL F1 there, .55 nothing


def align_events(
    sentences: Sequence[Span], *, shown: float = SHOWN, alone: float = _ALONE, link: float = _LINK
) -> tuple[tuple[Span, ...], ...]:
    """The events that the sentences of one story tell of, each as the words that name it.

    Policy: two words are one event by what they mean (one word, one class, one sense), by the words and names around
    them, and by how many articles have them; a word that everybody uses of everything ("say", "make") needs more. A
    word that meets no other must be an event by its own looks. Groups are in order of their first word.
    """
    ordered = sorted(set(sentences), key=lambda s: (s.article, s.start, s.end))
    mentions = [m for m in find_event_mentions(ordered) if m.score >= shown]
    scores = score_pairs(mentions)
    groups = [[mentions[i] for i in sorted(group)] for group in cluster(scores, link)]
    kept = [group for group in groups if len(group) > 1 or group[0].score >= alone]
    return tuple(tuple(m.span for m in group) for group in kept)


def score_pairs(mentions: Sequence[Mention]) -> Scores:
    """For each two mentions how surely they name one event, 0..1; -1 on the diagonal."""
    scores = np.full((len(mentions), len(mentions)), -1.0)
    weights = weigh_words(mentions)
    for i, one in enumerate(mentions):
        for j in range(i):
            features = pair_features(one, mentions[j], weights)
            total = sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())
            scores[i, j] = scores[j, i] = 1 / (1 + math.exp(-total))
    return scores


def weigh_words(mentions: Sequence[Mention]) -> TermWeights:
    """How rare each word is among the sentences that hold mentions."""
    sentences = {m.sentence: m.around | {m.group} for m in mentions}
    return TermWeights.among(sentences.values())


def pair_features(one: Mention, two: Mention, weights: TermWeights) -> dict[str, float]:
    """What speaks for one event; names of features are those of weights, none holds a word."""
    same = one.word.lemma == two.word.lemma
    group = not same and one.group == two.group
    first = not same and bool(one.word.first & two.word.first)
    sense = not same and not first and bool(one.word.senses & two.word.senses)
    related = same or group or first or sense
    around, near = _overlap(one.around, two.around, weights), _overlap(one.near, two.near, weights)
    names = len(one.names & two.names) / max(1, min(len(one.names), len(two.names)))
    beside = (one.left is not None and one.left == two.left) + (one.right is not None and one.right == two.right)
    share, common = min(one.share, two.share), max(one.word.commonness, two.word.commonness)
    speech = one.speech or two.speech
    here = one.span.article == two.span.article
    return {
        "bias": 1.0,
        "word": float(same),
        "form": float(one.form == two.form),
        "class": float(group),
        "first sense": float(first),
        "a sense": float(sense),
        "beginning": float(not same and one.word.lemma[:5] == two.word.lemma[:5]),
        "around": around,
        "near": near,
        "names": names,
        "beside": float(beside),
        "one article": float(here),
        "one sentence": float(one.sentence == two.sentence),
        "word in one article": float(same and here),
        "share": share,
        "word and share": share * same,
        "related and share": share * (related and not same),
        "common": common,
        "word and common": common * same,
        "speech": float(speech),
        "word of speech": float(speech and same),
        "word and around": around * same,
        "word and near": near * same,
        "word and names": names * same,
        "related and near": near * (related and not same),
        "unrelated and near": near * (not related),
        "unrelated and around": around * (not related),
        "unrelated and beside": float(beside * (not related)),
        "numbers": float(bool(one.numbers & two.numbers)),
        "other numbers": float(bool(one.numbers) and bool(two.numbers) and not one.numbers & two.numbers),
        "stands beside": float(one.group in two.around or two.group in one.around),
        "shares apart": abs(one.share - two.share),
    }


def _overlap(one: frozenset[str], two: frozenset[str], weights: TermWeights) -> float:
    """The weight that is shared over the geometric mean of both."""
    shared = weights.of(one & two) if one & two else 0.0
    return shared / math.sqrt(weights.of(one) * weights.of(two)) if shared else 0.0


def cluster(scores: Scores, link: float) -> list[list[int]]:
    """Groups of indices: the two groups with the best average score are joined while it reaches `link`.

    >>> cluster(np.array([[-1, 0.9, 0.1], [0.9, -1, 0.2], [0.1, 0.2, -1]]), 0.5)
    [[0, 1], [2]]
    """
    average, groups = scores.copy(), {i: [i] for i in range(len(scores))}
    while len(groups) > 1:
        i, j = sorted(divmod(int(np.argmax(average)), len(average)))
        if average[i, j] < link:
            break
        sizes = len(groups[i]), len(groups[j])
        joined = (average[i] * sizes[0] + average[j] * sizes[1]) / sum(sizes)
        average[i], average[:, i] = joined, joined
        average[i, i] = average[j] = average[:, j] = -1.0
        groups[i] += groups.pop(j)
    return sorted(groups.values())
