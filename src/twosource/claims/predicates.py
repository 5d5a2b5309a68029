"""The verb that carries a clause, found by word lists and position: light, and silent where it is not sure."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.text.terms import is_verb, lemma_of
from twosource.text.words import Word, find_words

_AUXILIARIES = frozenset("be have do will would shall should can could may might must".split())
_RAISING = frozenset("expect set plan schedule appear seem continue begin start try".split())
_HELPERS = _AUXILIARIES | _RAISING
_ADVERBS = frozenset({"last", "like", "set", "near", "better", "clear"})  # verbs only after an auxiliary or "to"
_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your no any some each every another of".split()
)


@dataclass(frozen=True, slots=True)
class Predicate:
    """The lemma and place of the verb that carries a clause."""

    lemma: str
    start: int
    end: int


def find_predicate(text: str, start: int, end: int) -> Predicate | None:
    """The main verb of `text[start:end]`, or None.

    Policy: the first finite verb that no article or possessive stands before; an auxiliary gives way to the verb it
    helps, and "is expected to", "is set to" to the verb that follows. A clause whose only verb is "be" has "be".

    >>> text = "Xi is expected to visit Russia"
    >>> find_predicate(text, 0, len(text)).lemma
    'visit'
    """
    words = find_words(text, start, end)
    for place, word in enumerate(words):
        lemma = lemma_of(word.form)
        if not _may_be_verb(words, place, lemma):
            continue
        chosen = _main_verb(words, place)
        return Predicate(lemma_of(chosen.form), chosen.start, chosen.end)
    return None


def _may_be_verb(words: list[Word], place: int, lemma: str) -> bool:
    if lemma in _AUXILIARIES:
        return True
    form = words[place].form
    if not is_verb(lemma) or form.endswith("ing") or form in _ADVERBS:
        return False
    return place > 0 and words[place - 1].form not in _DETERMINERS and not words[place - 1].form.endswith("'s")


def _main_verb(words: list[Word], place: int) -> Word:
    """From an auxiliary on, the last verb of its chain."""
    chosen = words[place]
    for word in words[place + 1 : place + 6]:
        lemma = lemma_of(word.form)
        helps = lemma_of(chosen.form) in _HELPERS
        if helps and (lemma in _AUXILIARIES or is_verb(lemma)):
            chosen = word
        elif word.form in _DETERMINERS or not (helps and _between(word.form)):
            break
    return chosen


def _between(form: str) -> bool:
    return form in {"to", "not", "also", "now", "still", "never", "already", "reportedly"} or form.endswith("ly")
