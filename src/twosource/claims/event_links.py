"""Which event words of one story name the same event: scored pair by pair, then clustered by average score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.claims.event_mentions import Mention, find_event_mentions, load_weights
from twosource.claims.event_pairs import pair_features
from twosource.model import Reading, Span

Scores = npt.NDArray[np.float64]

# Points of CoNLL F1 that other values lose, on folds of the training topics of ECB+:
SHOWN = 0.35  # score from which a word is laid beside others; .3 loses .4, .4 loses .3
_ALONE = 0.5  # and from which a word stands as an event that no other names; .4 and .6 lose .2
_LINK = 0.4  # average score from which two groups are one; .35 loses .4, .5 loses .2, .45 loses .3 or gains .2


def align_events(readings: Sequence[Reading], *, within: Sequence[Span] | None = None) -> tuple[tuple[Span, ...], ...]:
    """The events that the articles of one story tell of, each as the words that name it.

    Needs `reading.syntax`, and `reading.entities` for who takes part; with `within`, words elsewhere are left out.
    Policy: two words are one event by what they mean (one word, one sense, near in meaning), by who takes part in which
    role, by the words around them, and by how many articles have them; a word that everybody uses of everything
    ("say", "make") needs more. A word that meets no other must be an event by its own looks. Groups are in order of
    their first word.
    """
    ordered = sorted(readings, key=lambda r: r.article.id)
    mentions = find_event_mentions(ordered, within, least=SHOWN)
    groups = [[mentions[i] for i in sorted(group)] for group in cluster(score_pairs(mentions), _LINK)]
    kept = [group for group in groups if len(group) > 1 or group[0].score >= _ALONE]
    return tuple(tuple(m.span for m in group) for group in kept)


def score_pairs(mentions: Sequence[Mention], weights: Mapping[str, float] | None = None) -> Scores:
    """For each two mentions how surely they name one event, 0..1; -1 on the diagonal."""
    if not mentions:
        return np.zeros((0, 0))
    known = load_weights()["links"] if weights is None else weights
    total = np.zeros((len(mentions), len(mentions)))
    for name, values in pair_features(mentions).items():
        total += known.get(name, 0.0) * values
    scores: Scores = np.round(1 / (1 + np.exp(-total)), 6)  # rounded, so that no machine rounds otherwise
    np.fill_diagonal(scores, -1.0)
    return scores


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
