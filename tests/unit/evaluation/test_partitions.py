"""Partition scores: worked by hand, and equal to the reference scorer where that is at hand."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.partitions import (
    articles_in_multiple,
    b_cubed_of_draws,
    by_group,
    score_b_cubed,
    score_pairs,
    score_rand,
)

GOLD = {"a": "x", "b": "x", "c": "x", "d": "y", "e": "z"}
FOUND = {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3}


def reference() -> ModuleType:
    path = shared_or_skip("score/score.py")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_b_cubed_averages_over_articles() -> None:
    score = score_b_cubed(GOLD, FOUND)
    assert score.precision == pytest.approx((1 + 1 + 0.5 + 0.5 + 1) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_multi_article_b_cubed_leaves_out_articles_that_stand_alone_in_gold() -> None:
    only = articles_in_multiple(GOLD)
    assert only == {"a", "b", "c"}
    assert score_b_cubed(GOLD, FOUND, only).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_drawn_groups_are_judged_in_the_whole_partition_as_often_as_they_were_drawn() -> None:
    score = b_cubed_of_draws(GOLD, FOUND)
    assert score(by_group(GOLD)) == score_b_cubed(GOLD, FOUND).f1
    assert score([["a", "b", "c"]]) == score_b_cubed(GOLD, FOUND, {"a", "b", "c"}).f1
    precision, recall = (0.5 + 1 + 1) / 3, (1 + 1 + 1) / 3
    assert score([["d"], ["e"], ["e"]]) == pytest.approx(2 * precision * recall / (precision + recall))


def test_pairs_count_what_was_put_together() -> None:
    score = score_pairs(GOLD, FOUND)
    assert score.precision == pytest.approx(1 / 2)
    assert score.recall == pytest.approx(1 / 3)


def test_the_rand_index_is_counted_from_chance() -> None:
    right, expected, highest = 1, 2 * 3 / 10, (2 + 3) / 2
    assert score_rand(GOLD, FOUND) == pytest.approx((right - expected) / (highest - expected))


def test_an_article_without_an_answer_stands_alone() -> None:
    assert score_pairs(GOLD, {"a": 1, "b": 1}) == score_pairs(GOLD, {"a": 1, "b": 1, "c": 2, "d": 3, "e": 4})


def test_all_articles_alone_find_no_pair_and_lose_no_precision() -> None:
    alone = {a: a for a in GOLD}
    assert score_pairs(GOLD, alone) == (0.0, 0.0)
    assert score_b_cubed(GOLD, alone).precision == 1.0
    assert score_rand(GOLD, alone) == 0.0


def test_the_scores_agree_with_the_reference_scorer() -> None:
    theirs = reference()
    only = articles_in_multiple(GOLD)
    for found in (FOUND, {"a": 1, "d": 1}, dict.fromkeys(GOLD, 0)):
        for kept in (None, only):
            ours = score_b_cubed(GOLD, found, kept)
            assert theirs.bcubed(GOLD, found, kept) == pytest.approx(
                (100 * ours.precision, 100 * ours.recall, 100 * ours.f1)
            )
        pairs = score_pairs(GOLD, found)
        assert theirs.pairs_f(GOLD, found) == pytest.approx(
            (100 * pairs.precision, 100 * pairs.recall, 100 * pairs.f1, 100 * score_rand(GOLD, found))
        )
