"""Chains for a finder that reads one level: what the rules know of speech inside speech, joined to what it found.

A trained finder learns from texts in which nobody's words hold another's, and runs the links of a chain together. So a
chain that the rules read by its marks ("citing", "as quoted by", "according to S, T said") is theirs. Where one stands
inside another without such marks, what was found stays as it is and gets the links that it lacks, unless it took two of
them for one. A speaker that the finder missed is taken from the rules, too, and so is what a noun with its owner
reports where nothing was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.lexicon_reader import load_cues
from twosource.annotate.attribution.nesting import find_parents
from twosource.annotate.attribution.protocol import Speech
from twosource.model import Extent

_Cue = tuple[Extent, ...]


class _Chain(NamedTuple):
    """The attributions by rules that stand inside one another, and whether words mark that they do."""

    links: list[Speech]
    marked: bool


def add_nested(text: str, speeches: Sequence[Speech]) -> list[Speech]:
    """The attributions found, with the chains of the rules for those that are links of one."""
    ruled = sorted(find_speech(text), key=lambda rule: (rule.cue, rule.content))
    touched = _touched(ruled, speeches)
    dropped: set[int] = set()
    added: list[Speech] = []
    for chain in _chains(text, ruled):
        owners = [at for link in chain.links for at in touched.get(link.cue, ())]
        merged = {at for at in owners if owners.count(at) > 1}
        if chain.marked or merged:
            dropped.update(owners)
            added.extend(chain.links)
        elif owners:
            added.extend(link for link in chain.links if link.cue not in touched)
    sources = {at: rule.source for rule in ruled for at in touched.get(rule.cue, ()) if rule.source}
    kept = [(at, speech) for at, speech in enumerate(speeches) if at not in dropped]
    sourced = [speech if speech.source else replace(speech, source=sources.get(at, ())) for at, speech in kept]
    free = [rule for rule in ruled if rule.source and not rule.weak and rule.cue not in touched and rule not in added]
    return [*sourced, *added, *_inside(sourced, free), *_owned(text, sourced, free)]


def _owned(text: str, speeches: Sequence[Speech], free: Sequence[Speech]) -> Iterator[Speech]:
    """Those by a noun with its owner where nothing else was found: "This is Kyiv's first confirmation that ..."."""
    taken = [part for speech in speeches for part in (*speech.cue, *speech.content)]
    for rule in free:
        is_noun = rule.cue_in(text) in load_cues().nouns
        if is_noun and text[rule.source[-1][1] :].startswith(("'s ", "’s ")):
            parts = (*rule.cue, *rule.content)
            if not any(start < e and s < end for start, end in taken for s, e in parts):
                yield rule


def _inside(speeches: Sequence[Speech], free: Sequence[Speech]) -> Iterator[Speech]:
    """Those of the rules' attributions that stand whole inside one found: "... Kyiv's first confirmation that ..."."""
    both = [*speeches, *free]
    parents = find_parents(both)
    for rule, parent in zip(free, parents[len(speeches) :], strict=True):
        if parent is not None and parent < len(speeches) and _holds(both[parent], rule.source):
            yield rule


def _holds(speech: Speech, parts: Sequence[Extent]) -> bool:
    return all(any(start <= s and e <= end for start, end in speech.content) for s, e in parts)


def _chains(text: str, ruled: Sequence[Speech]) -> Iterator[_Chain]:
    """The attributions with somebody else's inside them, each with all that stand there; weak ones are no links."""
    links = [rule for rule in ruled if rule.source and rule.cue and not rule.weak]
    parents = find_parents(links)
    groups: dict[int, list[int]] = defaultdict(list)
    for place in range(len(links)):
        root = place
        while (parent := parents[root]) is not None:
            root = parent
        groups[root].append(place)
    for root, places in groups.items():
        if len(places) > 1:
            members = [links[place] for place in places]
            yield _Chain(members, any(link.within for link in members) or _is_verbless(text, links[root]))


def _is_verbless(text: str, rule: Speech) -> bool:
    """Whether a source is only pointed to: "according to S"."""
    return rule.cue_in(text) == "according to"


def _touched(ruled: Sequence[Speech], speeches: Sequence[Speech]) -> dict[_Cue, tuple[int, ...]]:
    """Cue of a rule's attribution -> the places of those found that share words of it."""
    spans = sorted((start, end, at) for at, speech in enumerate(speeches) for start, end in speech.cue)
    found: dict[_Cue, tuple[int, ...]] = {}
    first = 0
    for rule in ruled:
        if not rule.cue:
            continue
        start, end = rule.cue[0][0], rule.cue[-1][1]
        while first < len(spans) and spans[first][1] <= start:
            first += 1
        at = first
        while at < len(spans) and spans[at][0] < end:
            if spans[at][1] > start:
                found[rule.cue] = (*found.get(rule.cue, ()), spans[at][2])
            at += 1
    return found
