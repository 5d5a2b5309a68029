"""A time that runs on between two reports is an update where it grows by the time between them, and nothing else."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading


def updates(*readings: Reading) -> list[tuple[str, str, str]]:
    found = findings_of(*readings)
    return [(f.slot, f.left.value, f.right.value) for f in found if f.reading.value == "update"]


FIRST = "The miner has been trapped under the hill for [money:50 hour|50 hours]."


@pytest.mark.parametrize(
    ("later", "day", "told"),
    [
        ("Crews were digging for the miner for [money:98 hour|98 hours].", "2025-03-13", True),
        ("Crews were digging for the miner for [money:98 hour|98 hours].", "2025-03-21", False),
        ("Crews were digging for the miner for [money:51 hour|51 hours].", "2025-03-12", False),
        ("The choir sang in the old church for [money:98 hour|98 hours].", "2025-03-13", False),
    ],
    ids=["by as much as lies between", "by much less", "by next to nothing", "in words that share nothing"],
)
def test_a_time_grows_with_the_clock(later: str, day: str, *, told: bool) -> None:
    found = updates(draw("a", FIRST, published="2025-03-11"), draw("b", later, published=day))
    assert found == ([("time", "50 hour", "98 hour")] if told else [])


def test_lengths_told_in_days_are_of_two_waits() -> None:
    first = draw("a", "A man was pulled from the rubble after [money:9 day|nine days].", published="2025-03-11")
    later = draw("b", "A girl was pulled from the rubble after [money:11 day|11 days].", published="2025-03-13")
    assert updates(first, later) == []
