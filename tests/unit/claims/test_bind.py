"""Numbers that no counting rule sees: ages, lengths of time, and numbers whose noun stands elsewhere."""

from __future__ import annotations

import pytest

from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.model import Quantity, SlotName


def numbers(drawing: str) -> list[tuple[str, float | None, str | None]]:
    return [
        (slot.span.quote, slot.value.low, slot.value.noun)
        for statement in extract_statements(draw("a", drawing))
        for slot in statement.slots
        if slot.name is SlotName.HOW_MANY and isinstance(slot.value, Quantity)
    ]


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("A four-year-old boy fell into the basin.", [("four-year-old", 4.0, "age")]),
        ("The rider, aged 12, fell into the basin.", [("12", 12.0, "age")]),
        ("Police later said that he is 3.", [("3", 3.0, "age")]),
        ("Children aged 5 to 11 were sent home early.", []),
        ("The 20-month-old baby was sent home early.", []),
    ],
)
def test_ages_are_numbers_of_years(drawing: str, expected: list[tuple[str, float, str]]) -> None:
    assert numbers(drawing) == expected


def test_a_bare_number_takes_the_noun_of_the_number_of() -> None:
    drawing = "The number of people killed in the blast rose to [count:19 |19] on Thursday."
    assert numbers(drawing) == [("19", 19.0, "person")]


def test_the_records_of_people_are_counted_by_their_owners() -> None:
    drawing = "The ferry company lost [count:400 |400] Norland people's passports in March."
    assert numbers(drawing) == [("400", 400.0, "person")]


def test_a_toll_counts_people() -> None:
    assert numbers("The death toll of the blast stands at [count:19 |19] this week.") == [("19", 19.0, "person")]


def test_the_correct_figure_takes_up_the_noun_before_it() -> None:
    drawing = "The paper wrote that [count:34 worker|34 workers] were hurt. The correct figure is 43."
    assert numbers(drawing) == [("34 workers", 34.0, "worker"), ("43", 43.0, "worker")]
