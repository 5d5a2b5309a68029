"""Where content begins and ends: what stands between a reporting verb and its clause, and where the clause stops."""

from __future__ import annotations

from twosource.annotate.attribution.lexicon_reader import load_cues, load_grammar
from twosource.annotate.attribution.units import QUOTE, Unit
from twosource.model import Extent

_FINAL = frozenset(".?!;:,…-–—")
_LOOKAHEAD = 12  # tokens in which "that" may follow its verb: "said in a statement on Monday that"
_MIN_CONTENT_TOKENS = 1


def end_of_unit(unit: Unit) -> int:
    """The token after the last one that is no closing mark."""
    end = len(unit)
    while end > 0 and unit.forms[end - 1] in _FINAL:
        end -= 1
    return end


def is_light(unit: Unit, start: int) -> bool:
    """Whether what follows the verb carries no content: nothing, a time, "in a statement"."""
    end = end_of_unit(unit)
    if start >= end:
        return True
    grammar = load_grammar()
    if QUOTE in unit.forms[start:end]:
        return False
    return unit.forms[start] in grammar.closing_adverbials or unit.forms[start] in grammar.time_words


def skip_adverbials(unit: Unit, start: int) -> int:
    """Past time, place and "in a statement", to where the clause begins."""
    end = end_of_unit(unit)
    that = _that_ahead(unit, start, end)
    if that is not None:
        return that
    grammar = load_grammar()
    place = start
    while place < end:
        form = unit.forms[place]
        if form in {",", ":"}:
            return place + 1
        if form in grammar.time_words or form in {"on", "in"} | grammar.adverbs and place == start:
            place = _past_adverbial(unit, place, end)
        elif form in grammar.prepositions and form not in {"like"}:
            place = _past_adverbial(unit, place, end)
        else:
            return place
    return start


def _that_ahead(unit: Unit, start: int, end: int) -> int | None:
    grammar, cues = load_grammar(), load_cues()
    for place in range(start, min(end, start + _LOOKAHEAD)):
        form = unit.forms[place]
        if form == "that" and (place == start or unit.forms[place - 1] not in grammar.prepositions):
            return place
        if form == QUOTE or form in grammar.auxiliaries or form in grammar.subject_pronouns:
            return None
        if place > start and form in cues.verbs and not unit.capital(place):
            return None
        if place == start and not (
            form in grammar.prepositions or form in grammar.time_words or form in grammar.adverbs
        ):
            return None
    return None


def _past_adverbial(unit: Unit, place: int, end: int) -> int:
    """Past one preposition with its noun, or one time word."""
    grammar = load_grammar()
    at = place + 1
    if unit.forms[place] in grammar.time_words or unit.forms[place] in grammar.adverbs:
        while at < end and (unit.forms[at] in grammar.time_words or unit.forms[at].isdigit()):
            at += 1
        return at
    if at < end and unit.forms[at] in grammar.determiners:
        at += 1
    words = 0
    while at < end and not _opens_clause(unit, at, words):
        at += 1
        words += 1
    return at


def _opens_clause(unit: Unit, place: int, words: int) -> bool:
    grammar = load_grammar()
    form = unit.forms[place]
    if form in {",", ":", QUOTE} or form in grammar.subject_pronouns:
        return True
    if words == 0:
        return False
    if form in grammar.determiners or form in grammar.prepositions or form in grammar.time_words:
        return True
    return unit.capital(place) and not unit.capital(place - 1)


def end_of_clause(unit: Unit, start: int, stops: frozenset[int]) -> int:
    """Where content that begins at `start` ends: at another speaker's clause, ", according to", or the end."""
    end = end_of_unit(unit)
    for place in range(start + _MIN_CONTENT_TOKENS, end):
        if place in stops:
            return _trim(unit, start, place)
        if unit.forms[place] == ";":
            return place
    return _trim(unit, start, end)


def end_of_object(unit: Unit, start: int, stops: frozenset[int]) -> int:
    """Where a noun phrase that is itself content ends: at a comma that opens another clause, or where a clause would."""
    end = end_of_clause(unit, start, stops)
    grammar = load_grammar()
    for place in range(start + 1, end):
        form = unit.forms[place]
        if form in {"-", "–", "—", "("} and place > start + 1:
            return _trim(unit, start, place)
        if form in {"when", "while", "after", "but", "although", "though", "if"} and place > start + 1:
            return _trim(unit, start, place)
        if form == "," and place + 1 < end and _comma_ends(unit, place, grammar.relatives):
            return _trim(unit, start, place)
    return end


def _comma_ends(unit: Unit, place: int, relatives: frozenset[str]) -> bool:
    follower = unit.forms[place + 1]
    return (
        follower in relatives
        or (follower.endswith("ing") and follower != "including")
        or follower in {"but", "and", "while", "with", "in", "at", "on", "after", "as", "even", "a", "the"}
    )


def _trim(unit: Unit, start: int, end: int) -> int:
    last = end
    while last > start and (
        unit.forms[last - 1] in _FINAL or unit.forms[last - 1] in {"and", "but", "or", "while", "as"}
    ):
        last -= 1
    return last


def extent_of(unit: Unit, first: int, after: int) -> Extent | None:
    """The range of tokens, or None for an empty one."""
    return unit.extent(first, after) if first < after else None
