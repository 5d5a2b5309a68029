"""Two articles side by side, and how much of an article is its own: data for whoever draws it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from twosource.lineage.direction import read_standing
from twosource.lineage.evidence import read_evidence, words_in
from twosource.lineage.families import load_families
from twosource.lineage.options import LineageOptions
from twosource.lineage.relation import compare_evidences, measure_pair
from twosource.lineage.rewrite import RewriteFeatures
from twosource.lineage.statements import find_statements, join_ranges
from twosource.model import AlignedPassage, Extent, Lineage, Reading, Record


class RowKind(StrEnum):
    """What a row of the side-by-side view shows."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    QUOTED = "quoted"
    """The same words in quotation marks on both sides: no evidence of taking."""
    NEW = "new"
    """Words of the child that stand nowhere in the parent."""


class Row(Record, frozen=True, kw_only=True):
    """One stretch of the child, in order, and the stretch of the parent beside it."""

    kind: RowKind
    child: Extent
    parent: Extent | None


class Explanation(Record, frozen=True, kw_only=True):
    """Everything an edge between two articles rests on, or why there is none."""

    left: str
    right: str
    edge: Lineage | None
    rows: tuple[Row, ...]
    features: RewriteFeatures
    log_odds: float
    """Of the rewrite model; above 0 it says that words or facts were taken."""
    statements: dict[str, tuple[Extent, ...]]
    """By article: what it gives as somebody's words, with quotation marks or without. Shared, they prove nothing."""


def explain_edge(left: Reading, right: Reading, *, options: LineageOptions | None = None) -> Explanation:
    """What two articles are to each other, with the rows of a side-by-side view in order of the child.

    Where there is no edge the rows show `left` beside `right`, so that a reader can see what little is shared.
    """
    settings = options or LineageOptions()
    families = load_families(settings.families)
    first, second = sorted((left, right), key=lambda r: r.article.id)
    ours, theirs = read_evidence(first), read_evidence(second)
    standings = (read_standing(first, families), read_standing(second, families))
    pair = measure_pair(ours, theirs, standings)
    [edge] = compare_evidences([(ours, theirs)], [standings], options=settings)
    child = left if edge is None or edge.child == left.article.id else right
    return Explanation(
        left=left.article.id,
        right=right.article.id,
        edge=edge,
        rows=tuple(_rows(edge.aligned if edge else (), child.article.text)),
        features=pair.rewrite,
        log_odds=round(pair.log_odds, 4),
        statements={r.article.id: tuple(find_statements(r.article.text)) for r in (first, second)},
    )


def originality(reading: Reading, edges: Iterable[Lineage]) -> float:
    """Share of the words of an article that it took from no other, as far as the corpus shows; 1 where it took nothing.

    Quoted speech counts as its own: the words are the speaker's, not another outlet's.
    """
    evidence = read_evidence(reading)
    if not evidence.size:
        return 1.0
    taken = sorted(
        passage.child
        for edge in edges
        if edge.child == reading.article.id and edge.relation.is_taking
        for passage in edge.aligned
        if not passage.quoted
    )
    marked = int(words_in(list(join_ranges(taken)), evidence.starts).sum())
    return round(1 - marked / evidence.size, 4)


def _rows(aligned: Sequence[AlignedPassage], text: str) -> Iterator[Row]:
    at = 0
    for passage in aligned:
        if text[at : passage.child[0]].strip():
            yield Row(kind=RowKind.NEW, child=(at, passage.child[0]), parent=None)
        kind = RowKind.QUOTED if passage.quoted else RowKind.VERBATIM if passage.verbatim else RowKind.EDITED
        yield Row(kind=kind, child=passage.child, parent=passage.parent)
        at = max(at, passage.child[1])
    if text[at:].strip():
        yield Row(kind=RowKind.NEW, child=(at, len(text)), parent=None)
