"""Join or start new: groups of articles grow into stories, the surest join first.

One window of articles is settled at a time. Every new article starts as a group of its own; a second small model says
of two groups how surely they are one story, from how alike their articles are in pairs:

    best, worst   the log-odds of the most and the least alike pair
    mean          over all pairs, those too unlike to have been compared counted at a low value
    known         over the compared pairs alone
    cover         the share of pairs that were compared
    smaller, larger   logarithm of the sizes: the larger a story, the more a join must show
    gap, undated  days between the two groups, as a logarithm; 1 where one has no date

The surest join is made, the numbers are brought up to date, and so on until none is above the threshold. Nothing
depends on the order in which the articles of a window came. Two stories that were settled in earlier windows are only
joined when they score well above the threshold (hysteresis): a story that readers have seen is not lightly changed.
What became of settled stories afterwards is seen to in `review.py`.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf, log, log1p

from twosource.stories.weights import JOIN_FEATURES, Weights

_FINE = 10_000  # how finely joins are told apart by how sure they are, in one unit of log-odds
_GAP_CAP = 4.0  # as log(1 + days): beyond 54 days more distance says no more


Link = tuple[float, float, float, int]
"""What is known of the pairs between two groups: the sum of their log-odds, the best, the worst, and how many were
compared. A bare tuple, because there are more of them than of all else, and the collector passes over bare tuples."""

Near = Mapping[int, Sequence[tuple[int, float]]]
"""Article -> the earlier ones that it is not quite unlike, and the log-odds that both are on one event."""


@dataclass(slots=True)
class Group:
    """A story in the making. `key` is its smallest place and never changes except by a merge."""

    key: int
    places: list[int]
    first: int | None
    last: int | None
    settled: bool = False
    links: dict[int, Link] = field(default_factory=dict)
    total: float = 0.0
    """The log-odds of the pairs inside it that were compared, summed."""
    compared: int = 0
    """How many those are."""
    merges: int = 0
    checked: int = 1
    """How many articles it had when it was last seen whether they still belong together."""
    follows: tuple[float, str] | None = None
    """The surest join with a story that had ended before, by one of its articles."""


JoinFeatures = tuple[float, ...]
Observer = Callable[[Group, Group, JoinFeatures], None]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When two groups are joined."""

    weights: Weights
    threshold: float
    hysteresis: float
    observe: Observer | None = None

    def worth_asking(self, needed: float, *, dated: bool) -> float:
        """The log-odds that the most alike pair of two groups must have: below it nothing else lifts them to `needed`.

        A bound, not a rule: no mean is above the best, no cover above 1, nothing below `unseen`. `dated` says that
        both groups have a date.
        """
        slope, most, undated = self._bound
        return (needed - most - (0.0 if dated else undated)) / slope if slope > 0 else -inf

    @cached_property
    def _bound(self) -> tuple[float, float, float]:
        """What a join scores at most: a slope times its best pair, what all else adds, and more where one has no date.

        The slope is 0 where there is no such bound, and where every join is to be observed.
        """
        w = dict(zip(JOIN_FEATURES, self.weights.join, strict=True))
        rising = ("best", "mean", "known", "worst")
        slope = sum(max(w[name], 0.0) for name in rising)
        if self.observe is not None or w["smaller"] > 0 or w["larger"] > 0:
            return 0.0, 0.0, 0.0
        most = self.weights.join_bias + sum(min(w[name], 0.0) * self.weights.unseen for name in rising)
        return slope, most + max(w["cover"], 0.0) + max(w["gap"], 0.0) * _GAP_CAP, max(w["undated"], 0.0)


def join_features(a: Group, b: Group, link: Link, unseen: float) -> JoinFeatures:
    """The features of `JOIN_FEATURES`, in order, of two groups and what is known of their pairs."""
    total, best, worst, compared = link
    smaller, larger = len(a.places), len(b.places)
    if smaller > larger:
        smaller, larger = larger, smaller
    pairs = smaller * larger
    missing = pairs - compared
    gap, undated = _gap(a, b)
    return (
        best,
        (total + missing * unseen) / pairs,
        total / compared,
        compared / pairs,
        min(worst, unseen) if missing else worst,
        log(smaller),
        log(larger),
        gap,
        undated,
    )


def _gap(a: Group, b: Group) -> tuple[float, float]:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return 0.0, 1.0
    days = b.first - a.last if b.first > a.last else a.first - b.last
    return (min(log1p(days), _GAP_CAP) if days > 0 else 0.0), 0.0


