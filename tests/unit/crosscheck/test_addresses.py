"""Two addresses of one act in one street, and addresses that can both be right."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw


def places(one: str, two: str) -> list[tuple[str, str]]:
    readings = [draw("a", one, published="2025-03-11"), draw("b", two, published="2025-03-12")]
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.rule.startswith("one address")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1800 block of Orla Avenue", "1700 block of Orla Avenue"),
        ("300 block of West Orla Street", "3000 block of West Orla"),
        ("500 block of 28th Avenue", "500 block of East 28th Street"),
        ("1094 Misty Orla Lane", "1094 Misty Orla Court"),
        ("4400 block of Orla Road", "14458 Orla Rd"),
    ],
)
def test_one_street_has_one_number_in_one_kind_of_street(one: str, two: str) -> None:
    told = places(f"The fire broke out in the {one} on Monday.", f"A house burned down in the {two}, police said.")
    assert told == [(one, two)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("1800 block of Orla Avenue", "1833 Orla Ave."),
        ("43145 Orla Parkway", "43000 block of Orla Parkway"),
        ("743 Orla Street", "745 Orla Street"),
        ("1800 block of West Orla Avenue", "1700 block of East Orla Avenue"),
        ("1800 block of Orla Avenue", "1700 block of Stone Avenue"),
        ("1800 block of Orla Avenue", "1700 block of Orla Avenue and ran to the 1800 block of Orla Avenue"),
    ],
    ids=["a house of the block", "a round block", "next to each other", "two sides", "two streets", "two in one"],
)
def test_addresses_that_can_both_be_right_are_none(one: str, two: str) -> None:
    assert (
        places(f"The fire broke out at the {one} on Monday.", f"A house burned down at the {two}, police said.") == []
    )
