"""Which statements of one story say the same: scored pair by pair, then clustered so that no two of a claim clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from twosource.claims.headlines import join_headlines
from twosource.claims.options import DEFAULTS, ClaimOptions
from twosource.claims.pairs import ROUNDING, Pairs, best_scores, find_pairs, hold_terms
from twosource.claims.profile import Profile, clash, profile_of, score_pair
from twosource.model import Statement
from twosource.text.terms import TermWeights

Group = tuple[Statement, ...]


def align_statements(statements: Sequence[Statement], *, options: ClaimOptions = DEFAULTS) -> tuple[Group, ...]:
    """The claims of one story as groups of statements: a partition, whatever the order of the input.

    Policy: two statements meet only over a word that few statements of the story carry; they join when the score is
    high and nothing clashes (another number of the same thing, another date, denial against assertion, "first" against
    "last"). What clashes stays two claims, and a finding lies between them. Groups are in order of their first
    statement by article and place; a statement that meets no other is a group of its own.
    """
    unique = sorted({s.id: s for s in statements}.values(), key=lambda s: (s.span.article, s.span.start, s.id))
    profiles = [profile_of(s) for s in unique]
    weights = TermWeights.among(p.terms for p in profiles)
    holders = hold_terms(profiles)
    pairs = find_pairs(profiles, holders, weights, options.max_shared)
    clusters = _cluster(_Scores([s.id for s in unique], profiles, pairs), options.link_score)
    joined = join_headlines(clusters, unique, profiles, holders, weights)
    return tuple(tuple(unique[place] for place in group) for group in joined)


@dataclass(frozen=True)
class _Scores:
    """How surely two statements say the same, and whether they clash, worked out once for those that are asked for."""

    ids: Sequence[str]
    profiles: Sequence[Profile]
    pairs: Pairs
    _scores: dict[int, float] = field(default_factory=dict, repr=False)
    _clashes: dict[int, bool] = field(default_factory=dict, repr=False)

    @cached_property
    def overlaps(self) -> dict[int, float]:
        """The overlap of each pair."""
        return self.pairs.by_code(len(self.ids))

    def between(self, a: int, b: int) -> float:
        """The score of two statements, in any order; of two that are no pair 0."""
        code = self._code(a, b)
        known = self._scores.get(code)
        if known is None:
            overlap = self.overlaps.get(code)
            first, second = divmod(code, len(self.ids))
            known = 0.0 if overlap is None else score_pair(self.profiles[first], self.profiles[second], overlap)
            self._scores[code] = known
        return known

    def clash(self, a: int, b: int) -> bool:
        """Whether two statements, in any order, must not be one claim."""
        code = self._code(a, b)
        known = self._clashes.get(code)
        if known is None:
            known = self._clashes[code] = clash(self.profiles[a], self.profiles[b])
        return known

    def _code(self, a: int, b: int) -> int:
        return a * len(self.ids) + b if a < b else b * len(self.ids) + a

    def links(self, least: float) -> Iterator[tuple[float, int, int]]:
        """Every pair that scores no less than `least`, the lower id first; most cannot, whatever their slots are."""
        likely = self.pairs.chosen(best_scores(self.profiles, self.pairs) >= least - ROUNDING)
        for a, b in zip(likely.first.tolist(), likely.second.tolist(), strict=True):
            score = self.between(a, b)
            if score >= least:
                yield (score, a, b) if self.ids[a] < self.ids[b] else (score, b, a)


def _cluster(scores: _Scores, link_score: float) -> list[list[int]]:
    """Best links first; a merge needs the average score of all pairs across and no clash between any two."""
    ids = scores.ids
    members = {place: [place] for place in range(len(ids))}
    home = list(range(len(ids)))
    for _, a, b in sorted(scores.links(link_score), key=lambda link: (-link[0], ids[link[1]], ids[link[2]])):
        left, right = home[a], home[b]
        if left != right and _may_merge(members[left], members[right], scores, link_score):
            for place in members[right]:
                home[place] = left
            members[left] += members.pop(right)
    return sorted(sorted(group) for group in members.values())


_ACROSS_SHARE = 0.7  # a chain of paraphrases may thin out a little, not drift to another claim


def _may_merge(left: Sequence[int], right: Sequence[int], scores: _Scores, link_score: float) -> bool:
    if any(scores.clash(a, b) for a in left for b in right):
        return False
    across = [scores.between(a, b) for a in left for b in right]
    return sum(across) / len(across) >= _ACROSS_SHARE * link_score
