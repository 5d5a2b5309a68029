"""Which statements of one story say the same: scored pair by pair, then clustered so that no two of a claim clash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.claims.headlines import join_headlines
from twosource.claims.options import DEFAULTS, ClaimOptions
from twosource.claims.pairs import ROUNDING, Pairs, best_scores, find_pairs, hold_terms
from twosource.claims.profile import Profile, clash, profile_of, score_pair
from twosource.model import Statement
from twosource.text.terms import TermWeights

_SHARED_TERMS = 2  # of what is said: one is a name or a topic
_SAID_SHARE = 0.6  # of the overlap of all words; with .4 few fall that share a speaker only, with .75 right ones do

Group = tuple[Statement, ...]


def align_statements(statements: Sequence[Statement], *, options: ClaimOptions = DEFAULTS) -> tuple[Group, ...]:
    """The claims of one story as groups of statements: a partition, whatever the order of the input.

    Policy: two statements meet only over a word that few statements of the story carry; they join when the score is
    high, not for who says them alone, and nothing clashes (another number of the same thing, another date, denial
    against assertion, "first" against "last"). What clashes stays two claims, and a finding lies between them. Groups
    are in order of their first statement by article and place; a statement that meets no other is a group of its own.
    """
    unique = sorted({s.id: s for s in statements}.values(), key=lambda s: (s.span.article, s.span.start, s.id))
    profiles = [profile_of(s) for s in unique]
    weights = TermWeights.among(p.terms for p in profiles)
    holders = hold_terms(profiles)
    pairs = find_pairs(profiles, holders, weights, options.max_shared)
    clusters = _cluster(_Scores([s.id for s in unique], profiles, pairs, weights), options.link_score)
    joined = join_headlines(clusters, unique, profiles, holders, weights)
    return tuple(tuple(unique[place] for place in group) for group in joined)


@dataclass(frozen=True)
class _Scores:
    """How surely two statements say the same, and whether they clash, worked out once for those that are asked for."""

    ids: Sequence[str]
    profiles: Sequence[Profile]
    pairs: Pairs
    weights: TermWeights

    @cached_property
    def known(self) -> list[dict[int, float]]:
        """By statement, its scores that were asked for: a group that has grown is laid beside the others again."""
        return [{} for _ in self.ids]

    @cached_property
    def clashes(self) -> list[dict[int, bool]]:
        """By statement, with which others it clashes and does not."""
        return [{} for _ in self.ids]

    @cached_property
    def overlaps(self) -> dict[int, float]:
        """The overlap of each pair."""
        return self.pairs.by_code(len(self.ids))

    def between(self, a: int, b: int) -> float:
        """The score of two statements, in any order; of two that are no pair 0."""
        known = self.known[a].get(b)
        if known is None:
            first, second = (a, b) if a < b else (b, a)
            overlap = self.overlaps.get(first * len(self.ids) + second)
            known = 0.0 if overlap is None else self._score(self.profiles[first], self.profiles[second], overlap)
            self.known[a][b] = self.known[b][a] = known
        return known

    def _score(self, left: Profile, right: Profile, overlap: float) -> float:
        """The score of a pair; none where the speaker or an address is most of what the two have in common."""
        framed = left.said is not left.terms or right.said is not right.terms
        if framed and left.words != right.words:
            if len(left.said & right.said) < _SHARED_TERMS:
                return 0.0
            if self.weights.overlap(left.said, right.said) < _SAID_SHARE * overlap:
                return 0.0
        return score_pair(left, right, overlap)

    def clash(self, a: int, b: int) -> bool:
        """Whether two statements, in any order, must not be one claim."""
        known = self.clashes[a].get(b)
        if known is None:
            known = clash(self.profiles[a], self.profiles[b])
            self.clashes[a][b] = self.clashes[b][a] = known
        return known

    def do_clash(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Whether any of one group clashes with any of the other."""
        for a in left:
            row = self.clashes[a]
            for b in right:
                if row[b] if b in row else self.clash(a, b):
                    return True
        return False

    def average(self, left: Sequence[int], right: Sequence[int]) -> float:
        """The average score of all pairs across two groups."""
        rows = [(a, self.known[a]) for a in left]
        across = [row[b] if b in row else self.between(a, b) for a, row in rows for b in right]
        return sum(across) / len(across)

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
    return not scores.do_clash(left, right) and scores.average(left, right) >= _ACROSS_SHARE * link_score
