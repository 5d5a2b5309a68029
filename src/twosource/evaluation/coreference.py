"""How well mentions were put into chains: MUC, B-cubed and entity CEAF, and their mean, as the CoNLL tasks score.

Mentions may be predicted: one that only the answer has counts against precision, one that only the gold has against
recall. Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005; definitions of the reference scorer (Pradhan et al. 2014).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.errors import ModelMissing
from twosource.evaluation.metric import ratio
from twosource.evaluation.partitions import Score

Chains = Mapping[Hashable, Hashable]
"""Mention -> the chain it is in. A mention is whatever makes it the same on both sides: article and place."""
Tally = tuple[float, ...]
"""Sums that add up over parts, by twos, what is right and all: of MUC, B-cubed and CEAF precision and recall."""


def score_muc(gold: Chains, found: Chains) -> Score:
    """Of the links that hold chains together, the share that the other side has; a chain of one has none.

    >>> score_muc({"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 2})
    Score(precision=1.0, recall=0.5)
    """
    return Score(ratio(*_links(found, gold)), ratio(*_links(gold, found)))


def _links(chains: Chains, others: Chains) -> tuple[int, int]:
    """Links of `chains` that `others` leave whole, and all of them; a mention that they lack is a part of its own."""
    kept = possible = 0
    for members in _groups(chains):
        parts = {("in", others[m]) if m in others else ("alone", m) for m in members}
        kept += len(members) - len(parts)
        possible += len(members) - 1
    return kept, possible


def score_mentions_b_cubed(gold: Chains, found: Chains) -> Score:
    """For each mention the share of its chain that is right, averaged over the mentions of either side.

    >>> score_mentions_b_cubed({"a": 1, "b": 1}, {"a": 1, "b": 1, "c": 1}).recall
    1.0
    """
    return Score(ratio(*_shares(found, gold)), ratio(*_shares(gold, found)))


def _shares(chains: Chains, others: Chains) -> tuple[float, int]:
    """The sum over mentions of the right share of their chain, and how many mentions there are."""
    total = 0.0
    for members in _groups(chains):
        shared = Counter(others[m] for m in members if m in others)
        total += sum(n * n for n in shared.values()) / len(members)
    return total, len(chains)


def score_ceaf(gold: Chains, found: Chains) -> Score:
    """The best one-to-one pairing of chains, each pair worth twice what it shares over what it holds (phi 4).

    >>> score_ceaf({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 2})
    Score(precision=1.0, recall=1.0)
    """
    best, theirs, _, ours = _paired(gold, found)
    return Score(ratio(best, theirs), ratio(best, ours))


def _paired(gold: Chains, found: Chains) -> tuple[float, int, float, int]:
    """What the best pairing is worth beside how many chains were found, and beside how many are in the gold."""
    ours, theirs = _groups(gold), _groups(found)
    place = {m: i for i, members in enumerate(theirs) for m in members}
    likeness = np.zeros((len(ours), len(theirs)))
    for i, members in enumerate(ours):
        for j, shared in Counter(place[m] for m in members if m in place).items():
            likeness[i, j] = 2 * shared / (len(members) + len(theirs[j]))
    best = _best_pairing(likeness)
    return best, len(theirs), best, len(ours)


def _best_pairing(likeness: npt.NDArray[np.float64]) -> float:
    """The most that pairs of a row and a column, each used once, are worth. Raises `ModelMissing` without scipy."""
    try:
        from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - only evaluation needs it
    except ImportError as error:
        message = "scipy is not installed: pip install 'twosource[dev]'"
        raise ModelMissing(message, stage="evaluation", record="alignment") from error
    return float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())


def score_conll(gold: Chains, found: Chains) -> float:
    """The mean F1 of MUC, B-cubed and entity CEAF."""
    return (score_muc(gold, found).f1 + score_mentions_b_cubed(gold, found).f1 + score_ceaf(gold, found).f1) / 3


def tally_chains(gold: Chains, found: Chains) -> Tally:
    """What the CoNLL score is made of, for a part of a set that shares no chain with another part."""
    return (
        *_links(found, gold),
        *_links(gold, found),
        *_shares(found, gold),
        *_shares(gold, found),
        *_paired(gold, found),
    )


def conll_of(parts: Sequence[Tally]) -> float:
    """The mean F1 of MUC, B-cubed and entity CEAF over several parts together.

    >>> gold, found = {"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 1, "c": 1}
    >>> conll_of([tally_chains(gold, found)]) == score_conll(gold, found)
    True
    """
    sums = [sum(column) for column in zip(*parts, strict=True)]
    shares = [ratio(right, whole) for right, whole in zip(sums[::2], sums[1::2], strict=True)]
    return sum(Score(*shares[k : k + 2]).f1 for k in (0, 2, 4)) / 3


def _groups(chains: Chains) -> Sequence[list[Hashable]]:
    groups: dict[Hashable, list[Hashable]] = defaultdict(list)
    for mention, chain in chains.items():
        groups[chain].append(mention)
    return list(groups.values())
