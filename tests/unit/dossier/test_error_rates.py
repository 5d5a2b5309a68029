"""The page says how often it errs, and says no more than was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from msgspec.structs import replace

from golden.account import make_account
from twosource.dossier import assemble_dossiers, render_html, render_markdown
from twosource.dossier.error_rates import ErrorRate, error_rates_of

FLOORS: dict[str, Any] = json.loads((Path(__file__).parents[3] / "eval/floors.json").read_text(encoding="utf-8"))
RATES = (*error_rates_of(with_model=True), *error_rates_of(with_model=False)[:2])
_LEAST_PERCENT = 6.0  # a page may be behind a gain by this much before its figures must be brought up to date


def measured_percent(name: str) -> float:
    """As a percentage: some areas write shares, some hundredths."""
    figure = float(FLOORS[name]["measured"])
    return figure * 100 if figure <= 1 else figure


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.what)
def test_no_figure_is_better_than_what_was_measured_nor_far_behind_it(rate: ErrorRate) -> None:
    said = [rate.right_percent, *([] if rate.found_percent is None else [rate.found_percent])]
    for percent, name in zip(said, rate.figures, strict=True):
        assert percent - 0.6 <= measured_percent(name) <= percent + _LEAST_PERCENT, name


def foot_of(*, with_model: bool) -> str:
    account = make_account()
    account = replace(account, run=replace(account.run, with_model=with_model))
    tree = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    return " ".join(" ".join(tree.xpath("//footer[@id='coverage']//text()")).split())


def test_the_foot_says_whether_a_model_read_and_how_often_it_errs() -> None:
    foot = foot_of(with_model=True)
    assert "read by a small model" in foot
    assert "Who says what 77 of 100 79 of 100" in foot


def test_the_foot_says_where_rules_read_alone() -> None:
    foot = foot_of(with_model=False)
    assert "without a trained model" in foot
    assert "Who says what 77 of 100 59 of 100" in foot


def test_markdown_says_it_too() -> None:
    account = make_account()
    written = render_markdown(account, assemble_dossiers(account))
    assert "Who says what: 77 of 100 listed are right" in written
