"""Two articles side by side as one HTML page: what they share, and why that makes an edge or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from markupsafe import Markup

from twosource.dossier.dates import show_day
from twosource.dossier.labels import Label
from twosource.dossier.render_html import digest_of, environment, read_asset
from twosource.model import AlignedPassage, Extent, Lineage, Passage, Reading, Record, Relation, Role, span_of
from twosource.version import __version__

_WORD = re.compile(r"\w+")
_NOT_COUNTED = (Role.FURNITURE, Role.CAPTION)
_KNOWN = {
    Relation.COPY: "{child} is a copy of {parent}",
    Relation.CUT: "{child} is {parent}, cut",
    Relation.EMBED: "{child} holds the whole text of {parent}",
    Relation.REWRITE: "{child} retells {parent} in other words",
    Relation.UPDATE: "{child} is a later version of {parent}",
}
_UNKNOWN = {
    Relation.COPY: "{child} and {parent} carry the same text",
    Relation.CUT: "{child} and {parent} carry one text, one of them cut",
    Relation.EMBED: "{child} and {parent} carry one text, one of them cut",
    Relation.REWRITE: "{child} and {parent} tell one text in different words",
    Relation.UPDATE: "{child} and {parent} are versions of one text",
    Relation.SHARED_SOURCE: "{child} and {parent} share only what others said",
    Relation.TEMPLATE: "{child} and {parent} fill in one form",
}
_NO_EDGE = "{child} and {parent}: nothing says that one was taken from the other"


class Marking(StrEnum):
    """How a stretch of an article stands to the other one."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    QUOTED = "quoted"
    """The same words, given as somebody's: they prove nothing."""
    NEW = "new"


class PairPiece(Record, frozen=True, kw_only=True):
    """A stretch of one article; shared ones carry the number of the passage, and which of their words were changed."""

    words: str
    marking: Marking
    number: int | None = None
    changed: bool = False
    opens: bool = False
    """Begins its passage: here stands the number, and here links to it lead."""


class PairBlock(Record, frozen=True, kw_only=True):
    """A paragraph of one article with its role."""

    role: Role
    pieces: tuple[PairPiece, ...]


class PairSide(Record, frozen=True, kw_only=True):
    """One of the two articles as the page shows it."""

    label: str
    title: str | None
    source: str
    blocks: tuple[PairBlock, ...]
    share: float | None
    share_unquoted: float | None


class PairReport(Record, frozen=True, kw_only=True):
    """What the page is made of: the child first, or the first article where there is no edge."""

    headline: str
    direction_known: bool
    reasons: tuple[str, ...]
    score: float | None
    sides: tuple[PairSide, PairSide]
    features: tuple[tuple[str, str], ...]
    counts: tuple[tuple[Marking, int], ...]
    """How many words of the first article have each marking; its captions and furniture do not count."""


class _Marked(Record, frozen=True, kw_only=True):
    """A passage as it lies in one of the two articles."""

    extent: Extent
    marking: Marking
    number: int
    changed: tuple[Extent, ...]


def render_pair(
    left: Reading,
    right: Reading,
    edge: Lineage | None,
    *,
    labels: dict[str, Label],
    features: Sequence[tuple[str, str]] = (),
    statements: Mapping[str, Sequence[Extent]] | None = None,
) -> str:
    """The page for two articles and the edge between them, or none.

    `features` are what was measured, in words; `statements` are, by article, the stretches that are somebody's words.

    Policy: the page needs no script and no network, and its one style sheet is allowed by its digest. Marks differ in
    line as well as in colour, so that a printer and a colour-blind reader lose nothing.
    """
    style = read_asset("page.css") + read_asset("pair.css")
    report = compose_pair(left, right, edge, labels=labels, features=features, statements=statements)
    policy = f"default-src 'none'; style-src '{digest_of(style)}'; img-src data:; base-uri 'none'; form-action 'none'"
    template = environment().get_template("pair.html.j2")
    return template.render(
        report=report,
        Marking=Marking,
        policy=policy,
        style=Markup(style),  # noqa: S704 - our own package data
        version=__version__,
    )


def compose_pair(
    left: Reading,
    right: Reading,
    edge: Lineage | None,
    *,
    labels: dict[str, Label],
    features: Sequence[tuple[str, str]] = (),
    statements: Mapping[str, Sequence[Extent]] | None = None,
) -> PairReport:
    """The page before it is written down."""
    child, parent = (right, left) if edge is not None and edge.child == right.article.id else (left, right)
    aligned = edge.aligned if edge is not None else ()
    known = edge is not None and edge.direction == "known"
    marked = [list(_mark(aligned, child, parent, of_child=of_child)) for of_child in (True, False)]
    said = statements or {}
    blocks = [_blocks(r, marks, said.get(r.article.id, ())) for r, marks in zip((child, parent), marked, strict=True)]
    names = {"child": labels[child.article.id].short, "parent": labels[parent.article.id].short}
    return PairReport(
        headline=_headline(edge).format(**names),
        direction_known=known,
        reasons=tuple(reason.value for reason in edge.reasons) if edge else (),
        score=edge.score if edge else None,
        sides=(
            _side(child, labels, blocks[0], edge, of_child=True),
            _side(parent, labels, blocks[1], edge, of_child=False),
        ),
        features=tuple(features),
        counts=tuple(_count(blocks[0])),
    )


