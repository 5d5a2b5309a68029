"""Whose verb it is: the noun phrase that stands before a reporting verb, or after it."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.annotate.attribution.lexicon_reader import Form, Grammar, load_cues, load_grammar
from twosource.annotate.attribution.units import QUOTE, Unit

POSSESSIVES = frozenset({"'s", "'"})
_MAX_SUBJECT_TOKENS = 25
_STOPS = frozenset(",;:()[]-–—\"“”'.?!…") | {QUOTE}


@dataclass(frozen=True, slots=True)
class Subject:
    """A source: tokens `first`..`after`."""

    first: int
    after: int


def verb_group_start(unit: Unit, verb: int) -> int:
    """The first token of the verb with its auxiliaries and adverbs: "has repeatedly said"."""
    grammar = load_grammar()
    place = verb
    while place > 0 and _in_verb_group(unit.forms[place - 1], grammar):
        place -= 1
    while place < verb and unit.forms[place] in POSSESSIVES:
        place += 1
    return place


def _in_verb_group(form: str, grammar: Grammar) -> bool:
    return (
        form in grammar.auxiliaries
        or form in grammar.negations
        or form in grammar.adverbs
        or (form.endswith("ly") and len(form) > 4)
        or form.endswith("n't")
    )


def find_subject(unit: Unit, group: int) -> Subject | None:
    """The noun phrase that ends right before token `group`, over an apposition or a relative pronoun; else None."""
    grammar = load_grammar()
    end = group
    if end <= 0:
        return None
    if unit.forms[end - 1] == ",":
        return _over_apposition(unit, end - 1)
    if unit.forms[end - 1] in grammar.relatives:
        return _antecedent(unit, end - 1)
    return _noun_phrase_before(unit, end)


def _antecedent(unit: Unit, relative: int) -> Subject:
    """A relative pronoun with the noun it stands for, where one is right before it."""
    end = relative - 1 if relative and unit.forms[relative - 1] == "," else relative
    found = _noun_phrase_before(unit, end) if end > 0 else None
    return Subject(found.first, relative + 1) if found else Subject(relative, relative + 1)


def _over_apposition(unit: Unit, comma: int) -> Subject | None:
    """The phrase before the first of two commas: "Anna Price, a spokeswoman, said"."""
    for place in range(comma - 1, max(-1, comma - _MAX_SUBJECT_TOKENS), -1):
        if unit.forms[place] == QUOTE:
            return None
        if unit.forms[place] == "," and place > 0:
            found = _noun_phrase_before(unit, place)
            if found is not None and (
                unit.capital(found.after - 1) or unit.forms[found.first] in load_grammar().determiners
            ):
                return Subject(found.first, comma)
    return None


def _noun_phrase_before(unit: Unit, end: int) -> Subject | None:
    """The noun phrase that ends at token `end`, or None where no noun can stand there."""
    grammar = load_grammar()
    last = unit.forms[end - 1]
    if last in grammar.object_pronouns and end >= 3 and unit.forms[end - 2] == "of":
        return Subject(end - 3, end)
    if last in grammar.subject_pronouns or last in grammar.pronouns:
        return Subject(end - 1, end)
    if not _can_end(unit, end - 1, grammar):
        return None
    first = end - 1
    while first > 0 and end - first < _MAX_SUBJECT_TOKENS and _continues(unit, first - 1, grammar):
        first -= 1
    first = _trim(unit, first, end, grammar)
    return Subject(first, end) if first < end else None


def _can_end(unit: Unit, place: int, grammar: Grammar) -> bool:
    form = unit.forms[place]
    if form == ")":
        return True
    if form in _STOPS or form in grammar.determiners | grammar.prepositions | grammar.conjunctions:
        return form in {"others", "many", "some", "most", "all", "few", "both", "several", "one"}
    return form not in grammar.auxiliaries and form not in grammar.subordinators and form not in grammar.object_pronouns


def _continues(unit: Unit, place: int, grammar: Grammar) -> bool:
    form = unit.forms[place]
    if form in {"(", ")"} or form in POSSESSIVES:
        return True
    if form == "and":
        return place > 0 and unit.capital(place - 1) and unit.capital(place + 1)
    if form in _STOPS or form in grammar.no_subject or form.endswith("n't"):
        return False
    if form in grammar.prepositions:
        return form in grammar.inside_subject
    if unit.capital(place):
        return True
    verb = load_cues().verbs.get(form)
    finite = verb is not None and verb.form in {Form.PAST, Form.THIRD}
    return not finite or (place > 0 and unit.forms[place - 1] in grammar.determiners)


def _trim(unit: Unit, first: int, end: int, grammar: Grammar) -> int:
    """Past what opens the clause and is no part of the phrase: "But on Monday the"."""
    place = _last_article(unit, first, end, grammar)
    while place < end - 1:
        form = unit.forms[place]
        if form in grammar.prepositions:
            place = _past_phrase(unit, place, end, grammar)
        elif form in grammar.time_words or form in grammar.adverbs or form in grammar.conjunctions:
            place += 1
        else:
            break
    return place


def _last_article(unit: Unit, first: int, end: int, grammar: Grammar) -> int:
    """The last capitalised article of a phrase opens it anew: "date 2025-05-04 The Kremlin"."""
    for place in range(end - 2, first, -1):
        if unit.forms[place] == "the" and unit.capital(place) and unit.forms[place - 1] not in grammar.prepositions:
            return place
    return first


def _past_phrase(unit: Unit, place: int, end: int, grammar: Grammar) -> int:
    """Past a prepositional phrase at the front: to the next determiner or capital after its noun, if there is one."""
    seen_noun = False
    for at in range(place + 1, end):
        form = unit.forms[at]
        opens = form in grammar.determiners or form in grammar.pronouns or unit.capital(at)
        if (
            seen_noun
            and opens
            and unit.forms[at - 1] not in grammar.prepositions
            and not (unit.capital(at - 1) and unit.capital(at) and unit.forms[at - 1] not in grammar.time_words)
        ):
            return at
        seen_noun = seen_noun or form not in grammar.determiners
    return place + 1


def owner_before(unit: Unit, end: int) -> Subject | None:
    """The holder of a possessive that stands at `end`: its capitalised words, or its noun with the article."""
    first = end - 1
    if first < 0 or not unit.forms[first][0].isalnum():
        return None
    while first > 0 and unit.capital(first) and unit.capital(first - 1) and unit.forms[first - 1][0].isalpha():
        first -= 1
    if not unit.capital(end - 1):
        while first > 0 and end - first < 4 and unit.forms[first - 1][0].isalpha():
            first -= 1
            if unit.forms[first] in load_grammar().determiners:
                break
    elif first > 0 and unit.forms[first - 1] == "the":
        first -= 1
    return Subject(first, end)


def noun_phrase_after(unit: Unit, place: int) -> Subject | None:
    """The noun phrase that begins at `place`: to the next mark, verb or clause word."""
    grammar = load_grammar()
    if place >= len(unit) or unit.forms[place] in _STOPS:
        return None
    if unit.forms[place] in grammar.subject_pronouns:
        return Subject(place, place + 1)
    after = place
    while (
        after < len(unit)
        and after - place < _MAX_SUBJECT_TOKENS
        and (_goes_on(unit, after, grammar) or (after == place and unit.forms[after] in grammar.time_words))
    ):
        after += 1
    return Subject(place, after) if after > place else None


def _goes_on(unit: Unit, place: int, grammar: Grammar) -> bool:
    form = unit.forms[place]
    if form in {"(", ")"}:
        return True
    return not (
        form in _STOPS
        or form in grammar.auxiliaries
        or (form in grammar.subordinators and not unit.capital(place))
        or form in grammar.time_words
    )
