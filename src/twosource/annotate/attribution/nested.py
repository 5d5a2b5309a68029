"""Chains for a finder that reads one level: what the rules know of speech inside speech, joined to what it found.

A trained finder learns from texts in which nobody's words hold another's. The clause rules add whom a speaker of its
own quotes, and who is cited by whom; what it found itself stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.protocol import Speech
from twosource.model import Extent

_CELL_CHARS = 2_000

_Cue = tuple[Extent, ...]


def add_nested(text: str, speeches: Sequence[Speech]) -> list[Speech]:
    """The attributions found, each inside whose it stands, with those that the rules find inside or around them."""
    ruled = find_speech(text)
    at_cue, at_content = _by_cell(speeches, "cue"), _by_cell(speeches, "content")
    found_at = {rule.cue: own for rule in ruled if (own := _with_cue_of(rule, at_cue)) is not None}
    left_out = [rule for rule in ruled if rule.cue and rule.cue not in found_at]
    around = {rule.within for rule in ruled if rule.cue in found_at}
    added = [rule for rule in left_out if rule.cue in around or (rule.source and _is_inside(rule, at_content))]
    added += _cited(left_out, [*speeches, *added], found_at)
    known = {rule.cue for rule in added}
    return [*_with_places(speeches, ruled, found_at, known), *(_moved(rule, found_at) for rule in added)]


def _by_cell(speeches: Sequence[Speech], part: str) -> dict[int, list[Speech]]:
    """The attributions by the cells of the text that their cues, or contents, touch: a long article stays cheap."""
    found: dict[int, list[Speech]] = defaultdict(list)
    for speech in speeches:
        extents: tuple[Extent, ...] = getattr(speech, part)
        cells = {cell for start, end in extents for cell in range(start // _CELL_CHARS, end // _CELL_CHARS + 1)}
        for cell in cells:
            found[cell].append(speech)
    return found


def _with_cue_of(rule: Speech, at_cue: dict[int, list[Speech]]) -> Speech | None:
    """The attribution found that shares words of the cue of a rule's."""
    for start, end in rule.cue:
        for speech in at_cue.get(start // _CELL_CHARS, ()):
            if any(s < end and start < e for s, e in speech.cue):
                return speech
    return None


def _is_inside(rule: Speech, at_content: dict[int, list[Speech]]) -> bool:
    """Whether cue and content of a rule's attribution lie in the content of one found."""
    parts = (*rule.cue, *rule.content)
    return not rule.weak and any(
        all(any(start <= s and e <= end for start, end in speech.content) for s, e in parts)
        for speech in at_content.get(rule.cue[0][0] // _CELL_CHARS, ())
    )


def _cited(left_out: Sequence[Speech], present: Sequence[Speech], found_at: dict[_Cue, Speech]) -> list[Speech]:
    """Those who are cited by somebody who is there, with what he says, step by step."""
    by_cue = {speech.cue: speech for speech in present} | found_at
    added: list[Speech] = []
    for rule in left_out:
        outer = by_cue.get(rule.within) if rule.within else None
        if outer is not None and rule.cue not in by_cue:
            by_cue[rule.cue] = replace(rule, content=outer.content)
            added.append(by_cue[rule.cue])
    return added


def _with_places(
    speeches: Sequence[Speech], ruled: Sequence[Speech], found_at: dict[_Cue, Speech], known: set[_Cue]
) -> Iterator[Speech]:
    """The attributions found, inside those that carry their words ("as quoted by")."""
    within = {found_at[rule.cue].cue: rule.within for rule in ruled if rule.cue in found_at and rule.within}
    for speech in speeches:
        outer = within.get(speech.cue, ())
        yield replace(speech, within=outer) if outer in known and not speech.within else speech


def _moved(rule: Speech, found_at: dict[_Cue, Speech]) -> Speech:
    """A rule's attribution inside the one found, where that one has another cue."""
    return replace(rule, within=found_at[rule.within].cue) if rule.within in found_at else rule
