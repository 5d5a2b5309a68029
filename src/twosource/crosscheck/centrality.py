"""How central a statement is to its story: how much of what other origins say shares its words and is central, too."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from twosource.model import Role, Statement
from twosource.text.terms import groups_in

_ALIKE = 0.1  # cosine from which two statements speak for each other; of 0, .05, .1, .2, .3 best on packs left out
_FOLLOWED = 0.85  # as in LexRank; .5 is as good at the first twelve claims and worse beyond
_STEPS = 60  # after these nothing moves by a millionth
_MOST = 600  # statements of one story that are walked: the ten packs have up to 290, and time grows with the square
_EXACT = 1_000  # words weigh whole thousandths, so that sums are exact and no order of adding tells

Floats = npt.NDArray[np.float64]


def find_central(statements: Sequence[Statement], origins: Mapping[str, str]) -> dict[str, float]:
    """The centrality of each statement by its id, 0..1: a walk over statements that share words, across origins only.

    Policy: statements of one origin do not speak for each other, or a copy would; captions speak, and nothing speaks
    for them. Of a story with very many statements those nearest to the beginning of their articles are walked; the
    others have none. `origins` gives the origin of each article. Source: LexRank (Erkan and Radev, 2004).
    """
    walked = _nearest_to_the_beginning(statements)
    if not walked:
        return {}
    votes = _similarity([groups_in(s.span.quote) for s in walked])
    votes[votes <= _ALIKE] = 0.0
    group = np.unique([origins[s.span.article] for s in walked], return_inverse=True)[1]
    votes[group[:, None] == group[None, :]] = 0.0
    votes[:, [s.role is Role.CAPTION for s in walked]] = 0.0
    ranks = _walk(votes)
    return {s.id: round(float(rank), 6) for s, rank in zip(walked, ranks / ranks.max(), strict=True)}


def places_in_articles(statements: Sequence[Statement]) -> dict[str, int]:
    """How many statements stand before each one in its article, by its id; captions are not counted, nor given."""
    places: dict[str, int] = {}
    before: Counter[str] = Counter()
    for statement in sorted(statements, key=lambda s: (s.span.start, s.span.end, s.id)):
        if statement.role is not Role.CAPTION:
            places[statement.id] = before[statement.span.article]
            before[statement.span.article] += 1
    return places


def _nearest_to_the_beginning(statements: Sequence[Statement]) -> list[Statement]:
    places = places_in_articles(statements)
    ordered = sorted(statements, key=lambda s: (places.get(s.id, _MOST), s.span.article, s.span.start, s.id))
    return ordered[:_MOST]


def _similarity(sets: Sequence[frozenset[str]]) -> Floats:
    """The cosines of sets of words, each word weighted by how rare it is among the sets."""
    counts = Counter(word for words in sets for word in words)
    weight = {word: math.log((1 + len(sets)) / count) for word, count in counts.items()}
    shared = sum_shared(sets, {word: value**2 for word, value in weight.items()})
    lengths = np.sqrt(np.maximum(1.0, np.diagonal(shared)))
    cosines: Floats = shared / (lengths[:, None] * lengths[None, :])
    return cosines


def sum_shared(sets: Sequence[frozenset[str]], weight: Mapping[str, float]) -> Floats:
    """What each two sets share, in thousandths of `weight`: whole numbers, so that no order of adding tells.

    Words in as many sets are added up at once: a product of matrices would be spread over threads that wait for each
    other.
    """
    size = len(sets)
    holders: dict[str, list[int]] = {}
    for row, words in enumerate(sets):
        for word in words:
            holders.setdefault(word, []).append(row)
    held_alike: dict[int, list[str]] = {}
    for word, rows in holders.items():
        held_alike.setdefault(len(rows), []).append(word)
    places, amounts = [np.empty(0, dtype=np.int64)], [np.empty(0)]
    for count, alike in held_alike.items():
        rows_of = np.array([holders[word] for word in alike])
        places.append((rows_of[:, :, None] * size + rows_of[:, None, :]).ravel())
        amounts.append(np.repeat([round(_EXACT * weight[word]) for word in alike], count * count))
    shared = np.bincount(np.concatenate(places), weights=np.concatenate(amounts), minlength=size * size)
    return np.asarray(shared, dtype=np.float64).reshape(size, size)


def _walk(votes: Floats) -> Floats:
    """Where one is who follows votes for ever, and starts anywhere now and then; a row without votes leads anywhere."""
    size = len(votes)
    sums = votes.sum(axis=1)
    lost = sums == 0
    steps = np.ascontiguousarray((votes / np.where(lost, 1.0, sums)[:, None]).T)
    ranks, carried = np.full(size, 1 / size), np.empty_like(steps)
    for _ in range(_STEPS):
        np.multiply(steps, ranks, out=carried)
        ranks = (1 - _FOLLOWED) / size + _FOLLOWED * (carried.sum(axis=1) + ranks[lost].sum() / size)
    return ranks
