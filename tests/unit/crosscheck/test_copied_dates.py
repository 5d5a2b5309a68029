"""A sentence that was taken over with its "last week", and sentences that may be said again."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

NOVEMBER, FEBRUARY = "[when:2024-11-18..2024-11-24/week|Last week]", "[when:2025-01-27..2025-02-02/week|Last week]"
TOLD = ", a study by the harbour board showed that the old pier would sink within ten years."


def conflicts(one: str, two: str, *, days: tuple[str, str] = ("2024-11-26", "2025-02-05")) -> list[tuple[str, str]]:
    readings = [draw("a", one, published=days[0]), draw("b", f"{two}\nMore was told.", published=days[1])]
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.rule.startswith("one sentence with one relative date")]


def test_a_sentence_taken_over_with_its_last_week_is_a_conflict() -> None:
    assert conflicts(NOVEMBER + TOLD, FEBRUARY + TOLD) == [("2024-11-18/2024-11-24", "2025-01-27/2025-02-02")]


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        (NOVEMBER + TOLD, FEBRUARY + TOLD, ("2024-11-26", "2024-12-02")),
        (f"{NOVEMBER} it rained at the pier.", f"{FEBRUARY} it rained at the pier.", ("2024-11-26", "2025-02-05")),
        (f'"{NOVEMBER}{TOLD}"', f'"{FEBRUARY}{TOLD}"', ("2024-11-26", "2025-02-05")),
        (
            NOVEMBER + TOLD,
            f"{FEBRUARY}, the mayor said that nobody had asked for a new bridge.",
            ("2024-11-26", "2025-02-05"),
        ),
    ],
    ids=["days apart", "a short sentence", "quoted", "another sentence"],
)
def test_late_copies_short_sentences_and_quotations_are_none(one: str, two: str, days: tuple[str, str]) -> None:
    assert conflicts(one, two, days=days) == []
