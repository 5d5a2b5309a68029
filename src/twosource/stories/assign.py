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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import inf, log, log1p
from operator import mul
from typing import NamedTuple

from twosource.stories.weights import JOIN_FEATURES, Weights

_GAP_CAP = 4.0  # as log(1 + days): beyond 54 days more distance says no more


class Link(NamedTuple):
    """What is known of the pairs between two groups: `compared` of them were compared."""

    total: float
    best: float
    worst: float
    compared: int


Pair = tuple[int, int, float]
"""Two articles by their places, the later one second, and the log-odds that they are on one event."""


@dataclass(slots=True)
class Group:
    """A story in the making. `key` is its smallest place and never changes except by a merge."""

    key: int
    places: list[int]
    first: int | None
    last: int | None
    settled: bool = False
    links: dict[int, Link] = field(default_factory=dict)
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

    def worth_asking(self, *, dated: bool) -> float:
        """The log-odds that the most alike pair of two groups must have: below it nothing else could join them.

        A bound, not a rule: no mean is above the best, no cover above 1, nothing below `unseen`. `dated` says that
        both groups have a date.
        """
        w = dict(zip(JOIN_FEATURES, self.weights.join, strict=True))
        rising = ("best", "mean", "known", "worst")
        slope = sum(max(w[name], 0.0) for name in rising)
        if self.observe is not None or slope <= 0 or w["smaller"] > 0 or w["larger"] > 0:
            return -inf
        most = sum(min(w[name], 0.0) * self.weights.unseen for name in rising)
        most += max(w["cover"], 0.0) + max(w["gap"], 0.0) * _GAP_CAP + (0.0 if dated else max(w["undated"], 0.0))
        return (self.threshold - self.weights.join_bias - most) / slope


