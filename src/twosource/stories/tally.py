"""The terms of many articles at once: how often and where each stands, and what numbers are said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from twosource.stories.profile import Profile
from twosource.stories.terms import COUNTED, LEAD, NAME, NUMBER, OPENING, ORDINAL, PLACE, TITLE, capitals, terms_of
from twosource.stories.vocabulary import Ints, Vocabulary

_LEAD_WORDS = 60
_TITLE_TERMS = 8  # of an article without a title, its first terms
_NONE: frozenset[int] = frozenset()

Counted = Mapping[int, frozenset[int]]
"""A term's number -> the numbers that stand before it in title and lead, each twice the number of its term and one more
where it is an ordinal: `{"package": {"12th"}}`."""


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
    counted: Sequence[Counted]
    """For each article; most have the same empty one."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Every place of a term: the article it is in, and how often it counts (0 where it is only implied)."""

    owner: Ints
    numbers: Ints
    marks: Ints
    weight: Ints


def tally(profiles: Sequence[Profile], vocabulary: Vocabulary) -> Tally:
    """The terms of these articles."""
    head, lead, rest = _read(profiles, vocabulary)
    runs = [head, lead]
    counted = _find_counted(runs, len(profiles))
    places = [*runs, rest, _imply_capitals(profiles, vocabulary), _mark_scenes(profiles, vocabulary)]
    owner, numbers, marks, weight = (
        np.concatenate([getattr(p, name) for p in places]) for name in ("owner", "numbers", "marks", "weight")
    )
    owner, numbers, counts, marks = _count(_Places(owner, numbers, marks, weight), vocabulary.capacity)
    sizes = np.bincount(owner, minlength=len(profiles))
    return Tally(owner, numbers, counts, marks, sizes, counted)


def _read(profiles: Sequence[Profile], vocabulary: Vocabulary) -> tuple[_Places, _Places, _Places]:
    """Titles, leads and the rest; where an article has no title, the first terms of its lead stand for it."""
    titles, bodies = [p.title.split() for p in profiles], [p.told.split() for p in profiles]
    head = vocabulary.read(list(chain.from_iterable(titles)))
    body = vocabulary.read(list(chain.from_iterable(bodies)))
    lengths = np.array([len(b) for b in bodies])
    chunk_owner = np.repeat(np.arange(len(profiles)), lengths)
    position = (np.arange(len(chunk_owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths))[body.chunk]
    owner = chunk_owner[body.chunk]
    in_lead = position < _LEAD_WORDS
    opens = position < np.array([p.scene.opening for p in profiles])[owner]
    marks = body.marks | np.where(in_lead, LEAD, 0) | np.where(opens, OPENING, 0)
    head_owner = np.repeat(np.arange(len(profiles)), [len(t) for t in titles])[head.chunk]
    first = np.searchsorted(owner, np.arange(len(profiles)))
    untitled = np.bincount(head_owner, minlength=len(profiles)) == 0
    stand_in = in_lead & untitled[owner] & (np.arange(len(owner)) - first[owner] < _TITLE_TERMS)
    return (
        _places(
            np.concatenate([head_owner, owner[stand_in]]),
            np.concatenate([head.numbers, body.numbers[stand_in]]),
            np.concatenate([head.marks | OPENING, marks[stand_in]]) | TITLE | LEAD,
        ),
        _places(owner[in_lead], body.numbers[in_lead], marks[in_lead]),
        _places(owner[~in_lead], body.numbers[~in_lead], marks[~in_lead]),
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


def _find_counted(runs: Sequence[_Places], articles: int) -> list[Counted]:
    """Number and the term behind it ("12th package", "23-year-old"); marks the term in `runs`."""
    nothing: dict[int, frozenset[int]] = {}
    found: list[dict[int, frozenset[int]]] = [nothing] * articles
    for run in runs:
        number = (run.marks & NUMBER) != 0
        at = np.flatnonzero(number[:-1] & ~number[1:] & (run.owner[:-1] == run.owner[1:]))
        run.marks[at + 1] |= COUNTED
        values = 2 * run.numbers[at] + ((run.marks[at] & ORDINAL) != 0)
        for owner, noun, value in zip(
            run.owner[at].tolist(), run.numbers[at + 1].tolist(), values.tolist(), strict=True
        ):
            if found[owner] is nothing:
                found[owner] = {}
            found[owner][noun] = found[owner].get(noun, _NONE) | {value}
    return list(found)


def _count(places: _Places, capacity: int) -> tuple[Ints, Ints, Ints, Ints]:
    """Owner, number, count and marks of each distinct term, by one sort of article, term and position as one number."""
    bits = len(places.owner).bit_length()
    position = np.arange(len(places.owner))
    keys = np.sort(((places.owner * capacity + places.numbers) << bits) | position)
    at, term = keys & ((1 << bits) - 1), keys >> bits
    starts = np.flatnonzero(np.diff(term, prepend=-1))
    counts = np.maximum(np.add.reduceat(places.weight[at], starts), 1)
    marks = np.bitwise_or.reduceat(places.marks[at], starts)
    owner, first = term[starts] // capacity, at[starts]
    order = np.argsort((owner << bits) | first)
    return owner[order], places.numbers[first][order], counts[order], marks[order]
