"""Spans of sources, cues and contents to attributions: each part goes with the cue its words point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from twosource.annotate.news_model.spans import TaggedSpan, find_spans

Floats = npt.NDArray[np.float32]
SOURCE, CUE, CONTENT = 0, 1, 2
WordRange = tuple[int, int]
# Chosen on PolNeAR dev among few values, and flat: content F is within half a point for discounts from 0 to 0.6, faint
# from 0.05 to 0.3, firm from 0.35 to 0.7.
_OUTSIDE_DISCOUNT = 0.6
_FIRM = 0.5
_FAINT = 0.2


@dataclass(slots=True)
class WordSpeech:
    """One attribution in words of a window: half-open ranges, in order."""

    source: list[WordRange] = field(default_factory=list)
    cue: list[WordRange] = field(default_factory=list)
    content: list[WordRange] = field(default_factory=list)


def read_speech(tags: Floats, links: Floats, sentences: Sequence[int]) -> list[WordSpeech]:
    """The attributions of one window, in order of their cues.

    Policy: a part goes with the cue that its words, on average, point to; a part broken by its cue is one content. A
    content that points firmly to a word without a tag makes that word a cue; a part that points nowhere is left out
    rather than given to a cue that stands far away. A cue without content is none. A cue without a source of its own
    shares the nearest one of its sentence: "Roe said that ... and added that ...".
    """
    spans = find_spans(_with_discount(tags))
    points = _points(links)
    cues = _join_cues([span for span in spans if span.kind == CUE], points)
    cues |= {word: [(word, word + 1)] for word in _untagged_cues(spans, cues, points)}
    heads = sorted(cues)
    found = {head: WordSpeech(cue=cues[head]) for head in heads}
    for span in spans:
        if span.kind != CUE and (head := _cue_of(span, heads, points)) is not None:
            (found[head].source if span.kind == SOURCE else found[head].content).append((span.first, span.after))
    _share_sources([found[head] for head in heads], sentences)
    return [found[head] for head in heads if found[head].content]


def _with_discount(tags: Floats) -> Floats:
    """The chances of tags with that of being outside lowered, so that as many contents are missed as made up."""
    lowered = tags.copy()
    lowered[:, 0] -= _OUTSIDE_DISCOUNT
    return lowered


def _points(links: Floats) -> Floats:
    """[words, words]: the chance that the first word of the cue of each is each."""
    rows = np.exp(links - links.max(1, keepdims=True))
    chances: Floats = rows / rows.sum(1, keepdims=True)
    return chances


def _join_cues(spans: Sequence[TaggedSpan], points: Floats) -> dict[int, list[WordRange]]:
    """First word of a cue -> its parts: a span that points to another cue is its continuation."""
    cues: dict[int, list[WordRange]] = {}
    heads = [span.first for span in spans]
    for span in spans:
        head = _cue_of(span, heads, points)
        cues.setdefault(head if head in cues else span.first, []).append((span.first, span.after))
    return cues


def _untagged_cues(spans: Sequence[TaggedSpan], cues: dict[int, list[WordRange]], points: Floats) -> set[int]:
    """Words that a content points to and that no tag covers."""
    tagged = {word for span in spans for word in range(span.first, span.after)}
    contents = [_average(points, span) for span in spans if span.kind == CONTENT]
    firmly = {int(chance.argmax()) for chance in contents if chance.max() > _FIRM}
    return firmly - tagged - set(cues) - {0}


def _cue_of(span: TaggedSpan, heads: Sequence[int], points: Floats) -> int | None:
    """The cue that the words of a span point to; None where they point to none."""
    if not heads:
        return None
    chances = _average(points, span)[heads]
    best = int(chances.argmax())
    return heads[best] if chances[best] > _FAINT else None


def _average(points: Floats, span: TaggedSpan) -> Floats:
    """[words]: where the words of a span point, on average; what `mean` gives, in less than half its time."""
    average: Floats = np.add.reduce(points[span.first : span.after], axis=0) / (span.after - span.first)
    return average


def _share_sources(speeches: Sequence[WordSpeech], sentences: Sequence[int]) -> None:
    """Gives each attribution without a source the nearest source of another in the sentence of its cue."""
    own = [speech.source for speech in speeches]
    for speech in speeches:
        if not speech.source:
            at = speech.cue[0][0]
            near = [(abs(source[0][0] - at), source) for source in own if source]
            near = [(far, source) for far, source in near if sentences[source[0][0]] == sentences[at]]
            speech.source = list(min(near)[1]) if near else []