class Groups:
    """The live groups by key, the group that each live place is in, and the pairs not quite unlike."""

    def __init__(self) -> None:
        self.by_key: dict[int, Group] = {}
        self.home: dict[int, int] = {}
        self.days: dict[int, int | None] = {}
        self.scores: dict[int, Sequence[tuple[int, float]]] = {}

    def add(self, place: int, day: int | None) -> None:
        """Start a group of one article."""
        self.by_key[place] = Group(place, [place], day, day)
        self.home[place] = place
        self.days[place] = day

    def ending(self, before: int) -> list[Group]:
        """The groups whose last article is older than the day `before`."""
        return [g for g in self.by_key.values() if g.last is not None and g.last < before]

    def close(self, group: Group) -> None:
        """Take out a group."""
        self._unlink(group)
        for place in group.places:
            del self.home[place], self.days[place]
            self.scores.pop(place, None)

    def _unlink(self, group: Group) -> None:
        del self.by_key[group.key]
        for other in group.links:
            self.by_key[other].links.pop(group.key)
        group.links.clear()

    def link(self, a: int, b: int, more: Link) -> Link:
        """Add what is known of pairs between two groups; what is now known of all of them."""
        links = self.by_key[a].links
        known = links.get(b)
        links[b] = self.by_key[b].links[a] = link = more if known is None else _add(known, more)
        return link

    def divide(self, group: Group, parts: Sequence[Sequence[int]]) -> None:
        """Make each of `parts` a group of its own in place of `group`."""
        pairs = self._pairs_with(group)
        self._unlink(group)
        for places in parts:
            days = [day for place in places if (day := self.days[place]) is not None]
            key = min(places)
            span = min(days, default=None), max(days, default=None)
            self.by_key[key] = Group(key, list(places), *span, settled=True, checked=len(places))
            self.home.update(dict.fromkeys(places, key))
        for left, right, score in pairs:
            a, b = self.home[left], self.home[right]
            if a != b:
                self.link(a, b, (score, score, score, 1))
            else:
                self.by_key[a].total += score
                self.by_key[a].compared += 1

    def _pairs_with(self, group: Group) -> list[tuple[int, int, float]]:
        """The pairs of which at least one article is in the group and both are alive."""
        inside, near = set(group.places), [place for key in group.links for place in self.by_key[key].places]
        mine = [(q, p, s) for p in group.places for q, s in self.scores.get(p, ()) if q in self.home]
        return mine + [(q, p, s) for p in near for q, s in self.scores.get(p, ()) if q in inside]

    def merge(self, a: int, b: int) -> Group:
        """Make group `b` part of group `a`, its links included; the group that both are now."""
        kept, gone = self.by_key[a], self.by_key.pop(b)
        total, _, _, compared = kept.links.pop(b)
        del gone.links[a]
        for other, link in gone.links.items():
            del self.by_key[other].links[b]
            self.link(a, other, link)
        self.home.update(dict.fromkeys(gone.places, a))
        kept.places += gone.places
        kept.total += gone.total + total
        kept.compared += gone.compared + compared
        kept.merges += 1
        kept.settled = kept.settled or gone.settled
        kept.follows = max(kept.follows, gone.follows, key=lambda f: f or (-inf, ""))
        kept.first, kept.last = _span(kept.first, gone.first, min), _span(kept.last, gone.last, max)
        return kept


def _add(a: Link, b: Link) -> Link:
    """What is known of the pairs of both."""
    total, best, worst, compared = a
    more, better, worse, others = b
    best = best if best > better else better  # noqa: FURB136 - `max` takes three times as long, and pairs are many
    worst = worst if worst < worse else worse  # noqa: FURB136 - so does `min`
    return total + more, best, worst, compared + others


def assign(groups: Groups, near: Near, rule: Rule) -> None:
    """Join `groups`, the surest two first, until no join is sure enough."""
    proposals, by_key = _Proposals(rule), groups.by_key
    least = proposals.least
    for a, b in _link(groups, near, least):
        proposals.offer(by_key[a], by_key[b])
    while (found := proposals.take(groups)) is not None:
        joined = groups.merge(*found)
        for other, (_, best, _, _) in joined.links.items():
            if best >= least:
                proposals.offer(joined, by_key[other])


def _link(groups: Groups, near: Near, least: float) -> dict[tuple[int, int], None]:
    """Add the pairs to the links of the groups their articles are in; those groups that may now be joined."""
    strong: dict[tuple[int, int], None] = {}
    home, link = groups.home, groups.link
    groups.scores.update(near)
    for place, others in near.items():
        a = home[place]
        for other, score in others:
            b = home[other]
            if a != b and link(a, b, (score, score, score, 1))[1] >= least:
                strong[a, b] = None
    return strong


class _Proposals:
    """Joins that are sure enough, the surest first; of as sure ones that of the earlier articles."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._least = tuple(rule.worth_asking(rule.threshold, dated=dated) for dated in (False, True))
        self._queue: list[tuple[int, int, int, int, int]] = []
        self.least = self._least[False]
        """Two groups whose most alike pair has less need not be offered."""

    def offer(self, a: Group, b: Group) -> None:
        """Propose to join two linked groups, if that is sure enough."""
        rule, link = self._rule, a.links[b.key]
        if link[1] < self._least[a.last is not None and b.last is not None]:
            return
        features = join_features(a, b, link, rule.weights.unseen)
        if rule.observe is not None:
            rule.observe(a, b, features)
        score = rule.weights.judge(features)
        if score > rule.threshold + (rule.hysteresis if a.settled and b.settled else 0.0):
            if b.key < a.key:
                a, b = b, a
            heapq.heappush(self._queue, (-round(score * _FINE), a.key, b.key, a.merges, b.merges))

    def take(self, groups: Groups) -> tuple[int, int] | None:
        """The surest of those of which neither group has changed since."""
        while self._queue:
            _, a, b, merges_a, merges_b = heapq.heappop(self._queue)
            first, second = groups.by_key.get(a), groups.by_key.get(b)
            if first is not None and second is not None and (first.merges, second.merges) == (merges_a, merges_b):
                return a, b
        return None


def _span(a: int | None, b: int | None, choose: Callable[[int, int], int]) -> int | None:
    if a is None or b is None:
        return a if b is None else b
    return choose(a, b)
