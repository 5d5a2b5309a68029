"""Timelines against gold: days, aligned words, and what counting origins is worth."""

from __future__ import annotations

from datetime import date

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.porter import stem_word
from twosource.evaluation.rouge import count_overlap
from twosource.evaluation.timelines import aligned_rouge, evaluate_timelines, score_timeline

MAY_4, MAY_5, MAY_9 = date(2025, 5, 4), date(2025, 5, 5), date(2025, 5, 9)


def test_words_are_stemmed_and_function_words_left_out() -> None:
    found = count_overlap(["The bridges were closed by officials."], ["An official closes a bridge"], n=1)
    assert (found.shared, found.predicted, found.reference) == (3, 3, 3)


def test_pairs_run_across_sentences_of_one_day() -> None:
    found = count_overlap(["Bridge closed.", "Trucks wait."], ["closed trucks"], n=2)
    assert (found.shared, found.predicted, found.reference) == (1, 3, 1)


def test_a_repeated_word_counts_as_often_as_both_have_it() -> None:
    assert count_overlap(["bridge bridge bridge"], ["bridge bridge"], n=1).shared == 2


def test_a_day_away_halves_what_is_shared() -> None:
    precision, recall = aligned_rouge({MAY_4: ["bridge closed"]}, {MAY_5: ["bridge closed"]}, n=1)
    assert (precision, recall) == (0.5, 0.5)


def test_several_days_may_stand_against_one() -> None:
    predicted = {MAY_4: ["bridge closed"], MAY_5: ["trucks wait"]}
    precision, recall = aligned_rouge(predicted, {MAY_4: ["bridge closed"]}, n=1)
    assert (precision, recall) == (0.5, 1.0)


def test_a_like_day_further_off_is_chosen_over_an_unlike_day_nearby() -> None:
    reference = {MAY_5: ["nothing of it"], MAY_9: ["bridge closed for repairs"]}
    precision, _ = aligned_rouge({MAY_4: ["bridge closed for repairs"]}, reference, n=1)
    assert precision == pytest.approx(1 / 6)


def test_days_are_scored_by_precision_and_recall() -> None:
    score = score_timeline({MAY_4: ["a b"], MAY_5: ["c d"]}, {MAY_4: ["a b"], MAY_9: ["e"], date(2025, 6, 1): ["f"]})
    assert score.dates == pytest.approx((1 / 2, 1 / 3))


def test_an_empty_timeline_scores_nothing() -> None:
    assert score_timeline({}, {MAY_4: ["bridge"]}).words == (0.0, 0.0)


STEMS = """
caresses caress | ponies poni | cats cat | feed feed | agreed agre | plastered plaster | motoring motor
sing sing | conflated conflat | hopping hop | falling fall | filing file | happy happi | sky sky
relational relat | triplicate triplic | hopefulness hope | revival reviv | adoption adopt
probate probat | rate rate | controlling control
"""


@pytest.mark.parametrize(
    ("word", "stem"), [tuple(pair.split()) for pair in STEMS.replace("\n", "|").split("|") if pair.strip()]
)
def test_stems_are_porters(word: str, stem: str) -> None:
    assert stem_word(word) == stem


@pytest.mark.slow
@pytest.mark.shared
def test_counting_origins_beats_counting_articles_and_all_targets_hold() -> None:
    values = {m.name: m.value for m in evaluate_timelines(shared_or_skip("data/timelines"))}
    assert values["date_f1"] >= 0.58
    assert values["ar1"] >= 0.125
    assert values["ar2"] >= 0.038
    assert values["date_f1"] > values["date_f1_by_articles"]
    assert values["ar1"] > values["ar1_by_articles"]
    assert values["date_f1"] >= values["date_f1_by_texts"]
