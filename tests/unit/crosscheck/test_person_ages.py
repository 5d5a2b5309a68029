"""One named person of two ages, and ages that need not contradict each other."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading

STONE = "[person:Orla Stone|Orla Stone]"


def ages(*readings: Reading) -> list[tuple[str, str, str]]:
    found = findings_of(*readings)
    return [(f.reading.value, f.left.value, f.right.value) for f in found if f.rule == "one person of two ages"]


def two_days(one: str, two: str, *, later: str = "2025-03-12") -> list[tuple[str, str, str]]:
    return ages(draw("a", one, published="2025-03-11"), draw("b", two, published=later))


@pytest.mark.parametrize(
    "second",
    [
        f"Police charged {STONE}, 36, with theft.",
        f"Police charged {STONE}, aged 36, with theft.",
        f"Police charged 36-year-old harbour pilot {STONE} with theft.",
        f"Police charged {STONE}, a 36-year-old pilot, with theft.",
        f"Police charged {STONE}, who is 36 years old, with theft.",
    ],
)
def test_two_ages_beside_one_full_name_are_a_conflict(second: str) -> None:
    assert two_days(f"Rescuers found {STONE}, 34, of Norwich.", second) == [("conflict", "34 years", "36 years")]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("Rescuers found [person:Stone|Stone], 36, of Norwich.", "a lone last name may be another's"),
        ("Rescuers found [person:Ruth Stone|Ruth Stone], 36, of Norwich.", "another person"),
        ("Rescuers found [person:Orla Stone Jr|Orla Stone Jr], 36, of Norwich.", "father and son"),
        (f"Rescuers found {STONE}, 61, of Norwich.", "too far apart to be one person"),
        (f"Rescuers found the 36-year-old brother of {STONE}.", "the age of somebody else"),
        (f"Rescuers found {STONE}, 36. Her mother said that {STONE} was 34 years old.", "an article of two minds"),
    ],
)
def test_ages_that_may_be_of_two_people_or_are_taken_back_are_none(second: str, why: str) -> None:
    assert two_days(f"Rescuers found {STONE}, 34, of Norwich.", second) == [], why


def test_a_person_may_be_taken_for_a_place_in_one_article() -> None:
    words = [f"Rescuers found {kind}, {years}, of Norwich." for kind, years in ((STONE, 34), ("[place:{0}|{0}]", 36))]
    assert two_days(words[0], words[1].format("Orla Stone")) == [("conflict", "34 years", "36 years")]
    assert two_days(*(w.replace("person:", "place:").format("Orla Stone") for w in words)) == []


def test_a_year_more_weeks_later_may_be_a_birthday() -> None:
    words = [f"Rescuers found {STONE}, {years}, of Norwich." for years in (34, 35)]
    assert two_days(*words) == [("conflict", "34 years", "35 years")]
    assert two_days(*words, later="2025-04-20") == []


def test_two_digits_changed_over_are_one_age() -> None:
    words = [f"Rescuers found {STONE}, {years}, of Norwich." for years in (27, 72)]
    assert two_days(*words) == [("conflict", "27 years", "72 years")]


def test_two_ages_of_which_an_article_takes_one_back_are_no_conflict_elsewhere() -> None:
    words = [f"Rescuers found {STONE}, {years}, of Norwich." for years in (34, 36)]
    note = f"Her mother said that {STONE}, 34, slept. Police said that {STONE} was 36 years old."
    days = ["2025-03-11", "2025-03-12", "2025-03-13"]
    assert ages(*(draw(a, w, published=d) for a, w, d in zip("abc", [*words, note], days, strict=True))) == []


def test_nobody_is_younger_in_a_later_report() -> None:
    words = [f"Rescuers found {STONE}, {years}, of Norwich." for years in (35, 34)]
    assert two_days(*words, later="2025-04-20") == [("conflict", "35 years", "34 years")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Orla Stone Brandt", [("conflict", "34 years", "36 years")]),
        ("Orla Brandt", []),
    ],
)
def test_who_has_two_last_names_may_be_called_by_the_first(name: str, found: list[tuple[str, str, str]]) -> None:
    second = f"Police charged [person:{name}|{name}], 36, with theft."
    assert two_days(f"Rescuers found {STONE}, 34, of Norwich.", second) == found


@pytest.mark.parametrize(
    ("years", "later", "older"),
    [
        (35, "2025-11-02", True),
        (36, "2026-09-02", True),
        (36, "2025-11-02", False),
        (34, "2025-11-02", False),
        (33, "2026-09-02", False),
    ],
)
def test_a_person_grows_older_as_fast_as_time_passes(years: int, later: str, *, older: bool) -> None:
    one = draw("a", f"Rescuers found {STONE}, 34, of Norwich.", published="2025-03-11")
    two = draw("b", f"A court heard {STONE}, {years}, of Norwich.", published=later)
    told = [(f.left.value, f.right.value) for f in findings_of(one, two) if f.reading.value == "update"]
    assert told == ([("34 years", f"{years} years")] if older else [])
