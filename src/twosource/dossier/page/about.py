"""What a reader tells a story by: its key terms, in the names they belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from twosource.model import EntityKind, Reading
from twosource.text.months import MONTHS
from twosource.text.words import find_words

_NAMED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.EVENT})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split()) | MONTHS.keys()
_MOST_WORDS = 4  # a longer name is a sentence's worth of capitals


def spell_terms(terms: Sequence[str], scenes: Iterable[str], readings: Sequence[Reading]) -> tuple[str, ...]:
    """The terms as a reader knows them: whole names for parts of names, each once, and no place that is named beside.

    Policy: a term is widened to the name that most articles have it in, where at least half of those that name it do.
    A day or month tells no story from another, nor what only numbers tell apart ("Pier 9"); a common noun loses the
    capital of a headline.
    """
    counts = _names_in(readings)
    forms = {
        article.text[w.start : w.end] for article in (r.article for r in readings) for w in find_words(article.text)
    }
    told = [term for term in terms if term.casefold() not in _DAYS and not _is_numbered(term, readings)]
    spelled = [_spell(term, counts, forms) for term in told]
    beside = {scene.casefold() for scene in scenes}
    kept = dict.fromkeys(name for name in spelled if not _is_part_of_any(name, beside))
    return tuple(name for name in kept if not any(_is_part(name, other) for other in kept if other != name))


def _is_numbered(term: str, readings: Sequence[Reading]) -> bool:
    """Whether the term stands before a number wherever it stands."""
    found = [
        m for r in readings for m in re.finditer(rf"\b{re.escape(term)}\b(?P<number>[ \u00a0-]\d)?", r.article.text)
    ]
    return bool(found) and all(match["number"] for match in found)


def _names_in(readings: Sequence[Reading]) -> Counter[str]:
    """In how many articles each name stands."""
    names = ({e.entity for e in r.entities if e.kind in _NAMED and _is_short(e.entity)} for r in readings)
    return Counter(name for found in names for name in found)


def _is_short(name: str) -> bool:
    words = name.casefold().split()
    return len(words) <= _MOST_WORDS and _DAYS.isdisjoint(words)


def _spell(term: str, counts: Counter[str], forms: Collection[str]) -> str:
    holding = {name: n for name, n in counts.items() if term[:1].isupper() and term in name.split()}
    if not holding:
        return term.lower() if term.lower() in forms else term
    best = min(holding, key=lambda name: (-holding[name], name))
    return best if holding[best] * 2 >= sum(holding.values()) else term


def _is_part_of_any(name: str, others: Iterable[str]) -> bool:
    return any(name.casefold() in {other, *other.split()} for other in others)


def _is_part(name: str, other: str) -> bool:
    words = [word.casefold() for word in other.split()]
    return len(words) > 1 and all(word.casefold() in words for word in name.split())
