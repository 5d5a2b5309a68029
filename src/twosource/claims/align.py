"""Which statements of one story say the same: scored pair by pair, then clustered so that no two of a claim clash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from twosource.claims.options import DEFAULTS, ClaimOptions
from twosource.claims.profile import Profile, are_apart, clash, profile_of, score_pair
from twosource.model import Role, Statement
from twosource.text.terms import TermWeights

_SHARED_TERMS = 2  # one shared word is a topic

Group = tuple[Statement, ...]


def align_statements(statements: Sequence[Statement], *, options: ClaimOptions = DEFAULTS) -> tuple[Group, ...]:
    """The claims of one story as groups of statements: a partition, whatever the order of the input.

    Policy: two statements meet only over a word that few statements of the story carry; they join when the score is
    high and nothing clashes (another number of the same thing, another date, denial against assertion, "first" against
    "last"). What clashes stays two claims, and a finding lies between them. Groups are in order of their first
    statement by article and place; a statement that meets no other is a group of its own.
    """
    unique = sorted({s.id: s for s in statements}.values(), key=lambda s: (s.span.article, s.span.start, s.id))
    profiles = {s.id: profile_of(s) for s in unique}
    weights = TermWeights.among(p.terms for p in profiles.values())
    pairs = _candidate_pairs(unique, profiles, options.max_shared)
    scored = {pair: score_pair(profiles[pair[0]], profiles[pair[1]], weights) for pair in pairs}
    return _join_headlines(_cluster(unique, profiles, scored, options.link_score), profiles, weights)


def _candidate_pairs(
    statements: Sequence[Statement], profiles: dict[str, Profile], max_shared: int
) -> set[tuple[str, str]]:
    """Pairs that share two terms, at least one of which is rare enough, and that may be one claim at all."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, statement in enumerate(statements):
        for term in profiles[statement.id].terms:
            holders[term].append(place)
    ids = [s.id for s in statements]
    met = ((ids[i], ids[j]) for i, j in _meetings(list(holders.values()), len(ids), max_shared))
    return {(min(a, b), max(a, b)) for a, b in met if _may_meet(profiles[a], profiles[b])}


def _meetings(buckets: Sequence[Sequence[int]], size: int, most: int) -> Iterable[tuple[int, int]]:
    """Every two of `size` that stand in one bucket of no more than `most`, once."""
    codes = [np.empty(0, dtype=np.int64)]
    for bucket in buckets:
        if 1 < len(bucket) <= most:
            row = np.array(bucket, dtype=np.int64)
            first, second = _two_of(len(row))
            codes.append(row[first] * size + row[second])
    firsts, seconds = np.divmod(np.unique(np.concatenate(codes)), max(1, size))
    return zip(firsts.tolist(), seconds.tolist(), strict=True)


@lru_cache(maxsize=512)
def _two_of(size: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    first, second = np.triu_indices(size, 1)
    return first, second


def _may_meet(left: Profile, right: Profile) -> bool:
    return not are_apart(left, right) and len(left.terms & right.terms) >= _SHARED_TERMS


def _cluster(
    statements: Sequence[Statement],
    profiles: dict[str, Profile],
    scored: dict[tuple[str, str], float],
    link_score: float,
) -> tuple[Group, ...]:
    """Best links first; a merge needs the average score of all pairs across and no clash between any two."""
    members = {s.id: [s.id] for s in statements}
    home = {s.id: s.id for s in statements}
    for (a, b), score in sorted(scored.items(), key=lambda item: (-item[1], item[0])):
        left, right = home[a], home[b]
        if score < link_score or left == right:
            continue
        if _may_merge(members[left], members[right], profiles, scored, link_score):
            members[left] += members.pop(right)
            home.update(dict.fromkeys(members[left], left))
    by_id = {s.id: s for s in statements}
    order = {s.id: place for place, s in enumerate(statements)}
    groups = [tuple(by_id[i] for i in sorted(ids, key=order.__getitem__)) for ids in members.values()]
    return tuple(sorted(groups, key=lambda group: order[group[0].id]))


_ACROSS_SHARE = 0.7  # a chain of paraphrases may thin out a little, not drift to another claim


def _may_merge(
    left: list[str],
    right: list[str],
    profiles: dict[str, Profile],
    scored: dict[tuple[str, str], float],
    link_score: float,
) -> bool:
    scores = []
    for a in left:
        for b in right:
            if clash(profiles[a], profiles[b]):
                return False
            scores.append(scored.get((min(a, b), max(a, b)), 0.0))
    return sum(scores) / len(scores) >= _ACROSS_SHARE * link_score


_REPEATED_SHARE = 0.6  # of a headline's weight: what a sentence of the seeds shares with the headline over it


def _join_headlines(groups: tuple[Group, ...], profiles: dict[str, Profile], weights: TermWeights) -> tuple[Group, ...]:
    """The groups, with each headline that stands alone in the group of the body statement that it shortens."""
    homes = {group[0].id: list(group) for group in groups if not _is_headline(group)}
    alone = []
    for group in groups:
        if not _is_headline(group):
            continue
        home = _home_of(group, homes, profiles, weights)
        if home is None:
            alone.append(group)
        else:
            homes[home] += group
    joined = [tuple(sorted(g, key=_place)) for g in homes.values()]
    return tuple(sorted((*joined, *alone), key=lambda group: _place(group[0])))


def _place(statement: Statement) -> tuple[str, int, str]:
    return (statement.span.article, statement.span.start, statement.id)


def _is_headline(group: Sequence[Statement]) -> bool:
    return all(s.role is Role.HEADLINE for s in group)


def _home_of(
    headlines: Group, homes: dict[str, list[Statement]], profiles: dict[str, Profile], weights: TermWeights
) -> str | None:
    """The group with the statement that holds most of the headlines' words, where that is most of them."""
    best: tuple[float, str] | None = None
    for key, members in homes.items():
        share = max(_held(profiles[h.id], profiles[s.id], weights) for h in headlines for s in members)
        better = share >= _REPEATED_SHARE and (best is None or (-share, key) < best)
        if better and not any(clash(profiles[h.id], profiles[s.id]) for h in headlines for s in members):
            best = (-share, key)
    return best[1] if best else None


def _held(headline: Profile, statement: Profile, weights: TermWeights) -> float:
    whole = weights.of(headline.terms)
    return weights.of(headline.terms & statement.terms) / whole if whole else 0.0
