"""The way from any record back to raw words: record, spans, article, file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from twosource.errors import StoreError
from twosource.model import (
    Attribution,
    Claim,
    Finding,
    Lineage,
    Reading,
    Record,
    Role,
    Span,
    Statement,
    Story,
    span_of,
    spans_of,
)
from twosource.store.connect import Store
from twosource.store.read import locators_of, read_raw, read_reading

S = TypeVar("S", bound=msgspec.Struct)

_CONTEXT_CHARS = 60  # about ten words on either side


class Proof(Record, frozen=True, kw_only=True):
    """Exact words a record rests on, what stands around them, and what their article was made of."""

    span: Span
    before: str
    after: str
    title: str | None
    outlet: str | None
    published: str | None
    locators: tuple[str, ...]
    raw: str
    raw_bytes: int | None
    """Length of the raw bytes, None where they were not kept."""


class Trace(Record, frozen=True, kw_only=True):
    """A record, what it says in one line, and its proofs in order of article and place."""

    kind: str
    id: str
    says: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, kw_only=True)
class _Kind:
    """One kind of record with an id: where it is kept, what it says, and the words it rests on."""

    table: str
    type: type[msgspec.Struct]
    says: Callable[..., str]
    spans: Callable[..., Iterable[Span]]


def trace_record(store: Store, record: str) -> Trace:
    """The way from the record with this id to raw words.

    Knows articles, attributions, statements, claims, findings and stories by id, or by a beginning of it that fits one
    record only; an edge of lineage as `CHILD..PARENT`; and any place as `ARTICLE:START:END`, the three fields with
    which every line of output gives its words. Raises `StoreError` where no record fits, or more than one.

    A span that does not hold is an error and never moved to a place where it would: a near miss is no proof.
    """
    kind, found, says, spans = _edge(store, record) or _place(store, record) or _named(store, record)
    ordered = sorted(set(spans), key=lambda s: (s.article, s.start, s.end))
    return Trace(kind=kind, id=found, says=says, proofs=tuple(_proof(store, span) for span in ordered))


_Way = tuple[str, str, str, Iterable[Span]]
"""Kind, id, what it says, spans."""


def _edge(store: Store, record: str) -> _Way | None:
    child, dots, parent = record.partition("..")
    rows = store.query("SELECT body FROM lineage WHERE child = ? AND parent = ?", (child, parent)) if dots else []
    if not rows:
        return None
    edge = msgspec.json.decode(str(rows[0][0]), type=Lineage)
    says = f"{edge.relation.value}, direction {edge.direction}: {', '.join(edge.reasons) or 'no reason given'}"
    return "lineage", record, says, _edge_spans(store, edge)


def _edge_spans(store: Store, edge: Lineage) -> list[Span]:
    """Both sides of every aligned passage; an unseen parent has none."""
    child = read_reading(store, edge.child).article
    spans = [span_of(child, *passage.child) for passage in edge.aligned]
    if edge.aligned:
        parent = read_reading(store, edge.parent).article
        spans += [span_of(parent, *passage.parent) for passage in edge.aligned]
    return spans


def _place(store: Store, record: str) -> _Way | None:
    name, start, end = _split_place(record)
    article = _choose_article(store, name)
    if article is None:
        return None
    found = read_reading(store, article).article
    if not 0 <= start < end <= len(found.text):
        raise StoreError(f"{record}: the article has {len(found.text)} characters, expected 0 <= START < END <= that")
    says = f"{end - start} characters of an article"
    return "place", f"{article}:{start}:{end}", says, [span_of(found, start, end)]


def _choose_article(store: Store, name: str) -> str | None:
    """The article with this id, or the only one whose id begins so."""
    if name and store.query("SELECT 1 FROM article WHERE id = ?", (name,)):
        return name
    found = _beginning_with(store, "article", name)
    return found[0][1] if len(found) == 1 else None


def _split_place(record: str) -> tuple[str, int, int]:
    """Article, start and end; an empty article where the record has another form."""
    head, _, end = record.rpartition(":")
    article, _, start = head.rpartition(":")
    return (article, int(start), int(end)) if start.isdecimal() and end.isdecimal() else ("", 0, 0)


_KINDS: dict[str, _Kind] = {
    "attribution": _Kind(
        table="attribution",
        type=Attribution,
        says=lambda a: f"{a.voice or 'somebody'} {a.stance.value} ({a.manner.value})",
        spans=spans_of,
    ),
    "claim": _Kind(
        table="claim",
        type=Claim,
        says=lambda c: c.text,
        spans=lambda c: [s.span for s in c.statements],
    ),
    "finding": _Kind(
        table="finding",
        type=Finding,
        says=lambda f: f"{f.reading.value} ({f.slot}): {f.left.value} / {f.right.value}, by rule {f.rule}",
        spans=spans_of,
    ),
}


def _named(store: Store, record: str) -> _Way:
    kind, found = _choose_id(store, record)
    if kind == "article":
        reading = read_reading(store, found)
        return kind, found, _title_of(reading) or "an article without a title", _opening(reading)
    if kind == "story":
        story = _decoded(store, "story", found, Story)
        spans = [s for article in story.articles for s in _opening(read_reading(store, article))]
        return kind, found, story.label, spans
    if kind == "statement":
        statement = _statement(store, found)
        return kind, found, _says(statement), spans_of(statement)
    how = _KINDS[kind]
    decoded = _decoded(store, how.table, found, how.type)
    return kind, found, how.says(decoded), how.spans(decoded)


def _choose_id(store: Store, record: str) -> tuple[str, str]:
    """The only record whose id is, or begins with, what was given."""
    tables = ("article", "story", "statement", *_KINDS)
    exact = [(t, record) for t in tables if store.query(f"SELECT 1 FROM {t} WHERE id = ?", (record,))]  # noqa: S608 - names of our own
    found = exact or sorted({pair for t in tables for pair in _beginning_with(store, t, record)})
    if len(found) == 1:
        return found[0]
    if not found:
        raise StoreError(f"{record}: no such record; give an id, CHILD..PARENT, or ARTICLE:START:END from the output")
    listed = ", ".join(f"{kind} {name}" for kind, name in found[:8])
    raise StoreError(f"{record}: fits {len(found)} records, expected one: {listed}; give more of the id")


def _beginning_with(store: Store, table: str, start: str) -> list[tuple[str, str]]:
    sql = f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? LIMIT 9"  # noqa: S608 - names of our own
    return [(table, str(row[0])) for row in store.query(sql, (start, start + "\U0010ffff"))] if start else []


def _decoded(store: Store, table: str, record: str, kind: type[S]) -> S:
    rows = store.query(f"SELECT body FROM {table} WHERE id = ? LIMIT 1", (record,))  # noqa: S608 - names of our own
    return msgspec.json.decode(str(rows[0][0]), type=kind)


def _statement(store: Store, record: str) -> Statement:
    """A statement is kept inside its claim."""
    claim = str(store.query("SELECT claim FROM statement WHERE id = ? LIMIT 1", (record,))[0][0])
    return next(s for s in _decoded(store, "claim", claim, Claim).statements if s.id == record)


def _says(statement: Statement) -> str:
    said = f", said by {statement.said_by[-1]}" if statement.said_by else ""
    return f"{statement.modality.value}, {statement.polarity.value}{said}"


def _opening(reading: Reading) -> list[Span]:
    """What an article opens with: its headline and its first sentence-bearing passage."""
    headline = [p.span for p in reading.passages if p.role is Role.HEADLINE][:1]
    body = [p.span for p in reading.passages if p.role in (Role.LEDE, Role.BODY)][:1]
    return headline + body


def _title_of(reading: Reading) -> str | None:
    return reading.article.title.value if reading.article.title else None


def _proof(store: Store, span: Span) -> Proof:
    reading = read_reading(store, span.article)
    article = reading.article
    if not span.holds_in(article.text):
        raise StoreError(f"{store.path}: {span.quote!r} no longer stands at {span.start}..{span.end} of {span.article}")
    raw = read_raw(store, article.raw)
    return Proof(
        span=span,
        before=article.text[max(0, span.start - _CONTEXT_CHARS) : span.start],
        after=article.text[span.end : span.end + _CONTEXT_CHARS],
        title=_title_of(reading),
        outlet=article.outlet.value if article.outlet else None,
        published=article.published.day.isoformat() if article.published else None,
        locators=tuple(locators_of(store, article.id)),
        raw=article.raw,
        raw_bytes=len(raw.body) if raw else None,
    )
