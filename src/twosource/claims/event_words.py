"""Words that can name an event, how often as verb and as noun, and which senses they share: a table from WordNet 3.1.

The table is `event_words.tsv`, its licence `event_words.LICENSE.txt`. It holds the verbs, and the nouns of acts,
events, phenomena and processes, that WordNet counts in running text; senses are numbered anew, and only those of the
first three of a word that another word has, too. A noun has the senses of the verbs it is derived from.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from twosource.text.terms import is_verb, lemma_of

_ENDINGS = (("ied", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")), ("es", ("", "e")), ("s", ("",)))
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class EventWord:
    """A dictionary form, and what the table says of it."""

    lemma: str
    leaning: float
    """From -3 (a noun in running text) to 3 (a verb), -4 for a word that is no verb at all."""
    event_share: float
    """Of its uses as a noun, those that name an act, an event, a phenomenon or a process."""
    commonness: float
    """Logarithm of its uses, about 0 to 2."""
    first: frozenset[int]
    """Senses: the first one."""
    senses: frozenset[int]
    """The first three."""


@cache
def load_event_words() -> dict[str, EventWord]:
    """The table by dictionary form, read at first use.

    >>> words = load_event_words()
    >>> bool(words["apprehend"].senses & words["arrest"].senses), bool(words["arrest"].senses & words["visit"].senses)
    (True, False)
    """
    table = files("twosource.claims").joinpath("event_words.tsv").read_text("utf-8")
    return {word.lemma: word for word in map(_read_line, table.splitlines())}


def _read_line(line: str) -> EventWord:
    lemma, verbs, nouns, share, is_a_verb, first, others = line.split("\t")
    leaning = math.log((int(verbs) + 0.5) / (int(nouns) + 0.5)) if is_a_verb == "1" else -4.0
    head = frozenset(map(int, first.split()))
    return EventWord(
        lemma=lemma,
        leaning=max(-3.0, min(3.0, leaning)) if is_a_verb == "1" else leaning,
        event_share=float(share),
        commonness=math.log(int(verbs) + int(nouns) + 1) / 5,
        first=head,
        senses=head.union(map(int, others.split())),
    )


@lru_cache(maxsize=16_384)
def event_word_of(form: str) -> EventWord | None:
    """What the table says of a word as it stands in a text, None for a word that names no event.

    >>> [word.lemma if (word := event_word_of(form)) else None for form in ("foiled", "acquisitions", "carpet")]
    ['foil', 'acquisition', None]
    """
    words = load_event_words()
    if len(form) < _SHORTEST or not form.isalpha():
        return None
    lemma = lemma_of(form)
    return (
        words.get(lemma) if is_verb(lemma) else next((words[c] for c in _candidates(form, lemma) if c in words), None)
    )


def _candidates(form: str, lemma: str) -> list[str]:
    found = [lemma, form]
    for ending, tails in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            found += [stem + tail for tail in tails]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return found
