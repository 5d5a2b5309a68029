"""Spans of sources, cues and contents to attributions: each part goes with the cue its words point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from twosource.annotate.news_model.spans import TaggedSpan, find_spans

Floats = npt.NDArray[np.float32]
SOURCE, CUE, CONTENT = 0, 1, 2
WordRange = tuple[int, int]


@dataclass(slots=True)
class WordSpeech:
    """One attribution in words of a window: half-open ranges, in order."""

    source: list[WordRange] = field(default_factory=list)
    cue: list[WordRange] = field(default_factory=list)
    content: list[WordRange] = field(default_factory=list)


def read_speech(tags: Floats, links: Floats, sentences: Sequence[int]) -> list[WordSpeech]:
    """The attributions of one window, in order of their cues.

    Policy: a part goes with the cue that its words, on average, point to; a part broken by its cue is one content. A
    cue without content is none. A cue without a source of its own shares the one of the cue before it in its sentence:
    "Roe said that ... and added that ...". A window without a cue has no attribution, whatever else was tagged.
    """
    spans = find_spans(tags)
    cues = _join_cues([span for span in spans if span.kind == CUE], links)
    if not cues:
        return []
    heads = sorted(cues)
    found = {head: WordSpeech(cue=cues[head]) for head in heads}
    for span in spans:
        if span.kind != CUE:
            speech = found[_cue_of(span, heads, links)]
            (speech.source if span.kind == SOURCE else speech.content).append((span.first, span.after))
    _share_sources([found[head] for head in heads], sentences)
    return [found[head] for head in heads if found[head].content]


def _join_cues(spans: Sequence[TaggedSpan], links: Floats) -> dict[int, list[WordRange]]:
    """First word of a cue -> its parts: a span that points to another cue is its continuation."""
    cues: dict[int, list[WordRange]] = {}
    heads = [span.first for span in spans]
    for span in spans:
        head = _cue_of(span, heads, links)
        cues.setdefault(head if head in cues else span.first, []).append((span.first, span.after))
    return cues


def _cue_of(span: TaggedSpan, heads: Sequence[int], links: Floats) -> int:
    """The cue that the words of a span point to, the first of equals."""
    rows = links[span.first : span.after]
    rows = rows - rows.max(1, keepdims=True)
    chances = rows - np.log(np.exp(rows).sum(1, keepdims=True))
    return heads[int(chances[:, heads].mean(0).argmax())]


def _share_sources(speeches: Sequence[WordSpeech], sentences: Sequence[int]) -> None:
    for before, speech in pairwise(speeches):
        same = sentences[before.cue[0][0]] == sentences[speech.cue[0][0]]
        if same and not speech.source and before.source and before.source[-1][1] <= speech.cue[0][0]:
            speech.source = list(before.source)
