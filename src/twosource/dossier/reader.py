"""The article as it was read: its text cut at every mark, so that layers can be switched on and off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from twosource.dossier.dates import show_when
from twosource.dossier.page.desk import Desk
from twosource.model import Extent, Passage, Reading, Role, span_of


class Layer(StrEnum):
    """What a highlighted range is: its class on the page."""

    SHARED = "shared"
    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    TIME = "time"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One highlighted range: which layer, and what to say about it."""

    start: int
    end: int
    layer: Layer
    note: str
    letter: str | None = None


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of text under the same marks."""

    text: str
    layers: tuple[Layer, ...]
    letters: tuple[str, ...]
    """Origins that share these words."""
    opens: str | None
    """Letters to print before the piece, where a shared passage begins."""
    note: str
    anchor: int | None
    """Offset that citations point to, where this piece is the first of cited words."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A passage, cut into pieces."""

    role: Role
    repeats: bool
    start: int
    pieces: tuple[Piece, ...]


def read_blocks(desk: Desk, anchors: Mapping[str, Collection[int]]) -> dict[str, tuple[Block, ...]]:
    """The passages of each article of the story in order, with any text that no passage covers and marks of all layers.

    `anchors` holds the offsets in each article that citations on the page point to.
    """
    shared = _shared_marks(desk)
    blocks: dict[str, tuple[Block, ...]] = {}
    for article, reading in desk.readings.items():
        marks = [*shared[article], *_attribution_marks(reading), *_time_marks(reading)]
        cited = anchors.get(article, ())
        blocks[article] = tuple(_block_of(reading, passage, marks, cited) for passage in _cover(reading))
    return blocks


def _cover(reading: Reading) -> Iterator[Passage]:
    """Passages that cover all visible text: gaps between those found are shown as body."""
    article = reading.article
    place = 0
    for passage in (*reading.passages, None):
        stop = passage.span.start if passage else len(article.text)
        if article.text[place:stop].strip():
            yield Passage(span=span_of(article, place, stop), role=Role.BODY)
        if passage:
            yield passage
            place = passage.span.end


_JOIN_CHARS = 14  # two aligned runs with hardly two words between them read as one
_LEAST_CHARS = 25  # a shorter run is a name or a date that anybody would write


def _shared_marks(desk: Desk) -> dict[str, list[Mark]]:
    """For each article the ranges that other articles of the story share, with the letter of the other's origin.

    Runs that almost touch are joined and short ones left out: the full list stands with the pairs.
    """
    extents: dict[tuple[str, str], list[Extent]] = defaultdict(list)
    for edge in desk.dossier.lineage:
        if edge.child in desk.readings and edge.parent in desk.readings:
            extents[edge.child, edge.parent] += [passage.child for passage in edge.aligned]
            extents[edge.parent, edge.child] += [passage.parent for passage in edge.aligned]
    marks: dict[str, list[Mark]] = defaultdict(list)
    for (own, other), runs in sorted(extents.items()):
        letter, note = desk.letters.get(desk.origin_of(other), "?"), f"shared with {desk.short(other)}"
        for start, end in _join_runs(runs):
            marks[own].append(Mark(start=start, end=end, layer=Layer.SHARED, note=note, letter=letter))
    return marks


def _join_runs(runs: Iterable[Extent]) -> list[Extent]:
    joined: list[Extent] = []
    for start, end in sorted(runs):
        if joined and start - joined[-1][1] <= _JOIN_CHARS:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return [(start, end) for start, end in joined if end - start >= _LEAST_CHARS]


def _attribution_marks(reading: Reading) -> Iterator[Mark]:
    for attribution in reading.attributions:
        who = attribution.voice or (attribution.source[0].quote if attribution.source else "speaker not decided")
        for layer, spans in (
            (Layer.CONTENT, attribution.content),
            (Layer.SOURCE, attribution.source),
            (Layer.CUE, attribution.cue),
        ):
            note = f"{who} ({attribution.stance.value})" if layer is Layer.CONTENT else layer.value
            yield from (Mark(start=s.start, end=s.end, layer=layer, note=note) for s in spans)


def _time_marks(reading: Reading) -> Iterator[Mark]:
    for time in reading.times:
        note = show_when(time.when) if time.when else f"{time.type.value} {time.value}"
        yield Mark(start=time.span.start, end=time.span.end, layer=Layer.TIME, note=note)


def _block_of(reading: Reading, passage: Passage, marks: Sequence[Mark], anchors: Collection[int]) -> Block:
    start, end = passage.span.start, passage.span.end
    here = [m for m in marks if m.start < end and m.end > start]
    edges = {start, end, *(a for a in anchors if start <= a < end)}
    for mark in here:
        edges.update((max(mark.start, start), min(mark.end, end)))
    cuts = sorted(edges)
    pieces = []
    before: tuple[str, ...] = ()
    for left, right in pairwise(cuts):
        over = [m for m in here if m.start <= left and m.end >= right]
        piece = _piece_of(reading.article.text[left:right], over, before, left if left in anchors else None)
        pieces.append(piece)
        before = piece.letters
    return Block(role=passage.role, repeats=passage.repeats, start=start, pieces=tuple(pieces))


def _piece_of(text: str, over: Iterable[Mark], before: tuple[str, ...], anchor: int | None) -> Piece:
    marks = list(over)
    letters = tuple(sorted({m.letter for m in marks if m.letter}, key=lambda x: (len(x), x)))
    return Piece(
        text=text,
        layers=tuple(sorted({m.layer for m in marks})),
        letters=letters,
        opens=" ".join(letters) if letters and letters != before else None,
        note="; ".join(dict.fromkeys(m.note for m in marks)),
        anchor=anchor,
    )
