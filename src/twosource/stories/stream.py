"""The state of online clustering: what is alive, found and compared, window by window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from twosource.stories.assign import Group, Groups, Near, Observer, Rule, assign
from twosource.stories.compare import FEATURES, Pairs, compare_pairs
from twosource.stories.index import Found, Index
from twosource.stories.options import StoryOptions
from twosource.stories.profile import Profile
from twosource.stories.rarity import Rarity
from twosource.stories.review import find_sequels, split_apart
from twosource.stories.rows import Floats, Keys, choose_keys, weigh
from twosource.stories.runs import starts_of
from twosource.stories.shelf import Shelf
from twosource.stories.tally import tally
from twosource.stories.vocabulary import Vocabulary
from twosource.stories.weights import Weights, load_weights

_BATCH = 256  # articles read or asking in one go: bounds scratch memory
_PAIRS = 2_048  # compared in one go
_TIDY_EVERY = 8  # windows between two clearings of what nothing alive uses


class Compared(NamedTuple):
    """Pairs of articles by their places, and a line of features for each."""

    pairs: Pairs
    features: Floats


class FoundStory(msgspec.Struct, frozen=True, gc=False):
    """The articles of a story, and one of the ended story that it goes on from."""

    articles: tuple[str, ...]
    follows: str | None


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
        self._vocabulary = Vocabulary()
        self._rarity = Rarity(self._vocabulary)
        self._shelf = Shelf(self._vocabulary)
        self._dated, self._undated = Index(), Index()
        self._names: dict[int, str] = {}
        self._window_start = self._windows = 0
        self._groups = Groups()

    def article_at(self, place: int) -> str:
        """The article at a place of a live story."""
        return self._names[place]

    def compare_window(self, profiles: Sequence[Profile], *, day: int | None) -> Compared:
        """Read one window, and compare each article in it with the live ones it may belong to.

        The order of `profiles` never matters: they are read in order of id.
        """
        ordered = sorted(profiles, key=_order_of)
        self._window_start = self._shelf.next
        keys = self._read(ordered, day)
        for place, profile in enumerate(ordered, start=self._window_start):
            self._names[place] = profile.article
            self._groups.add(place, profile.day)
        if day is None:
            self._shelf.pin()
        return self._compare(self._find_pairs(keys))

    def settle_window(self, compared: Compared) -> None:
        """Join what the comparisons of a window show to belong together."""
        scores = self._weights.rank(compared.features)
        assign(self._groups, _by_later(compared.pairs, scores, above=self._weights.unseen), self._rule)
        fresh = {self._groups.home[place] for place in range(self._window_start, self._shelf.next)}
        for key in fresh:
            self._groups.by_key[key].settled = True
        if self._rule.observe is None:
            split_apart(self._groups, fresh, self._rule)

    def add_window(self, profiles: Sequence[Profile], *, day: int | None) -> None:
        """Read one window and settle it."""
        self.settle_window(self.compare_window(profiles, day=day))

    def live_stories(self) -> list[FoundStory]:
        """The stories that can still take an article."""
        groups = sorted(self._groups.by_key.values(), key=lambda g: g.key)
        for group in groups:
            self._link_sequels(group)
        return [self._found(group) for group in groups]

    def expire(self, day: int) -> list[FoundStory]:
        """Close the stories whose last article is too old on `day` and return them; forget what none needs."""
        groups = self._groups.ending(day - self._live_days)
        for group in groups:
            self._link_sequels(group)
        closed = [self._found(group) for group in groups]
        for group in groups:
            self._groups.close(group)
            self._shelf.close(group.places)
            for place in group.places:
                del self._names[place]
        self._shelf.expire(day - self._live_days)
        self._windows += 1
        if self._windows % _TIDY_EVERY == 0:
            self._tidy()
        return closed

    def _tidy(self) -> None:
        self._shelf.cut()
        live = np.zeros(self._vocabulary.capacity, dtype=np.bool_)
        live[self._shelf.numbers.values] = True
        if 2 * int(live.sum()) < len(self._vocabulary):
            idle = self._rarity.forget(live)
            self._dated.forget(idle)
            self._undated.forget(idle)

    def _link_sequels(self, ended: Group) -> None:
        for later, score in find_sequels(ended, self._groups, self._rule):
            link = score, self._names[ended.key]
            later.follows = link if later.follows is None else max(later.follows, link)

    def _found(self, group: Group) -> FoundStory:
        follows = None if group.follows is None else group.follows[1]
        return FoundStory(tuple(self._names[place] for place in group.places), follows)

    def _read(self, profiles: Sequence[Profile], day: int | None) -> list[tuple[int, Keys]]:
        """Put the articles of a window on the shelf and make them findable; their keys in batches, by first place."""
        batches = [profiles[start : start + _BATCH] for start in range(0, len(profiles), _BATCH)]
        tallies = [tally(batch, self._vocabulary) for batch in batches]
        self._rarity.read(tallies, day)
        index = self._undated if day is None else self._dated
        found: list[tuple[int, Keys]] = []
        for batch, counts in zip(batches, tallies, strict=True):
            weights = weigh(counts, self._rarity.of(counts.numbers))
            found.append((self._shelf.next, choose_keys(counts, weights)))
            index.add(found[-1][1], first=self._shelf.next)
            self._shelf.add(batch, counts, weights)
        return found

    def _find_pairs(self, batches: Sequence[tuple[int, Keys]]) -> Pairs:
        """Each pair to compare once."""
        nothing = np.zeros(0, dtype=np.int64)
        found = [Found(nothing, nothing)]
        found += [
            index.find(keys, first=first, is_live=self._shelf.is_live)
            for first, keys in batches
            for index in (self._dated, self._undated)
            if index
        ]
        a, b = (np.concatenate(side) for side in zip(*found, strict=True))
        codes = np.sort((np.maximum(a, b) << 32) | np.minimum(a, b))
        codes = codes[starts_of(codes)]
        return Pairs(codes >> 32, codes & ((1 << 32) - 1))

    def _compare(self, pairs: Pairs) -> Compared:
        starts = range(0, len(pairs.later), _PAIRS)
        parts = [Pairs(*(side[start : start + _PAIRS] for side in pairs)) for start in starts]
        lines = [np.zeros((0, len(FEATURES))), *(compare_pairs(part, self._shelf) for part in parts)]
        return Compared(pairs, np.concatenate(lines))


def _by_later(pairs: Pairs, scores: Floats, *, above: float) -> Near:
    """The pairs that score above, by their later article."""
    kept = scores > above
    later, others = pairs.later[kept], list(zip(pairs.other[kept].tolist(), scores[kept].tolist(), strict=True))
    starts = starts_of(later).tolist()
    runs = zip(later[starts].tolist(), starts, [*starts, len(later)][1:], strict=True)
    return {place: tuple(others[start:stop]) for place, start, stop in runs}


def _order_of(profile: Profile) -> tuple[int, str]:
    return profile.day or 0, profile.article
