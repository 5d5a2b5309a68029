"""Content words in a form that two reports of one thing share: lemmas, then classes of near synonyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.text.word_classes import CLASSES, DEMONYMS, IRREGULAR, STOPWORDS, VERBS
from twosource.text.words import find_words

_NOUNS = frozenset(
    "man woman child person life wife knife foot crisis data country media police troop arms dead".split()
)
_DOUBLED = frozenset("bdgklmnprtvz")


@dataclass(frozen=True, slots=True)
class Term:
    """A content word: its lemma, its class ("weapon" for "arms"), and its place."""

    lemma: str
    group: str
    start: int
    end: int


@cache
def _irregular() -> dict[str, str]:
    return dict(pair.split("=") for pair in IRREGULAR)


@cache
def _verbs() -> frozenset[str]:
    return frozenset(VERBS) | (frozenset(_irregular().values()) - _NOUNS)


@cache
def _groups() -> dict[str, str]:
    groups: dict[str, str] = {}
    for line in CLASSES:
        words = line.split()
        for word in words:
            groups.setdefault(word, words[0])
    return groups | dict(pair.split("=") for pair in DEMONYMS)


@cache
def country_groups() -> frozenset[str]:
    """The groups that stand for countries: what "Russian" and "Moscow" become."""
    return frozenset(pair.partition("=")[2] for pair in DEMONYMS) - {"europe"}


@cache
def lemma_of(word: str) -> str:
    """The dictionary form of an English word, by table and by ending; a word it does not know loses its plural only.

    Policy: ending rules hold only where they lead to a verb of the list or a plain plural, so that names stay whole.

    >>> [lemma_of(w) for w in ("supplied", "visiting", "killed", "countries", "Paris", "deployed", "buses")]
    ['supply', 'visit', 'kill', 'country', 'paris', 'deploy', 'bus']
    """
    form = word.lower().removesuffix("'s").removesuffix("s'") if "'" in word else word.lower()
    known = _irregular().get(form)
    if known is not None:
        return known
    for candidate in _verb_candidates(form):
        if candidate in _verbs():
            return candidate
    return _singular(form)


def _verb_candidates(form: str) -> Iterator[str]:
    yield form
    for ending in ("ied", "ies"):
        if form.endswith(ending):
            yield form[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            yield stem
            yield stem + "e"
            if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
                yield stem[:-1]


def _singular(form: str) -> str:
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is", "ics")):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ses", "xes", "ches", "shes", "zes")):
        return form[:-2]
    return form[:-1]


def group_of(lemma: str) -> str:
    """The word that stands for all of its class: "arms" and "weapon" give one, as do "Moscow" and "Russian".

    >>> group_of("arms") == group_of("weapon"), group_of("moscow"), group_of("table")
    (True, 'russia', 'table')
    """
    return _groups().get(lemma, lemma)


def is_verb(lemma: str) -> bool:
    """Whether a lemma is in the list of news verbs."""
    return lemma in _verbs()


def find_terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The content words of `text[start:end]`, in order; numbers and function words are left out.

    >>> [t.lemma for t in find_terms("The Kremlin said 27 leaders were arriving in Moscow.")]
    ['kremlin', 'leader', 'arrive', 'moscow']
    """
    found = []
    for word in find_words(text, start, end):
        lemma = lemma_of(word.form)
        if len(lemma) > 1 and not lemma[0].isdigit() and lemma not in STOPWORDS and word.form not in STOPWORDS:
            found.append(Term(lemma, group_of(lemma), word.start, word.end))
    return found
