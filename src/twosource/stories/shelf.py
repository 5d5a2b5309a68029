"""The live articles side by side in a few arrays, so that many are compared in one go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from twosource.stories.profile import Profile
from twosource.stories.rows import FIELDS, Floats
from twosource.stories.runs import Ints, spread
from twosource.stories.scene import Scene
from twosource.stories.tally import Tally
from twosource.stories.terms import LEAD, NAME, NUMBER, OPENING
from twosource.stories.vocabulary import Vocabulary

LEAD_TERMS = (LEAD | NAME, LEAD | NUMBER)
"""What is counted of the terms of a lead: names, numbers."""

TELLS_DAYS, TELLS_PLACES, DENIES = 1, 2, 4
"""What can be said of two articles beyond their terms, as bits."""


class Column:
    """An array that grows at its end and from whose beginning a stretch can be cut at no cost."""

    def __init__(self, dtype: npt.DTypeLike, *width: int) -> None:
        self._room = np.empty((1 << 8, *width), dtype=dtype)
        self._first = self._last = 0

    @property
    def values(self) -> npt.NDArray[Any]:
        """What it holds; a view, which the next change makes stale."""
        return self._room[self._first : self._last]

    def append(self, more: npt.NDArray[Any]) -> None:
        """Put rows at the end."""
        if self._last + len(more) > len(self._room):
            self._move(self._last - self._first + len(more))
        self._room[self._last : self._last + len(more)] = more
        self._last += len(more)

    def _move(self, needed: int) -> None:
        """Move into a room with space for as much again: a row is moved about once while it is held."""
        kept = self.values
        self._room = np.empty((2 * needed, *kept.shape[1:]), dtype=kept.dtype)
        self._room[: len(kept)] = kept
        self._first, self._last = 0, len(kept)

    def cut(self, start: int, stop: int) -> None:
        """Take out the rows from `start` to `stop`; those before them are moved."""
        values = self.values
        values[stop - start : stop] = values[:start].copy()
        self._first += stop - start


class Runs:
    """Columns that run beside each other, a stretch of their rows for each slot."""

    def __init__(self, *columns: Column) -> None:
        self._columns = columns
        self._starts, self._sizes = Column(np.int64), Column(np.int64)

    @property
    def sizes(self) -> Ints:
        """How many rows each slot has."""
        return self._sizes.values

    def append(self, sizes: Ints, *values: npt.NDArray[Any]) -> None:
        """Put slots at the end, with so many rows each."""
        self._starts.append(len(self._columns[0].values) + np.cumsum(sizes) - sizes)
        self._sizes.append(sizes)
        for column, more in zip(self._columns, values, strict=True):
            column.append(more)

    def cut(self, start: int, stop: int) -> None:
        """Take out the slots from `start` to `stop`."""
        first, last = (int(np.append(self._starts.values, len(self._columns[0].values))[at]) for at in (start, stop))
        self._starts.values[stop:] -= last - first
        for column in self._columns:
            column.cut(first, last)
        for column in (self._starts, self._sizes):
            column.cut(start, stop)

    def spread(self, slots: Ints) -> tuple[Ints, Ints]:
        """Where the rows of these slots stand, one slot after the other; and how many each has."""
        sizes = self._sizes.values[slots]
        return spread(self._starts.values[slots], sizes), sizes


class Shelf:
    """Articles by their places, which are given in rising order.

    The slot of a place is where its values stand in the columns: the place itself, less what was cut out before it.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.numbers, self.marks = Column(np.int32), Column(np.uint8)
        self.weights = Column(np.float32, FIELDS)
        self._terms = Runs(self.numbers, self.marks, self.weights)
        self.nouns, self.values = Column(np.int32), Column(np.int32)
        self._counted = Runs(self.nouns, self.values)
        self._days, self._tells, self._live = Column(np.float64), Column(np.uint8), Column(np.bool_)
        self.lead_terms = Column(np.int64, 2)
        self.scenes: dict[int, Scene] = {}
        self.happened: dict[int, frozenset[int]] = {}
        self.next = 0
        self._pinned = self._gone = 0

    def add(self, profiles: Sequence[Profile], tally: Tally, weights: Floats) -> None:
        """Put articles on the shelf, at the places from `next` on."""
        self._terms.append(tally.sizes, tally.numbers, tally.marks, weights.T)
        self._counted.append(*tally.counted)
        self.lead_terms.append(
            np.stack([np.bincount(tally.owner[holds(tally.marks, b)], minlength=len(profiles)) for b in LEAD_TERMS], 1)
        )
        self._days.append(np.array([np.nan if p.day is None else p.day for p in profiles]))
        self._tells.append(np.array([self._note(at, p) for at, p in enumerate(profiles, start=self.next)]))
        self._live.append(np.ones(len(profiles), dtype=np.bool_))
        self.next += len(profiles)

    def _note(self, place: int, profile: Profile) -> int:
        scene = profile.scene
        tells = TELLS_DAYS * bool(profile.happened) | TELLS_PLACES * bool(scene.places) | DENIES * bool(scene.denied)
        if profile.happened:
            self.happened[place] = profile.happened
        if tells & (TELLS_PLACES | DENIES):
            self.scenes[place] = scene
        return tells

    def pin(self) -> None:
        """Keep all that is there for good."""
        self._pinned = self.next

    def close(self, places: Sequence[int]) -> None:
        """Let these articles be found no more; those with a date must have expired."""
        for place in places:
            if place < self._pinned:
                self._live.values[place] = False
            self._drop_told(place)

    def expire(self, before: int) -> None:
        """Let articles from before a day be found no more."""
        self._live.values[self._days.values < before] = False

    def cut(self) -> None:
        """Take away the oldest articles that can be found no more; those that are pinned stay."""
        start = self._pinned
        gone = int(np.append(self._live.values[start:], True).argmax())
        stop = start + gone
        for column in (self._terms, self._counted, self._days, self._tells, self._live, self.lead_terms):
            column.cut(start, stop)
        for place in range(start + self._gone, stop + self._gone):
            self._drop_told(place)
        self._gone += gone

    def _drop_told(self, place: int) -> None:
        self.scenes.pop(place, None)
        self.happened.pop(place, None)

    def denies(self, place: int, other: int) -> bool:
        """Whether an article says that it has nothing to do with what happened where the other one is set.

        It does not count where the article itself opens with that place.
        """
        mine, theirs = self.scenes.get(place), self.scenes.get(other)
        named = mine.denied & theirs.places if mine is not None and theirs is not None else ()
        if not named:
            return False
        at, _ = self.spread(np.array([place]))
        opening = self.numbers.values[at[holds(self.marks.values[at], OPENING)]]
        return any(not np.isin(self._vocabulary.find((name,)), opening).any() for name in named)

    @property
    def width(self) -> int:
        """One more than the largest number that a term can have."""
        return max(self._vocabulary.capacity, 1)

    def slots(self, places: Ints) -> Ints:
        """Where the values of these places stand."""
        return np.where(places < self._pinned, places, places - self._gone) if self._gone else places

    def days(self, places: Ints) -> Floats:
        """Days of publication, not a number where there is none."""
        return self._days.values[self.slots(places)]

    def tells(self, places: Ints) -> Ints:
        """Bits of what each tells."""
        return self._tells.values[self.slots(places)]

    def is_live(self, places: Ints) -> npt.NDArray[np.bool_]:
        """Which of these articles may still be found."""
        live: npt.NDArray[np.bool_] = self._live.values.take(self.slots(places), mode="clip")
        if self._gone:
            live &= (places < self._pinned) | (places >= self._pinned + self._gone)
        return live

    def sizes(self, places: Ints) -> Ints:
        """How many terms each has."""
        return self._terms.sizes[self.slots(places)]

    def spread(self, places: Ints) -> tuple[Ints, Ints]:
        """Where the terms of these articles stand, one article after the other; and how many each has."""
        return self._terms.spread(self.slots(places))

    def spread_counted(self, places: Ints) -> tuple[Ints, Ints]:
        """The same of what they count."""
        return self._counted.spread(self.slots(places))


def holds(marks: npt.NDArray[Any], bits: int) -> npt.NDArray[np.bool_]:
    """Which of the marks have all of these bits."""
    found: npt.NDArray[np.bool_] = (marks & bits) == bits
    return found
