"""Lineage against pairs of real articles that a machine labelled by the runs of words they share, and readers judged.

The labels of `allsides_silver` say how much of one article stands in another, and not that it was taken: most of what
is shared are quotations and boxes of the site. Two hundred of the pairs, drawn in bands of containment, were read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from twosource.evaluation.gold import OWN_GOLD, read_rows
from twosource.evaluation.judged_pairs import DATASET as JUDGED_PAIRS
from twosource.evaluation.judged_pairs import TAKEN, Read, Trace, Verdict, read_set
from twosource.evaluation.metric import Metric, measure_share, ratio
from twosource.model import Relation

DATASET = "allsides_silver"
_BANDS = (0.1, 0.15, 0.25, 0.5, 0.8)
_MOSTLY_ONE_TEXT = 0.5
_OWN_VERSIONS = frozenset({Relation.UPDATE, Relation.TEMPLATE})


class _Pair(NamedTuple):
    """A labelled pair: its band, what lineage calls it, and what a reader does, where one has read it."""

    band: int
    relation: Relation | None
    verdict: Verdict | None

    @property
    def is_called(self) -> bool:
        return self.relation is not None and self.relation.is_taking


def evaluate_silver(data: Path, *, read: Read, trace: Trace) -> Iterator[Metric]:
    """Of the pairs that share most how many are called taken; of those read, precision and recall of "taken".

    The second precision counts each band as often as its pairs of different publishers are called taken.
    """
    folder = data / "lineage" / DATASET
    if not folder.is_dir():
        return
    pairs = _read_pairs(folder, read, trace)
    most = [p.is_called for p in pairs if p.band >= _BANDS.index(_MOSTLY_ONE_TEXT) + 1]
    yield _metric(f"pairs of containment {_MOSTLY_ONE_TEXT} and more called taken", most)
    judged = [p for p in pairs if p.verdict is not None]
    yield _metric("called taken, rightly", [p.verdict in TAKEN for p in judged if p.is_called])
    yield _metric("taken, and called so", [p.is_called for p in judged if p.verdict in TAKEN])
    yield _weighted_precision(pairs)


def _read_pairs(folder: Path, read: Read, trace: Trace) -> list[_Pair]:
    relations = {
        frozenset((edge.child, edge.parent)): edge.relation for edge in trace(list(read_set(folder, read).values()))[0]
    }
    rows = [row for row in read_rows(OWN_GOLD / JUDGED_PAIRS / "pairs.jsonl") if row["set"].endswith(DATASET)]
    verdicts = {frozenset((row["a"], row["b"])): Verdict(row["verdict"]) for row in rows}
    labelled = [
        (bisect_right(_BANDS, row["containment"]), frozenset((row["a"], row["b"])))
        for row in read_rows(folder / "pairs.jsonl")
    ]
    return [_Pair(band, relations.get(both), verdicts.get(both)) for band, both in labelled]


def _weighted_precision(pairs: Sequence[_Pair]) -> Metric:
    called = Counter(p.band for p in pairs if p.is_called and p.relation not in _OWN_VERSIONS)
    tried = Counter(p.band for p in pairs if p.is_called and p.verdict is not None)
    right = Counter(p.band for p in pairs if p.is_called and p.verdict in TAKEN)
    whole = sum(called[band] for band in tried)
    value = ratio(sum(called[band] * ratio(right[band], tried[band]) for band in tried), whole)
    return Metric(area="lineage", dataset=DATASET, name="called taken, rightly, by band", value=value, units=whole)


def _metric(name: str, right: Sequence[bool]) -> Metric:
    return measure_share(sum(right), len(right), area="lineage", dataset=DATASET, name=name)
