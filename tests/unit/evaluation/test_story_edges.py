from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lineage_readings import make_text
from shared_data import shared_or_skip
from twosource.evaluation import story_edges
from twosource.evaluation.gold import OWN_GOLD, read_rows
from twosource.evaluation.judged_pairs import DATASET as JUDGED_PAIRS
from twosource.evaluation.lineage import read_row, trace
from twosource.evaluation.story_edges import DATASET, evaluate_story_edges

ONE, OTHER, THIRD = (make_text(seed, sentences=20) for seed in (1, 2, 3))


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories: a and b print one text, as was judged; c and d one that nobody judged; e prints it elsewhere."""
    texts = {"a": ONE, "b": ONE, "c": OTHER, "d": OTHER, "e": OTHER, "f": THIRD}
    stories = {"a": "first", "b": "first", "c": "first", "d": "first", "e": "second", "f": "second"}
    folder = tmp_path / "stories" / "ecbplus"
    write_lines(folder / "articles.jsonl", [{"id": k, "text": t, "outlet": f"Paper {k}"} for k, t in texts.items()])
    write_lines(folder / "stories.jsonl", [{"article": k, "story": s} for k, s in stories.items()])
    judged = {"set": "stories/ecbplus", "a": "a", "b": "b", "verdict": "copy"}
    for dataset, file, rows in (
        (JUDGED_PAIRS, "pairs.jsonl", [judged]),
        (JUDGED_PAIRS, "later.jsonl", []),
        (DATASET, "rest.jsonl", []),
    ):
        write_lines(tmp_path / "own" / dataset / file, rows)
    monkeypatch.setattr(story_edges, "OWN_GOLD", tmp_path / "own")
    return tmp_path


def figures(data: Path) -> dict[str, tuple[float, int]]:
    return {m.name: (round(m.value, 4), m.units) for m in evaluate_story_edges(data, read=read_row, trace=trace)}


def test_an_edge_that_nobody_judged_counts_as_wrong(data: Path) -> None:
    assert figures(data)["one event: called taken, rightly"] == (0.5, 2)
    assert figures(data)["one event: independent pairs not called copy"] == (round(5 / 6, 4), 6)


def test_a_copy_in_another_story_counts_against_all_pairs_of_different_stories(data: Path) -> None:
    assert figures(data)["different stories: pairs without a copy"] == (round(6 / 8, 4), 8)


def test_articles_of_one_outlet_are_no_pair_of_different_outlets(data: Path) -> None:
    path = data / "stories" / "ecbplus" / "articles.jsonl"
    write_lines(path, [{**row, "outlet": "Harbour Post"} for row in read_rows(path)])
    assert figures(data)["one event: independent pairs not called taken"] == (0.0, 0)


def test_without_the_sets_nothing_is_measured(tmp_path: Path) -> None:
    assert figures(tmp_path) == {}


def test_no_edge_is_judged_twice() -> None:
    files = ((JUDGED_PAIRS, "pairs.jsonl"), (JUDGED_PAIRS, "later.jsonl"), (DATASET, "rest.jsonl"))
    pairs = [frozenset((row["a"], row["b"])) for place in files for row in read_rows(OWN_GOLD.joinpath(*place))]
    assert len(pairs) == len(set(pairs))


@pytest.mark.shared
@pytest.mark.slow
def test_edges_of_the_story_sets_keep_their_figures() -> None:
    found = {m.name: m.value for m in evaluate_story_edges(shared_or_skip("data"), read=read_row, trace=trace)}
    assert found["different stories: pairs without a copy"] >= 0.999
    assert found["one event: independent pairs not called copy"] >= 0.99
    assert found["one event: independent pairs not called taken"] >= 0.99
    assert found["one event: called taken, from the other or one release"] >= 0.98
