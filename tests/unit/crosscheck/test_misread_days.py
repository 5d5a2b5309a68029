"""A bare weekday days before its report: the last one where something was, the next one where something is to be."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import ReadingOf

THURSDAY = "[when:2025-03-06/day/relative|{}]"


def agreed(words: str, *, published: str) -> bool:
    told = words.format(THURSDAY.format("Thursday"))
    other = f"For Oderfeld and its quarry the mayor will leave on {THURSDAY.format('Thursday')}, his office says."
    readings = (draw("a", told, published=published), draw("b", other, published="2025-03-05"))
    return any(f.reading is ReadingOf.AGREEMENT for f in findings_of(*readings))


@pytest.mark.parametrize(
    ("words", "published", "agree"),
    [
        ("The mayor leaves for the quarry of Oderfeld on {}.", "2025-03-05", True),
        ("The mayor leaves for the quarry of Oderfeld on {}.", "2025-03-12", False),
        ("The mayor will leave for the quarry of Oderfeld on {}.", "2025-03-12", False),
        ("The mayor will leave for the quarry of Oderfeld last {}.", "2025-03-12", True),
    ],
)
def test_a_weekday_of_last_week_that_something_is_to_be_on_is_the_next_one(
    words: str, published: str, agree: bool
) -> None:
    assert agreed(words, published=published) is agree


def test_what_was_on_a_weekday_of_last_week_stays_there() -> None:
    day = THURSDAY.format("Thursday")
    readings = (
        draw("a", f"The mayor left the quarry of Oderfeld on {day}.", published="2025-03-12"),
        draw("b", f"His office wrote that on {day} he had left Oderfeld and its quarry.", published="2025-03-11"),
    )
    assert [f.reading for f in findings_of(*readings)] == [ReadingOf.AGREEMENT]
