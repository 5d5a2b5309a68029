"""When two counts or measures are one question: what became of the people, what a measure is fixed to, who counts."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.crosscheck.slots.compare_slots import noun_class
from twosource.crosscheck.slots.fates import fate_of
from twosource.model import Reading
from twosource.text.terms import find_terms


def findings(*readings: Reading) -> list[tuple[str, str, str]]:
    found = findings_of(*readings)
    return [(f.reading.value, f.left.value, f.right.value) for f in found]


@pytest.mark.parametrize(
    ("text", "count", "fate"),
    [
        ("Twelve miners were killed", "Twelve miners", "killed"),
        ("The blast killed twelve miners and wounded nine guards", "twelve miners", "killed"),
        ("The blast killed twelve miners and wounded nine guards", "nine guards", "hurt"),
        ("Nine guards at the quarry gate were arrested", "Nine guards", "held"),
        ("Nine guards watched the gate", "Nine guards", None),
    ],
)
def test_the_fate_is_the_nearest_one_in_the_same_breath(text: str, count: str, fate: str | None) -> None:
    start = text.index(count)
    assert fate_of(text, find_terms(text), (start, start + len(count))) == fate


def test_the_dead_are_not_held_against_the_wounded() -> None:
    assert (
        findings(
            draw("a", "The blast at the quarry killed [count:12 person|12 people].", published="2025-03-11"),
            draw("b", "The blast at the quarry wounded [count:12 person|12 people].", published="2025-03-12"),
        )
        == []
    )


@pytest.mark.parametrize(("one", "two"), [("Americans", "customer"), ("brits", "people"), ("Canadians", "users")])
def test_a_people_is_counted_as_people(one: str, two: str) -> None:
    assert noun_class(one) == noun_class(two)


def test_customers_and_a_nation_are_one_moving_count() -> None:
    assert findings(
        draw("a", "The leak exposed [count:41000000 customer|41 million customers].", published="2025-03-11"),
        draw("b", "The leak exposed [count:43500000 american|43.5 million Americans].", published="2025-03-25"),
    ) == [("update", "41000000 customers", "43500000 americans")]


def test_two_depths_of_one_fall_are_a_conflict_whoever_is_said_to_have_fallen() -> None:
    assert findings(
        draw("a", "Rescuers said the girl fell [money:12 foot|12 feet] onto a ledge.", published="2025-03-11"),
        draw(
            "b", "Little [person:Mia Berry|Mia Berry] fell [money:20 foot|20ft] down the shaft.", published="2025-03-12"
        ),
    ) == [("conflict", "12 foot", "20 foot")]


def test_the_weight_of_one_animal_stays_what_it_is_for_weeks() -> None:
    assert findings(
        draw("a", "A guard shot the [money:400 lb|400-pound] bear at the park.", published="2025-03-11"),
        draw("b", "Somebody had opened the den of a [money:450 lb|450-pound] bear.", published="2025-04-29"),
    ) == [("conflict", "400 lb", "450 lb")]


def test_a_conversion_adds_no_second_conflict() -> None:
    assert findings(
        draw("a", "A guard shot the [money:400 lb|400-pound] boar at the park.", published="2025-03-11"),
        draw(
            "b", "Somebody had opened the pen of a [money:450 lb|450-pound] boar at the park.", published="2025-03-12"
        ),
        draw("c", "Visitors saw the [money:181 kg|181-kg] boar leave its pen at the park.", published="2025-03-12"),
    ) == [("conflict", "400 lb", "450 lb")]


def test_two_flights_weeks_apart_have_two_lengths() -> None:
    assert (
        findings(
            draw("a", "The balloon travelled [money:1677 mile|1,677 miles].", published="2025-03-11"),
            draw("b", "The balloon travelled [money:2300 mile|2,300 miles].", published="2025-03-29"),
        )
        == []
    )


def test_each_article_that_takes_a_figure_back_is_shown() -> None:
    words = "The {} initially said that the boy is 4 years old. Police later said that he is 3."
    found = findings(draw("a", words.format("zoo")), draw("b", words.format("park office in a later call")))
    assert [f for f in found if f[0] == "correction"] == [("correction", "4 years", "3 years")] * 2


def test_a_note_that_begins_with_update_is_a_sentence() -> None:
    found = findings(
        draw("a", "(Update: The boy was initially said to be 4 years old, but police later said he is 3.)")
    )
    assert found == [("correction", "4 years", "3 years")]


def test_updated_reports_take_back_what_was_reported_before() -> None:
    words = (
        "The girl had previously been reported to be 6 years old, but more updated reports said she was 5 years old."
    )
    assert findings(draw("a", words)) == [("correction", "6 years", "5 years")]


def test_a_toll_does_not_fall() -> None:
    found = findings(
        draw("a", "The blast at the quarry killed [count:12 person|12 people].", published="2025-03-11"),
        draw("b", "The blast at the quarry killed [count:9 person|nine people].", published="2025-03-12"),
    )
    assert found == [("unclear", "12 people", "9 people")]


def test_the_dead_with_and_without_the_gunman_are_two_counts() -> None:
    found = findings(
        draw("a", "The attack at the quarry killed [count:6 person|six people].", published="2025-03-11"),
        draw(
            "b",
            "The attack at the quarry killed [count:7 person|seven people] including the gunman.",
            published="2025-03-12",
        ),
    )
    assert found == [("scope", "6 people", "7 people")]


def test_of_two_tolls_of_one_day_the_larger_is_later() -> None:
    found = findings(
        draw("a", "Police said [count:18 person|18 people] were injured in the riots.", published="2025-03-11"),
        draw("b", "Police said [count:12 person|12 people] were injured in the riots.", published="2025-03-11"),
    )
    assert [f[0] for f in found] == ["update"]


def test_distances_in_two_directions_are_two() -> None:
    assert (
        findings(
            draw("a", "The town lies [money:85 km|85 km] southwest of Norhaven.", published="2025-03-11"),
            draw("b", "The town lies [money:43 km|43 km] west of Norhaven.", published="2025-03-11"),
        )
        == []
    )
