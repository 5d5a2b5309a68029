"""More of a kind at work in a later report is an update; a small team, a part and fewer are none."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading


def updates(*readings: Reading) -> list[tuple[str, str]]:
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "update"]


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("[count:60 excavator|60 excavators]", "[count:80 digger|80 diggers]", True),
        ("[count:80 excavator|80 excavators]", "[count:60 digger|60 diggers]", False),
        ("[count:2 excavator|two excavators]", "[count:5 digger|five diggers]", False),
        ("[count:60 excavator|60 excavators]", "[count:80 lamp|80 lamps]", False),
    ],
    ids=["another word for it", "fewer", "small teams", "another kind"],
)
def test_the_later_report_counts_more(first: str, then: str, *, told: bool) -> None:
    a = draw("a", f"In the valley {first} were at the shaft.", published="2025-03-11")
    b = draw("b", f"Through the night {then} worked on the hillside.", published="2025-03-12")
    assert bool(updates(a, b)) is told
