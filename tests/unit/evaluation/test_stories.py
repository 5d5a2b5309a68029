"""The story evaluation: its parts, and the promised figures where the development data is at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.stories import churn_of, evaluate_stories, parts_of


def write_rows(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_a_small_set_is_scored_beside_all_articles_alone(tmp_path: Path) -> None:
    folder = tmp_path / "invented"
    folder.mkdir()
    fire = "A fire on the ferry Marlunda off Port Selby killed four passengers, the coast guard said on Monday."
    vote = "Voters in Tarvania chose a new parliament on Sunday; the Farmers' Union of Ilse Brandt came first."
    rows = [("a", fire), ("b", fire + " Lifeboats saved 41 others."), ("c", vote)]
    write_rows(folder / "articles.jsonl", [{"id": i, "text": t, "published": "2024-03-04"} for i, t in rows])
    write_rows(folder / "stories.jsonl", [{"article": i, "story": s} for i, s in (("a", 1), ("b", 1), ("c", 2))])
    value = {m.name: m.value for m in evaluate_stories(tmp_path)}
    assert value["b3"] == value["pair_f1"] == value["ari"] == 1.0
    assert value["b3_alone"] < 1.0
    assert value["b3_multi_alone"] == pytest.approx(2 / 3)
    assert value["b3_multi_single_pass"] == value["pair_f1_single_pass"] == 1.0
    assert value["churn"] == 0.0


def test_churn_is_the_share_of_articles_whose_companions_change() -> None:
    first = {"a": 1, "b": 1, "c": 2}
    assert churn_of([first, {**first, "d": 1}]) == 0.0
    assert churn_of([first, {"a": 1, "b": 1, "c": 1}]) == 1.0
    assert churn_of([first, {"a": 1, "b": 3, "c": 2}]) == pytest.approx(2 / 3)
    assert churn_of([first]) == 0.0


def test_ecbplus_falls_into_fitted_and_development_topics(tmp_path: Path) -> None:
    folder = tmp_path / "ecbplus"
    folder.mkdir()
    write_rows(folder / "articles.jsonl", [{"id": "a", "topic": "1"}, {"id": "b", "topic": "35"}])
    assert parts_of(folder, {"a": "1ecb", "b": "35ecb"}) == {"fit": {"a"}, "dev": {"b"}}


@pytest.mark.shared
@pytest.mark.slow
def test_one_model_keeps_its_promises_on_every_set() -> None:
    value = {f"{m.dataset}/{m.name}": m.value for m in evaluate_stories(shared_or_skip("data/stories"))}
    assert value["violent_corpus/b3_multi_2015"] >= 0.92
    assert value["violent_corpus/pair_f1_2015"] >= 0.75
    assert value["ecbplus/b3_dev"] >= 0.90
    assert value["news_cluster_5w1h/b3"] >= 0.90
