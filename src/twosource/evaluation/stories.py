"""Stories against gold: one setting of the shipped models for every set, and all articles alone beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from twosource.annotate.time import annotate_time
from twosource.article import read_article
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, bootstrap, ratio
from twosource.evaluation.partitions import (
    Partition,
    articles_in_multiple,
    b_cubed_of_draws,
    by_group,
    score_b_cubed,
    score_pairs,
    score_rand,
)
from twosource.evaluation.single_pass import group_in_one_pass
from twosource.ingest import find_raws
from twosource.model import Raw, Reading
from twosource.stories import GrowingStories, StoryOptions, group_stories

ECBPLUS_DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""The usual development topics; weights are fitted on the other topics of 1 to 35."""

CHOSEN_ON = "2015"
"""Violent-corpus stories that begin in this year chose between fits; earlier ones were fitted on."""

_BOOTSTRAP_ROUNDS = 300
_CHURN_STEPS = 10


def evaluate_stories(data: Path) -> tuple[Metric, ...]:
    """B-cubed, multi-article B-cubed, pair F1 and the adjusted Rand index of each set in the folder `data`.

    A set that lies in parts (fitted on, chosen on, untouched) has a figure for each part, so that the honest one can
    be read off. `alone` is what putting every article alone would score, `single_pass` what the plain way would.
    `churn` is the share of articles whose companions change from one tenth of the articles to the next.
    """
    folders = sorted(p.parent for p in data.glob("*/stories.jsonl"))
    return tuple(m for folder in folders for m in _evaluate_set(folder))


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    gold = {str(row["article"]): str(row["story"]) for row in read_rows(folder / "stories.jsonl")}
    readings = read_readings(folder / "articles.jsonl")
    for part, articles in sorted(parts_of(folder, gold).items()):
        inside = {a: gold[a] for a in sorted(articles)}
        chosen = [r for r in readings if r.article.id in inside]
        yield from score_partition(folder.name, part, inside, group_by_article(chosen))
        yield from _score_single_pass(folder.name, part, inside, chosen)
        yield from _measure_churn(folder.name, part, chosen)


def _score_single_pass(dataset: str, part: str, gold: Partition, readings: Sequence[Reading]) -> Iterator[Metric]:
    """What a plain TF-IDF single pass scores, its threshold fitted where our weights are."""
    found, multiple = group_in_one_pass(readings), articles_in_multiple(gold)
    scored = {
        "b3_multi_single_pass": (score_b_cubed(gold, found, multiple).f1, len(multiple)),
        "pair_f1_single_pass": (score_pairs(gold, found).f1, len(gold)),
    }
    for name, (value, units) in scored.items():
        yield Metric(area="stories", dataset=dataset, name=_named(name, part), value=value, units=units)


def _measure_churn(dataset: str, part: str, readings: Sequence[Reading]) -> Iterator[Metric]:
    """How much of what was told before is told otherwise when more comes: of a set most of which has dates."""
    dated = [r for r in readings if r.article.published is not None]
    if 2 * len(dated) > len(readings):
        steps = list(_grow(dated, [r for r in readings if r.article.published is None]))
        yield Metric(
            area="stories",
            dataset=dataset,
            name=_named("churn", part),
            value=churn_of(steps),
            units=len(readings),
            higher_is_better=False,
        )


def _grow(dated: Sequence[Reading], undated: Sequence[Reading]) -> Iterator[dict[str, str]]:
    """The partition after each tenth of the articles in order of publication."""
    ordered = sorted(dated, key=lambda r: (r.article.published is None or r.article.published.day, r.article.id))
    growing = GrowingStories()
    growing.add(undated)
    size = -(-len(ordered) // _CHURN_STEPS)
    for start in range(0, len(ordered), size):
        growing.add(ordered[start : start + size])
        yield {article: story.id for story in growing.stories() for article in story.articles}


def churn_of(steps: Sequence[Partition]) -> float:
    """Share of articles whose companions change from one partition to the next, newcomers aside, over all steps.

    >>> churn_of([{"a": 1, "b": 2}, {"a": 1, "b": 1, "c": 1}])
    1.0
    """
    seen = changed = 0
    for before, after in pairwise(steps):
        old, new = _companions(before, before), _companions(after, before)
        seen += len(before)
        changed += sum(old[article] != new[article] for article in before)
    return ratio(changed, seen)


def _companions(partition: Partition, among: Partition) -> dict[str, frozenset[str]]:
    groups = [frozenset(a for a in group if a in among) for group in by_group(partition)]
    return {article: group for group in groups for article in group}


def _named(name: str, part: str) -> str:
    return f"{name}_{part}" if part else name


def read_readings(path: Path) -> list[Reading]:
    """The articles of a gold file, read as the command line reads them; rejected ones are left out."""
    source = path if path.exists() else path.with_name(path.name + ".gz")
    found = (read_article(raw) for raw in find_raws([str(source)]) if isinstance(raw, Raw))
    return [replace(r, times=annotate_time(r)) for r in found if isinstance(r, Reading)]


def group_by_article(readings: Sequence[Reading], options: StoryOptions | None = None) -> dict[str, str]:
    """Article -> story, without any lineage: copies are not counted as one text."""
    stories = group_stories(readings, (), options=options or StoryOptions())
    return {a: story.id for story in stories for a in story.articles}


def parts_of(folder: Path, gold: Mapping[str, str]) -> dict[str, set[str]]:
    """The parts of a set by name, "" for a set that is one."""
    rows = read_rows(folder / "articles.jsonl")
    if folder.name == "ecbplus":
        development = {str(r["id"]) for r in rows if r["topic"] in ECBPLUS_DEVELOPMENT}
        return {"fit": set(gold) - development, "dev": development}
    if folder.name != "violent_corpus":
        return {"": set(gold)}
    first: dict[str, str] = {}
    for row in rows:
        story = gold[str(row["id"])]
        first[story] = min(first.get(story, "9999"), str(row["published"])[:4])
    return {
        "fit": {a for a, story in gold.items() if first[story] < CHOSEN_ON},
        "2015": {a for a, story in gold.items() if first[story] == CHOSEN_ON},
    }


def score_partition(dataset: str, part: str, gold: Partition, found: Partition) -> Iterator[Metric]:
    """Every figure of one part, names ending in the part's name."""
    multiple = articles_in_multiple(gold)
    alone = {article: article for article in gold}
    groups = [group for group in by_group(gold) if len(group) > 1]
    low, high = bootstrap(groups, b_cubed_of_draws(gold, found), rounds=_BOOTSTRAP_ROUNDS)
    b_cubed, multi, pairs = score_b_cubed(gold, found), score_b_cubed(gold, found, multiple), score_pairs(gold, found)
    figures = {
        "b3": b_cubed.f1,
        "b3_multi": multi.f1,
        "b3_multi_precision": multi.precision,
        "b3_multi_recall": multi.recall,
        "b3_multi_alone": score_b_cubed(gold, alone, multiple).f1,
        "b3_alone": score_b_cubed(gold, alone).f1,
        "pair_f1": pairs.f1,
        "pair_precision": pairs.precision,
        "pair_recall": pairs.recall,
        "ari": score_rand(gold, found),
    }
    for name, value in figures.items():
        yield Metric(
            area="stories",
            dataset=dataset,
            name=_named(name, part),
            value=value,
            units=len(multiple) if "multi" in name else len(gold),
            low=low if name == "b3_multi" else None,
            high=high if name == "b3_multi" else None,
        )
