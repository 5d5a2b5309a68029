"""Fits the weights of `claims/event_mentions.py` and `claims/event_links.py` on the training topics of ECB+.

    python training/event_alignment/fit.py DATA/claims/ecbplus_mentions

Prints two tables to be pasted. They hold names of features and numbers, and no word of any text. The development topics
are not read.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from twosource.claims.event_links import SHOWN, pair_features, weigh_words
from twosource.claims.event_mentions import Mention, find_event_mentions
from twosource.evaluation.alignment import read_events
from twosource.evaluation.coreference import Chains

Vector = npt.NDArray[np.float64]


def fit(rows: Sequence[Mapping[str, float]], truth: Sequence[bool], *, penalty: float) -> dict[str, float]:
    """Logistic regression by Newton's method with an L2 penalty."""
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array(truth, dtype=float)
    weights = np.zeros(len(names))
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + penalty * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(names, np.round(weights, 2).tolist(), strict=True))


def fit_mentions(stories: Sequence[Sequence[Mention]], gold: Chains) -> dict[str, float]:
    """Weights that tell words that name an event here from those that do not."""
    mentions = [m for story in stories for m in story]
    return fit([m.features for m in mentions], [_place(m) in gold for m in mentions], penalty=1.0)


def fit_links(stories: Sequence[Sequence[Mention]], gold: Chains) -> dict[str, float]:
    """Weights that tell two words for one event from two events, over words that gold marks."""
    rows: list[Mapping[str, float]] = []
    truth: list[bool] = []
    for story in stories:
        words = weigh_words([m for m in story if m.score >= SHOWN])
        marked = [m for m in story if _place(m) in gold]
        for i, one in enumerate(marked):
            for two in marked[:i]:
                rows.append(pair_features(one, two, words))
                truth.append(gold[_place(one)] == gold[_place(two)])
    return fit(rows, truth, penalty=2.0)


def _place(mention: Mention) -> tuple[str, int, int]:
    return (mention.span.article, mention.span.start, mention.span.end)


def main() -> None:
    """Print both tables."""
    gold, sentences = read_events(Path(sys.argv[1]), development=False)
    stories = [find_event_mentions(spans) for spans in sentences.values()]
    for weights in (fit_mentions(stories, gold), fit_links(stories, gold)):
        print("_WEIGHTS: Mapping[str, float] = {")
        for name, value in weights.items():
            print(f'    "{name}": {value},')
        print("}")


if __name__ == "__main__":
    main()
