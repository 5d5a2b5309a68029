"""Content whose speaker is not the subject of a verb.

it was announced (that) C     no source        also behind: "C, it was announced on Sunday"
X is expected to C            no source
S's claim that C              the owner of the noun, or nobody
according to S, C             also behind: "C, according to S"
S: Q                          a quotation, or a headline, behind a colon
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.attribution.content import (
    MIN_CLAUSE_TOKENS,
    clause_start,
    end_of_clause,
    end_of_object,
    end_of_unit,
    extents_of,
    is_light,
    relative_follows,
    skip_adverbials,
)
from twosource.annotate.attribution.hits import Hit
from twosource.annotate.attribution.lexicon_reader import load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.subject import (
    POSSESSIVES,
    Subject,
    find_subject,
    noun_phrase_after,
    owner_before,
    verb_group_start,
)
from twosource.annotate.attribution.units import Unit
from twosource.model import Extent, Stance

_OWNER_REACH = 4  # tokens between "Kyiv's" and "claim": "Kyiv's first public claim"
_OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})
_QUESTIONS = frozenset({"whether", "if", "why", "how", "what", "when", "where", "who", "about"})
_COLON_REACH = 9  # a speaker before a colon is a name with its title, no longer


def find_according(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    """Each "according to S", before its content or behind it."""
    for place in [place for place, form in enumerate(unit.forms[:-2]) if form == "according"]:
        if unit.forms[place + 1] == "to":
            source = noun_phrase_after(unit, place + 2)
            parts = _according_content(unit, place, source, stops) if source else ()
            if source and parts:
                cue = (unit.extent(place, place + 2),)
                yield Speech(cue, parts, (unit.extent(source.first, source.after),))


def _according_content(unit: Unit, place: int, source: Subject, stops: frozenset[int]) -> tuple[Extent, ...]:
    before = place - 1 if place and unit.forms[place - 1] == "," else place
    relative = unit.forms[before - 1] in load_grammar().subordinators if before else False
    if (before >= MIN_CLAUSE_TOKENS and not relative) or (before and unit.quoted(before - 1)):
        return extents_of(unit, (clause_start(unit, before), before))
    end = end_of_unit(unit)
    comma = unit.find(",", source.after)
    if comma is None or comma + 1 >= end:
        return ()
    return extents_of(unit, (comma + 1, end_of_clause(unit, comma + 1, stops)))


def find_passives(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    """Content that nobody is named for: "it was announced that C", "X is expected to C"."""
    cues, grammar = load_cues(), load_grammar()
    it, to = cues.passive_it, cues.passive_to
    for place in [place for place, form in enumerate(unit.forms) if (form in it or form in to) and place]:
        group = verb_group_start(unit, place)
        if group >= 1 and any(word in grammar.passive_auxiliaries for word in unit.forms[group:place]):
            speech = _passive(unit, group, place, stops)
            if speech is not None:
                yield speech


def _passive(unit: Unit, group: int, place: int, stops: frozenset[int]) -> Speech | None:
    """The attribution of one passive verb, or nothing where it opens no content."""
    cues, form = load_cues(), unit.forms[place]
    cue = (unit.extent(group, place + 1),)
    if unit.forms[group - 1] == "it" and form in cues.passive_it:
        parts = _impersonal(unit, group, place, stops)
        return Speech(cue, parts) if parts else None
    if form in cues.passive_to and unit.forms[place + 1 : place + 2] == ["to"]:
        parts = _expected(unit, group, place, stops)
        return Speech(cue, parts, stance=Stance.BELIEVED, weak=True) if parts else None
    return None


def _impersonal(unit: Unit, group: int, place: int, stops: frozenset[int]) -> tuple[Extent, ...]:
    if group > MIN_CLAUSE_TOKENS and unit.forms[group - 2] == "," and is_light(unit, place + 1):
        return extents_of(unit, (clause_start(unit, group - 2), group - 2))
    start = skip_adverbials(unit, place + 1)
    return extents_of(unit, (start, end_of_clause(unit, start, stops)))


def _expected(unit: Unit, group: int, place: int, stops: frozenset[int]) -> tuple[Extent, ...]:
    subject = find_subject(unit, group)
    if subject is None:
        return ()
    return extents_of(unit, (subject.first, subject.after), (place + 1, end_of_object(unit, place + 1, stops)))


def find_nouns(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    """Content of a noun, said by its owner: "Kyiv's claim that C"; without an owner nobody is named."""
    nouns = load_cues().nouns
    for place in [after - 1 for after, form in enumerate(unit.forms[:-1]) if form == "that" and after]:
        if unit.forms[place] not in nouns:
            continue
        if relative_follows(unit, place + 2) or _is_participle(unit, place):
            continue
        parts = extents_of(unit, (place + 1, end_of_object(unit, place + 1, stops)))
        owner = _owner(unit, place)
        if parts:
            yield Speech((unit.extent(place, place + 1),), parts, owner, weak=not owner)


def _is_participle(unit: Unit, place: int) -> bool:
    """Whether a word is a verb here and no noun: "..., warning that"."""
    return unit.forms[place].endswith("ing") and (place == 0 or unit.forms[place - 1] in {",", "and", "instead"})


def _owner(unit: Unit, noun: int) -> tuple[Extent, ...]:
    for place in range(noun - 1, max(-1, noun - _OWNER_REACH - 1), -1):
        form = unit.forms[place]
        if form in _OWNERS:
            return extents_of(unit, (place, place + 1))
        if form in POSSESSIVES and place:
            holder = owner_before(unit, place)
            return extents_of(unit, (holder.first, holder.after)) if holder else ()
        if form in load_grammar().determiners or not form[0].isalnum():
            return ()
    return ()


def find_colons(unit: Unit, hits: list[Hit]) -> Iterator[Speech]:
    """A speaker before a colon, with a quotation or in a headline: "Peskov: ..."."""
    if ":" not in unit.forms[1:_COLON_REACH]:
        return
    colon = unit.forms.index(":", 1)
    if any(hit.after <= colon for hit in hits) or colon + 1 >= len(unit):
        return
    source = noun_phrase_after(unit, 0)
    if source is None or source.after != colon or unit.forms[0] in load_grammar().not_speakers:
        return
    headline = unit.paragraph == 0 and all(unit.capital(at) for at in range(colon))
    parts = extents_of(unit, (colon + 1, end_of_unit(unit)))
    if parts and (unit.quoted(colon + 1) or headline):
        yield Speech((unit.extent(colon, colon + 1),), parts, (unit.extent(0, colon),))


def find_asked(unit: Unit) -> Iterator[Speech]:
    """A question that opens its sentence: "Asked whether he would resign, he said no"."""
    if unit.forms[0] != "asked" or len(unit) < MIN_CLAUSE_TOKENS:
        return
    start = next((at for at in range(1, min(len(unit), _OWNER_REACH + 3)) if unit.forms[at] in _QUESTIONS), None)
    comma = unit.find(",", 1)
    if start is not None and comma is not None and start + 1 < comma:
        start += unit.forms[start] == "about"
        yield Speech((unit.extent(0, 1),), extents_of(unit, (start, comma)), stance=Stance.ASKED)
