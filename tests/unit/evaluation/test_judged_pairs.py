from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lineage_readings import make_text
from shared_data import shared_or_skip
from twosource.evaluation import judged_pairs
from twosource.evaluation.gold import OWN_GOLD, read_rows
from twosource.evaluation.judged_pairs import DATASET, Verdict, evaluate_judged
from twosource.evaluation.lineage import read_row
from twosource.evaluation.metric import wilson

FIRST, LATER = (read_rows(OWN_GOLD / DATASET / name) for name in ("pairs.jsonl", "later.jsonl"))
ROWS = [*FIRST, *LATER]


def test_four_hundred_and_sixty_pairs_are_judged_once_each() -> None:
    assert (len(FIRST), len(LATER)) == (400, 60)
    assert len({(row["set"], row["a"], row["b"]) for row in ROWS}) == len(ROWS)


def test_a_row_holds_ids_and_a_verdict_and_no_text() -> None:
    assert {key for row in ROWS for key in row} == {"set", "a", "b", "verdict"}
    assert {row["verdict"] for row in ROWS} == {verdict.value for verdict in Verdict}


def test_without_the_sets_nothing_is_measured(tmp_path: Path) -> None:
    assert list(evaluate_judged(tmp_path, read=read_row)) == []


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_what_is_called_taken_is_held_against_the_verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": make_text(1), "b": f"{make_text(1)}\n\n{make_text(2, sentences=2)}", "c": make_text(3)}
    write_lines(tmp_path / "stories/s/articles.jsonl", [{"id": k, "text": t, "outlet": k} for k, t in texts.items()])
    pairs = [("a", "b", "copy"), ("a", "c", "rewrite"), ("b", "c", "independent")]
    judged = [{"set": "stories/s", "a": a, "b": b, "verdict": verdict} for a, b, verdict in pairs]
    write_lines(tmp_path / f"own/{DATASET}/pairs.jsonl", judged)
    (tmp_path / f"own/{DATASET}/later.jsonl").write_text("", encoding="utf-8")
    monkeypatch.setattr(judged_pairs, "OWN_GOLD", tmp_path / "own")
    found = {metric.name: (metric.value, metric.units) for metric in evaluate_judged(tmp_path, read=read_row)}
    assert found["called taken, rightly"] == (1.0, 1)
    assert found["taken, and called so"] == (0.5, 2)


def test_an_interval_holds_its_share_and_narrows_with_more_units() -> None:
    few, many = wilson(9, 10), wilson(900, 1_000)
    assert few[0] < many[0] < 0.9 < many[1] < few[1]


@pytest.mark.shared
@pytest.mark.slow
def test_judged_pairs_keep_their_figures() -> None:
    found = {m.name: m.value for m in evaluate_judged(shared_or_skip("data"), read=read_row)}
    assert found["called taken, rightly"] >= 0.92
    assert found["called taken, from the other or one release"] >= 0.97
    assert found["taken, and called so"] >= 0.95
    assert found["called taken, rightly (drawn later)"] >= 0.92
    assert found["called taken, from the other or one release (drawn later)"] == 1.0
