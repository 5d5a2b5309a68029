"""One saying, known by its quoted words, that two articles date to two times is a conflict."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import Reading

WORDS = "the lake is being drained to the very last drop"
MARCH, APRIL = "[when:2024-03-01..2024-03-31/month|in March]", "[when:2024-04-01..2024-04-30/month|in April]"
TO_COME = "[when:2026-01-01..2026-12-31/year|in 2026]"


def conflicts(*readings: Reading) -> list[tuple[str, str]]:
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "conflict"]


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (f'Orla Stone said {MARCH} that "[said:Orla Stone|{WORDS}]".', f'{APRIL} Orla Stone warned "{WORDS}".', True),
        (f'Orla Stone said {MARCH} that "[said:Orla Stone|{WORDS}]".', f'{MARCH} Orla Stone warned "{WORDS}".', False),
        (
            f'Orla Stone said {MARCH} that "[said:Orla Stone|{WORDS}]".',
            f'"{WORDS}", said Orla Stone, who stands for the board {TO_COME}.',
            False,
        ),
        (
            f'Orla Stone said {MARCH} that "[said:Orla Stone|{WORDS}]".',
            f'{APRIL} Orla Stone warned "nobody will row upon this lake again".',
            False,
        ),
    ],
    ids=["two months", "one month", "a year to come", "other words"],
)
def test_one_saying_has_one_date(first: str, then: str, *, told: bool) -> None:
    then = then.replace(f'"{WORDS}"', f'"[said:Orla Stone|{WORDS}]"')
    found = conflicts(draw("a", first, published="2025-01-10"), draw("b", then, published="2025-01-11"))
    assert found == ([("2024-03", "2024-04")] if told else [])
