from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from lineage_readings import derived_text, make_text
from shared_data import shared_or_skip
from twosource.evaluation.derivations import Derivation, derive
from twosource.evaluation.gold import read_rows
from twosource.evaluation.lineage import evaluate_origins, evaluate_reuse, read_row, trace

PARENT, OTHER = make_text(70, sentences=24), make_text(71, sentences=60)


@pytest.mark.parametrize("kind", Derivation)
def test_a_derived_word_knows_where_it_came_from(kind: Derivation) -> None:
    made = derive(kind, PARENT, OTHER, Random(4))  # noqa: S311 - inputs, not secrets
    for (start, end), source, replaced in made.words:
        word = made.text[start:end]
        assert word
        assert not any(c.isspace() for c in word)
        if source is not None and not replaced:
            assert PARENT[slice(*source)] == word


@pytest.mark.parametrize(
    ("kind", "share"),
    [(Derivation.CUT_50, 0.5), (Derivation.CUT_30, 0.3), (Derivation.EMBEDDED_40, 2.5), (Derivation.EMBEDDED_20, 5.0)],
)
def test_a_derived_article_is_as_long_as_its_kind_says(kind: Derivation, share: float) -> None:
    length = len(derived_text(kind, PARENT, OTHER, 5).split()) / len(PARENT.split())
    assert length == pytest.approx(share, rel=0.05)


def test_a_row_is_read_as_the_command_line_reads_it() -> None:
    reading = read_row({"id": "x", "text": PARENT, "outlet": "Marrowick Mercury", "topic": "ignored"})
    assert reading is not None
    assert (reading.article.id, reading.article.text) == ("x", PARENT)


@pytest.mark.shared
@pytest.mark.slow
def test_origins_agree_with_the_reference_scorer(tmp_path: Path) -> None:
    folder, scorer = shared_or_skip("data/findings"), shared_or_skip("score/score.py")
    pack = max((p.parent for p in folder.glob("*/origins.jsonl")), key=_most_pairs)
    readings = [r for row in read_rows(pack / "articles.jsonl") if (r := read_row(row)) is not None]
    lines = [json.dumps({"article": d.article, "text": d.text, "origin": d.origin}) for d in trace(readings)[1]]
    answer = tmp_path / "answer.jsonl"
    answer.write_text("\n".join(lines))
    command = [sys.executable, str(scorer), "origins", str(pack), str(answer)]
    printed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603 - our own data
    alone = tmp_path / "packs"
    alone.mkdir()
    (alone / pack.name).symlink_to(pack)
    ours = {m.name: m.value for m in evaluate_origins(alone)}
    assert ours["origin pair F1"] * 100 == pytest.approx(printed["origin"]["pair_F"], abs=0.05)


@pytest.mark.shared
@pytest.mark.slow
def test_heavy_revision_stands_above_independent_answers() -> None:
    figures = {m.name: m.value for m in evaluate_reuse(shared_or_skip("data/lineage/clough_stevenson"))}
    assert figures["heavy_revision against independent AUC"] >= 0.99


def _most_pairs(pack: Path) -> tuple[int, str]:
    rows = read_rows(pack / "origins.jsonl")
    return len(rows) - len({r["origin"] for r in rows}), pack.name
