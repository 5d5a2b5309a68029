"""Headlines that no other statement has joined: each in the claim of the body statement that it shortens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.claims.pairs import ROUNDING, Holders
from twosource.claims.profile import Profile, clash
from twosource.model import Role, Statement
from twosource.text.terms import TermWeights

_REPEATED_SHARE = 0.6  # of a headline's weight: what a sentence of the seeds shares with the headline over it


def join_headlines(
    groups: Sequence[list[int]],
    statements: Sequence[Statement],
    profiles: Sequence[Profile],
    holders: Holders,
    weights: TermWeights,
) -> list[list[int]]:
    """The groups, with each headline that stands alone in the group of the body statement that it shortens.

    Groups are places of statements, which are in order; so are the groups that come back.
    """
    heads = [group for group in groups if _is_headline(group, statements)]
    bodies = [list(group) for group in groups if not _is_headline(group, statements)]
    ids = [statements[group[0]].id for group in bodies]
    homes = _Homes(groups=bodies, ids=ids, profiles=profiles, holders=holders, weights=weights)
    alone = [group for group in heads if not homes.take_in(group)]
    return sorted(sorted(group) for group in (*bodies, *alone))


def _is_headline(group: Sequence[int], statements: Sequence[Statement]) -> bool:
    return all(statements[place].role is Role.HEADLINE for place in group)


@dataclass(kw_only=True)
class _Homes:
    """The groups that headlines may join, and where each statement of theirs is."""

    groups: Sequence[list[int]]
    ids: Sequence[str]
    """Of the first statement of each group: of two that hold as much the lower one is chosen."""
    profiles: Sequence[Profile]
    holders: Holders
    weights: TermWeights
    home: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.home = {place: number for number, group in enumerate(self.groups) for place in group}

    def take_in(self, headlines: Sequence[int]) -> bool:
        """Whether a group is found that repeats the headlines, and nothing in it clashes with them; it has them now."""
        shares: dict[int, float] = {}
        for head in headlines:
            for place in self._may_hold(head):
                home = self.home[place]
                shares[home] = max(shares.get(home, 0.0), self._held(head, place))
        for home in sorted(shares, key=lambda home: (-shares[home], self.ids[home])):
            if shares[home] >= _REPEATED_SHARE and not self._clashes(headlines, home):
                self.groups[home].extend(headlines)
                self.home.update(dict.fromkeys(headlines, home))
                return True
        return False

    def _may_hold(self, head: int) -> set[int]:
        """The statements that have a word which whoever holds most of a headline's weight cannot do without."""
        terms, found = self.profiles[head].terms, set[int]()
        rest = whole = self.weights.of(terms)
        for term in sorted(terms, key=lambda t: (len(self.holders[t]), t)):
            if rest < _REPEATED_SHARE * whole - ROUNDING:
                break
            found.update(place for place in self.holders[term] if place in self.home)
            rest -= self.weights.weights[term]
        return found

    def _held(self, head: int, place: int) -> float:
        headline, statement = self.profiles[head], self.profiles[place]
        whole = self.weights.of(headline.terms)
        return self.weights.of(headline.terms & statement.terms) / whole if whole else 0.0

    def _clashes(self, headlines: Sequence[int], home: int) -> bool:
        return any(clash(self.profiles[h], self.profiles[s]) for h in headlines for s in self.groups[home])
