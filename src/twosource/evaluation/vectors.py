"""Sentence vectors: whether close vectors mean like sentences.

SICK: Spearman correlation of cosines with people's judgements of relatedness. MRPC, where the folder of lineage lies
beside: F1 of paraphrases, a threshold on the cosine chosen on the first half of the pairs and scored on the second.
Every sixth pair of SICK and every second of MRPC, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from twosource.annotate.news_model import load_reader
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, measure

SICK, MRPC = "sick", "mrpc"
_SICK_STEP, _MRPC_STEP = 6, 2
_THREADS = 0
_THRESHOLDS = np.linspace(0.2, 1.0, 81)
Judged = tuple[float, float]
"""The cosine of a pair, and what people said of it."""
Floats = npt.NDArray[np.float64]


def evaluate_vectors(data: Path) -> tuple[Metric, ...]:
    """Both figures in percent, with intervals, for those sets that are there; `data` is the folder of claims."""
    found = []
    if (data / SICK).is_dir():
        rows = read_rows(data / SICK / "pairs.jsonl")[::_SICK_STEP]
        related = [(_cosine(row["a"], row["b"]), row["relatedness"]) for row in rows]
        found.append(_metric(SICK, "spearman", related, spearman))
    paraphrases = data.parent / "lineage" / MRPC
    if paraphrases.is_dir():
        rows = read_rows(paraphrases / "pairs.jsonl")[::_MRPC_STEP]
        alike = [(_cosine(row["a"], row["b"]), row["label"]) for row in rows]
        middle = len(alike) // 2
        found.append(_metric(MRPC, "f", alike[middle:], partial(f1_at, best_threshold(alike[:middle]))))
    return tuple(found)


def _metric(dataset: str, name: str, judged: Sequence[Judged], score: Callable[[Sequence[Judged]], float]) -> Metric:
    return measure(score, judged, area="vectors", dataset=dataset, name=name)


def _cosine(left: str, right: str) -> float:
    return float(_vector(left) @ _vector(right))


def _vector(text: str) -> Floats:
    """The vector of a text: the mean of its sentences', at length one."""
    vectors = load_reader(_THREADS).read(text).vectors.astype(np.float64)
    mean = vectors.mean(0)
    found: Floats = mean / np.linalg.norm(mean)
    return found


def spearman(judged: Sequence[Judged]) -> float:
    """The rank correlation in percent; equal values share their mean rank.

    >>> round(spearman([(0.1, 1.0), (0.5, 2.0), (0.9, 3.0)]), 1), round(spearman([(0.9, 1.0), (0.1, 2.0)]), 1)
    (100.0, -100.0)
    """
    ours, theirs = (_ranks(np.array(values)) for values in zip(*judged, strict=True))
    return float(100 * np.corrcoef(ours, theirs)[0, 1])


def _ranks(values: Floats) -> Floats:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    found: Floats = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return found


def best_threshold(judged: Sequence[Judged]) -> float:
    """The cosine from which pairs are called paraphrases with the highest F1, the lowest of equals."""
    return float(max(_THRESHOLDS, key=lambda threshold: f1_at(threshold, judged)))


def f1_at(threshold: float, judged: Sequence[Judged]) -> float:
    """F1 of paraphrases in percent where every pair at or above a cosine is called one.

    >>> f1_at(0.5, [(0.9, 1), (0.6, 0), (0.2, 0), (0.4, 1)])
    50.0
    """
    called = [cosine >= threshold for cosine, _ in judged]
    right = sum(c and label > 0 for c, (_, label) in zip(called, judged, strict=True))
    return 100 * 2 * right / max(1, sum(called) + sum(label > 0 for _, label in judged))