def join_features(a: Group, b: Group, unseen: float) -> JoinFeatures:
    """The features of `JOIN_FEATURES`, in order."""
    link = a.links[b.key]
    smaller, larger = len(a.places), len(b.places)
    if smaller > larger:
        smaller, larger = larger, smaller
    pairs = smaller * larger
    missing = pairs - link.compared
    gap, undated = _gap(a, b)
    return (
        link.best,
        (link.total + missing * unseen) / pairs,
        link.total / link.compared,
        link.compared / pairs,
        min(link.worst, unseen) if missing else link.worst,
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
    """The live groups by key, the group that each live place is in, and the pairs compared, by their later article."""

    def __init__(self) -> None:
        self.by_key: dict[int, Group] = {}
        self.home: dict[int, int] = {}
        self.days: dict[int, int | None] = {}
        self.scores: dict[int, list[tuple[int, float]]] = {}

    def add(self, place: int, day: int | None) -> None:
        """Start a group of one article."""
        self.by_key[place] = Group(place, [place], day, day)
        self.home[place] = place
        self.days[place] = day
        self.scores[place] = []

    def ending(self, before: int) -> list[Group]:
        """The groups whose last article is older than the day `before`."""
        return [g for g in self.by_key.values() if g.last is not None and g.last < before]

    def close(self, group: Group) -> None:
        """Take out a group."""
        self._unlink(group)
        for place in group.places:
            del self.home[place], self.days[place], self.scores[place]

    def _unlink(self, group: Group) -> None:
        del self.by_key[group.key]
        for other in group.links:
            self.by_key[other].links.pop(group.key)
        group.links.clear()

    def link(self, a: int, b: int, more: Link) -> Link:
        """Add what is known of pairs between two groups; what is now known of all of them."""
        known = self.by_key[a].links.get(b)
        if known is not None:
            more = _add(known, more)
        self.by_key[a].links[b] = self.by_key[b].links[a] = more
        return more

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
                self.link(a, b, Link(score, score, score, 1))

    def _pairs_with(self, group: Group) -> list[Pair]:
        """The pairs of which at least one article is in the group and both are alive."""
        inside, near = set(group.places), [place for key in group.links for place in self.by_key[key].places]
        mine = [(q, p, s) for p in group.places for q, s in self.scores[p] if q in self.home]
        return mine + [(q, p, s) for p in near for q, s in self.scores[p] if q in inside]

    def merge(self, a: int, b: int) -> None:
        """Make group `b` part of group `a`, its links included."""
        kept, gone = self.by_key[a], self.by_key.pop(b)
        del kept.links[b], gone.links[a]
        for other, link in gone.links.items():
            del self.by_key[other].links[b]
            self.link(a, other, link)
        self.home.update(dict.fromkeys(gone.places, a))
        kept.places += gone.places
        kept.settled = kept.settled or gone.settled
        kept.follows = max(kept.follows, gone.follows, key=lambda f: f or (-inf, ""))
        kept.first, kept.last = _span(kept.first, gone.first, min), _span(kept.last, gone.last, max)


Queue = list[tuple[float, int, int, int, int]]


def assign(groups: Groups, pairs: Iterable[Pair], rule: Rule) -> None:
    """Join `groups`, the surest two first, until no join is sure enough."""
    queue: Queue = []
    version: dict[int, int] = {}
    least = rule.worth_asking(dated=False), rule.worth_asking(dated=True)
    for a, b in sorted(_link(groups, pairs, least)):
        _propose(queue, groups.by_key[a], groups.by_key[b], version, rule)
    while queue:
        _, a, b, seen_a, seen_b = heapq.heappop(queue)
        if a not in groups.by_key or b not in groups.by_key:
            continue
        if (version.get(a, 0), version.get(b, 0)) != (seen_a, seen_b):
            continue
        groups.merge(a, b)
        version[a] = seen_a + 1
        joined = groups.by_key[a]
        for other, link in sorted(joined.links.items()):
            if _may_join(joined, groups.by_key[other], link, least):
                _propose(queue, groups.by_key[min(a, other)], groups.by_key[max(a, other)], version, rule)


def _link(groups: Groups, pairs: Iterable[Pair], least: tuple[float, float]) -> set[tuple[int, int]]:
    """Add the pairs to the links of the groups their articles are in; those that gained one and may now be joined."""
    touched: set[tuple[int, int]] = set()
    home, by_key = groups.home, groups.by_key
    for left, right, score in pairs:
        groups.scores[right].append((left, score))
        a, b = home[left], home[right]
        if a == b:
            continue
        link = groups.link(a, b, Link(score, score, score, 1))
        if _may_join(by_key[a], by_key[b], link, least):
            touched.add((a, b) if a < b else (b, a))
    return touched


def _may_join(a: Group, b: Group, link: Link, least: tuple[float, float]) -> bool:
    return link.best >= least[a.last is not None and b.last is not None]


def _add(a: Link, b: Link) -> Link:
    best = max(b.best, a.best)
    return Link(a.total + b.total, best, min(b.worst, a.worst), a.compared + b.compared)


def _propose(queue: Queue, a: Group, b: Group, version: dict[int, int], rule: Rule) -> None:
    score = score_join(a, b, rule)
    needed = rule.threshold + (rule.hysteresis if a.settled and b.settled else 0.0)
    if score > needed:
        heapq.heappush(queue, (-round(score, 4), a.key, b.key, version.get(a.key, 0), version.get(b.key, 0)))


def score_join(a: Group, b: Group, rule: Rule) -> float:
    """The log-odds that two linked groups are one story."""
    features = join_features(a, b, rule.weights.unseen)
    if rule.observe is not None:
        rule.observe(a, b, features)
    score: float = rule.weights.join_bias + sum(map(mul, rule.weights.join, features))
    return score


def _span(a: int | None, b: int | None, choose: Callable[[int, int], int]) -> int | None:
    if a is None or b is None:
        return a if b is None else b
    return choose(a, b)
