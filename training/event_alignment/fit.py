"""Fits `event_weights.toml` of `src/twosource/claims` on the training topics of ECB+.

    python training/event_alignment/fit.py DATA/claims/ecbplus_mentions > src/twosource/claims/event_weights.toml

The tables hold names of features and numbers, and no word of any text. The development topics are not read. Figures of
five folds by topic, from which the thresholds in `event_links.py` were chosen, go to standard error.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from twosource.claims.event_links import SHOWN, cluster, score_pairs
from twosource.claims.event_mentions import Mention, find_event_mentions, weigh
from twosource.claims.event_pairs import pair_features
from twosource.evaluation.alignment import Story, read_events
from twosource.evaluation.coreference import Chains, score_conll

Vector = npt.NDArray[np.float64]
Weights = dict[str, float]
_FOLDS, _FEWEST, _LEAST_WEIGHT, _EVERY = 5, 30, 0.05, 5
_HEADED = ("word", "class", "first sense", "a sense", "wider sense")
"""Pairs that share one of these are all fitted on; of the others that are two events every fifth, five times."""


@dataclass(frozen=True)
class Marked:
    """One story with the chains of its mentions in the gold, None for what gold does not mark."""

    topic: int
    mentions: tuple[Mention, ...]
    chains: tuple[object, ...]


def solve(x: Vector, y: Vector, counts: Vector, penalty: float) -> Vector:
    """Logistic regression by Newton's method with an L2 penalty that spares the first column."""
    weights, penalties = np.zeros(x.shape[1]), np.full(x.shape[1], penalty)
    penalties[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ (counts * (p - y)) + penalties * weights
        curve = (x * (counts * p * (1 - p))[:, None]).T @ x + np.diag(penalties)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def fit_mentions(stories: Sequence[Marked]) -> Weights:
    """Weights that tell words that name an event here from those that do not."""
    rows = [m.features for s in stories for m in s.mentions]
    met = Counter(name for row in rows for name in row)
    names = ["bias", *sorted(name for name, count in met.items() if count >= _FEWEST and name != "bias")]
    x = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    y = np.array([chain is not None for s in stories for chain in s.chains], dtype=float)
    return _rounded(names, solve(x, y, np.ones(len(y)), 10.0))


def _rounded(names: Sequence[str], weights: Vector) -> Weights:
    pairs = zip(names, np.round(weights, 2).tolist(), strict=True)
    return {name: weight for name, weight in pairs if abs(weight) >= _LEAST_WEIGHT}


def scored(stories: Sequence[Marked], weights: Weights) -> list[Marked]:
    """The same stories with mentions scored by these weights, those that alignment looks at."""
    return [_scored(story, weights) for story in stories]


def _scored(story: Marked, weights: Weights) -> Marked:
    scores = [weigh(m.features, weights) for m in story.mentions]
    kept = [i for i, score in enumerate(scores) if score >= SHOWN]
    mentions = tuple(replace(story.mentions[i], score=scores[i]) for i in kept)
    return Marked(story.topic, mentions, tuple(story.chains[i] for i in kept))


def fit_links(stories: Sequence[Marked]) -> Weights:
    """Weights that tell two words for one event from two events, over scored words that gold marks."""
    parts = [rows_of(story) for story in stories if len(story.mentions) > 1]
    names = parts[0][0]
    x, y, counts = (np.concatenate([part[k] for part in parts]) for k in (1, 2, 3))
    return _rounded(names, solve(x, y, counts, 3.0))


def rows_of(story: Marked) -> tuple[list[str], Vector, Vector, Vector]:
    """Names of features, a row a pair, whether it is one event, and how often it counts: less for common words."""
    features = pair_features(story.mentions)
    words = Counter(m.word.lemma for m in story.mentions)
    often = np.array([words[m.word.lemma] for m in story.mentions], dtype=float)
    marked = np.array([chain is not None for chain in story.chains])
    i, j = np.tril_indices(len(marked), -1)
    both = marked[i] & marked[j]
    i, j = i[both], j[both]
    y = np.array([float(story.chains[a] == story.chains[b]) for a, b in zip(i, j, strict=True)])
    telling = (y > 0) | (sum(features[name][i, j] for name in _HEADED) > 0)
    kept = telling | (np.arange(len(y)) % _EVERY == 0)
    counts = np.where(telling, 1.0, float(_EVERY)) * (often[i] * often[j]) ** -0.25
    x = np.stack([values[i, j] for values in features.values()], axis=1)
    return list(features), x[kept].astype(float), y[kept], counts[kept]


def mark(name: str, story: Story, heads: Mapping[object, object]) -> Marked:
    """A story's mentions beside the chains of gold."""
    mentions = tuple(find_event_mentions(story.readings, story.within))
    return Marked(int(name.partition("_")[0]), mentions, tuple(heads.get(m.head) for m in mentions))


def heads_of(gold: Chains, stories: Mapping[str, Story]) -> Iterator[tuple[object, object]]:
    """For each gold mention the article and place of the word that the rest of it hangs on, and its chain."""
    readings = {r.article.id: r for story in stories.values() for r in story.readings}
    for place, chain in gold.items():
        article, start, end = place if isinstance(place, tuple) else ("", 0, 0)
        for sentence in readings[article].syntax:
            inside = [w for w, (a, b) in enumerate(sentence.places) if start <= a and b <= end]
            heads = [w for w in inside if sentence.heads[w] not in inside]
            if heads:
                yield (article, sentence.places[heads[0]][0]), chain
                break


def fit(marked: Sequence[Marked]) -> tuple[Weights, Weights]:
    """Both tables; links see mentions that were scored by weights of other topics."""
    crossed = [s for fold in _folds(marked) for s in scored(fold, fit_mentions([m for m in marked if m not in fold]))]
    return fit_mentions(marked), fit_links(crossed)


def _folds(marked: Sequence[Marked]) -> list[list[Marked]]:
    topics = sorted({s.topic for s in marked})
    return [[s for s in marked if topics.index(s.topic) % _FOLDS == k] for k in range(_FOLDS)]


def check(marked: Sequence[Marked], gold: Chains) -> Iterator[str]:
    """CoNLL F1 of topics that weights were not fitted on, by the thresholds of links and of lone words."""
    scores = []
    for fold in _folds(marked):
        mentions, links = fit([m for m in marked if m not in fold])
        scores += [(s, score_pairs(s.mentions, links)) for s in scored(fold, mentions)]
    yield f"equal words {score_conll(gold, _chains([(s, _by_word(s)) for s, _ in scores], 0)):.4f}"
    for link in (0.3, 0.35, 0.4, 0.45, 0.5):
        groups = [(s, cluster(pairs, link)) for s, pairs in scores]
        figures = (f"alone {a} {score_conll(gold, _chains(groups, a)):.4f}" for a in (0.4, 0.5, 0.6))
        yield f"link {link} {' '.join(figures)}"


def _by_word(story: Marked) -> list[list[int]]:
    words = [m.word.lemma for m in story.mentions]
    return [[i for i, word in enumerate(words) if word == one] for one in dict.fromkeys(words)]


def _chains(groups: Sequence[tuple[Marked, list[list[int]]]], alone: float) -> Chains:
    found: dict[object, object] = {}
    for number, (story, members) in enumerate(groups):
        for group in members:
            spans = [story.mentions[i].span for i in group]
            if len(group) > 1 or story.mentions[group[0]].score >= alone:
                found.update({(s.article, s.start, s.end): (number, group[0]) for s in spans})
    return found


def main() -> None:
    """Print both tables, and how well they do on topics they have not seen."""
    gold, stories = read_events(Path(sys.argv[1]), development=False)
    heads = dict(heads_of(gold, stories))
    marked = [mark(name, story, heads) for name, story in stories.items()]
    print("\n".join(check(marked, gold)), file=sys.stderr)
    print(
        "# Made by training/event_alignment/fit.py, which says from what and how. Log-odds for one unit of a feature."
    )
    for name, weights in zip(("mentions", "links"), fit(marked), strict=True):
        print(f"\n[{name}]", *(f'"{feature}" = {weight}' for feature, weight in weights.items()), sep="\n")


if __name__ == "__main__":
    main()
