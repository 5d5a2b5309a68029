"""Where an event is set, and which other event a report says it has nothing to do with."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from twosource.stories.terms import names_of

_NOTHING: frozenset[str] = frozenset()
_OPENING_CHARS = 320
_SHORTEST_OPENING = 40  # before this a full stop mostly ends an abbreviation or a dateline
_SENTENCE_END = re.compile(r"[.!?][\"'”’]?\s+(?=[A-Z\"“‘])|\n")
_DATELINE = re.compile(r"[A-Z][A-Z .'’/-]{2,40}(?=[,(—–-]|:\s| \()")
SET_IN = re.compile(
    r"[AINOaino](?<!\w.)(?:(?<=[Ii])n|(?<=[Aa])(?:t|cross)|(?<=[Nn])ear|(?<=[Oo])(?:ff|utside))"
    r"(?: the)?(?: (?:northern|southern|eastern|western|central))?"
    r" ((?:[A-Z][\w'’-]+[ ,]{1,2}){0,2}[A-Z][\w'’-]+)"
)
"""A name behind "in", "at", "across", "near", "off" or "outside". A search skips quickly to its first letter."""

_DAYS_AND_MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_DENIALS = (
    "nconnected",
    "not connected",
    "nrelated",
    "not related",
    "not linked",
    "no link",
    "no connection",
    "nothing to do",
)
_DENIAL = re.compile("|".join(_DENIALS))
_STOP = re.compile(r"[.!?]|(?=\n)")


class Scene(msgspec.Struct, frozen=True, gc=False):
    """The scene of one article, all as forms of terms."""

    places: frozenset[str]
    """Names of the first place that headline, dateline and first sentence set the event in."""
    opening: int
    """Stretches without white space in the first sentence."""
    denied: frozenset[str]
    """Names in sentences that say the event has nothing to do with another."""


NO_SCENE = Scene(_NOTHING, 0, _NOTHING)


def cut_denials(text: str) -> tuple[str, frozenset[str]]:
    """A text without the sentences that say what its event has nothing to do with, and the names in those.

    >>> cut_denials("Two died. Police said it was not linked to the fire in Olm. They left.")
    ('Two died. They left.', frozenset({'olm'}))
    """
    if not _may_deny(text) or not any(words in text for words in _DENIALS):
        return text, _NOTHING
    told, denials, left = list[str](), list[str](), 0
    for start, end in _find_denials(text):
        told.append(text[left:start])
        denials.append(text[start:end])
        left = end
    return "".join([*told, text[left:]]), frozenset(_names(" ".join(denials)))


def _may_deny(text: str) -> bool:
    """A quick look before the long one: every denial holds one of these."""
    return "connect" in text or "related" in text or "link" in text or "nothing to do" in text


def _find_denials(text: str) -> Iterator[tuple[int, int]]:
    """Sentences that deny a connection, to the end of their full stop."""
    end = 0
    for match in _DENIAL.finditer(text):
        if match.start() >= end:
            start = max(end, *(text.rfind(stop, end, match.start()) + 1 for stop in ".!?\n"))
            stop = _STOP.search(text, match.end())
            end = len(text) if stop is None else stop.end()
            yield start, end


def find_scene(title: str, text: str, denied: frozenset[str]) -> Scene:
    """The scene of an article without its denials.

    What stands further down than the first sentence may be somewhere else and gives no place.

    >>> sorted(find_scene("Fire at Port Ansel silo", "Two were hurt in Ansel on Monday.", frozenset()).places)
    ['ansel']
    """
    opening = _first_sentence(text)
    found = [match.group(1) for part in (title, opening) if (match := SET_IN.search(part)) is not None]
    dateline = _DATELINE.match(opening)
    if dateline is not None:
        found.append(dateline.group().title())
    places = frozenset(_names(" ".join(found))) if found else _NOTHING
    if not places:
        return Scene(_NOTHING, 0, denied) if denied else NO_SCENE
    return Scene(places, len(opening.split()), denied)


def _first_sentence(text: str) -> str:
    opening = text[:_OPENING_CHARS]
    end = _SENTENCE_END.search(opening, _SHORTEST_OPENING)
    return opening if end is None else opening[: end.start()]


def _names(words: str) -> list[str]:
    return [name for name in names_of(words.split()) if name not in _DAYS_AND_MONTHS]
