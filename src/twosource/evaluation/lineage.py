"""Lineage against gold: derived articles, unrelated and independent pairs, graded reuse, the origins of story packs.

Derived articles are made here from development articles, so that every word, parent and direction is known. One setting
of the shipped options is measured on everything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import msgspec
import numpy as np

from twosource.article import read_article
from twosource.engine.local import run_join
from twosource.evaluation.derivations import Derivation, Derived, derive
from twosource.evaluation.gold import read_rows
from twosource.evaluation.judged_pairs import evaluate_judged
from twosource.evaluation.metric import Metric, f1, ratio
from twosource.evaluation.partitions import score_pairs
from twosource.evaluation.silver_pairs import evaluate_silver
from twosource.evaluation.story_edges import evaluate_story_edges
from twosource.lineage import LineageOptions, explain_edge, lineage_join
from twosource.model import Descent, Lineage, MediaType, Raw, Reading, Relation, digest_of, is_unseen
from twosource.model.input_row import InputRow

SETS = ("reuters_days", "allsides_silver")
"""Where the parents of derived articles come from."""
STORIES = ("news_cluster_5w1h", "violent_corpus")
LEAST_WORDS = 150
COPIED = frozenset({Relation.COPY, Relation.CUT, Relation.EMBED})

Row = Mapping[str, Any]


class Clock(StrEnum):
    """How the publication times of a parent and its child lie to each other."""

    GAP = "clock gap"
    TIE = "minutes apart"
    SAME_DAY = "same day, no time"
    NONE = "no clock"


def evaluate_lineage(data: Path, *, sample: int = 80) -> tuple[Metric, ...]:
    """Every figure of the area; `data` is the folder of the lineage sets, with `stories` and `findings` beside it.

    `sample` is the number of parents in each row of the derivation grid; pairs are sampled in proportion.
    """
    found = [*evaluate_grid(data, sample=sample), *evaluate_reuse(data / "clough_stevenson")]
    found += evaluate_unrelated(data / "reuters_days", sample=10 * sample)
    for name in STORIES:
        found += evaluate_same_event(data.parent / "stories" / name, sample=2 * sample)
    found += evaluate_origins(data.parent / "findings")
    found += evaluate_judged(data.parent, read=read_row)
    found += evaluate_silver(data.parent, read=read_row, trace=trace)
    found += evaluate_story_edges(data.parent, read=read_row, trace=trace)
    return tuple(found)


class Case(NamedTuple):
    """One parent and the article derived from it."""

    parent: str
    child: str
    made: Derived
    clock: Clock


def evaluate_grid(data: Path, *, sample: int) -> Iterator[Metric]:
    """Edges found, aligned words and direction for every kind of derivation."""
    rows = [r for name in SETS if (data / name).is_dir() for r in read_rows(data / name / "articles.jsonl")]
    pool = [r for r in rows if len(r["text"].split()) >= LEAST_WORDS]
    if not pool:
        return
    draw = Random(5)  # noqa: S311 - a sample, not secrets
    parents, others = draw.sample(pool, min(sample, len(pool))), draw.sample(pool, min(sample, len(pool)))
    right: Counter[tuple[Clock, str]] = Counter()
    for kind in Derivation:
        cases, readings = _make_cases(kind, parents, others)
        edges = {frozenset((e.child, e.parent)): e for e in trace(readings)[0]}
        answers = [(case, edges.get(frozenset((case.parent, case.child)))) for case in cases]
        yield from _score_row(kind, answers)
        right.update((case.clock, _direction(case, edge)) for case, edge in answers if edge)
    yield from _score_directions(right)


def _make_cases(kind: Derivation, parents: Sequence[Row], others: Sequence[Row]) -> tuple[list[Case], list[Reading]]:
    """Each parent and one child of it in another outlet; the clocks of the pairs go through all kinds."""
    cases, readings = [], []
    for number, (parent, other) in enumerate(zip(parents, others, strict=True)):
        clock = tuple(Clock)[number % len(Clock)]
        made = derive(kind, parent["text"], other["text"], Random(number))  # noqa: S311 - inputs, not secrets
        first, second = _clocks(parent, clock)
        case = Case(f"parent-{number}", f"child-{number}", made, clock)
        cases.append(case)
        readings += [
            read_row({"id": case.parent, "text": parent["text"], "outlet": f"Paper {number}", "published": first}),
            read_row({"id": case.child, "text": made.text, "outlet": f"Other Paper {number}", "published": second}),
        ]
    return cases, [r for r in readings if r is not None]


def _clocks(parent: Row, clock: Clock) -> tuple[str | None, str | None]:
    stated = datetime.fromisoformat(parent["published"] or "2015-05-01T09:00:00").replace(tzinfo=None)
    at = stated.replace(hour=9, minute=30) if "T" not in str(parent["published"]) else stated
    match clock:
        case Clock.GAP:
            return at.isoformat(), (at + timedelta(minutes=95)).isoformat()
        case Clock.TIE:
            return at.isoformat(), (at + timedelta(minutes=8)).isoformat()
        case Clock.SAME_DAY:
            return at.date().isoformat(), at.date().isoformat()
        case Clock.NONE:
            return None, None


def _score_row(kind: Derivation, answers: Sequence[tuple[Case, Lineage | None]]) -> Iterator[Metric]:
    edges = [(case, edge) for case, edge in answers if edge is not None and edge.relation.is_taking]
    yield _metric("derived", f"{kind.value}: edges found", ratio(len(edges), len(answers)), len(answers))
    kept, all_words = _score_words(edges, replaced=False), _score_words(edges, replaced=True)
    yield _metric("derived", f"{kind.value}: aligned words F1", max(kept, all_words), len(edges))
    if "replaced" in kind.value:
        yield _metric("derived", f"{kind.value}: aligned kept words F1", kept, len(edges))
        yield _metric("derived", f"{kind.value}: aligned words with replaced ones F1", all_words, len(edges))


def _score_words(edges: Sequence[tuple[Case, Lineage]], *, replaced: bool) -> float:
    """F1 over the words of the children: those that come from the parent against those in aligned passages."""
    right = marked = wanted = 0
    for case, edge in edges:
        covered = np.zeros(len(case.made.text) + 1, dtype=np.bool_)
        for passage in edge.aligned:
            covered[slice(*(passage.child if edge.child == case.child else passage.parent))] = True
        for (start, end), source, was_replaced in case.made.words:
            taken = source is not None and (replaced or not was_replaced)
            found = bool(covered[start:end].mean() > 0.5)
            right, marked, wanted = right + (taken and found), marked + found, wanted + taken
    return f1(ratio(right, marked), ratio(right, wanted))


def _direction(case: Case, edge: Lineage) -> str:
    if edge.direction == "unknown":
        return "unknown"
    return "right" if edge.child == case.child else "wrong"


def _score_directions(counts: Counter[tuple[Clock, str]]) -> Iterator[Metric]:
    wanted = {Clock.GAP: "right", Clock.TIE: "unknown", Clock.SAME_DAY: "unknown"}
    for clock, answer in wanted.items():
        units = sum(n for (c, _), n in counts.items() if c is clock)
        yield _metric("derived", f"parent with {clock.value}: {answer}", ratio(counts[clock, answer], units), units)
    units = sum(n for (c, _), n in counts.items() if c is Clock.NONE)
    wrong = ratio(counts[Clock.NONE, "wrong"], units)
    yield _metric("derived", "parent with no clock: wrong", wrong, units, higher_is_better=False)


def evaluate_unrelated(folder: Path, *, sample: int) -> Iterator[Metric]:
    """Share of random pairs of reports of different months that get no edge that says something was taken."""
    if not folder.is_dir():
        return
    rows = [r for r in read_rows(folder / "articles.jsonl") if r["text"].strip()]
    draw = Random(7)  # noqa: S311 - a sample, not secrets
    pairs = [draw.sample(rows, 2) for _ in range(sample)]
    apart = [(a, b) for a, b in pairs if a["published"][:7] != b["published"][:7]]
    found = [_relation_of(a, b, outlets=("One", "Two")) for a, b in apart]
    clean = sum(relation is None or not relation.is_taking for relation in found)
    yield _metric(folder.name, "unrelated pairs without an edge", ratio(clean, len(apart)), len(apart))


def evaluate_same_event(folder: Path, *, sample: int) -> Iterator[Metric]:
    """Share of pairs of reports of one event by different outlets that are called copies, and rewrites.

    Nobody has marked which of these reports are independent: some are copies of one agency text. The figure is an upper
    bound on the error.
    """
    if not folder.is_dir():
        return
    rows = {str(r["id"]): r for r in read_rows(folder / "articles.jsonl")}
    by_story: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_rows(folder / "stories.jsonl"):
        by_story[str(row["story"])].append(str(row["article"]))
    pairs = [p for members in by_story.values() for p in combinations(sorted(members), 2)]
    other_outlet = [(rows[a], rows[b]) for a, b in pairs if rows[a]["outlet"] != rows[b]["outlet"]]
    draw = Random(3)  # noqa: S311 - a sample, not secrets
    chosen = draw.sample(other_outlet, min(sample, len(other_outlet)))
    relations = Counter(_relation_of(a, b) for a, b in chosen)
    for name, kinds in (("copies", COPIED), ("rewrites", frozenset({Relation.REWRITE}))):
        share = ratio(sum(relations[k] for k in kinds), len(chosen))
        yield _metric(folder.name, f"same event called {name}", share, len(chosen), higher_is_better=False)


def evaluate_reuse(folder: Path) -> Iterator[Metric]:
    """How well the score puts revised answers above independent ones: area under the curve."""
    if not folder.is_dir():
        return
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for row in read_rows(folder / "pairs.jsonl"):
        pair = [read_row({"id": side, "text": row[side]}) for side in ("a", "b")]
        if pair[0] is not None and pair[1] is not None:
            scores[row["label"]].append(explain_edge(pair[0], pair[1]).log_odds)
    low = scores["independent"]
    for label in ("heavy_revision", "light_revision", "cut_and_paste"):
        wins = [(high > other) + (high == other) / 2 for high in scores[label] for other in low]
        yield _metric(folder.name, f"{label} against independent AUC", ratio(sum(wins), len(wins)), len(scores[label]))


def evaluate_origins(folder: Path) -> Iterator[Metric]:
    """Pair F1 of texts and of origins over all packs: articles of different packs are never put together."""
    keys = ("text", "origin")
    gold: dict[str, dict[str, str]] = {key: {} for key in keys}
    found: dict[str, dict[str, str]] = {key: {} for key in keys}
    for pack in sorted(folder.glob("*/origins.jsonl")):
        name = pack.parent.name
        readings = [r for row in read_rows(pack.with_name("articles.jsonl")) if (r := read_row(row)) is not None]
        answers = {d.article: (d.text, d.origin) for d in trace(readings)[1]}
        for row in read_rows(pack):
            article = row["article"]
            for key, answer in zip(keys, answers.get(article, ("", "")), strict=True):
                gold[key][article] = f"{name}/{row[key]}"
                found[key][article] = f"{name}/{answer or article}"
    for key in keys if gold["text"] else ():
        yield _metric("findings", f"{key} pair F1", score_pairs(gold[key], found[key]).f1, len(gold[key]))


def read_row(row: Row) -> Reading | None:
    """The reading of one row of gold, as the command line would read it; None where it is rejected."""
    fields = {f.name: row.get(f.name) for f in msgspec.structs.fields(InputRow)}
    body = msgspec.json.encode(fields)
    found = read_article(Raw(id=digest_of(body), body=body, locators=("gold",), media_type=MediaType.JSON))
    return found if isinstance(found, Reading) else None


def trace(readings: Sequence[Reading]) -> tuple[list[Lineage], list[Descent]]:
    """Edges between articles of the corpus, and descents."""
    results, _ = run_join(lineage_join(options=LineageOptions()), readings)
    edges = [r for r in results if isinstance(r, Lineage) and not is_unseen(r.parent)]
    return edges, [r for r in results if isinstance(r, Descent)]


def _relation_of(left: Row, right: Row, *, outlets: tuple[str, str] | None = None) -> Relation | None:
    """The relation of two articles that are compared whether or not they would have met."""
    rows = [{**row, "outlet": name} for row, name in zip((left, right), outlets, strict=True)] if outlets else []
    readings = [read_row(row) for row in (rows or (left, right))]
    if readings[0] is None or readings[1] is None:
        return None
    edge = explain_edge(readings[0], readings[1]).edge
    return edge.relation if edge else None


def _metric(dataset: str, name: str, value: float, units: int, *, higher_is_better: bool = True) -> Metric:
    return Metric(
        area="lineage", dataset=dataset, name=name, value=value, units=units, higher_is_better=higher_is_better
    )
