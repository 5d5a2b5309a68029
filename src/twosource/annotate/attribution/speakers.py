"""Nouns and pronouns as speakers: which stand for somebody named elsewhere, and which can be no speaker at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.annotate.attribution.lexicon_reader import Form, load_cues, load_grammar, read_word_lists
from twosource.text.terms import lemma_of


@dataclass(frozen=True, slots=True)
class Speakers:
    """Nouns and pronouns that stand for a speaker named elsewhere, and nouns that name none."""

    masculine: frozenset[str]
    feminine: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    documents: frozenset[str]
    roles: frozenset[str]
    people: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    anyone: frozenset[str]
    offices: frozenset[str]
    hearers: frozenset[str]
    any_role: frozenset[str]
    narrowing: frozenset[str]
    speaking_roles: frozenset[str]
    bodies: frozenset[str]
    kinds_of_body: frozenset[str]
    institutions: frozenset[str]
    voiceless: frozenset[str]
    relational: frozenset[str]
    picture_agencies: frozenset[str]
    pictures: frozenset[str]

    @property
    def pronouns(self) -> frozenset[str]:
        """The pronouns of the third person."""
        return self.masculine | self.feminine | self.neuter | self.plural

    def may_be(self, noun: str, pronoun: str) -> bool:
        """Whether "he" or "she" may take up a person who is only called by a noun: "a neighbour", "his uncle"."""
        if pronoun not in self.masculine | self.feminine:
            return False
        other = self.women if pronoun in self.masculine else self.men
        known = self.men | self.women | self.anyone | self.roles | self.people | self.offices
        return noun in known and noun not in other and noun not in self.bodies


@cache
def load_speakers() -> Speakers:
    """The word lists of `speakers.toml`."""
    return Speakers(**read_word_lists("speakers.toml"))


@cache
def load_given_names() -> dict[str, str]:
    """Given names in lower case, each with the pronoun of those who bear it.

    >>> load_given_names()["ursula"], load_given_names().get("kim")
    ('she', None)
    """
    names = read_word_lists("given_names.toml")
    return dict.fromkeys(names["feminine"], "she") | dict.fromkeys(names["masculine"], "he")


@lru_cache(maxsize=16_384)
def can_speak(form: str) -> bool:
    """Whether the last word of a source, in lower case, may name a speaker.

    Policy: an event ("the talks"), an act, an amount, a time and a verb that a source was cut behind speak for nobody,
    whatever verb follows them ("the visit shows that ..."). A document does: its words are somebody's.

    >>> [can_speak(noun) for noun in ("analysts", "talks", "percent", "saturday", "claimed", "ruling")]
    [True, False, False, False, False, True]
    """
    forms = {form, lemma_of(form)}
    speakers, grammar = load_speakers(), load_grammar()
    if forms & speakers.documents:
        return True
    if forms & speakers.voiceless or form in speakers.pictures:
        return False
    return not (_is_verb_form(form) or form in grammar.time_words | grammar.adverbs | grammar.plain_verbs)


def _is_verb_form(form: str) -> bool:
    verb = load_cues().verbs.get(form)
    return form.endswith("ing") or (verb is not None and verb.form is Form.PAST)


def is_one_of_several(noun: str) -> bool:
    """Whether a plural noun stands for persons or bodies by what they are: "leaders", "ministries".

    >>> [is_one_of_several(noun) for noun in ("leaders", "ministries", "leader", "residents")]
    [True, True, False, False]
    """
    speakers, single = load_speakers(), lemma_of(noun)
    return single != noun and (single in speakers.roles or single in speakers.bodies)
