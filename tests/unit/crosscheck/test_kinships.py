"""One person told to be two kinds of kin of another."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

STONE = "[person:Orla Stone|Orla Stone]"
AUNT = f"Nobody knew, said {STONE}, [person:Reed|Reed]'s aunt."
COUSIN = "conflict: aunt, cousin"


def kinships(*texts: str) -> list[str]:
    days = ("2025-03-11", "2025-03-12")
    found = findings_of(*(draw(n, text, published=day) for n, text, day in zip("ab", texts, days, strict=True)))
    told = (f for f in found if f.rule == "one person of two kinships")
    return [f"{f.reading.value}: {f.left.value}, {f.right.value}" for f in told]


@pytest.mark.parametrize(
    "second",
    [
        f"Nobody knew, {STONE}, Reed’s cousin, told the harbour radio.",
        f"Nobody knew, {STONE}, Ana Reed's younger cousin, told the harbour radio.",
        f"Nobody knew, {STONE}, a cousin of Reed, told the harbour radio.",
        f"Reed's cousin, {STONE}, told the harbour radio that nobody knew.",
    ],
)
def test_two_kinds_of_kin_of_one_person_are_a_conflict(second: str) -> None:
    assert kinships(AUNT, second) == [COUSIN]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        ("Nobody knew, said [person:Ana Stone|Ana Stone], Reed's cousin.", "another person"),
        ("Nobody knew, said [person:Stone|Stone], Reed's cousin.", "a lone last name"),
        (f"Nobody knew, said {STONE}, Lund's cousin.", "kin of another"),
        (f"Nobody knew, said {STONE}, Reed's friend.", "no kin"),
        (f"Nobody knew, said {STONE}, Reed's aunt.", "the same kin"),
        (f"Nobody knew, said {STONE}, Reed's cousin's friend.", "a friend of the kin"),
        (f"Nobody knew, said {STONE}, Reed's cousin. {STONE}, Reed's aunt, left.", "an article of two minds"),
        (
            f"[person:Jon Reed|Jon Reed] and [person:Dan Reed|Dan Reed] fell, said {STONE}, Reed's cousin.",
            "two people of one last name",
        ),
    ],
)
def test_kin_that_may_be_of_two_people_or_is_taken_back_is_none(second: str, why: str) -> None:
    assert kinships(AUNT, second) == [], why


def test_a_slip_in_a_first_name_makes_no_second_person() -> None:
    spelled = (
        f"[person:Marika Reed|Marika Reed] and [person:Marikka Reed|Marikka Reed] fell, said {STONE}, Reed's cousin."
    )
    assert kinships(AUNT, spelled) == [COUSIN]


def test_a_mom_is_a_mother() -> None:
    assert kinships(AUNT.replace("aunt", "mom"), AUNT.replace("aunt", "mother")) == []
