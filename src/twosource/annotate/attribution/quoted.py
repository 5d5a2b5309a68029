"""Who is quoted as saying what, and by whom.

Xinhua quoted Wang Yi as saying (that) C        also ahead: "C, Xinhua quoted Wang Yi as saying"
Wang Yi was quoted (by Xinhua) as saying C      also ahead: "C, Wang Yi was quoted as saying by Xinhua"
"""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.attribution.content import clause_start, end_of_clause, end_of_unit, extents_of, is_light
from twosource.annotate.attribution.lexicon_reader import CLAUSAL, Form, Frame, load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.attribution.subject import Subject, find_subject, noun_phrase_after, verb_group_start
from twosource.annotate.attribution.units import Unit
from twosource.model import Extent

_QUOTES = frozenset({"quoted", "quotes", "cited", "cites"})
_SAYING_REACH = 16  # tokens from "quoted" over a name with its titles to "as saying"
_BEFORE_CONTENT = frozenset({":", ","})


def find_quoted(unit: Unit, stops: frozenset[int]) -> Iterator[Speech]:
    """Each speaker who is quoted as saying something, with the one who quotes him where that one is named."""
    for place in [place for place, form in enumerate(unit.forms) if form in _QUOTES]:
        saying = _saying_after(unit, place)
        if saying is not None:
            passive = any(
                form in load_grammar().passive_auxiliaries for form in unit.forms[verb_group_start(unit, place) : place]
            )
            yield from _passive(unit, place, saying, stops) if passive else _active(unit, place, saying, stops)


def _saying_after(unit: Unit, quoted: int) -> int | None:
    """Where the verb of "as saying" stands behind "quoted"."""
    for place in range(quoted + 1, min(quoted + _SAYING_REACH, len(unit) - 1)):
        verb = load_cues().verbs.get(unit.forms[place + 1])
        speaks = verb is not None and verb.form is Form.ING and verb.frames & (CLAUSAL | {Frame.TOLD})
        if unit.forms[place] == "as" and speaks:
            return place + 1
        if unit.forms[place] == ",":
            return None
    return None


def _active(unit: Unit, quoted: int, saying: int, stops: frozenset[int]) -> Iterator[Speech]:
    group = verb_group_start(unit, quoted)
    outer = find_subject(unit, group)
    if outer is None or quoted + 1 >= saying - 1:
        return
    content = _content(unit, outer.first, saying + 1, stops)
    if content:
        cue = (unit.extent(group, quoted + 1),)
        yield Speech(cue, content, (unit.extent(outer.first, outer.after),))
        yield Speech(
            (unit.extent(saying - 1, saying + 1),), content, (unit.extent(quoted + 1, saying - 1),), within=cue
        )


def _passive(unit: Unit, quoted: int, saying: int, stops: frozenset[int]) -> Iterator[Speech]:
    group = verb_group_start(unit, quoted)
    speaker = find_subject(unit, group)
    if speaker is None:
        return
    by = next((place for place in (quoted + 1, saying + 1) if unit.forms[place : place + 1] == ["by"]), None)
    outer = noun_phrase_after(unit, by + 1) if by is not None else None
    if outer is not None and by == quoted + 1:
        outer = Subject(outer.first, min(outer.after, saying - 1))
    right = outer.after if outer is not None and by == saying + 1 else saying + 1
    content = _content(unit, speaker.first, right, stops)
    if not content:
        return
    within: tuple[Extent, ...] = ()
    if outer is not None and by is not None:
        within = (unit.extent(by, by + 1),)
        yield Speech(within, content, (unit.extent(outer.first, outer.after),))
    source = (unit.extent(speaker.first, speaker.after),)
    yield Speech((unit.extent(group, quoted + 1),), content, source, within=within)


def _content(unit: Unit, left: int, right: int, stops: frozenset[int]) -> tuple[Extent, ...]:
    """What is said: behind the verb, or ahead of the subject where nothing but time and place follows."""
    if right < end_of_unit(unit) and not (is_light(unit, right) and unit.forms[right] not in _BEFORE_CONTENT):
        start = right + 1 if unit.forms[right] in _BEFORE_CONTENT else right
        return extents_of(unit, (start, end_of_clause(unit, start, stops)))
    end = left - 1 if left and unit.forms[left - 1] == "," else left
    return extents_of(unit, (clause_start(unit, end), end)) if end > 0 else ()
