"""Claims: how values are compared when everything else is equal, on synthetic minimal pairs from real claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from twosource.engine.run import read_raws
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, ratio
from twosource.evaluation.minimal_pairs import MinimalPair, PairKind, make_minimal_pairs
from twosource.model import Descent, MediaType, Raw, Reading, ReadingOf, Story
from twosource.options import Options
from twosource.plan import Plan, plan_of

_SETS = ("quantemp/claims.jsonl", "quantemp/taxonomy.jsonl", "averitec/claims.jsonl", "emergent/pairs.jsonl")
_FIELDS = ("text", "claim", "a", "b")
_SLOTS = frozenset({"number", "date", "time"})


def evaluate_claims(data: Path) -> tuple[Metric, ...]:
    """False conflicts on compatible variants and recall of true conflicts, over all kinds and by kind."""
    pairs = make_minimal_pairs(_texts(data))
    plan = plan_of(Options())
    fired = {pair.id: fires_conflict(pair, plan) for pair in pairs}
    return tuple(_metrics(pairs, fired))


def _texts(data: Path) -> Iterable[str]:
    """Claims and headlines of the sets that are there; a set that is missing is left out."""
    for name in _SETS:
        path = data / name
        if path.exists():
            yield from (row[field] for row in read_rows(path) for field in _FIELDS if isinstance(row.get(field), str))


def fires_conflict(pair: MinimalPair, plan: Plan) -> bool:
    """Whether the two texts of a pair, read as two articles of one story, make a conflict."""
    readings = _read(pair, plan)
    groups = plan.align([s for reading in readings for s in plan.statements(reading)])
    story = Story(id="pair", articles=("left", "right"), lead="left", label="")
    descents = [Descent(article=r.article.id, text=r.article.id, origin=r.article.id) for r in readings]
    found = plan.check(story, readings, groups, descents).findings
    return any(f.reading is ReadingOf.CONFLICT and f.slot in _SLOTS and not f.within_article for f in found)


def _read(pair: MinimalPair, plan: Plan) -> Sequence[Reading]:
    rows = ({"id": "left", "text": pair.left}, {"id": "right", "text": pair.right})
    raws = [
        Raw(id=row["id"], body=msgspec.json.encode(row), locators=(row["id"],), media_type=MediaType.JSON)
        for row in rows
    ]
    return read_raws(raws, rejected=(), plan=plan).readings


def _metrics(pairs: Sequence[MinimalPair], fired: dict[str, bool]) -> Iterable[Metric]:
    yield from _two_metrics("all", pairs, fired)
    for kind in PairKind:
        yield from _two_metrics(kind.value, [p for p in pairs if p.kind is kind], fired)


def _two_metrics(name: str, pairs: Sequence[MinimalPair], fired: dict[str, bool]) -> Iterable[Metric]:
    true, compatible = ([p for p in pairs if p.conflict is side] for side in (True, False))
    yield Metric(
        area="claims",
        dataset="minimal pairs",
        name=f"recall of conflicts, {name}",
        value=ratio(sum(fired[p.id] for p in true), len(true)),
        units=len(true),
    )
    yield Metric(
        area="claims",
        dataset="minimal pairs",
        name=f"false conflicts, {name}",
        value=ratio(sum(fired[p.id] for p in compatible), len(compatible)),
        units=len(compatible),
        higher_is_better=False,
    )
