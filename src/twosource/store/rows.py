"""Records as rows: for every table, the columns after the key of its owner and the place in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from twosource.model import Account, Reading

Row = tuple[object, ...]


def as_json(record: object) -> str:
    """The whole record as JSON text, so that SQL's JSON functions read it too."""
    return msgspec.json.encode(record).decode()


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _passages(reading: Reading) -> Iterator[Row]:
    return ((p.role, p.repeats, p.span.start, p.span.end) for p in reading.passages)


def _credits(reading: Reading) -> Iterator[Row]:
    return ((c.agency, c.level, c.span.start, c.span.end) for c in reading.credits)


def _times(reading: Reading) -> Iterator[Row]:
    for t in reading.times:
        when = (_iso(t.when.earliest), _iso(t.when.latest), t.when.grain) if t.when else (None, None, None)
        yield (t.type, t.value, *when, t.span.start, t.span.end, as_json(t))


def _entities(reading: Reading) -> Iterator[Row]:
    return ((e.kind, e.entity, e.role, e.speaks_for, e.span.start, e.span.end) for e in reading.entities)


def _quantities(reading: Reading) -> Iterator[Row]:
    for q in reading.quantities:
        v = q.value
        yield (v.low, v.high, v.bound, v.unit, v.noun, q.span.start, q.span.end, as_json(q))


def _attributions(reading: Reading) -> Iterator[Row]:
    return ((a.id, a.voice, a.speaks_for, a.manner, a.stance, a.parent, as_json(a)) for a in reading.attributions)


WITHIN: dict[str, Callable[[Reading], Iterator[Row]]] = {
    "passage": _passages,
    "credit": _credits,
    "time": _times,
    "entity": _entities,
    "quantity": _quantities,
    "attribution": _attributions,
}
"""Tables whose rows belong to one article."""


def _lineage(account: Account) -> Iterator[Row]:
    for e in account.lineage:
        coverage = (e.coverage_child, e.coverage_parent, e.coverage_child_unquoted)
        yield (e.child, e.parent, e.relation, e.direction, *coverage, e.score, as_json(e))


def _descents(account: Account) -> Iterator[Row]:
    return ((d.article, d.text, d.origin, d.family, d.parent, d.relation, d.agency) for d in account.descents)


def _stories(account: Account) -> Iterator[Row]:
    return ((s.id, s.label, s.lead, _iso(s.first), _iso(s.last), as_json(s)) for s in account.stories)


def _claims(account: Account) -> Iterator[Row]:
    for c in account.claims:
        n = c.numbers
        counts = (len(n.articles), len(n.texts), len(n.origins), None if n.voices is None else len(n.voices))
        yield (c.id, c.story, c.text, *counts, c.contested, c.weight, as_json(c))


def _statements(account: Account) -> Iterator[Row]:
    for claim in account.claims:
        for s in claim.statements:
            place = (s.span.article, s.span.start, s.span.end)
            yield (s.id, claim.id, *place, s.predicate, s.polarity, s.modality)


def _findings(account: Account) -> Iterator[Row]:
    for f in account.findings:
        sides = (f.left.span.article, f.left.value, f.right.span.article, f.right.value)
        yield (f.id, f.story, f.reading, f.slot, *sides, f.rule, f.score, f.within_article, as_json(f))


def _voices(account: Account) -> Iterator[Row]:
    return ((story, voice.id, as_json(voice)) for story, voice in account.voices)


def _rejected(account: Account) -> Iterator[Row]:
    return ((r.what, r.stage, r.reason, r.detail) for r in account.rejected)


BETWEEN: dict[str, Callable[[Account], Iterator[Row]]] = {
    "lineage": _lineage,
    "descent": _descents,
    "story": _stories,
    "claim": _claims,
    "statement": _statements,
    "finding": _findings,
    "voice": _voices,
    "rejected": _rejected,
}
"""Tables whose rows belong to one account."""


def article_row(reading: Reading, *, digest: str) -> Row:
    """The columns of one article after its number; `digest` tells whether anything about it changed."""
    a = reading.article
    found = (x.value if x else None for x in (a.title, a.byline, a.outlet))
    published = _iso(a.published.day) if a.published else None
    body = as_json(msgspec.structs.replace(a, text=""))
    return (a.id, a.raw, a.text, *found, a.url, published, a.language, digest, body)
