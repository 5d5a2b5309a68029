"""Where content begins and ends: what stands between a reporting verb and its clause, and where the clause stops."""

from __future__ import annotations

from twosource.annotate.attribution.lexicon_reader import Form, load_cues, load_grammar
from twosource.annotate.attribution.units import QUOTE, Unit
from twosource.model import Extent

_FINAL = frozenset(".?!;:,…-–—")
_HANGING = _FINAL | {"and", "but", "or", "while", "as"}
_LOOKAHEAD = 12  # tokens in which "that" may follow its verb: "said in a statement on Monday that"
MIN_CLAUSE_TOKENS = 3  # fewer make no clause: a name, a time, a lead-in
_MAX_TIME_TOKENS = 5  # "Earlier this month": longer, it is a clause that begins with a time
_OBJECT_ENDS = frozenset({"when", "while", "after", "but", "although", "though", "if"})
_OBJECT_MARKS = frozenset({"-", "–", "—", "("})


def end_of_unit(unit: Unit) -> int:
    """The token after the last one that is no closing mark."""
    end = len(unit)
    while end > 0 and unit.forms[end - 1] in _FINAL:
        end -= 1
    return end


def clause_start(unit: Unit, end: int) -> int:
    """Where the content that ends at `end` begins: after a semicolon, else with its sentence."""
    for place in range(end - 1, 0, -1):
        if unit.forms[place] == ";":
            return place + 1
    return 0


def is_light(unit: Unit, start: int) -> bool:
    """Whether what follows the verb carries no content: nothing, a time, "in a statement"."""
    end = end_of_unit(unit)
    if start >= end:
        return True
    if QUOTE in unit.forms[start:end]:
        return False
    return is_adverbial(unit, start)


def is_adverbial(unit: Unit, place: int) -> bool:
    """Whether time, place or manner begins at a token."""
    grammar = load_grammar()
    return unit.forms[place] in grammar.closing_adverbials or unit.forms[place] in grammar.time_words


def introduces(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch only leads in: "On Monday", "Asked about the talks", "Meanwhile"."""
    grammar = load_grammar()
    first = unit.forms[start]
    return (
        end - start < MIN_CLAUSE_TOKENS
        or first in grammar.introducing
        or (first in grammar.time_words and end - start < _MAX_TIME_TOKENS)
        or first.endswith(("ing", "ly"))
    )


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
        leading = form in grammar.time_words or form in grammar.prepositions
        if (leading and form != "like") or (form in grammar.adverbs and place == start):
            place = _past_adverbial(unit, place, end)
        else:
            return place
    return start


def _that_ahead(unit: Unit, start: int, end: int) -> int | None:
    """Where "that" stands within reach, with nothing but adverbials before it."""
    grammar = load_grammar()
    for place in range(start, min(end, start + _LOOKAHEAD)):
        form = unit.forms[place]
        if form == "that" and (place == start or unit.forms[place - 1] not in grammar.prepositions):
            return place
        if form == QUOTE or form in grammar.auxiliaries or form in grammar.subject_pronouns:
            return None
        adverbial = form in grammar.prepositions or form in grammar.time_words or form in grammar.adverbs
        verb = form in load_cues().verbs and not unit.capital(place)
        if (place == start and not adverbial) or (place > start and verb):
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
    first = at
    while at < end and not _opens_clause(unit, at, inside=at > first):
        at += 1
    return at


def _opens_clause(unit: Unit, place: int, *, inside: bool) -> bool:
    grammar = load_grammar()
    form = unit.forms[place]
    if form in {",", ":", QUOTE} or form in grammar.subject_pronouns:
        return True
    if not inside:
        return False
    if form in grammar.determiners or form in grammar.prepositions or form in grammar.time_words:
        return True
    return unit.capital(place) and not unit.capital(place - 1)


def end_of_clause(unit: Unit, start: int, stops: frozenset[int]) -> int:
    """Where content that begins at `start` ends: at another speaker's clause, a semicolon, or the end."""
    end = end_of_unit(unit)
    for place in range(start + 1, end):
        if place in stops and place > start + 1:
            return _trim(unit, start, place)
        if unit.forms[place] == ";":
            return place
        if unit.forms[place] == "," and unit.forms[place + 1] == "but" and _opens_subject(unit, place + 2, end):
            return _trim(unit, start, place)
    return _trim(unit, start, end)


def _opens_subject(unit: Unit, place: int, end: int) -> bool:
    """Whether a clause with a subject of its own begins at a token."""
    grammar = load_grammar()
    if place >= end:
        return False
    form = unit.forms[place]
    return form in grammar.subject_pronouns or form in grammar.determiners or unit.capital(place)


def end_of_object(unit: Unit, start: int, stops: frozenset[int]) -> int:
    """Where a noun phrase that is itself content ends: at a comma or a conjunction that opens another clause."""
    end = end_of_clause(unit, start, stops)
    for place in range(start + 1, end):
        form = unit.forms[place]
        if place > start + 1 and (form in _OBJECT_MARKS or form in _OBJECT_ENDS):
            return _trim(unit, start, place)
        if form == "," and place + 1 < end and not _is_list(unit, place, end):
            return _trim(unit, start, place)
    return end


def _is_list(unit: Unit, comma: int, end: int) -> bool:
    """Whether a comma parts members of a list: "and" or "or" follows the next member."""
    for place in range(comma + 1, min(end, comma + 7)):
        if unit.forms[place] in {"and", "or"} and place > comma + 1:
            return True
        if unit.forms[place] in load_grammar().auxiliaries:
            return False
    return unit.forms[comma + 1] == "including"


def opens_object(unit: Unit, start: int) -> bool:
    """Whether a noun phrase can begin at a token."""
    grammar = load_grammar()
    form = unit.forms[start]
    if form in grammar.determiners or form in grammar.object_pronouns or unit.capital(start) or form == QUOTE:
        return True
    return form[0].isalnum() and form not in grammar.introducing and form not in grammar.auxiliaries


def relative_follows(unit: Unit, place: int) -> bool:
    """Whether "that" before `place` opens a relative clause: "reports that question his past"."""
    if unit.forms[place] in load_grammar().auxiliaries:
        return True
    verb = load_cues().verbs.get(unit.forms[place])
    return verb is not None and verb.form in {Form.BASE, Form.PAST} and not unit.capital(place)


def _trim(unit: Unit, start: int, end: int) -> int:
    last = end
    while last > start and unit.forms[last - 1] in _HANGING:
        last -= 1
    return last


def extents_of(unit: Unit, *ranges: tuple[int, int]) -> tuple[Extent, ...]:
    """The ranges of tokens as ranges of characters, empty ones left out."""
    return tuple(unit.extent(first, after) for first, after in ranges if first < after)
