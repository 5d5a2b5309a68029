"""Moves of one share within a day, and what only looks like one."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw


def moves(one: str, two: str) -> list[tuple[str, str]]:
    found = findings_of(draw("a", one, published="2025-03-11"), draw("b", two, published="2025-03-11"))
    return [(f.left.value, f.right.value) for f in found if f.rule == "a price that moves through the day"]


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 4 percent.", [("-1.5 percent", "-4 percent")]),
        ("Orre shares fell 4 percent at noon.", "Shares of Orre fell on the news.", []),
        ("Orre shares fell 4 percent at noon.", "Shares of Orre dipped on the news.", [("-4 percent", "down")]),
        ("Orre shares fell 0.8 percent at noon.", "Shares of Orre dipped on the news.", []),
        (
            "Orre shares were up 83 cents, or 4 percent, at noon.",
            "Shares of Orre rose roughly 3 percent.",
            [("+4 percent", "+3 percent")],
        ),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 2 percent.", []),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre rose 2 percent.", [("-1.5 percent", "+2 percent")]),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 40 percent this year.", []),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 4 percent in August.", []),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 4 percent in the last two days.", []),
        (
            "Orre shares fell 1.5 percent at noon.",
            "February 1 - It tells of the sale. Orre shares rise 48 percent.",
            [],
        ),
        (
            "Orre shares gave up gains to fall 3 percent.",
            "Shares of Orre fell 4 percent.",
            [("-3 percent", "-4 percent")],
        ),
        (
            "Orre shares fell 1.5 percent at noon.",
            "Shares of Orre fell 4 percent over the past three trading days.",
            [],
        ),
        ("Orre shares fell 1.5 percent at noon.", "Shares of Orre fell 4 percent over 2009, to the joy of some.", []),
        ("Orre shares fell 1.5 percent at noon.", "This year, it was told, Orre shares fell 4 percent.", []),
        ("Orre shares fell 1.5 percent at noon.", "Orre shares have lost 60 percent since the flood.", []),
    ],
)
def test_two_moves_of_a_share_are_both_of_the_day_and_not_the_same(
    one: str, two: str, values: list[tuple[str, str]]
) -> None:
    assert moves(one, two) == values
