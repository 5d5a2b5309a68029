"""Which attributions tell something: more than a wish to stay unnamed, a refusal to speak, a list that was read.

A wish to stay unnamed is no attribution. The others are kept as they were found, with source and cue, and have no
voice: nobody is to be held to "the names of the victims" because police have not released them.
"""

from __future__ import annotations

import re
from functools import cache

from twosource.annotate.attribution.inflect import forms_of, irregular_pasts
from twosource.annotate.attribution.lexicon_reader import Form, Frame, load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech

_STATE = re.compile(r"(?:missing|dead|killed|injured|wounded|stolen)\b")
_UNNAMED = re.compile(r"(?:not )?to (?:be|remain|stay) (?:named|identified|quoted|anonymous|unnamed)\b|anonymity\b")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_QUOTED = re.compile(r"[\"“«]|''|``|^['‘](?=\w)")
_NOT = re.compile(r"\b(?:not|never|yet to)\b|n['’]t\b")
_REFUSED = re.compile(r"\b(?:declin|refus)(?:es?|ed|ing)\b")
_SPEAK = re.compile(
    r"(?:further |publicly |immediately )?(?:to )?(?:further |publicly |immediately )?(?:comment|respond|elaborate|say"
    r"|speak|talk|discuss|disclose|release|reveal|identify|name|give|provide|offer|specify|answer|speculate|confirm)\b"
)
_OPENERS = frozenset("that whether if how why what when where who which because".split())
_SAYING = frozenset({Frame.QUOTATION, Frame.THAT})
_OUTLOOKS = frozenset("see sees expect expects expected foresee foresees anticipate anticipates".split())
_TELLING = "identify name list remember consider deem advise highlight"  # of whom or what, as no verb of the lexicon


def is_telling(text: str, speech: Speech) -> bool:
    """Whether it is more than a wish to stay unnamed, or a participle: "four workers reported missing"."""
    state = speech.cue_in(text) == "reported" and _STATE.match(text, speech.content[0][0])
    return not state and not _UNNAMED.match(text, speech.content[0][0])


def tells_something(text: str, speech: Speech) -> bool:
    """Whether an attribution has a content that its speaker may be held to.

    Policy: who declines to comment, has not released a name or is not accused of anything says nothing; a clause stays
    where somebody has not said whether it is so, and what somebody expects or does not expect. What a finder took for
    speech without a verb of it must be quoted or be a clause: "posted three photos", "read a list", "is the death of
    her cousin" are none.

    >>> text = "Reed declined to comment on it."
    >>> tells_something(text, Speech(cue=((5, 13),), content=((14, 30),), source=((0, 4),)))
    False
    """
    cue = speech.cue_in(text)
    verbs = _WORD.findall(cue)
    if not verbs:
        return True
    parts = [text[start:end] for start, end in speech.content]
    if _is_refusal(text, speech, cue):
        return False
    if any(_QUOTED.search(part) for part in parts):
        return True
    words = [word for part in parts for word in _WORD.findall(part.lower().replace("’", "'"))]
    if _NOT.search(cue):
        return _is_clause(words) or not _OUTLOOKS.isdisjoint(verbs)
    if all(word in _small_words() for word in verbs):
        return False
    return _takes_a_thing(verbs) or _is_clause(words)


def _is_refusal(text: str, speech: Speech, cue: str) -> bool:
    """Whether somebody would not speak: "declined to comment"; what stands quoted beside it is another's."""
    refused = _REFUSED.search(cue)
    if refused is None:
        return False
    start = speech.content[0][0]
    return bool(_SPEAK.search(cue, refused.end()) or _SPEAK.match(text, start) or _QUOTED.match(text, start))


def _takes_a_thing(verbs: list[str]) -> bool:
    """Whether a cue has a reporting word whose content may be a thing: "condemned the attack", "according to"."""
    cues = load_cues()
    if not (_telling_forms() | _OUTLOOKS).isdisjoint(verbs):
        return True
    if any(_opens_phrase(verbs[at:]) for at in range(len(verbs))):
        return True
    known = [cues.verbs[word].frames for word in verbs if word in cues.verbs]
    if known:
        return any(frames - _SAYING for frames in known)
    return any(word in cues.nouns or word in cues.openers or word.startswith("accord") for word in verbs)


def _opens_phrase(verbs: list[str]) -> bool:
    """Whether words begin with a phrase of reporting: "ruled out"."""
    return any(tuple(verbs[1 : len(p.tail) + 1]) == p.tail for p in load_cues().phrases.get(verbs[0], ()))


def _is_clause(words: list[str]) -> bool:
    """Whether words open as a clause, or hold a verb or a pronoun with something behind it: "there's little left"."""
    grammar = load_grammar()
    return bool(words) and (
        words[0] in _OPENERS
        or not grammar.subject_pronouns.isdisjoint(word.partition("'")[0] for word in words[:-1])
        or any(map(_is_verb, words))
    )


def _is_verb(word: str) -> bool:
    grammar, verb = load_grammar(), load_cues().verbs.get(word)
    past = (word.endswith("ed") and len(word) >= _SHORTEST_PAST) or word in irregular_pasts()
    known = word in grammar.auxiliaries or word in grammar.plain_verbs or word.endswith("n't")
    return past or known or (verb is not None and verb.form is Form.THIRD)


_SHORTEST_PAST = 5


@cache
def _small_words() -> frozenset[str]:
    grammar = load_grammar()
    return (
        grammar.auxiliaries | grammar.determiners | grammar.pronouns | grammar.prepositions | grammar.conjunctions
    ) - {"as", "per", "by", "against"}


@cache
def _telling_forms() -> frozenset[str]:
    return frozenset(form for lemma in _TELLING.split() for form, _ in forms_of(lemma))
