"""What a reader tells a story by, beside its headline: key terms, places, voices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log

from twosource.model import EntityKind, EntityMention
from twosource.stories.background import load_background
from twosource.stories.label import Telling
from twosource.stories.terms import bare_of, form_counts

_RARITIES_KEPT = 1 << 15
_TERMS = 6
_PLACES = 3
_VOICES = 5


def choose_terms(tellings: Sequence[Telling], *, held: Mapping[str, int]) -> tuple[str, ...]:
    """The words that most texts of a story open with and few other texts hold, as they are first written there.

    At least two texts must hold a word, so one text alone has none; `held` says how many do. Numbers are left out: a
    toll changes while a story goes on.
    """
    shared = [(form, texts) for form, texts in held.items() if texts > 1 and form[0].isalpha()]
    ranked = sorted((-texts * _rarity_of(form), form) for form, texts in shared)
    return tuple([_spell(form, tellings) for _, form in ranked[:_TERMS]])


@lru_cache(_RARITIES_KEPT)
def _rarity_of(form: str) -> float:
    return round(log((load_background().passages + 1) / (form_counts().get(form, 0) + 0.5)), 4)


def _spell(form: str, tellings: Sequence[Telling]) -> str:
    """A form as the earliest text that holds it writes it, not in the capitals of a dateline where that can be."""
    written = (
        (bare_of(chunk) or chunk).removesuffix("'s").removesuffix("’s")
        for telling in tellings
        if form in telling.words
        for chunk in _chunks_of(form, telling)
    )
    first = next(written)
    return first if not first.isupper() else next((word for word in written if not word.isupper()), first)


def _chunks_of(form: str, telling: Telling) -> Iterator[str]:
    at = telling.forms.index(form)
    yield telling.chunks[at]
    for later in range(at + 1, len(telling.forms)):
        if telling.forms[later] == form:
            yield telling.chunks[later]


def choose_places(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The places that at least half of the texts name, those of most texts first; none where names were not read.

    A name that only numbers follow ("Pier 9", "Route 66") says which of many it is, and is no place to tell a story by.
    """
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
    heard = (dict.fromkeys(a.voice for a in t.reading.attributions if a.voice is not None) for t in tellings)
    return _most_held(heard, least=1, limit=_VOICES)


def _most_held(held: Iterable[Iterable[str]], *, least: float, limit: int) -> tuple[str, ...]:
    counts = Counter(name for names in held for name in names)
    return tuple([name for name, texts in counts.most_common() if texts >= least][:limit])
