"""A time of day with morning and evening changed over, and times that are of two things."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

FIRE = "The fire at the old pier of Orla Street broke out"
NIGHT, NOON = "[when:2025-03-11@00:03|at 12:03 a.m.]", "[when:2025-03-11@12:20|about 12:20 p.m.]"


def slips(one: str, two: str) -> list[tuple[str, str]]:
    readings = [draw("a", one, published="2025-03-11"), draw("b", two, published="2025-03-12")]
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.rule.startswith("one time of day")]


def test_one_time_told_before_noon_and_after_it_is_a_conflict() -> None:
    assert slips(f"{FIRE} {NIGHT}.", f"Police say that a fire broke out at the pier {NOON}.") == [
        ("2025-03-11T00:03", "2025-03-11T12:20")
    ]


@pytest.mark.parametrize(
    "second",
    [
        f"{FIRE} [when:2025-03-11@13:20|about 1:20 p.m.].",
        f"The board met {NOON}.",
        f"{FIRE} {NOON}. Neighbours called the police [when:2025-03-11@00:05|at 12:05 a.m.].",
        f"{FIRE} [when:2025-03-11@12:03|March 11, 2025 12:03 p.m. EDT].",
        f"{FIRE} [when:2025-03-11@12:03|at 12:03].",
    ],
    ids=["hours apart", "of something else", "both are told", "a stamp", "no half of the day"],
)
def test_other_times_of_day_are_none(second: str) -> None:
    assert slips(f"{FIRE} {NIGHT}.", second) == []
