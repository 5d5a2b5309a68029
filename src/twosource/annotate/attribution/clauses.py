"""The content of a reporting verb: behind it, ahead of it, or broken around it.

S V (that) C          "The Kremlin said Xi was visiting"
C, S V                "..., the Kremlin confirmed"        also inverted: "..., said Peskov"
C1, S V, C2           "The two, he added, will meet"
S told A (that) C     "He told reporters the talks had failed"
S V to C              "Kyiv vowed to fight on"
S V C                 "Brussels condemned the attack"
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.annotate.attribution.content import (
    MIN_CLAUSE_TOKENS,
    clause_start,
    end_of_clause,
    end_of_object,
    end_of_unit,
    extents_of,
    introduces,
    is_adverbial,
    is_light,
    opens_object,
    skip_adverbials,
)
from twosource.annotate.attribution.hits import Hit
from twosource.annotate.attribution.lexicon_reader import CLAUSAL, Form, Frame, load_cues, load_grammar
from twosource.annotate.attribution.units import QUOTE, Unit
from twosource.model import Extent

_MIN_SPEECH_CHARS = 20  # a quotation shorter than this before ", he said" is a name or a scare quote
_OBJECT_TO_REACH = 12  # tokens within which "to" follows: "urged the two sides to ..."
_ADVERBIAL_REACH = 7  # tokens of time and place between a verb and its afterthought
_QUESTION_REACH = 5  # tokens of the person asked: "asked the chief prosecutor why"
_COMMAS = frozenset({",", "-", "–", "—"})
_QUESTION_WORDS = frozenset({"how", "why", "what", "whether", "if", "when", "who", "where"})
_ADDRESSEE_ENDS = frozenset({"that", QUOTE, "how", "why", "what", "whether", "to", "if"})
_OPENED = frozenset({Frame.CLAUSE, Frame.CLAUSE_OR_OBJECT, Frame.THAT})
_SPOKEN_ENDS = frozenset(",?!")
_NAMING = frozenset({"call", "dub", "brand", "label", "term"})


class Content(NamedTuple):
    """The parts of a content, and whether it is a thing or an act rather than words."""

    parts: tuple[Extent, ...]
    weak: bool = False


_NOTHING = Content(())


def find_content(unit: Unit, hit: Hit, stops: frozenset[int]) -> Content:
    """The content of one reporting verb; `stops` are the tokens at which other clauses of speech begin."""
    if hit.frames & CLAUSAL:
        behind = _behind(unit, hit, stops)
        if behind:
            return Content(behind)
    if Frame.TOLD in hit.frames or (Frame.ASKED in hit.frames and _asks(unit, hit)):
        told = _told(unit, hit, stops)
        if told:
            return Content(told)
    return _ahead(unit, hit, stops)


def _asks(unit: Unit, hit: Hit) -> bool:
    """Whether a question word follows soon: "asked (him) why the files were missing"."""
    return any(form in _QUESTION_WORDS for form in unit.forms[hit.after : hit.after + _QUESTION_REACH])


def _behind(unit: Unit, hit: Hit, stops: frozenset[int]) -> tuple[Extent, ...]:
    """Content that stands before its verb, whole or broken around it."""
    if hit.subject is None or hit.form is Form.ING:
        return ()
    left = min(hit.group, hit.subject.first)
    right = hit.subject.after if hit.inverted else hit.after
    end = left - 1 if left and unit.forms[left - 1] in _COMMAS else left
    if end < 1 or (end == left and not unit.quoted(left - 1)):
        return ()
    start = clause_start(unit, end)
    if hit.inverted or is_light(unit, right) or _trails_off(unit, right):
        bare = introduces(unit, start, end) and not {QUOTE, ","} & set(unit.forms[start:end])
        return () if bare else extents_of(unit, (start, end), _quotes_after(unit, right))
    if _carries_speech(unit, start, end):
        return extents_of(unit, (start, end), _quotes_after(unit, right))
    if unit.forms[right] == "," and right + 2 < end_of_unit(unit) and not introduces(unit, start, end):
        return extents_of(unit, (start, end), (right + 1, end_of_clause(unit, right + 1, stops)))
    return ()


def _trails_off(unit: Unit, right: int) -> bool:
    """Whether only an afterthought follows the verb: ", noting that ...", "Tuesday in Paris, adding ..."."""
    comma = unit.find(",", right)
    if comma is None or comma >= right + _ADVERBIAL_REACH or comma + 2 >= len(unit):
        return False
    if not (comma == right or is_adverbial(unit, right)):
        return False
    follower = unit.forms[comma + 1]
    if follower.endswith("ing"):
        return QUOTE not in unit.forms[right:] or follower in load_cues().verbs
    return comma == right and follower in load_grammar().prepositions and QUOTE not in unit.forms[right:]


def _carries_speech(unit: Unit, start: int, end: int) -> bool:
    quotes = [unit.raw(at) for at in range(start, end) if unit.quoted(at)]
    return any(len(quote) > _MIN_SPEECH_CHARS or quote.rstrip("\"”’'")[-1:] in _SPOKEN_ENDS for quote in quotes)


def _quotes_after(unit: Unit, right: int) -> tuple[int, int]:
    """From the first quotation behind a place to the last one; empty where there is none."""
    places = [at for at in range(right, len(unit)) if unit.quoted(at)]
    return (places[0], places[-1] + 1) if places else (0, 0)


def _told(unit: Unit, hit: Hit, stops: frozenset[int]) -> tuple[Extent, ...]:
    """Content past the person told, or before the verb: "told reporters on Monday (that) C"."""
    behind = _before_told(unit, hit)
    if behind:
        return behind
    start = _past_addressee(unit, hit.after, end_of_unit(unit))
    return () if start is None else extents_of(unit, (start, end_of_clause(unit, start, stops)))


def _before_told(unit: Unit, hit: Hit) -> tuple[Extent, ...]:
    left = min(hit.group, hit.subject.first) if hit.subject else 0
    if left < 1:
        return ()
    if unit.quoted(left - 1):
        end = left
    elif unit.forms[left - 1] == "," and left > MIN_CLAUSE_TOKENS and not introduces(unit, 0, left - 1):
        end = left - 1
    else:
        return ()
    return extents_of(unit, (clause_start(unit, end), end), _quotes_after(unit, hit.after))


def _past_addressee(unit: Unit, start: int, end: int) -> int | None:
    """Where the words begin that somebody is told; None where nothing is told."""
    grammar = load_grammar()
    if start >= end or unit.forms[start] in _ADDRESSEE_ENDS:
        return start if start < end else None
    if unit.forms[start] in grammar.object_pronouns:
        return skip_adverbials(unit, start + 1)
    first = start + 1 if unit.forms[start] in grammar.determiners else start
    for place in range(first, end):
        if unit.forms[place] in _ADDRESSEE_ENDS:
            return place
        if unit.forms[place] in {",", ":"}:
            quoted = place + 1 < len(unit) and unit.quoted(place + 1)
            return place + 1 if unit.forms[place] == ":" or quoted else None
        if place > first and _opens_told(unit, place):
            return _past_told_adverbial(unit, place)
    return None


def _past_told_adverbial(unit: Unit, place: int) -> int:
    grammar = load_grammar()
    adverbial = unit.forms[place] in grammar.prepositions or unit.forms[place] in grammar.time_words
    return skip_adverbials(unit, place) if adverbial else place


def _opens_told(unit: Unit, place: int) -> bool:
    grammar = load_grammar()
    form = unit.forms[place]
    if form == "of":
        return False
    small = form in grammar.prepositions or form in grammar.time_words
    clause = form in grammar.subject_pronouns or form in grammar.determiners
    return small or clause or unit.capital(place) != unit.capital(place - 1)


def _ahead(unit: Unit, hit: Hit, stops: frozenset[int]) -> Content:
    """Content that follows its verb."""
    first = hit.subject.after if hit.inverted and hit.subject else hit.after
    if first >= end_of_unit(unit):
        return _NOTHING
    if unit.forms[first] == "to" and Frame.INFINITIVE in hit.frames:
        return _deed(unit, hit, first, stops)
    if hit.frames & CLAUSAL:
        start = skip_adverbials(unit, first)
        if start < end_of_unit(unit) and _opens_content(unit, start, hit):
            return Content(extents_of(unit, (start, end_of_clause(unit, start, stops))), Frame.THAT in hit.frames)
    return _deed(unit, hit, first, stops)


def _deed(unit: Unit, hit: Hit, first: int, stops: frozenset[int]) -> Content:
    """What somebody will do, is to do, or is spoken of: an infinitive or a noun phrase."""
    if unit.forms[first] == "to" and Frame.INFINITIVE in hit.frames:
        return Content(extents_of(unit, (first, end_of_object(unit, first, stops))), weak=True)
    if Frame.OBJECT_TO in hit.frames and "to" in unit.forms[first : first + _OBJECT_TO_REACH]:
        return Content(extents_of(unit, (first, end_of_clause(unit, first, stops))))
    if hit.frames & {Frame.OBJECT, Frame.CLAUSE_OR_OBJECT} and opens_object(unit, first) and not _only_names(unit, hit):
        return Content(extents_of(unit, (first, end_of_object(unit, first, stops))), weak=True)
    return _NOTHING


def _opens_content(unit: Unit, start: int, hit: Hit) -> bool:
    form = unit.forms[start]
    if form == QUOTE:
        return True
    if not hit.frames & _OPENED:
        return False
    if form == "that":
        return True
    if Frame.CLAUSE not in hit.frames:
        return form in load_grammar().subject_pronouns or form in _QUESTION_WORDS
    return end_of_unit(unit) - start >= MIN_CLAUSE_TOKENS and form not in {",", "and", "but", "or", ")"}


def _only_names(unit: Unit, hit: Hit) -> bool:
    """Whether a name is given and nobody is called anything: "a group called Black Rose"."""
    if hit.lemma not in _NAMING or unit.capital(hit.verb - 1):
        return False
    at = hit.after
    while at < len(unit) and (unit.capital(at) or unit.quoted(at)):
        at += 1
    grammar = load_grammar()
    if at == hit.after:
        return False
    follower = unit.forms[at] if at < len(unit) else "."
    after_name = grammar.prepositions | grammar.relatives | grammar.auxiliaries
    return not follower[0].isalpha() or follower in after_name
