from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shared_data import shared_or_skip
from twosource.annotate.time import find_times
from twosource.evaluation.time import (
    DATASETS,
    count_article,
    count_errors_by_rule,
    evaluate_time,
    list_errors,
    read_articles,
    relaxed,
    strict,
    valued,
)


def _gold(text: str, quote: str, value: str) -> dict[str, Any]:
    start = text.index(quote)
    return {"article": "a", "start": start, "end": start + len(quote), "quote": quote, "type": "DATE", "value": value}


def test_an_overlap_is_relaxed_but_not_strict() -> None:
    text = "It rained on early Friday."
    counts = [count_article(text, [_gold(text, "Friday", "2025-05-02")], find_times(text, published=date(2025, 5, 4)))]
    assert (relaxed(counts), strict(counts), valued(counts)) == (100.0, 0.0, 100.0)


def test_a_mention_without_gold_costs_precision() -> None:
    text = "It rained on Friday and Saturday."
    counts = [count_article(text, [_gold(text, "Friday", "2025-05-02")], find_times(text, published=date(2025, 5, 4)))]
    assert relaxed(counts) == pytest.approx(200 / 3)


def test_errors_name_the_rule_that_made_them(tmp_path: Path) -> None:
    text = "It rained on Friday."
    folder = tmp_path / "timebank"
    folder.mkdir()
    (folder / "articles.jsonl").write_text(json.dumps({"id": "a", "text": text, "published": "2025-05-04"}))
    (folder / "timex.jsonl").write_text(json.dumps(_gold(text, "Friday", "1999-01-01")))
    errors = list_errors(folder)
    assert [(e.rule, e.gold_value, e.value) for e in errors] == [("weekday", "1999-01-01", "2025-05-02")]
    assert count_errors_by_rule(errors) == {"weekday": 1}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("name", ["timebank", "aquaint", "wikiwars", "tweets"])
def test_our_figures_agree_with_the_reference_scorer_to_the_second_decimal(name: str, tmp_path: Path) -> None:
    scorer = _reference_scorer(shared_or_skip("score/score.py"))
    folder = shared_or_skip(f"data/time/{name}")
    predictions = tmp_path / "predictions.jsonl"
    with predictions.open("w") as out:
        for row in (json.loads(line) for line in (folder / "articles.jsonl").read_text().splitlines()):
            mentions = find_times(row["text"], published=date.fromisoformat(row["published"][:10]), article=row["id"])
            time = [{"start": m.span.start, "end": m.span.end, "type": m.type, "value": m.value} for m in mentions]
            out.write(json.dumps({"article": row["id"], "time": time}) + "\n")
    theirs = scorer.time(str(folder), str(predictions))
    counts = [count_article(*article) for article in read_articles(folder)]
    ours = {"strict": strict(counts), "relaxed": relaxed(counts), "value": valued(counts)}
    assert {k: round(v, 2) for k, v in ours.items()} == {k: round(theirs[k], 2) for k in ours}


@pytest.mark.shared
@pytest.mark.slow
def test_every_set_is_measured_by_itself() -> None:
    metrics = evaluate_time(shared_or_skip("data/time"))
    assert {m.dataset for m in metrics} == set(DATASETS)
    value = {m.dataset: m.value for m in metrics if m.name == "valued"}
    assert value["timebank"] >= 82
    assert all(m.low is not None and m.high is not None and m.low <= m.value <= m.high for m in metrics)


def _reference_scorer(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("reference_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
