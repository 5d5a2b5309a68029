"""A count far above a floor that was given before is an update; a rounding, a guess and other people are none."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading


def updates(*readings: Reading) -> list[tuple[str, str]]:
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "update"]


@pytest.mark.parametrize(
    ("first", "then", "values"),
    [
        (
            "The harbour watch received [count:>180 report|over 180 reports] of the flash.",
            "The watch has received [count:230 report|230 reports] of the flash.",
            [("at least 180 reports", "230 reports")],
        ),
        (
            "The harbour watch received [count:>180 report|over 180 reports] of the flash.",
            "The watch has received [count:181 report|181 reports] of the flash.",
            [],
        ),
        (
            "The harbour watch received [count:>200 report|hundreds of reports] of the flash.",
            "The watch has received [count:430 report|430 reports] of the flash.",
            [],
        ),
        (
            "The watch has received [count:230 report|230 reports] of the flash.",
            "The harbour watch received [count:>180 report|over 180 reports] of the flash.",
            [],
        ),
    ],
    ids=["far above", "a rounding", "a guess", "the floor is later"],
)
def test_a_count_leaves_an_earlier_floor_behind(first: str, then: str, values: list[tuple[str, str]]) -> None:
    assert updates(draw("a", first, published="2025-03-11"), draw("b", then, published="2025-03-12")) == values


@pytest.mark.parametrize(("day", "values"), [("10", [("at least 180 reports", "230 reports")]), ("12", [])])
def test_a_floor_of_one_day_is_not_left_by_a_count_of_another(day: str, values: list[tuple[str, str]]) -> None:
    first = (
        "On [when:2025-03-10|March 10] the harbour watch received [count:>180 report|over 180 reports] of the flash."
    )
    then = f"On [when:2025-03-{day}|March {day}] the watch received [count:230 report|230 reports] of the flash."
    assert updates(draw("a", first, published="2025-03-11"), draw("b", then, published="2025-03-13")) == values
