"""The terms of many articles at once: how often and where each stands, and what numbers are said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from twosource.stories.chunks import cut_chunks
from twosource.stories.profile import Profile
from twosource.stories.runs import Ints, starts_of, sum_runs
from twosource.stories.terms import COUNTED, LEAD, NAME, NUMBER, OPENING, ORDINAL, PLACE, TITLE, capitals, terms_of
from twosource.stories.vocabulary import Vocabulary

_LEAD_WORDS = 60
_TITLE_TERMS = 8  # of an article without a title, its first terms


class Counted(NamedTuple):
    """What some articles count in title and lead ("12th package"), one article after the other."""

    sizes: Ints
    """How many each article counts."""
    nouns: Ints
    """The number of the term that is counted."""
    values: Ints
    """Twice the number of the term before it, and one more where that is an ordinal."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The distinct terms of some articles, one article after the other, in order of first occurrence."""

    owner: Ints
    """Which of the articles each term is of."""
    numbers: Ints
    counts: Ints
    marks: Ints
    sizes: Ints
    """How many terms each article has."""
    counted: Counted


@dataclass(frozen=True, slots=True)
class _Places:
    """Every place of a term: the article it is in, and how often it counts (0 where it is only implied)."""

    owner: Ints
    numbers: Ints
    marks: Ints
    weight: Ints


def tally(profiles: Sequence[Profile], vocabulary: Vocabulary) -> Tally:
    """The terms of these articles."""
    runs = head, body = _read(profiles, vocabulary)
    counted = _find_counted(runs, len(profiles))
    places = (head, body, _imply_capitals(profiles, vocabulary), _mark_scenes(profiles, vocabulary))
    owner, numbers, marks, weight = (
        np.concatenate([getattr(p, name) for p in places]) for name in ("owner", "numbers", "marks", "weight")
    )
    owner, numbers, counts, marks = _count(_Places(owner, numbers, marks, weight), vocabulary.capacity)
    sizes = np.bincount(owner, minlength=len(profiles))
    return Tally(owner, numbers, counts, marks, sizes, counted)


def _read(profiles: Sequence[Profile], vocabulary: Vocabulary) -> tuple[_Places, _Places]:
    """Titles and bodies; where an article has no title, the first terms of its lead stand for it."""
    titles, bodies = cut_chunks([p.title for p in profiles]), cut_chunks([p.told for p in profiles])
    head, body = vocabulary.read(titles), vocabulary.read(bodies)
    articles, start = np.arange(len(profiles)), np.cumsum(bodies.sizes) - bodies.sizes
    owner = np.repeat(articles, bodies.sizes)[body.chunk]
    in_lead = body.chunk < (start + _LEAD_WORDS)[owner]
    opens = body.chunk < (start + [p.scene.opening for p in profiles])[owner]
    marks = body.marks | in_lead * LEAD | opens * OPENING
    head_owner = np.repeat(articles, titles.sizes)[head.chunk]
    untitled = np.bincount(head_owner, minlength=len(profiles)) == 0
    stop = np.where(untitled, np.searchsorted(owner, articles) + _TITLE_TERMS, 0)
    stand_in = np.flatnonzero((np.arange(len(owner)) < stop[owner]) & in_lead)
    return (
        _places(
            np.concatenate([head_owner, owner[stand_in]]),
            np.concatenate([head.numbers, body.numbers[stand_in]]),
            np.concatenate([head.marks | OPENING, marks[stand_in]]) | TITLE | LEAD,
        ),
        _places(owner, body.numbers, marks),
    )


def _places(owner: Ints, numbers: Ints, marks: Ints) -> _Places:
    return _Places(owner, numbers, marks, np.ones_like(owner))


def _imply_capitals(profiles: Sequence[Profile], vocabulary: Vocabulary) -> _Places:
    """Kyiv for an article that says "the Ukrainian capital"."""
    found = [
        (owner, vocabulary.number_of(city))
        for owner, profile in enumerate(profiles)
        if "capital" in profile.told
        for city in _find_capitals(profile.told.split())
    ]
    return _implied(found, NAME | LEAD)


def _mark_scenes(profiles: Sequence[Profile], vocabulary: Vocabulary) -> _Places:
    """The places that articles set their event in."""
    scenes = [(owner, profile.scene.places) for owner, profile in enumerate(profiles) if profile.scene.places]
    return _implied([(owner, vocabulary.number_of(name)) for owner, names in scenes for name in names], PLACE)


def _implied(found: Sequence[tuple[int, int]], marks: int) -> _Places:
    owner, numbers = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return _Places(owner, numbers, np.full_like(owner, marks), np.zeros_like(owner))


def _find_capitals(chunks: Sequence[str]) -> list[str]:
    return [
        capitals()[country]
        for before, chunk in pairwise(chunks)
        if chunk.startswith("capital") and before[0].isupper()
        for country, _ in terms_of([before])
        if country in capitals()
    ]


def _find_counted(runs: Sequence[_Places], articles: int) -> Counted:
    """Number and the term behind it ("12th package", "23-year-old"); marks the term in `runs`."""
    found: list[tuple[Ints, Ints, Ints]] = []
    for run in runs:
        number = np.flatnonzero(run.marks[:-1] & NUMBER)
        behind = run.marks[number + 1] & (NUMBER | LEAD)
        at = number[(behind == LEAD) & (run.owner[number] == run.owner[number + 1])]
        run.marks[at + 1] |= COUNTED
        values = 2 * run.numbers[at] + ((run.marks[at] & ORDINAL) != 0)
        found.append((run.owner[at], run.numbers[at + 1], values))
    owner, nouns, values = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.argsort(owner, kind="stable")
    return Counted(np.bincount(owner, minlength=articles), nouns[order], values[order])


def _count(places: _Places, capacity: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Owner, number, count and marks of each distinct term, by one sort of article, term and position as one number."""
    bits = len(places.owner).bit_length()
    position = np.arange(len(places.owner))
    keys = np.sort(((places.owner * capacity + places.numbers) << bits) | position)
    at = keys & ((1 << bits) - 1)
    starts = starts_of(keys >> bits)
    counts = np.maximum(sum_runs(places.weight[at], starts), 1)
    marks = np.bitwise_or.reduceat(places.marks[at], starts) if len(starts) else places.marks
    first = at[starts]
    owner = places.owner[first]
    order = np.sort((((owner << bits) | first) << bits) | np.arange(len(first))) & ((1 << bits) - 1)
    return owner[order], places.numbers[first][order], counts[order], marks[order]
