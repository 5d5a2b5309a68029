"""Fits the two small models of stories: `python training/stories/fit_weights.py DATA_FOLDER`.

Fitted on violent_corpus stories that begin before 2015 and on the ecbplus training topics; 2015 chose between fits. The
models hold no words: their features say how much two articles share and how rare it is, never what.

1. *Ranker*: logistic regression on the pairs that the stream compares. Every article is read three times, whole, cut
   to its first 45 words, and cut and without its date, because briefs and undated texts must work with the same
   weights. Pairs of one ECB+ topic that are two events weigh more in the cut readings, pairs that lie more than a month
   apart weigh less: what is hard to tell apart must count, and time alone must not decide.
2. *Join*: logistic regression on every pair of groups that came up while the stream was run over the same readings,
   with thresholds on both sides of the middle, labelled by the share of their article pairs that belong together. Two
   rounds: the second learns from the groups that the first one makes.

Deterministic: no random numbers, scipy's L-BFGS from zero. Weights are written in plain units with three decimals; the
veto on ordinals ("12th package", "13th package") is set by hand, such pairs being too rare in the sets to be learned.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from twosource.evaluation.gold import read_rows
from twosource.evaluation.stories import parts_of, read_readings
from twosource.model import Reading
from twosource.stories.assign import Group, JoinFeatures
from twosource.stories.compare import FEATURES
from twosource.stories.group import windows_of
from twosource.stories.options import StoryOptions
from twosource.stories.profile import Profile, event_days, profile_of_text, story_text
from twosource.stories.stream import StoryStream
from twosource.stories.weights import JOIN_FEATURES, Weights

Floats = npt.NDArray[np.float64]

TARGET = Path(__file__).parents[2] / "src/twosource/stories/weights.toml"
CUT_WORDS = 45
FAR = 0.3  # weight of two unlike articles more than a month apart
HARD = 6.0  # weight of two unlike articles of one topic, in cut readings
HARD_WHOLE = 1.5  # the same in whole readings
ORDINAL_VETO = -4.0
DENIAL_VETO = -6.0  # none was seen in the sets
UNSEEN = -5.0
THRESHOLDS = (-0.7, 0.3)
ROUNDS = 2
SHIFT = 0.5  # added to the bias of the join; of 0, 0.5, 0.75, 1 and 1.25 the one that served 2015, ECB+ and 5W1H best
LIVE_DAYS = 3_660


@dataclass(frozen=True)
class Run:
    """One set read in one way: its profiles, the story and topic of each article, and how much it weighs."""

    profiles: tuple[Profile, ...]
    story: dict[str, str]
    topic: dict[str, str]
    weight: float
    hard: float


def read_runs(data: Path) -> list[Run]:
    """The fitting parts of both sets, each read in three ways."""
    runs = []
    for name, weight in (("violent_corpus", 1.0), ("ecbplus", 0.25)):
        folder = data / "stories" / name
        story = {str(r["article"]): str(r["story"]) for r in read_rows(folder / "stories.jsonl")}
        topic = {str(r["id"]): str(r.get("topic", r["id"])) for r in read_rows(folder / "articles.jsonl")}
        fit = parts_of(folder, story)["fit"]
        readings = [r for r in read_readings(folder / "articles.jsonl") if r.article.id in fit]
        whole = tuple(_profile(r, words=None, dated=True) for r in readings)
        cut = tuple(_profile(r, words=CUT_WORDS, dated=True) for r in readings)
        undated = tuple(_profile(r, words=CUT_WORDS, dated=False) for r in readings)
        runs.append(Run(whole, story, topic, 2.0 * weight, HARD_WHOLE))
        runs += [Run(profiles, story, topic, 1.5 * weight, HARD) for profiles in (cut, undated)]
    return runs


def _profile(reading: Reading, *, words: int | None, dated: bool) -> Profile:
    title, text = story_text(reading)
    published = reading.article.published
    return profile_of_text(
        reading.article.id,
        title,
        text if words is None else " ".join(text.split()[:words]),
        day=published.day.toordinal() if published is not None and dated else None,
        happened=event_days(reading) if dated else frozenset(),
    )


def fit_logistic(
    features: Floats, labels: Floats, weights: Floats, *, penalty: float, never_above_zero: Sequence[int] = ()
) -> tuple[Floats, float]:
    """Weights and bias in plain units; labels are shares in 0..1; the penalty applies to standardised weights."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = (features - mean) / spread

    def loss(values: Floats) -> tuple[float, Floats]:
        score = scaled @ values[:-1] + values[-1]
        cost = weights @ (np.logaddexp(0.0, score) - labels * score) + penalty * values[:-1] @ values[:-1] / 2
        error = weights * (1 / (1 + np.exp(-score)) - labels)
        return cost, np.r_[scaled.T @ error + penalty * values[:-1], error.sum()]

    start = np.zeros(features.shape[1] + 1)
    bounds = [(None, 0.0 if at in never_above_zero else None) for at in range(len(start))]
    best = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2_000}).x
    plain = best[:-1] / spread
    return plain, float(best[-1] - plain @ mean)


