from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.entities import (
    PLAIN,
    WIDE,
    count_names,
    evaluate_entities,
    f1_of_names,
    find_names,
    names_of,
    precision,
    recall,
)
from twosource.evaluation.reader import RULES


def test_span_and_kind_must_both_be_right() -> None:
    counts = [count_names({(0, 4, "person"), (9, 12, "place")}, {(0, 4, "person"), (9, 12, "person")})]
    assert (precision(counts), recall(counts), f1_of_names(counts)) == (50.0, 50.0, 50.0)


def test_the_wide_map_knows_what_a_set_calls_by_its_own_name() -> None:
    gold = [{"start": 0, "end": 4, "label": "politician"}, {"start": 5, "end": 9, "label": "misc"}]
    assert names_of(gold, PLAIN) == set()
    assert names_of(gold, WIDE) == {(0, 4, "person")}


def test_a_set_without_plain_labels_has_only_wide_figures(tmp_path: Path) -> None:
    folder = tmp_path / "re3d"
    folder.mkdir()
    text = "They flew to Beijing."
    row = {"id": "a", "text": text, "entities": [{"start": 13, "end": 20, "label": "Location", "quote": "Beijing"}]}
    (folder / "sentences.jsonl").write_text(json.dumps(row))
    figures = {m.name: m.value for m in evaluate_entities(tmp_path) if m.dataset == "re3d"}
    assert figures == {"wide_f": 100.0, "wide_person_f": 0.0, "wide_organisation_f": 0.0, "wide_place_f": 100.0}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", ["uner_ewt", "wikigold"])
def test_our_figures_agree_with_the_reference_scorer_to_the_second_decimal(name: str, tmp_path: Path) -> None:
    scorer, folder = shared_or_skip("score/score.py"), shared_or_skip(f"data/entities/{name}")
    rows = [json.loads(line) for line in (folder / "sentences.jsonl").read_text("utf-8").splitlines()]
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("\n".join(_line(row["id"], row["text"]) for row in rows))
    run = [sys.executable, str(scorer), "entities", str(folder), str(predictions)]
    theirs = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own path
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).symlink_to(folder)
    ours = {m.name: m.value for m in evaluate_entities(tmp_path / "data") if m.dataset == name}
    assert (theirs["F"], theirs["P"], theirs["R"]) == pytest.approx(
        (ours["f"], ours["precision"], ours["recall"]), abs=0.005
    )


def _line(article: str, text: str) -> str:
    names = [
        {"start": start, "end": end, "kind": kind} for start, end, kind in sorted(find_names(article, text, RULES))
    ]
    return json.dumps({"article": article, "entities": names})
