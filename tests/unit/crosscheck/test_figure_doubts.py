"""Each reason why two figures may be of two things, with the pair that lacks only that reason."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.figure_doubts import doubt_figures
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses
from twosource.model import Reading


def use_of(reading: Reading) -> SlotUse:
    uses = find_slot_uses(extract_statements(reading), {reading.article.id: reading})
    assert len(uses) == 1
    return uses[0]


def doubt(left: str, right: str) -> str | None:
    uses = [use_of(draw(name, text, published="2025-03-14")) for name, text in zip("ab", (left, right), strict=True)]
    found = doubt_figures(*uses)
    assert found == doubt_figures(*uses[::-1])
    return found


PASSED = "The measure passed with [count:87 vote|87 votes]."


@pytest.mark.parametrize(
    "rule",
    [
        "A measure of this kind must have [count:60 vote|60 votes].",
        "The board cannot pass anything needing [count:60 vote|60 votes].",
        "The measure did not get [count:60 vote|60 votes] that it needs.",
    ],
)
def test_what_is_needed_is_no_count_of_what_there_was(rule: str) -> None:
    assert doubt(PASSED, rule) == "what is needed, and what there was"


def test_a_need_of_something_else_is_no_reason() -> None:
    assert doubt(PASSED, "The need for a bridge was agreed on with [count:60 vote|60 votes].") is None


def test_each_poll_has_its_own_lead() -> None:
    left = "The mayor leads by [count:14 point|14 points]."
    assert doubt(left, left.replace("14", "21")) == "leads of two polls, perhaps"
    scored = "The team scored [count:14 point|14 points]."
    assert doubt(scored, scored.replace("14", "21")) is None


def test_what_two_named_people_do_are_two_acts() -> None:
    left = "[person:Ana Reyes|Ana Reyes] raised [count:24 boat|24 boats]."
    assert doubt(left, "[person:Orla Stone|Orla Stone] raised [count:34 boat|34 boats].") == "figures of two people"
    assert doubt(left, "[person:Ana Reyes|Reyes] raised [count:34 boat|34 boats].") is None


def test_lengths_of_time_in_two_units_are_two_waits() -> None:
    left = "The pilot spent [measure:3 day|three days] at the pier."
    assert doubt(left, "The pilot spent [measure:48 hour|48 hours] at the pier.") == "lengths of time in two units"
    assert doubt(left, "The pilot spent [measure:2 day|two days] at the pier.") is None


def test_the_wounded_are_not_all_who_were_shot() -> None:
    left = "A gunman wounded [count:4 person|four people] at the pier."
    shot = left.replace("wounded", "shot").replace("4", "5")
    assert doubt(left, shot) == "people of whom one side alone tells what became"
    assert doubt(left, left.replace("4", "5")) is None


@pytest.mark.parametrize(
    ("verb", "decided"),
    [("will keep", "unclear: what is planned, and what is so"), ("keeps", "conflict: numbers apart")],
)
def test_what_is_planned_may_differ_from_what_is_so(verb: str, decided: str) -> None:
    told = (
        "Orla Stone, who founded Talvik Rail, {} a stake of [measure:{} percent|{} percent] in the firm, papers show."
    )
    one, two = told.format(verb, "1.4", "1.4"), told.format("keeps", "1.6", "1.6")
    found = findings_of(*(draw(name, text, published="2025-03-11") for name, text in (("a", one), ("b", two))))
    assert [f"{f.reading.value}: {f.rule}" for f in found] == [decided]


@pytest.mark.parametrize(("word", "corrected"), [("a correction", True), ("a technical correction", False)])
def test_a_correction_of_the_market_puts_nothing_right(word: str, corrected: bool) -> None:
    one = "The blast at the quarry trapped [count:34 worker|34 workers], the company said."
    two = f"In {word} the blast at the quarry trapped [count:43 worker|43 workers], the company said."
    found = findings_of(*(draw(name, text, published="2025-03-11") for name, text in (("a", one), ("b", two))))
    assert any(f.reading.value == "correction" for f in found) is corrected


@pytest.mark.parametrize(
    ("drawing", "corrected"),
    [
        ("It previously said it expected a cost of [money:340 USD|$340]. It now expects [money:425 USD|$425].", True),
        ("It previously said it expected a cost of [money:340 USD|$340]. It now includes [money:175 USD|$175].", False),
        (
            "Costs fell, rather than the previously estimated [money:340 USD|$340]. They now rose [money:5 USD|$5].",
            False,
        ),
    ],
)
def test_a_part_and_what_stood_before_put_nothing_right(drawing: str, *, corrected: bool) -> None:
    found = findings_of(draw("a", drawing, published="2025-03-11"))
    assert any(f.reading.value == "correction" for f in found) is corrected


@pytest.mark.parametrize(("right", "corrected"), [("300", True), ("20", False)])
def test_a_figure_is_not_put_right_by_one_far_below(right: str, *, corrected: bool) -> None:
    drawing = f"It previously said it lost [money:400 USD|$400]. It now said it lost [money:{right} USD|${right}]."
    found = findings_of(draw("a", drawing, published="2025-03-11"))
    assert any(f.reading.value == "correction" for f in found) is corrected


@pytest.mark.parametrize(("before", "added"), [("another", True), ("a further", True), ("more than", False)])
def test_others_beside_those_counted_are_added(before: str, *, added: bool) -> None:
    assert use_of(draw("a", f"The town had {before} [count:9 boat|nine boats] by noon.")).added is added


@pytest.mark.parametrize(
    ("before", "part"), [("the other half of a", True), ("one of the", True), ("much of a", False)]
)
def test_a_half_of_a_sum_is_a_part(before: str, *, part: bool) -> None:
    assert use_of(draw("a", f"It asked for {before} [money:700 USD|$700] loan.")).partitive is part
