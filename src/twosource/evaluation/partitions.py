"""How well articles were put into groups: B-cubed, pairs, and the adjusted Rand index.

An article that the answer does not name stands alone. All figures are shares of 1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import NamedTuple

from twosource.evaluation.metric import f1, ratio

Partition = Mapping[str, Hashable]
"""Article -> the group it is in."""


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return f1(self.precision, self.recall)


def score_b_cubed(gold: Partition, found: Partition, only: Collection[str] | None = None) -> Score:
    """B-cubed: for each article, how much of its found group is right and how much of its gold group was found.

    `only` limits the articles that are averaged over, not the groups they are judged in: with the articles of gold
    groups of two or more it is multi-article B-cubed, which the many articles that stand alone cannot lift.

    >>> score_b_cubed({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}).recall
    1.0
    """
    return _average([share for a, share in _shares(gold, found).items() if only is None or a in only])


def score_pairs(gold: Partition, found: Partition) -> Score:
    """Of the pairs put together those that belong together, and of those that belong together those put so."""
    together, right, wanted, _ = _count_pairs(gold, found)
    return Score(ratio(right, together), ratio(right, wanted))


def score_rand(gold: Partition, found: Partition) -> float:
    """The adjusted Rand index: 1 for the same partition, 0 for what chance would give.

    >>> score_rand({"a": 1, "b": 1, "c": 2}, {"a": 5, "b": 5, "c": 7})
    1.0
    """
    together, right, wanted, possible = _count_pairs(gold, found)
    expected = ratio(together * wanted, possible)
    highest = (together + wanted) / 2
    return (right - expected) / (highest - expected) if highest != expected else 1.0


def articles_in_multiple(gold: Partition) -> set[str]:
    """The articles whose gold group has two or more."""
    size = Counter(gold.values())
    return {a for a, group in gold.items() if size[group] > 1}


def by_group(gold: Partition) -> list[list[str]]:
    """The gold groups, each a list of its articles: the units that are drawn again in a bootstrap."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for article, group in gold.items():
        groups[group].append(article)
    return list(groups.values())


def b_cubed_of_draws(gold: Partition, found: Partition) -> Callable[[Collection[list[str]]], float]:
    """For `bootstrap`: the B-cubed F1 over drawn gold groups, each article judged in the whole partition."""
    shares = _shares(gold, found)
    return lambda groups: _average([shares[a] for group in groups for a in group]).f1


def _shares(gold: Partition, found: Partition) -> dict[str, Score]:
    """For each article: how much of its found group is right, and how much of its gold group was found."""
    answer = _complete(gold, found)
    gold_size, found_size = Counter(gold.values()), Counter(answer.values())
    shared = Counter((gold[a], answer[a]) for a in gold)
    both = {a: shared[gold[a], answer[a]] for a in gold}
    return {a: Score(both[a] / found_size[answer[a]], both[a] / gold_size[gold[a]]) for a in gold}


def _average(shares: Collection[Score]) -> Score:
    precision, recall = sum(s.precision for s in shares), sum(s.recall for s in shares)
    return Score(ratio(precision, len(shares)), ratio(recall, len(shares)))


def _complete(gold: Partition, found: Partition) -> dict[str, Hashable]:
    return {a: found.get(a, ("alone", a)) for a in gold}


def _count_pairs(gold: Partition, found: Partition) -> tuple[int, int, int, int]:
    answer = _complete(gold, found)
    together = sum(map(_pairs_in, Counter(answer.values()).values()))
    right = sum(map(_pairs_in, Counter((gold[a], answer[a]) for a in gold).values()))
    wanted = sum(map(_pairs_in, Counter(gold.values()).values()))
    return together, right, wanted, _pairs_in(len(gold))


def _pairs_in(size: int) -> int:
    return size * (size - 1) // 2
