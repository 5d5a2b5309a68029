"""Every edge that lineage finds in the story sets: between stories nothing was taken; within a story each was read.

The verdicts are those of `judged_pairs`; the edges that had none when every other was judged lie in
`own_gold/story_edges`, so that they are a census and no sample. An edge that nobody has judged counts as wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from twosource.evaluation import judged_pairs
from twosource.evaluation.gold import OWN_GOLD, read_rows
from twosource.evaluation.judged_pairs import TAKEN, Read, Trace, Verdict, read_set
from twosource.evaluation.metric import Metric, measure_share
from twosource.model import Lineage, Relation

DATASET = "story_edges"
SETS = ("ecbplus", "news_cluster_5w1h", "violent_corpus")
_COPIED = frozenset({Relation.COPY, Relation.CUT, Relation.EMBED})
_JUDGED = ((judged_pairs.DATASET, "pairs.jsonl"), (judged_pairs.DATASET, "later.jsonl"), (DATASET, "rest.jsonl"))

Verdicts = Mapping[frozenset[str], Verdict]


@dataclass(frozen=True)
class _Corpus:
    """One story set: which story each article belongs to, and which outlet printed it, where that is known."""

    stories: Mapping[str, str]
    outlets: Mapping[str, str | None]

    def is_one_story(self, edge: Lineage) -> bool:
        return self.stories[edge.child] == self.stories[edge.parent]

    def is_one_outlet(self, left: str, right: str) -> bool:
        return self.outlets[left] is not None and self.outlets[left] == self.outlets[right]


def evaluate_story_edges(data: Path, *, read: Read, trace: Trace) -> Iterator[Metric]:
    """Pairs of different stories without a copy; of one event, edges rightly there and independent pairs with one.

    All pairs of a set are looked at, not a sample of them. Independent is every pair of reports of one event by
    different outlets that nobody judged to be taken: the few rewrites that lineage misses are among them.
    """
    verdicts, found = _read_verdicts(), Counter[str]()
    for name in SETS:
        folder = data / "stories" / name
        if folder.is_dir():
            found.update(_count_set(folder, read, trace, verdicts))
    if found:
        yield from _report(found)


def _read_verdicts() -> Verdicts:
    rows = [row for dataset, file in _JUDGED for row in read_rows(OWN_GOLD / dataset / file)]
    return {frozenset((row["a"], row["b"])): Verdict(row["verdict"]) for row in rows}


def _count_set(folder: Path, read: Read, trace: Trace, verdicts: Verdicts) -> Counter[str]:
    edges, _ = trace(list(read_set(folder, read).values()))
    corpus = _Corpus(
        stories={str(row["article"]): str(row["story"]) for row in read_rows(folder / "stories.jsonl")},
        outlets={str(row["id"]): row["outlet"] for row in read_rows(folder / "articles.jsonl")},
    )
    return _count_pairs(corpus) + _count_edges(corpus, [e for e in edges if e.relation.is_taking], verdicts)


def _count_pairs(corpus: _Corpus) -> Counter[str]:
    """Pairs of different stories, and those of one event in different outlets."""
    sizes = Counter(corpus.stories.values())
    found = Counter({"apart": (len(corpus.stories) ** 2 - sum(size**2 for size in sizes.values())) // 2})
    members: dict[str, list[str]] = {story: [] for story in sizes}
    for article, story in corpus.stories.items():
        members[story].append(article)
    for group in members.values():
        found["together"] += sum(not corpus.is_one_outlet(*pair) for pair in combinations(group, 2))
    return found


def _count_edges(corpus: _Corpus, edges: Sequence[Lineage], verdicts: Verdicts) -> Counter[str]:
    """Copies between stories; within one, edges between outlets by their verdicts."""
    found: Counter[str] = Counter()
    for edge in edges:
        copied = edge.relation in _COPIED
        if not corpus.is_one_story(edge):
            found["copied apart"] += copied
        elif not corpus.is_one_outlet(edge.child, edge.parent):
            verdict = verdicts.get(frozenset((edge.child, edge.parent)))
            right = verdict in TAKEN
            found["called"] += 1
            found["rightly"] += right
            found["rightly or one release"] += right or verdict is Verdict.ONE_RELEASE
            found["copied wrongly"] += copied and not right
    return found


def _report(found: Mapping[str, int]) -> Iterator[Metric]:
    called, right, either = (found[key] for key in ("called", "rightly", "rightly or one release"))
    independent = found["together"] - right
    yield _metric("different stories: pairs without a copy", found["apart"] - found["copied apart"], found["apart"])
    yield _metric("one event: called taken, rightly", right, called)
    yield _metric("one event: called taken, from the other or one release", either, called)
    yield _metric("one event: independent pairs not called taken", independent - (called - right), independent)
    yield _metric("one event: independent pairs not called copy", independent - found["copied wrongly"], independent)


def _metric(name: str, right: int, tried: int) -> Metric:
    return measure_share(right, tried, area="lineage", dataset=DATASET, name=name)
