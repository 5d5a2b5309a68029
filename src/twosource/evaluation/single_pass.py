"""The plain way to group articles, to hold ours against: one pass in order of time, TF-IDF cosine with the centroids.

Rarity is counted over all articles beforehand, which an online run could not do. Threshold and days are those of .10,
.15, .20 (and, with 60 days, .25 to .40) and of 60 and 730 days that served the fitted parts of violent_corpus and ECB+
best in multi-article B-cubed, the parts our own weights are fitted on.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from twosource.model import Reading

THRESHOLD = 0.20
_LIVE_DAYS = 730
_KEYS = 20  # strongest terms by which a story is looked for
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")

Vector = Mapping[str, float]


@dataclass
class _Cluster:
    name: str
    last: int | None
    sums: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def likeness(self, vector: Vector) -> float:
        """Cosine with the centroid."""
        length = sqrt(sum(v * v for v in self.sums.values()))
        return sum(value * self.sums.get(term, 0.0) for term, value in vector.items()) / length


def group_in_one_pass(readings: Sequence[Reading], *, threshold: float = THRESHOLD) -> dict[str, str]:
    """Article -> the first article of its group."""
    ordered = sorted(readings, key=_order_of)
    counts = {r.article.id: Counter(_WORD.findall(_text_of(r).lower())) for r in ordered}
    passages = Counter(term for terms in counts.values() for term in terms)
    clusters: list[_Cluster] = []
    holding: dict[str, list[int]] = defaultdict(list)
    home: dict[str, str] = {}
    for reading in ordered:
        name = reading.article.id
        vector = _vector(counts[name], passages, len(ordered))
        keys = sorted(vector, key=lambda term: (-vector[term], term))[:_KEYS]
        near = {at for term in keys for at in holding[term] if _is_live(clusters[at], reading)}
        found = max(((clusters[at].likeness(vector), -at) for at in near), default=(0.0, 0))
        at = -found[1] if found[0] >= threshold else len(clusters)
        if at == len(clusters):
            clusters.append(_Cluster(name, None))
        _put(clusters[at], reading, vector)
        for term in keys:
            if at not in holding[term][-1:]:
                holding[term].append(at)
        home[name] = clusters[at].name
    return home


def _put(cluster: _Cluster, reading: Reading, vector: Vector) -> None:
    cluster.last = _day_of(reading) or cluster.last
    for term, value in vector.items():
        cluster.sums[term] += value


def _vector(counts: Mapping[str, int], passages: Mapping[str, int], articles: int) -> Vector:
    weights = {term: (1 + log(n)) * log((articles + 1) / passages[term]) for term, n in counts.items()}
    length = sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _is_live(cluster: _Cluster, reading: Reading) -> bool:
    day = _day_of(reading)
    return cluster.last is None or day is None or day - cluster.last <= _LIVE_DAYS


def _text_of(reading: Reading) -> str:
    title = reading.article.title
    return f"{title.value if title is not None else ''} {reading.article.text[:3_000]}"


def _day_of(reading: Reading) -> int | None:
    published = reading.article.published
    return None if published is None else published.day.toordinal()


def _order_of(reading: Reading) -> tuple[int, str]:
    return _day_of(reading) or 0, reading.article.id
