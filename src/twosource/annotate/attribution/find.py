"""Attributions by rules: the finder that runs where no trained one is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.annotate.attribution.lexicon_reader import load_cues
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.rules import apply_rules, shifted
from twosource.annotate.attribution.units import QUOTE, Unit, find_units

_MARKS = frozenset(".,;:!?-–— ")
_QUOTE_MARKS = ('"', "“", "''")
_MIN_NESTED_CHARS = 30  # a quotation must be a sentence to report another's words
_PRONOUNS = frozenset("i we you he she it they this that".split())


def find_speech(text: str) -> list[Speech]:
    """The attributions of `text` in order; quotations that stand alone join the speech before them.

    >>> [(s.source, s.content) for s in find_speech('"Go," Ann said. "Now."')]
    [(((6, 9),), ((0, 5), (16, 22)))]
    """
    found: list[Speech] = []
    speaking: int | None = None
    for unit in find_units(text):
        if _only_quotes(unit):
            if speaking is not None:
                found[speaking] = _with_quotes(found[speaking], unit)
        else:
            first = len(found)
            found.extend(apply_rules(unit))
            speaking = _last_quoting(text, found, first)
        found.extend(_inside_quotes(unit))
    return found


def _only_quotes(unit: Unit) -> bool:
    return QUOTE in unit.forms and all(form == QUOTE or form in _MARKS for form in unit.forms)


def _with_quotes(speech: Speech, unit: Unit) -> Speech:
    parts = tuple((unit.starts[at], unit.ends[at]) for at in range(len(unit)) if unit.quoted(at))
    return replace(speech, content=speech.content + parts)


def _last_quoting(text: str, found: Sequence[Speech], first: int) -> int | None:
    """The last attribution of the unit whose content holds quoted words: what a free quotation goes on from."""
    for place in range(len(found) - 1, first - 1, -1):
        if any(mark in text[start:end] for start, end in found[place].content for mark in _QUOTE_MARKS):
            return place
    return None


def _inside_quotes(unit: Unit) -> Iterator[Speech]:
    """What a quoted speaker reports of others by name; what he says of himself is his own speech already."""
    for place in [place for place, form in enumerate(unit.forms) if form == QUOTE]:
        start, end = unit.starts[place], unit.ends[place]
        if end - start >= _MIN_NESTED_CHARS and _reports(unit.text[start:end]):
            for inner in find_units(unit.text[start + 1 : end - 1]):
                for speech in apply_rules(inner):
                    if speech.source and not speech.weak and _is_named(inner, speech):
                        yield shifted(speech, start + 1)


def _reports(words: str) -> bool:
    reporting = load_cues().reporting
    return any(word in reporting for word in words.split()) or "ccording to" in words


def _is_named(unit: Unit, speech: Speech) -> bool:
    words = unit.text[speech.source[0][0] : speech.source[-1][1]].split()
    return words[-1][0].isupper() and words[-1].lower() not in _PRONOUNS
