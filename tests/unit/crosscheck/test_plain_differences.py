"""Values apart are shown as unclear only where the two passages may speak of one thing."""

from __future__ import annotations

import re

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.slots.decide import compare_values
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.plain_differences import leave_plain_difference
from twosource.crosscheck.slots.same_slot import compare_uses, term_weights
from twosource.crosscheck.slots.slot_use import find_slot_uses
from twosource.model import ReadingOf


def match_of(one: str, two: str) -> Match:
    readings = [draw("a", one), draw("b", two)]
    statements = [s for reading in readings for s in extract_statements(reading)]
    left, right = uses = find_slot_uses(statements, {r.article.id: r for r in readings})
    likeness, comparison = compare_uses(left, right, term_weights(uses)), compare_values(left, right)
    assert likeness is not None
    assert comparison is not None
    return Match(left, right, likeness, comparison, 0.8)


def unclear(one: str, two: str) -> list[str]:
    readings = [draw(name, text, published="2025-03-11") for name, text in (("a", one), ("b", two))]
    return [f.rule for f in findings_of(*readings) if f.reading.value == "unclear"]


def test_a_count_told_again_by_way_of_another_is_an_agreement() -> None:
    one = "The blast at the quarry killed [count:4 person|four people], the mayor said."
    two = "The mayor of Orre spoke of the deaths of [count:4 person|four people] in the blast at the quarry."
    readings = [draw(name, text, published="2025-03-11") for name, text in (("a", one), ("b", two))]
    assert [f.reading.value for f in findings_of(*readings) if f.slot == "number"] == ["agreement"]


def test_deaths_of_people_beside_other_people_are_two_counts() -> None:
    one = "The mayor of Orre spoke of the deaths of [count:4 person|four people] in the blast at the quarry."
    two = "The blast at the quarry in Orre hit [count:6 person|six people], the mayor said."
    assert unclear(one, two) == []


@pytest.mark.parametrize(("count", "shown"), [(5, True), (9, False)])
def test_the_wounded_beside_those_who_were_shot_must_be_nearly_as_many(count: int, shown: bool) -> None:
    one = "A gunman wounded [count:4 person|four people] at the pier."
    two = f"A gunman shot [count:{count} person|{count} people] at the pier."
    assert unclear(one, two) == ["people of whom one side alone tells what became"] * shown


@pytest.mark.parametrize(
    ("doubt", "one", "two", "shown"),
    [
        ("figures of two people", "Reyes raised", "Stone raised", False),
        ("figures of two things, perhaps", "Reyes raised", "Stone raised", True),
        ("two figures of one article", "Reyes raised", "Reyes raised", True),
        ("two figures of one article", "Reyes raised", "Stone raised", False),
        ("two figures of one article", "Reyes raised", "In the spring Reyes sank", False),
    ],
)
def test_a_doubt_that_names_two_things_is_not_shown(doubt: str, one: str, two: str, *, shown: bool) -> None:
    told = [re.sub(r"Reyes|Stone", r"[person:\g<0>|\g<0>]", words) for words in (one, two)]
    match = match_of(f"{told[0]} [count:24 boat|24 boats] at the pier.", f"{told[1]} [count:34 boat|34 boats] in May.")
    decision = Decision(ReadingOf.UNCLEAR, doubt)
    assert leave_plain_difference(match, decision) == (decision if shown else None)
