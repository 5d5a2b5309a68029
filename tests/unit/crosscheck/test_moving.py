"""Counts that move while a story runs, and counts that only look as if they did."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.moving import falls, moves
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses
from twosource.model import Reading


def use_of(reading: Reading) -> SlotUse:
    uses = find_slot_uses(extract_statements(reading), {reading.article.id: reading})
    assert len(uses) == 1
    return uses[0]


def uses_of(one: str, two: str) -> tuple[SlotUse, SlotUse]:
    return (
        use_of(draw("a", one, published="2025-03-11")),
        use_of(draw("b", two, published="2025-03-12")),
    )


@pytest.mark.parametrize(
    ("one", "two", "fewer"),
    [
        ("Police arrested [count:78 person|78 people].", "Police arrested [count:47 person|47 people].", True),
        ("Police arrested [count:47 person|47 people].", "Police arrested [count:78 person|78 people].", False),
        ("[count:9 person|Nine people] signed up.", "[count:4 person|Four people] signed up.", True),
        ("[count:9 person|Nine people] are missing.", "[count:4 person|Four people] are missing.", False),
        ("[count:9 boat|Nine boats] were sold.", "[count:4 boat|Four boats] were sold.", False),
    ],
)
def test_people_who_were_arrested_or_counted_do_not_become_fewer(one: str, two: str, *, fewer: bool) -> None:
    assert falls(*uses_of(one, two)) is fewer


def test_an_age_does_not_move() -> None:
    held = use_of(draw("a", "A [count:34 age|34-year-old] man was charged.", published="2025-03-11"))
    assert not moves(held)
    assert moves(use_of(draw("a", "[count:34 man|34 men] were charged.", published="2025-03-11")))


@pytest.mark.parametrize(("before", "after", "moved"), [(8, 9, True), (8, 63, False)])
def test_a_share_does_not_double_within_a_story(before: int, after: int, *, moved: bool) -> None:
    told = "The rate of the [org:Orre Bank|Orre Bank] rose to [measure:{0} percent|{0} per cent] in March."
    one, two = (told.format(n) for n in (before, after))
    found = findings_of(draw("a", one, published="2025-03-11"), draw("b", f"{two}\nMore.", published="2025-03-12"))
    assert ("update" in {f.reading.value for f in found}) is moved


@pytest.mark.parametrize(("first", "second", "rose"), [(">60", ">100", True), (">200", ">100", False)])
def test_a_toll_that_rises_is_larger_than_before(first: str, second: str, *, rose: bool) -> None:
    one = f"The flood in [place:Orre|Orre] killed [count:{first} person|dozens of people] on its quays."
    two = f"The death toll of the flood in [place:Orre|Orre] has risen to [count:{second} person|hundreds of people]."
    found = findings_of(draw("a", one, published="2025-03-11"), draw("b", two, published="2025-03-12"))
    assert ("a value that moves, said to have changed" in {f.rule for f in found}) is rose


def test_what_shares_are_of_does_not_move() -> None:
    assert not moves(use_of(draw("a", "It told of the stocks of [count:16 miner|16 miners].", published="2025-03-11")))


@pytest.mark.parametrize(("first", "second", "grew"), [("3", "5", True), ("3", "1", False)])
def test_one_person_is_one_of_several(first: str, second: str, *, grew: bool) -> None:
    told = "The fire at the Orla quarry killed [count:{0} person|{0} people] on the lower terrace."
    readings = [
        draw(name, told.format(n), published="2025-03-11") for name, n in zip("ab", (first, second), strict=True)
    ]
    assert ("update" in {f.reading.value for f in findings_of(*readings)}) is grew


@pytest.mark.parametrize(
    ("drawing", "fewer"),
    [
        ("Doctors told of [count:{} case|{} cases] in the town.", True),
        ("Doctors confirmed [count:{} ward|{} wards] in the town.", True),
        ("Doctors told of [count:{} ward|{} wards] in the town.", False),
    ],
)
def test_what_is_counted_from_the_beginning_on_does_not_become_less(drawing: str, *, fewer: bool) -> None:
    assert falls(*uses_of(drawing.format(9, 9), drawing.format(4, 4))) is fewer


@pytest.mark.parametrize(("second", "grew"), [("29", True), ("31", False)])
def test_within_a_day_a_toll_grows_tenfold_at_most(second: str, *, grew: bool) -> None:
    told = "The fire at the Orla quarry killed [count:{0} person|{0} people] on the lower terrace."
    readings = [draw(name, told.format(n), published="2025-03-11") for name, n in zip("ab", ("3", second), strict=True)]
    assert ("update" in {f.reading.value for f in findings_of(*readings)}) is grew
