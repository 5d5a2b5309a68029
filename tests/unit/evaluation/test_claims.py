"""Minimal pairs: what is changed, what is left alone, and what the comparison makes of them."""

from __future__ import annotations

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.claims import evaluate_claims, fires_conflict
from twosource.evaluation.minimal_pairs import Change, MinimalPair, PairKind, make_minimal_pairs
from twosource.options import Options
from twosource.plan import plan_of


def rights(text: str, *, conflict: bool) -> list[str]:
    return sorted(p.right for p in make_minimal_pairs([text]) if p.conflict is conflict)


def test_a_count_gets_other_counts_and_bounds_that_hold() -> None:
    text = "The storm killed 41 farmers in the north."
    assert rights(text, conflict=True) == ["The storm killed 62 farmers in the north."]
    assert rights(text, conflict=False) == ["The storm killed at least 37 farmers in the north."]


def test_a_date_gets_another_month_and_a_coarser_form() -> None:
    text = "The bridge was closed on March 3, 2019 for repairs."
    assert "The bridge was closed on July 3, 2019 for repairs." in rights(text, conflict=True)
    assert rights(text, conflict=False) == ["The bridge was closed on March 2019 for repairs."]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 41 farmers and 12 sailors.",
        "The storm killed more than 41 farmers.",
        "The Apollo 13 rockets were shown.",
        "It happened 12 years before.",
    ],
    ids=["two values", "a bound already", "a name with a number", "a time"],
)
def test_a_text_that_makes_no_clean_pair_makes_none(text: str) -> None:
    assert [p for p in make_minimal_pairs([text]) if p.kind is PairKind.COUNT] == []


def test_half_of_all_pairs_are_conflicts() -> None:
    pairs = make_minimal_pairs(["The storm killed 41 farmers in May 2019.", "It cost $3 million.", "A 5% rise came."])
    assert 2 * sum(p.conflict for p in pairs) == len(pairs) > 0


@pytest.mark.parametrize(
    ("right", "fires"),
    [
        ("The storm killed 62 farmers in the north.", True),
        ("The storm killed at least 37 farmers in the north.", False),
    ],
)
def test_a_pair_fires_only_where_both_cannot_be_right(right: str, fires: bool) -> None:
    left = "The storm killed 41 farmers in the north."
    pair = MinimalPair(id="p", kind=PairKind.COUNT, change=Change.OTHER_VALUE, conflict=fires, left=left, right=right)
    assert fires_conflict(pair, plan_of(Options())) is fires


@pytest.mark.slow
def test_minimal_pairs_of_the_development_claims_hold_the_limits() -> None:
    metrics = {m.name: m for m in evaluate_claims(shared_or_skip("data/claims"))}
    assert metrics["recall of conflicts, all"].units + metrics["false conflicts, all"].units >= 2_000
    assert metrics["recall of conflicts, all"].value >= 0.85
    assert metrics["false conflicts, all"].value <= 0.03
