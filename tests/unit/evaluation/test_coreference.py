"""Coreference scores against cases that were worked out by hand."""

from __future__ import annotations

import pytest

from twosource.evaluation.coreference import (
    Chains,
    conll_of,
    score_ceaf,
    score_conll,
    score_mentions_b_cubed,
    score_muc,
    tally_chains,
)


def _chains(drawn: str) -> Chains:
    """`abc de f` is three chains over the mentions a to f."""
    return {mention: chain for chain, members in enumerate(drawn.split()) for mention in members}


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("abc de f", "abc de f", 1, 1),
        ("abcd", "ab cd", 1, 2 / 3),
        ("ab cd", "abcd", 2 / 3, 1),
        ("abc", "ab", 1, 1 / 2),
        ("ab", "abx", 1 / 2, 1),
        ("a b", "a b", 0, 0),
    ],
)
def test_muc_counts_links(gold: str, found: str, precision: float, recall: float) -> None:
    score = score_muc(_chains(gold), _chains(found))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("abc de f", "abc de f", 1, 1),
        ("abcde fg hijkl", "abcde fghijkl", (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12, 1),
        ("abc", "ab c", 1, (2 / 3 + 2 / 3 + 1 / 3) / 3),
        ("ab", "ab x", 2 / 3, 1),
        ("ab c", "ab", 1, 2 / 3),
        ("ab", "abx", (2 / 3 + 2 / 3) / 3, 1),
    ],
)
def test_b_cubed_averages_over_mentions(gold: str, found: str, precision: float, recall: float) -> None:
    score = score_mentions_b_cubed(_chains(gold), _chains(found))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        ("abc de f", "abc de f", 1, 1),
        ("abcd", "ab cd", (2 * 2 / 6) / 2, 2 * 2 / 6),
        ("ab cd", "abcd", 2 * 2 / 6, (2 * 2 / 6) / 2),
        ("ab", "ab x", 1 / 2, 1),
        ("abc de", "ad bce", (2 * 2 / 6 + 2 * 1 / 4) / 2, (2 * 2 / 6 + 2 * 1 / 4) / 2),
    ],
)
def test_ceaf_pairs_each_chain_once(gold: str, found: str, precision: float, recall: float) -> None:
    score = score_ceaf(_chains(gold), _chains(found))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_conll_is_the_mean_of_the_three() -> None:
    muc, b_cubed, ceaf = 4 / 5, 2 * (1 / 2) / (1 + 1 / 2), 2 * (1 / 3) * (2 / 3) / (1 / 3 + 2 / 3)
    assert score_conll(_chains("abcd"), _chains("ab cd")) == pytest.approx((muc + b_cubed + ceaf) / 3)


def test_nothing_found_is_nothing_right() -> None:
    assert score_conll(_chains("ab c"), {}) == 0.0


def _part(chains: Chains, members: str) -> Chains:
    return {mention: chains[mention] for mention in members}


def test_parts_that_share_no_chain_add_up_to_the_whole() -> None:
    gold, found = _chains("abc de fg h"), _chains("ab cde f gh")
    parts = [tally_chains(_part(gold, members), _part(found, members)) for members in ("abcde", "fgh")]
    assert conll_of(parts) == pytest.approx(score_conll(gold, found))
