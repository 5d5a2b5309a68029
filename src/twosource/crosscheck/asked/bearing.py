"""What one statement of coverage is to a statement that is asked about: for it, against it, or neither and why."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from twosource.crosscheck.asked.acts import (
    has_opposite,
    is_denied,
    is_others_act,
    is_past_for_plan,
    is_turned_round,
    is_weaker,
)
from twosource.crosscheck.asked.asked import Asked, find_content, name_words
from twosource.crosscheck.asked.asked_values import ValueFit, fit_values
from twosource.crosscheck.asked.exchange import are_names_exchanged
from twosource.crosscheck.quoting import value_text
from twosource.model import Bearing, Named, Polarity, Reading, Slot, Statement
from twosource.text.normalise import fold
from twosource.text.terms import TermWeights, groups_in

_HELD = 0.8  # of the weight of the text's words; one noun of five that is another makes another claim
_NEAR = 0.5  # from here on a wording is worth showing
_PRONOUN = re.compile(r"\W*(?:it|he|she|they)\b", re.IGNORECASE)
_SUBJECT_TERMS = 4  # what stands before a verb is longer than its subject where it is longer than this


@dataclass(frozen=True)
class Borne:
    """The bearing of a statement, how much of the text's words it holds, and the slot that answers the text's."""

    bearing: Bearing
    share: float
    value: str | None = None
    slots: tuple[Slot, ...] = field(default=())
    complete: bool = False
    """Whether nothing but words is missing: names and values are there."""


def held_share(asked: Asked, terms: frozenset[str], weights: TermWeights, rarest: float) -> float:
    """The share of the weight of the text's words that stand among `terms`; a word no coverage has weighs most."""

    def weigh(words: frozenset[str]) -> float:
        return sum(weights.weights.get(word, rarest) for word in sorted(words))

    whole = weigh(asked.terms)
    return weigh(asked.terms & terms) / whole if whole else 0.0


def terms_of(statement: Statement, before: Statement | None = None) -> frozenset[str]:
    """The words of a statement by group, with its names in full, those who say it, and what a pronoun stands for.

    Policy: "it", "he", "she" or "they" at the head stand for what the statement `before` has before its verb.
    """
    named = [name_words(s) for s in statement.slots if isinstance(s.value, Named)]
    spoken = [groups_in(name) for name in statement.said_by]
    meant = [_subject_of(before)] if before is not None and _PRONOUN.match(statement.span.quote) else []
    own = (t.group for t in find_content(statement.span.quote))
    return frozenset(own).union(*named, *spoken, *meant)


def _subject_of(statement: Statement) -> frozenset[str]:
    terms = find_content(statement.span.quote)
    place = next((i for i, t in enumerate(terms) if t.lemma == statement.predicate), len(terms))
    return frozenset(t.group for t in terms[: min(place, _SUBJECT_TERMS)])


def bear_on(
    asked: Asked, statement: Statement, terms: frozenset[str], reading: Reading, *, weights: TermWeights, rarest: float
) -> Borne | None:
    """What the statement is to the text; None where it shares too little to be shown.

    Policy: it says so only where every name, the verb, every number and time and four fifths of the weight of all
    words are there, doer and done-to stand the same way round, and it is neither denied nor merely possible. Another
    value, a denial or an opposite verb counts against the text only where the rest is there as well. Everything
    else bears neither way: silence is no denial. `terms` are those of `terms_of`.
    """
    share = held_share(asked, terms, weights, rarest)
    opposed = asked.verb is not None and asked.verb not in terms and has_opposite(asked, statement)
    if opposed:
        share = held_share(asked, terms | {asked.verb or ""}, weights, rarest)
    if share < _NEAR:
        return None
    if _is_word_for_word(asked, statement):
        return _word_for_word(statement)
    fit = fit_values(asked, statement, reading, weights)
    named = all(_is_named(name, statement, terms) for name in asked.names)
    named = named and _has_proper_words(asked, terms, weights)
    said = named and (asked.verb is None or asked.verb in terms or opposed)
    complete = said and not opposed and fit.bearing is Bearing.SAYS_SO
    if not said or share < _HELD:
        return Borne(Bearing.OTHER_WORDS, share, fit.value, fit.slots, complete=complete)
    return Borne(_bearing(asked, statement, fit, opposed=opposed), share, fit.value, fit.slots, complete=complete)


def _is_word_for_word(asked: Asked, statement: Statement) -> bool:
    own, theirs = (fold(s.span.quote).text.lower().strip(" .") for s in (asked.statement, statement))
    return own == theirs and asked.denied == (statement.polarity is Polarity.DENIED) and not asked.is_undated


def _word_for_word(statement: Statement) -> Borne:
    slots = tuple(s for s in statement.slots if not isinstance(s.value, Named))
    return Borne(Bearing.SAYS_SO, 1.0, value_text(slots[0].value) if slots else None, slots, complete=True)


def _has_proper_words(asked: Asked, terms: frozenset[str], weights: TermWeights) -> bool:
    """Whether words that may be names, and one word at least of those before the verb, are there."""
    known = asked.first is None or asked.first in terms or asked.first in weights.weights
    return known and asked.proper <= terms and (not asked.doers or bool(asked.doers & terms))


def _bearing(asked: Asked, statement: Statement, fit: ValueFit, *, opposed: bool) -> Bearing:
    denied = is_denied(asked, statement)
    turned = is_turned_round(asked, statement) or are_names_exchanged(asked.statement, statement)
    if turned or is_others_act(asked, statement):
        return Bearing.OTHER_ROLES
    if opposed:
        plain = denied == asked.denied and fit.bearing is Bearing.SAYS_SO
        return Bearing.OPPOSITE if plain else Bearing.OTHER_WORDS
    if is_past_for_plan(asked, statement):
        return Bearing.OTHER_TIME
    if denied != asked.denied:
        return Bearing.DENIES if fit.bearing is Bearing.SAYS_SO else Bearing.OTHER_WORDS
    if fit.bearing is Bearing.SAYS_SO and is_weaker(asked, statement):
        return Bearing.WEAKER
    return fit.bearing


def _is_named(name: frozenset[str], statement: Statement, terms: frozenset[str]) -> bool:
    """Whether a name is there, whole or in the shorter or fuller form that the statement has."""
    forms = [name_words(s) for s in statement.slots if isinstance(s.value, Named)]
    return name <= terms or any(form and (form <= name or name <= form) for form in forms)
