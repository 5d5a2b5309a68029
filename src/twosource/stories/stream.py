"""The state of online clustering: what is alive, found and compared, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twosource.stories.assign import Group, Groups, Observer, Pair, Rule, assign
from twosource.stories.compare import compare_rows
from twosource.stories.index import Index
from twosource.stories.options import StoryOptions
from twosource.stories.profile import Profile
from twosource.stories.rarity import Rarity
from twosource.stories.rows import Floats, Row, make_rows
from twosource.stories.weights import Weights, load_weights

_CANDIDATES = 10  # live articles compared with a new one; of 828 true pairs of 2015 8 met 690 and 12 met 702
_BATCH = 128  # articles compared in one go: bounds scratch memory, about 6 MB
_TIDY_EVERY = 8  # windows between two clearings of terms that nothing alive uses


@dataclass(frozen=True, slots=True)
class Compared:
    """An article by its place, the places it was compared with, and a line of features for each."""

    place: int
    others: tuple[int, ...]
    features: Floats


class StoryStream:
    """Takes windows of articles in order of time and holds the live stories.

    Articles without a date are a window of their own before all others and never expire: any later article can find
    them. What is held grows with live articles and stories, not with what has been read in all.
    """

    def __init__(
        self, options: StoryOptions, *, weights: Weights | None = None, observe: Observer | None = None
    ) -> None:
        self._weights = weights or load_weights()
        self._live_days = options.live_days
        self._rule = Rule(
            weights=self._weights,
            threshold=options.strictness,
            hysteresis=options.hysteresis,
            observe=observe,
        )
        self._rarity = Rarity()
        self._dated, self._undated = Index(), Index()
        self._rows: dict[int, Row] = {}
        self._names: dict[int, str] = {}
        self._oldest = self._next = self._window_start = self._windows = 0
        self._table = np.full(0, -1, dtype=np.int32)
        self._groups = Groups()

    def article_at(self, place: int) -> str:
        """The article at a place of a live story."""
        return self._names[place]

    def compare_window(self, profiles: Sequence[Profile], *, day: int | None) -> list[Compared]:
        """Read one window, and compare each article in it with the live ones it may belong to.

        The order of `profiles` never matters: they are read in order of id.
        """
        ordered = sorted(profiles, key=lambda p: (p.day or 0, p.article))
        index = self._undated if day is None else self._dated
        self._window_start = self._next
        numbers = self._rarity.read(ordered, day)
        for row in make_rows(ordered, numbers, self._rarity.of(numbers)):
            self._rows[self._next] = row
            self._names[self._next] = row.profile.article
            self._groups.add(self._next, row.profile.day)
            index.add(self._next, row)
            self._next += 1
        if day is None:
            self._oldest = self._next
        return self._compare_all(range(self._window_start, self._next))

    def settle_window(self, compared: Sequence[Compared]) -> None:
        """Join what the comparisons of a window show to belong together."""
        pairs: list[Pair] = []
        for one in compared:
            scores = self._weights.rank(one.features).tolist()
            found = zip(one.others, scores, strict=True)
            pairs += [Pair(other, one.place, score) for other, score in found if score > self._weights.unseen]
        assign(self._groups, pairs, self._rule)
        for place in range(self._window_start, self._next):
            self._groups.by_key[self._groups.home[place]].settled = True

    def add_window(self, profiles: Sequence[Profile], *, day: int | None) -> None:
        """Read one window and settle it."""
        self.settle_window(self.compare_window(profiles, day=day))

    def live_stories(self) -> list[list[str]]:
        """The articles of each story that can still take one."""
        return [self._articles_of(group) for group in self._groups.by_key.values()]

    def expire(self, day: int) -> list[list[str]]:
        """Close the stories whose last article is too old on `day`, return their articles, forget what none needs."""
        groups = self._groups.close(day - self._live_days)
        closed = [[self._names.pop(place) for place in group.places] for group in groups]
        for group in groups:
            for place in group.places:
                self._rows.pop(place, None)
        while self._oldest < self._next and self._is_past(self._oldest, day - self._live_days):
            self._rows.pop(self._oldest, None)
            self._oldest += 1
        self._windows += 1
        if self._windows % _TIDY_EVERY == 0:
            self._dated.drop(self._oldest)
            self._rarity.forget({n for row in self._rows.values() for n in row.numbers.tolist()})
        return closed

    def _is_past(self, place: int, before: int) -> bool:
        row = self._rows.get(place)
        return row is None or (row.profile.day or 0) < before

    def _articles_of(self, group: Group) -> list[str]:
        return [self._names[place] for place in group.places]

    def _compare_all(self, places: range) -> list[Compared]:
        partners = self._find_partners(places)
        if self._rarity.capacity > len(self._table):
            self._table = np.full(self._rarity.capacity, -1, dtype=np.int32)
        ordered = sorted(partners.items())
        compared: list[Compared] = []
        for start in range(0, len(ordered), _BATCH):
            compared += self._compare_batch(ordered[start : start + _BATCH])
        return compared

    def _compare_batch(self, partners: Sequence[tuple[int, list[int]]]) -> list[Compared]:
        rows = [(self._rows[place], [self._rows[other] for other in others]) for place, others in partners]
        lines = np.split(compare_rows(rows, self._table), np.cumsum([len(others) for _, others in partners])[:-1])
        return [Compared(place, tuple(others), line) for (place, others), line in zip(partners, lines, strict=True)]

    def _find_partners(self, places: range) -> dict[int, list[int]]:
        """Place -> earlier places to compare it with, each pair once."""
        partners: dict[int, set[int]] = {}
        for place in places:
            row = self._rows[place]
            found = self._dated.find(row, limit=_CANDIDATES, since=self._oldest, but=place)
            if self._undated:
                found += self._undated.find(row, limit=_CANDIDATES, since=0, but=place)
            for other in found:
                if other not in self._rows:
                    continue
                partners.setdefault(max(place, other), set()).add(min(place, other))
        return {place: sorted(others) for place, others in partners.items()}
