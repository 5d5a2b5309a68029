"""Names of things in two spellings, and pairs of names that only look alike."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading


def spellings(*readings: Reading) -> list[tuple[str, str, str, str]]:
    found = findings_of(*readings)
    return [(f.reading.value, f.slot, f.left.value, f.right.value) for f in found]


def test_a_road_with_a_letter_less_in_another_article_is_a_conflict_told_once() -> None:
    a = draw("a", "A fire broke out off [place:Pellerin Road|Pellerin Road] at dusk.", published="2025-03-11")
    b = draw(
        "b",
        "Crews left [place:Pellarin Road|PELLARIN ROAD] at dawn. On [place:Pellarin Road|Pellarin Road] one hut stood.",
    )
    assert spellings(a, b) == [("conflict", "place", "Pellerin Road", "PELLARIN ROAD")]


def test_a_title_in_quotation_marks_counts_as_a_name() -> None:
    a = draw("a", "The station, “Silent Harbour”, was opened by the mayor in May.", published="2025-03-11")
    b = draw("b", "The mayor opened the station, called “Silent Harvour”.", published="2025-03-12")
    assert spellings(a, b) == [("conflict", "other", "Silent Harbour", "Silent Harvour")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Norhaven Theatre", "Norhaven Theater"),
        ("Centers Norhaven Trade", "Centres Norhaven Trade"),
        ("Harbour Defence Board", "Harbor Defense Board"),
        ("Sanitation Organisation", "Sanitation Organization"),
        ("Brellard County", "Brollard County"),
        ("South Velaria", "South Velarian"),
        ("Velaria Quarry Award", "Velaria Quarry Awards"),
        ("Foreign Minister", "Foreign Ministry"),
        ("Harbour Council Advisers", "Harbour Council Advisors"),
        ("Wharf Partiers", "Wharf Partyers"),
        ("San Velario", "San Velarians"),
        ("Velarian Calvinism", "Velarian Calvinist"),
        ("White House", "While House"),
        ("Vice President", "Vice Presidency"),
        ("Department Quarries Roads", "Departments Quarries Roads"),
        ("North Hall", "North Hill"),
        ("Velarian Harbour Minister", "Velarian Harbour Ministry"),
        ("Quay Heroes", "Quay Hero"),
    ],
)
def test_other_ways_to_write_a_name_and_names_of_neighbours_are_no_conflict(one: str, two: str) -> None:
    a = draw("a", f"Repairs began at [org:{one}|{one}] this spring.", published="2025-03-11")
    b = draw("b", f"The strike at [org:{two}|{two}] ended.", published="2025-03-12")
    assert spellings(a, b) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Quarry Worker Union", "Quarry Workers Union"),
        ("Northern Velaria Airways", "Northern Velaria Airlines"),
        ("Norhaven Stone Distribution", "Norhaven Stone Distributors"),
        ("National Transition Board", "National Transitional Board"),
        ("Committee of the Open Harbour", "Committee for the Open Harbour"),
        ("Velaria Kids", "Velaria for Kids"),
    ],
)
def test_a_word_in_another_form_and_another_small_word_inside_are_a_conflict(one: str, two: str) -> None:
    a = draw("a", f"Repairs began at [org:{one}|{one}] this spring.", published="2025-03-11")
    b = draw("b", f"The strike at [org:{two}|{two}] ended.", published="2025-03-12")
    assert [found[0] for found in spellings(a, b)] == ["conflict"]


def test_a_slip_that_was_taken_for_no_name_is_held_against_the_name() -> None:
    a = draw("a", "She leads the [org:Centre Humane Stone|Centre for Humane Stone] today.", published="2025-03-11")
    b = draw("b", "Work at the Centre for Human Stone began. It is human work.", published="2025-03-12")
    assert [f[2:] for f in spellings(a, b)] == [("Centre for Humane Stone", "Centre for Human Stone")]


def test_two_ways_to_write_a_place_of_another_script_are_no_conflict() -> None:
    drawing = "Rebels took [place:{0}|{0}] on Monday. They left [place:{1}|{1}] on Tuesday."
    assert spellings(draw("a", drawing.format("Wadi al-Nasir", "Wadi al-Nasser"))) == []
    assert spellings(draw("a", drawing.format("Wadi al-Nasir", "Wadi al-Nasmir"))) != []
