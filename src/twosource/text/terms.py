"""Content words in a form that two reports of one thing share: lemmas, then classes of near synonyms."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

import msgspec

from twosource.text.word_classes import load_word_classes
from twosource.text.words import find_forms, find_words

_DOUBLED = frozenset("bdgklmnprtvz")
# "Losses", "viruses", "boxes", "churches"; but "cases", "houses", "causes", "prizes", "headaches" lose a letter only.
_ADDS_A_VOWEL = re.compile(r"(?:ss|(?<![ao])us|x|sh|(?<!ada)ch|[tz]z)es$")
_SHORTEST = 2  # letters of a content word


class Term(msgspec.Struct, frozen=True, gc=False):
    """A content word: its lemma, its class ("weapon" for "arms"), and its place."""

    lemma: str
    group: str
    start: int
    end: int


@cache
def _groups() -> dict[str, str]:
    return load_word_classes().groups | load_word_classes().countries


@cache
def country_groups() -> frozenset[str]:
    """The groups that stand for countries: what "Russian" and "Moscow" become."""
    return frozenset(load_word_classes().countries.values()) - {"europe"}


@lru_cache(maxsize=65_536)
def lemma_of(word: str) -> str:
    """The dictionary form of an English word, by table and by ending; a word it does not know loses its plural only.

    Policy: ending rules hold only where they lead to a verb of the list or a plain plural, so that names stay whole.

    >>> [lemma_of(w) for w in ("supplied", "visiting", "killed", "countries", "Paris", "deployed", "buses")]
    ['supply', 'visit', 'kill', 'country', 'paris', 'deploy', 'bus']
    """
    form = word.lower().removesuffix("'s").removesuffix("s'") if "'" in word else word.lower()
    known = load_word_classes().irregular.get(form)
    if known is not None:
        return known
    for candidate in _verb_candidates(form):
        if candidate in load_word_classes().verbs:
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
    return form[:-2] if _ADDS_A_VOWEL.search(form) else form[:-1]


def group_of(lemma: str) -> str:
    """The word that stands for all of its class: "arms" and "weapon" give one, as do "Moscow" and "Russian".

    >>> group_of("arms") == group_of("weapon"), group_of("moscow"), group_of("table")
    (True, 'russia', 'table')
    """
    return _groups().get(lemma, lemma)


def is_verb(lemma: str) -> bool:
    """Whether a lemma is in the list of news verbs."""
    return lemma in load_word_classes().verbs


def find_terms(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The content words of `text[start:end]`, in order; numbers and function words are left out.

    >>> [t.lemma for t in find_terms("The Kremlin said 27 leaders were arriving in Moscow.")]
    ['kremlin', 'leader', 'arrive', 'moscow']
    """
    return list(_terms_at(text, start, end))


@lru_cache(maxsize=16_384)
def _terms_at(text: str, start: int, end: int | None) -> tuple[Term, ...]:
    """The same as a tuple: each sentence is asked for once a slot, and again when claims are laid side by side."""
    return tuple(
        Term(*content, word.start, word.end)
        for word in find_words(text, start, end)
        if (content := _content_of(word.form)) is not None
    )


@lru_cache(maxsize=65_536)
def _content_of(form: str) -> tuple[str, str] | None:
    """Lemma and group of a word form, None for a number and a function word."""
    lemma = lemma_of(form)
    idle = len(lemma) < _SHORTEST or lemma[0].isdigit() or not load_word_classes().stopwords.isdisjoint((lemma, form))
    return None if idle else (lemma, group_of(lemma))


@lru_cache(maxsize=16_384)
def contents_in(text: str) -> tuple[tuple[str, str], ...]:
    """Lemma and group of each content word of a text, in order, where nobody asks for its place.

    >>> contents_in("The troops were arriving.")
    (('troop', 'soldier'), ('arrive', 'arrive'))
    """
    contents = map(_content_of, find_forms(text))
    return tuple(content for content in contents if content is not None)


@lru_cache(maxsize=16_384)
def groups_in(text: str) -> frozenset[str]:
    """The groups of a text's content words; the same sentence is asked for many times in one story.

    >>> sorted(groups_in("China denied that it supplied arms."))
    ['china', 'deny', 'supply', 'weapon']
    """
    return frozenset([group for _, group in contents_in(text)])


@dataclass(frozen=True)
class TermWeights:
    """How rare each term is among the sets it was made from, and the weight of any set, worked out once."""

    weights: dict[str, float]
    _sums: dict[frozenset[str], float] = field(default_factory=dict, repr=False)

    @classmethod
    def among(cls, sets: Iterable[frozenset[str]]) -> TermWeights:
        """Inverse frequencies: a term of all sets weighs least."""
        every = list(sets)
        counts = Counter(chain.from_iterable(every))
        logs = {count: math.log((1 + len(every)) / count) for count in set(counts.values())}
        return cls({term: logs[count] for term, count in counts.items()})

    def of(self, terms: frozenset[str]) -> float:
        """The weight of a set; a term never seen weighs 1. Summed in order of terms, so that no run differs."""
        known = self._sums.get(terms)
        if known is None:
            known = self._sums[terms] = sum(self.weights.get(t, 1.0) for t in sorted(terms))
        return known

    def overlap(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Shared weight over a size between the smaller of the two weights and their geometric mean, 0..1."""
        common = left & right
        if not common:
            return 0.0
        shared = sum([self.weights.get(term, 1.0) for term in sorted(common)])
        a, b = self.of(left), self.of(right)
        size = (a if a < b else b) + math.sqrt(a * b)  # noqa: FURB136 - called for each two slots of a story
        return min(1.0, 2 * shared / size) if size else 0.0
