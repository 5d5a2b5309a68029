"""Lineage against pairs of real articles that were read and judged one by one: what is said to be taken, and what is.

The judgements are ours and lie in `own_gold/judged_pairs`; the articles are those of the development sets, so a row
holds ids and a verdict and no text. Two hundred are edges between outlets that report one event, as they came out
before the judging; two hundred are pairs of `allsides_silver` drawn in bands of containment, half of them edges. Sixty
more, `later.jsonl`, are edges of `ecbplus` drawn from those left when all that the first ones showed was mended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from twosource.evaluation.gold import OWN_GOLD, read_rows
from twosource.evaluation.metric import Metric, measure_share
from twosource.lineage import explain_edge, mark_furniture
from twosource.model import Descent, Lineage, Reading

DATASET = "judged_pairs"


class Verdict(StrEnum):
    """What a reader found two articles to be to each other."""

    COPY = "copy"
    """The same text, whole or cut."""
    REWRITE = "rewrite"
    """One is made from the other, or both from one text of an agency."""
    ONE_RELEASE = "one release"
    """Both are made from one release of the police or of a body, words taken without marks."""
    STATEMENT = "statement"
    """They share quotations, posts or speeches and nothing else."""
    FURNITURE = "furniture"
    """They share boxes, links and captions of one site."""
    INDEPENDENT = "independent"


Read = Callable[[Mapping[str, Any]], Reading | None]
"""Makes the reading of one row of a set; None where it is rejected."""
Trace = Callable[[Sequence[Reading]], tuple[list[Lineage], list[Descent]]]
"""Runs lineage over a corpus."""

TAKEN = frozenset({Verdict.COPY, Verdict.REWRITE})


def evaluate_judged(data: Path, *, read: Read) -> Iterator[Metric]:
    """Precision and recall of "taken" on judged pairs, with Wilson intervals; `data` holds the folders of the sets.

    A pair of `Verdict.ONE_RELEASE` is wrong when it is called taken: two newsrooms rewrote one release, and neither
    took from the other. The second precision counts it right, because the words do come from one text.
    """
    answers = list(_judge_again(data, read, "pairs.jsonl"))
    if answers:
        yield from _hold_precision(answers)
        yield _metric("taken, and called so", [taken for verdict, taken in answers if verdict in TAKEN])
    later = list(_judge_again(data, read, "later.jsonl"))
    if later:
        yield from _hold_precision(later, " (drawn later)")


def _hold_precision(answers: Sequence[tuple[Verdict, bool]], drawn: str = "") -> Iterator[Metric]:
    called = [verdict for verdict, taken in answers if taken]
    either = TAKEN | {Verdict.ONE_RELEASE}
    yield _metric(f"called taken, rightly{drawn}", [v in TAKEN for v in called])
    yield _metric(f"called taken, from the other or one release{drawn}", [v in either for v in called])


def _judge_again(data: Path, read: Read, file: str) -> Iterator[tuple[Verdict, bool]]:
    """For each judged pair of the sets that are there the verdict, and whether an edge says that words were taken."""
    by_set: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in read_rows(OWN_GOLD / DATASET / file):
        by_set[row["set"]].append(row)
    for name, pairs in sorted(by_set.items()):
        if (data / name).is_dir():
            readings = read_set(data / name, read)
            for pair in pairs:
                edge = explain_edge(readings[pair["a"]], readings[pair["b"]]).edge
                yield Verdict(pair["verdict"]), edge is not None and edge.relation.is_taking


def read_set(folder: Path, read: Read) -> dict[str, Reading]:
    """All articles of a set by id, with the furniture that only all of them together show."""
    found = [reading for row in read_rows(folder / "articles.jsonl") if (reading := read(row)) is not None]
    return {reading.article.id: reading for reading in mark_furniture(found)}


def _metric(name: str, right: Sequence[bool]) -> Metric:
    return measure_share(sum(right), len(right), area="lineage", dataset=DATASET, name=name)
