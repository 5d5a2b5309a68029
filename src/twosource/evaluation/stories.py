"""Stories against gold: one setting of the shipped models for every set, and all articles alone beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from twosource.annotate.time import annotate_time
from twosource.article import read_article
from twosource.evaluation.gold import read_rows
from twosource.evaluation.metric import Metric, bootstrap
from twosource.evaluation.partitions import (
    Partition,
    articles_in_multiple,
    b_cubed_of_draws,
    by_group,
    score_b_cubed,
    score_pairs,
    score_rand,
)
from twosource.ingest import find_raws
from twosource.model import Raw, Reading
from twosource.stories import StoryOptions, group_stories

ECBPLUS_DEVELOPMENT = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
"""The usual development topics; weights are fitted on the other topics of 1 to 35."""

CHOSEN_ON = "2015"
"""Violent-corpus stories that begin in this year chose between fits; earlier ones were fitted on."""

_BOOTSTRAP_ROUNDS = 300


def evaluate_stories(data: Path) -> tuple[Metric, ...]:
    """B-cubed, multi-article B-cubed, pair F1 and the adjusted Rand index of each set in the folder `data`.

    A set that lies in parts (fitted on, chosen on, untouched) has a figure for each part, so that the honest one can
    be read off. `alone` is what putting every article alone would score.
    """
    folders = sorted(p.parent for p in data.glob("*/stories.jsonl"))
    return tuple(m for folder in folders for m in _evaluate_set(folder))


def _evaluate_set(folder: Path) -> Iterator[Metric]:
    gold = {str(row["article"]): str(row["story"]) for row in read_rows(folder / "stories.jsonl")}
    readings = read_readings(folder / "articles.jsonl")
    for part, articles in sorted(parts_of(folder, gold).items()):
        inside = {a: gold[a] for a in sorted(articles)}
        found = group_by_article([r for r in readings if r.article.id in inside])
        yield from score_partition(folder.name, part, inside, found)


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
            name=f"{name}_{part}" if part else name,
            value=value,
            units=len(multiple) if "multi" in name else len(gold),
            low=low if name == "b3_multi" else None,
            high=high if name == "b3_multi" else None,
        )
