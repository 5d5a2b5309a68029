from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from shared_data import shared_or_skip
from twosource.annotate.attribution import annotate_attribution
from twosource.evaluation.attribution import (
    content_f,
    content_precision,
    content_recall,
    content_source_f,
    count_article,
    direct_recall,
    evaluate_attribution,
    exact_f,
    read_articles,
    unquoted_recall,
)
from twosource.evaluation.reader import RULES
from twosource.model import Article, Reading

TEXT = "Ann said the bridge was closed. “Go home,” she said."


def _row(source: str, content: str) -> dict[str, Any]:
    return {
        part: [[TEXT.index(words), TEXT.index(words) + len(words)]]
        for part, words in (("source", source), ("content", content))
        if words
    }


def test_half_of_the_words_is_a_match_and_not_an_exact_one() -> None:
    counts = [count_article(TEXT, [_row("Ann", "the bridge was closed")], [_row("Ann", "the bridge was")])]
    assert (content_f(counts), exact_f(counts), content_source_f(counts)) == (100.0, 0.0, 100.0)


def test_less_than_half_is_none() -> None:
    counts = [count_article(TEXT, [_row("Ann", "the bridge was closed")], [_row("Ann", "closed")])]
    assert content_f(counts) == 0.0


def test_a_wrong_source_counts_for_content_only() -> None:
    counts = [count_article(TEXT, [_row("Ann", "the bridge was closed")], [_row("she", "the bridge was closed")])]
    assert (content_f(counts), content_source_f(counts)) == (100.0, 0.0)


def test_an_extra_content_costs_precision_and_a_missed_one_recall() -> None:
    one, other = _row("Ann", "the bridge was closed"), _row("she", "“Go home,”")
    assert content_precision([count_article(TEXT, [one], [one, other])]) == 50.0
    assert content_recall([count_article(TEXT, [one, other], [one])]) == 50.0


def test_quotation_marks_make_the_slices() -> None:
    one, other = _row("Ann", "the bridge was closed"), _row("she", "“Go home,”")
    counts = [count_article(TEXT, [one, other], [other])]
    assert (unquoted_recall(counts), direct_recall(counts)) == (0.0, 100.0)


def test_the_first_annotator_by_name_is_gold(tmp_path: Path) -> None:
    folder = tmp_path / "polnear"
    folder.mkdir()
    (folder / "articles.jsonl").write_text(json.dumps({"id": "a", "text": TEXT, "split": "dev"}))
    rows = [{"article": "a", "annotator": who, **_row("Ann", "the bridge was closed")} for who in ("zoe", "ben", "ben")]
    (folder / "attributions.jsonl").write_text("\n".join(map(json.dumps, rows)))
    ((split, _, gold, _),) = read_articles(folder, RULES)
    assert (split, len(gold)) == ("dev", 2)


@pytest.mark.shared
@pytest.mark.slow
def test_our_figures_agree_with_the_reference_scorer_to_the_second_decimal(tmp_path: Path) -> None:
    scorer, folder = shared_or_skip("score/score.py"), shared_or_skip("data/attribution/gum")
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text(
        "\n".join(_line(json.loads(line)) for line in (folder / "articles.jsonl").read_text("utf-8").splitlines())
    )
    run = [sys.executable, str(scorer), "attribution", str(folder), str(predictions)]
    theirs = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own path
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "gum").symlink_to(folder)
    ours = {m.name: m.value for m in evaluate_attribution(tmp_path / "data")}
    for name, value in [
        ("content_F", ours["all_content_f"]),
        ("content_source_F", ours["all_content_source_f"]),
        ("exact_F", ours["all_exact_f"]),
        ("content_P", ours["all_content_precision"]),
        ("content_R", ours["all_content_recall"]),
        ("unquoted_R", ours["all_unquoted_recall"]),
    ]:
        assert theirs[name] == pytest.approx(value, abs=0.005), name


def _line(row: dict[str, Any]) -> str:
    found = annotate_attribution(Reading(article=Article(id=row["id"], raw="r", text=row["text"])))
    parts = ("source", "cue", "content")
    layer = [{part: [span.extent for span in getattr(a, part)] for part in parts} for a in found]
    return json.dumps({"article": row["id"], "attribution": layer})
