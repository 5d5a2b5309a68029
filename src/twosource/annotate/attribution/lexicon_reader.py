"""The reporting words, read once: every form of every verb with the frames it opens."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from twosource.annotate.attribution.inflect import forms_of
from twosource.model import Stance


class Frame(StrEnum):
    """What follows a reporting verb as its content."""

    CLAUSE = "clause"
    QUOTATION = "quotation"
    CLAUSE_OR_OBJECT = "clause_or_object"
    THAT = "that"
    OBJECT = "object"
    OBJECT_TO = "object_to"
    INFINITIVE = "infinitive"
    TOLD = "told"
    ASKED = "asked"


CLAUSAL = frozenset({Frame.CLAUSE, Frame.CLAUSE_OR_OBJECT, Frame.QUOTATION, Frame.THAT})
"""The frames whose content may be a clause or a quotation."""


class Form(StrEnum):
    """The form a verb stands in."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb."""

    lemma: str
    form: Form
    frames: frozenset[Frame]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Phrase:
    """A reporting verb with the words that complete it: "call for"."""

    tail: tuple[str, ...]
    frame: Frame
    lemma: str


@dataclass(frozen=True, slots=True)
class Cues:
    """The reporting lexicon."""

    verbs: dict[str, Verb]
    phrases: dict[str, tuple[Phrase, ...]]
    """Form of the first word -> the phrases it may open, longest first."""
    nouns: frozenset[str]
    passive_to: frozenset[str]
    passive_it: frozenset[str]
    hedges: frozenset[str]
    reporting: frozenset[str]
    """Every form of a verb of saying."""
    openers: frozenset[str]
    """Every word a cue may begin with."""
    forms: dict[str, Form]
    """The form of each word that opens a phrase."""
    stances: dict[str, Stance]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words by what they do."""

    auxiliaries: frozenset[str]
    passive_auxiliaries: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    subject_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    prepositions: frozenset[str]
    inside_subject: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    time_words: frozenset[str]
    closing_adverbials: frozenset[str]
    not_speakers: frozenset[str]
    introducing: frozenset[str]
    cited_speakers: frozenset[str]
    plain_verbs: frozenset[str]
    noun_like: frozenset[str]
    no_subject: frozenset[str] = frozenset()
    """Words over which no subject reaches back."""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("twosource.annotate.attribution.lexicon").joinpath(name).read_text("utf-8"))


def read_word_lists(name: str) -> dict[str, frozenset[str]]:
    """The word lists of a file of the lexicon by their names."""
    return {key: frozenset(value.split()) for key, value in _table(name).items()}


@cache
def load_grammar() -> Grammar:
    """The small words."""
    words = read_word_lists("grammar.toml")
    barred = words["auxiliaries"] | words["negations"] | words["subject_pronouns"] | words["subordinators"]
    return Grammar(**words, no_subject=barred | words["conjunctions"] | words["plain_verbs"])


@cache
def load_cues() -> Cues:
    """The reporting lexicon with every inflected form."""
    table = _table("cues.toml")
    stances = {lemma: Stance(name) for name, lemmas in table["stance"].items() for lemma in lemmas.split()}
    verbs, phrases = _verbs(table["verbs"], stances), _phrases(table["phrases"])
    return Cues(
        verbs=verbs,
        phrases=phrases,
        nouns=frozenset(table["nouns"]["that"].split()),
        passive_to=_past_forms(table["passive"]["to"]),
        passive_it=_past_forms(table["passive"]["it"]),
        hedges=frozenset(table["hedges"]["words"].split()),
        reporting=frozenset(form for form, verb in verbs.items() if verb.frames & {Frame.CLAUSE, Frame.TOLD}),
        openers=frozenset(verbs) | frozenset(phrases),
        forms=_phrase_forms(table["phrases"]),
        stances=stances,
    )


def _past_forms(lemmas: str) -> frozenset[str]:
    return frozenset(form for lemma in lemmas.split() for form, kind in forms_of(lemma) if kind == Form.PAST)


def _verbs(groups: dict[str, str], stances: dict[str, Stance]) -> dict[str, Verb]:
    frames: dict[str, set[Frame]] = {}
    for name, lemmas in groups.items():
        for lemma in lemmas.split():
            if "_" not in lemma:
                frames.setdefault(lemma, set()).add(Frame(name))
    found: dict[str, Verb] = {}
    for lemma, opened in frames.items():
        for form, kind in forms_of(lemma):
            found.setdefault(form, Verb(lemma, Form(kind), frozenset(opened), stances.get(lemma, Stance.SAID)))
    return found


def _phrase_forms(groups: dict[str, str]) -> dict[str, Form]:
    firsts = {entry.split()[0] for entries in groups.values() for entry in entries.split(";") if entry.strip()}
    return {form: Form(kind) for first in sorted(firsts) for form, kind in forms_of(first)}


def _phrases(groups: dict[str, str]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for name, entries in groups.items():
        for entry in entries.split(";"):
            words = entry.split()
            if not words:
                continue
            phrase = Phrase(tuple(words[1:]), Frame(name), "_".join(words))
            for form, _ in forms_of(words[0]):
                found.setdefault(form, []).append(phrase)
    return {form: tuple(sorted(phrases, key=lambda p: -len(p.tail))) for form, phrases in found.items()}
