"""What a reader tells a story by, beside its headline: key terms, places, voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter

import numpy as np

from twosource.model import EntityKind, EntityMention
from twosource.stories.openings import Held, Telling
from twosource.stories.runs import starts_of
from twosource.stories.terms import bare_of

_TERMS = 6
_PLACES = 3
_VOICES = 5


def choose_terms(held: Held, *, stories: int) -> list[tuple[str, ...]]:
    """For each story the words that most texts open with and few other texts hold, as they are first written there.

    At least two texts must hold a word, so one text alone has none; `held` says how many do. Numbers are left out: a
    toll changes while a story goes on.
    """
    chosen = _rank_terms(held)
    found: list[list[str]] = [[] for _ in range(stories)]
    for (story, line), first in zip(chosen, held.spell_first([line for _, line in chosen]), strict=True):
        found[story].append(_choose_spelling(first, line, held))
    return [tuple(terms) for terms in found]


def _rank_terms(held: Held) -> list[tuple[int, int]]:
    """Story and line of the words that are key terms, the first of each story first; of one rank by the alphabet."""
    rarity = held.wording.rarity[held.words]
    fit = np.flatnonzero((held.texts > 1) & (rarity != 0))
    ranks, story = -held.texts[fit] * rarity[fit], held.stories[fit]
    order = np.lexsort((ranks, story))
    fit, ranks, story = fit[order], ranks[order], story[order]
    starts = starts_of(story)
    sizes = np.diff(starts, append=len(story))
    least = ranks[starts + np.minimum(sizes, _TERMS) - 1]
    kept = ranks <= np.repeat(least, sizes)
    forms = [held.wording.forms[word] for word in held.words[fit[kept]].tolist()]
    ordered = sorted(zip(story[kept].tolist(), ranks[kept].tolist(), forms, fit[kept].tolist(), strict=True))
    return [(at, line) for _, terms in groupby(ordered, itemgetter(0)) for at, _, _, line in islice(terms, _TERMS)]


def _choose_spelling(first: str, line: int, held: Held) -> str:
    """A word as the earliest text that holds it writes it, not in the capitals of a dateline where that can be."""
    word = _bare(first)
    return word if not word.isupper() else next((w for w in map(_bare, held.spell(line)) if not w.isupper()), word)


def _bare(chunk: str) -> str:
    return (bare_of(chunk) or chunk).removesuffix("'s").removesuffix("’s")


def choose_places(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The places that at least half of the texts name, those of most texts first; none where names were not read.

    A name that only numbers follow ("Pier 9", "Route 66") says which of many it is, and is no place to tell a story by.
    """
    if not any(telling.reading.entities for telling in tellings):
        return ()
    named = (dict.fromkeys(_plain_case(e.entity) for e in _places(telling)) for telling in tellings)
    return _most_held(named, least=len(tellings) / 2, limit=_PLACES)


def _places(telling: Telling) -> list[EntityMention]:
    text = telling.reading.article.text
    return [
        e for e in telling.reading.entities if e.kind is EntityKind.PLACE and not _NUMBER_BEHIND.match(text, e.span.end)
    ]


_NUMBER_BEHIND = re.compile(r"[ \u00a0-]\d+\b")
_LONGEST_SHORT = 4  # "UAE", "U.S." stay in capitals; "PARIS" is Paris, as a dateline writes it


def _plain_case(name: str) -> str:
    return name.title() if name.isupper() and len(name) > _LONGEST_SHORT else name


def choose_voices(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Who speaks in most texts, of as many texts the earlier; none where attributions were not read."""
    if not any(telling.reading.attributions for telling in tellings):
        return ()
    heard = (dict.fromkeys(a.voice for a in t.reading.attributions if a.voice is not None) for t in tellings)
    return _most_held(heard, least=1, limit=_VOICES)


def _most_held(held: Iterable[Iterable[str]], *, least: float, limit: int) -> tuple[str, ...]:
    counts = Counter(name for names in held for name in names)
    return tuple([name for name, texts in counts.most_common() if texts >= least][:limit])