def _headline(edge: Lineage | None) -> str:
    if edge is None:
        return _NO_EDGE
    known = _KNOWN.get(edge.relation) if edge.direction == "known" else None
    return known or _UNKNOWN[edge.relation]


def _mark(aligned: Sequence[AlignedPassage], child: Reading, parent: Reading, *, of_child: bool) -> Iterator[_Marked]:
    """The passages in order of the article, none over another: where the child says twice what the parent says once."""
    texts = (child.article.text, parent.article.text)
    numbered = [
        ((p.child, p.parent) if of_child else (p.parent, p.child), p, number) for number, p in enumerate(aligned, 1)
    ]
    own, other = texts if of_child else texts[::-1]
    at = 0
    for (extent, there), passage, number in sorted(numbered, key=lambda row: row[0]):
        if extent[0] >= at:
            changed = () if passage.verbatim else tuple(_find_changed(own, extent, other[slice(*there)]))
            marking = Marking.QUOTED if passage.quoted else Marking.EDITED if changed else Marking.VERBATIM
            yield _Marked(extent=extent, marking=marking, number=number, changed=changed)
            at = extent[1]


def _find_changed(text: str, extent: Extent, other: str) -> Iterator[Extent]:
    """The words of this stretch that the other one does not have at their place."""
    words = list(_WORD.finditer(text, *extent))
    ours = [word[0].casefold() for word in words]
    matcher = SequenceMatcher(None, ours, [word.casefold() for word in _WORD.findall(other)], autojunk=False)
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag != "equal" and first < last:
            yield (words[first].start(), words[last - 1].end())


def _side(
    reading: Reading, labels: dict[str, Label], blocks: tuple[PairBlock, ...], edge: Lineage | None, *, of_child: bool
) -> PairSide:
    article, label = reading.article, labels[reading.article.id]
    shares: tuple[float | None, float | None] = (None, None)
    if edge is not None:
        of_this = (edge.coverage_child, edge.coverage_child_unquoted)
        shares = of_this if of_child else (edge.coverage_parent, edge.coverage_parent_unquoted)
    published = show_day(article.published.day) if article.published else "no date"
    return PairSide(
        label=label.short,
        title=article.title.value if article.title else None,
        source=", ".join(part for part in (label.further, published) if part),
        blocks=blocks,
        share=shares[0],
        share_unquoted=shares[1],
    )


def _blocks(reading: Reading, marked: Sequence[_Marked], said: Sequence[Extent]) -> tuple[PairBlock, ...]:
    return tuple(_block(reading, passage, marked, said) for passage in _cover(reading))


def _cover(reading: Reading) -> Iterator[Passage]:
    """Passages that cover all visible text; what none of those found covers is body."""
    article, place = reading.article, 0
    for passage in (*reading.passages, None):
        stop = passage.span.start if passage else len(article.text)
        if article.text[place:stop].strip():
            yield Passage(span=span_of(article, place, stop), role=Role.BODY)
        if passage:
            yield passage
            place = passage.span.end


def _block(reading: Reading, passage: Passage, marked: Sequence[_Marked], said: Sequence[Extent]) -> PairBlock:
    start, end = passage.span.extent
    pieces: list[PairPiece] = []
    at = start
    for mark in marked:
        first, last = max(mark.extent[0], start), min(mark.extent[1], end)
        if first < last:
            pieces += _new(reading.article.text[at:first])
            pieces += _shared(reading.article.text, (first, last), mark, said)
            at = last
    return PairBlock(role=passage.role, pieces=(*pieces, *_new(reading.article.text[at:end])))


def _new(words: str) -> list[PairPiece]:
    return [PairPiece(words=words, marking=Marking.NEW)] if words else []


def _shared(text: str, extent: Extent, mark: _Marked, said: Sequence[Extent]) -> Iterator[PairPiece]:
    """The stretch in pieces, cut where changed words and statements begin and end."""
    inside = [edge for pair in (*mark.changed, *said) for edge in pair if extent[0] < edge < extent[1]]
    edges = sorted({extent[0], *inside, extent[1]})
    for piece in pairwise(edges):
        yield PairPiece(
            words=text[slice(*piece)],
            marking=Marking.QUOTED if _lies_in(piece, said) else mark.marking,
            number=mark.number,
            changed=_lies_in(piece, mark.changed),
            opens=piece[0] == mark.extent[0],
        )


def _lies_in(piece: Extent, extents: Sequence[Extent]) -> bool:
    return any(start <= piece[0] and piece[1] <= end for start, end in extents)


def _count(blocks: Sequence[PairBlock]) -> Iterator[tuple[Marking, int]]:
    counted = [piece for block in blocks if block.role not in _NOT_COUNTED for piece in block.pieces]
    for marking in Marking:
        yield marking, sum(len(_WORD.findall(piece.words)) for piece in counted if piece.marking is marking)