def fit_ranker(runs: Sequence[Run], start: Weights) -> Weights:
    """The weights with the ranker fitted."""
    parts = [part for run in runs for part in _compared_pairs(run, start)]
    features, labels, weights = (np.concatenate([p[i] for p in parts]) for i in range(3))
    pair, bias = fit_logistic(features, labels, weights, penalty=1.0)
    at = FEATURES.index("ordinals")
    pair[at] = min(pair[at], ORDINAL_VETO)
    at = FEATURES.index("denied")
    pair[at] = min(pair[at], DENIAL_VETO)
    return replace(start, pair=pair, pair_bias=bias)


def _compared_pairs(run: Run, weights: Weights) -> Iterator[tuple[Floats, Floats, Floats]]:
    stream = StoryStream(StoryOptions(live_days=LIVE_DAYS), weights=weights)
    for day, window in windows_of(run.profiles, 1, lambda p: p.day):
        found = stream.compare_window(window, day=day)
        ids = [[stream.article_at(place) for place in side.tolist()] for side in found.pairs]
        labels = np.array([float(run.story[a] == run.story[b]) for a, b in zip(*ids, strict=True)])
        same_topic = np.array([run.topic[a] == run.topic[b] for a, b in zip(*ids, strict=True)], dtype=bool)
        far = found.features[:, FEATURES.index("gap")] > np.log1p(30)
        cost = np.where(same_topic, run.hard, 1.0) * np.where(far, FAR, 1.0)
        yield found.features, labels, run.weight * np.where(labels == 1, 1.0, cost)


def fit_join(runs: Sequence[Run], weights: Weights) -> Weights:
    """The weights with the join fitted to the groups that came up, round after round."""
    seen: list[tuple[JoinFeatures, float, float]] = []
    larger = JOIN_FEATURES.index("larger")  # a large story must never be easier to join than a small one
    for _ in range(ROUNDS):
        for run in runs:
            for threshold in THRESHOLDS:
                seen += _observe(run, weights, threshold)
        features, labels, costs = np.array([s[0] for s in seen]), *np.array([s[1:] for s in seen]).T
        join, bias = fit_logistic(features, labels, costs, penalty=10.0, never_above_zero=(larger,))
        weights = replace(weights, join=tuple(join), join_bias=bias)
    return replace(weights, join_bias=weights.join_bias + SHIFT)


def _observe(run: Run, weights: Weights, threshold: float) -> list[tuple[JoinFeatures, float, float]]:
    seen: list[tuple[JoinFeatures, float, float]] = []
    story: dict[int, str] = {}

    def observe(a: Group, b: Group, features: JoinFeatures) -> None:
        for place in (*a.places, *b.places):
            if place not in story:
                story[place] = run.story[stream.article_at(place)]
        left, right = Counter(story[p] for p in a.places), Counter(story[p] for p in b.places)
        pairs = len(a.places) * len(b.places)
        share = sum(left[name] * right[name] for name in left) / pairs
        seen.append((features, share, pairs**0.5 * run.weight / len(THRESHOLDS)))

    options = StoryOptions(strictness=threshold, live_days=LIVE_DAYS)
    stream = StoryStream(options, weights=weights, observe=observe)
    for day, window in windows_of(run.profiles, options.window_days, lambda p: p.day):
        stream.add_window(window, day=day)
    return seen


def first_weights() -> Weights:
    """Nothing known: pairs are not ranked, and groups are joined by the mean of their pairs."""
    join = tuple(float(name == "mean") for name in JOIN_FEATURES)
    return Weights(pair=np.zeros(len(FEATURES)), pair_bias=0.0, join=join, join_bias=0.7, unseen=UNSEEN)


def write_weights(weights: Weights) -> str:
    """The text of `weights.toml`."""
    lines = [
        "# Made by training/stories/fit_weights.py, which says from what and how. Log-odds for one unit of a feature.",
        "",
        "[pair] # are two articles on one event? the vetoes `ordinals` and `denied` are set by hand",
        f"bias = {weights.pair_bias:.3f}",
        *(f"{name} = {value:.3f}" for name, value in zip(FEATURES, weights.pair, strict=True)),
        "",
        "[join] # are two groups one story? `unseen` is the log-odds of a pair that was not compared",
        f"bias = {weights.join_bias:.3f}",
        f"unseen = {weights.unseen}",
        *(f"{name} = {value:.3f}" for name, value in zip(JOIN_FEATURES, weights.join, strict=True)),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Fit both models and write them."""
    runs = read_runs(Path(sys.argv[1]))
    weights = fit_join(runs, fit_ranker(runs, first_weights()))
    TARGET.write_text(write_weights(weights), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
