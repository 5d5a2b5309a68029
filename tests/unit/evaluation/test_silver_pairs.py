from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lineage_readings import make_text
from shared_data import shared_or_skip
from twosource.evaluation import silver_pairs
from twosource.evaluation.judged_pairs import DATASET as JUDGED_PAIRS
from twosource.evaluation.lineage import read_row, trace
from twosource.evaluation.silver_pairs import DATASET, evaluate_silver

ONE, OTHER = (make_text(seed, sentences=20) for seed in (1, 2))


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """a and b print one text, and c and d another: the first pair was read to be a copy, the second a statement."""
    texts = {"a": ONE, "b": ONE, "c": OTHER, "d": OTHER, "e": make_text(3), "f": make_text(4)}
    pairs = [("a", "b", 0.9, "copy"), ("c", "d", 0.6, "statement"), ("e", "f", 0.07, "rewrite")]
    folder = tmp_path / "lineage" / DATASET
    write_lines(folder / "articles.jsonl", [{"id": k, "text": t, "outlet": f"Paper {k}"} for k, t in texts.items()])
    write_lines(folder / "pairs.jsonl", [{"a": a, "b": b, "containment": c} for a, b, c, _ in pairs])
    judged = [{"set": f"lineage/{DATASET}", "a": a, "b": b, "verdict": verdict} for a, b, _, verdict in pairs]
    write_lines(tmp_path / "own" / JUDGED_PAIRS / "pairs.jsonl", judged)
    monkeypatch.setattr(silver_pairs, "OWN_GOLD", tmp_path / "own")
    return tmp_path


def test_pairs_that_were_read_are_held_against_the_verdicts(data: Path) -> None:
    found = {m.name: (m.value, m.units) for m in evaluate_silver(data, read=read_row, trace=trace)}
    assert found == {
        "pairs of containment 0.5 and more called taken": (1.0, 2),
        "called taken, rightly": (0.5, 2),
        "taken, and called so": (0.5, 2),
        "called taken, rightly, by band": (0.5, 2),
    }


def test_without_the_set_nothing_is_measured(tmp_path: Path) -> None:
    assert list(evaluate_silver(tmp_path, read=read_row, trace=trace)) == []


@pytest.mark.shared
@pytest.mark.slow
def test_labelled_pairs_keep_their_figures() -> None:
    found = {m.name: m.value for m in evaluate_silver(shared_or_skip("data"), read=read_row, trace=trace)}
    assert found["called taken, rightly"] >= 0.92
    assert found["taken, and called so"] >= 0.95
