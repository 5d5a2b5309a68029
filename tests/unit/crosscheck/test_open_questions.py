"""What one report does not know and another tells, and what settles nothing."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_ASKS = "The cause of the ferry fire was not yet known, the harbour board said."


def settled(first: str, second: str, *, days: tuple[str, str] = ("2031-04-02", "2031-04-03")) -> list[tuple[str, str]]:
    readings = [draw("a", first, published=days[0]), draw("b", second, published=days[1])]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.span.quote, f.right.span.quote) for f in findings if f.rule.startswith("not known")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_ASKS, "A faulty heater caused the ferry fire, divers told the mayor."),
        (
            "Police did not identify the two drowned sailors.",
            "The sailors were identified as [person:Ole Brandt|Ole Brandt] and [person:Tor Lind|Tor Lind].",
        ),
        (
            "The captain was taken ashore in unknown condition.",
            "The captain was in stable condition at a clinic on Sunday.",
        ),
    ],
    ids=["cause", "names", "condition"],
)
def test_what_was_not_known_and_is_told_later_is_an_update(first: str, second: str) -> None:
    assert len(settled(first, second)) == 1


@pytest.mark.parametrize(
    "second",
    [
        "Divers are still looking for the cause of the ferry fire.",
        "No cause of the ferry fire was given by the mayor.",
        "The cause of the storm was a cold front, forecasters wrote.",
        "The mayor thanked the crew for putting out the ferry fire.",
        "A diver is leading the investigation of the cause of the ferry fire.",
        "Previous reasons for a ferry fire include storms and wayward lamps.",
        "Divers are looking into what caused the ferry fire.",
        "The board is probing the cause of the ferry fire.",
    ],
    ids=[
        "still looking",
        "denied",
        "of something else",
        "not the topic",
        "investigated",
        "of other times",
        "looked into",
        "probed",
    ],
)
def test_what_settles_nothing_is_no_answer(second: str) -> None:
    assert settled(_ASKS, second) == []


def test_an_earlier_report_answers_nothing() -> None:
    assert settled(_ASKS, "A faulty heater caused the ferry fire.", days=("2031-04-02", "2031-04-01")) == []


def test_somebody_elses_name_answers_nothing() -> None:
    first = "Police did not identify the two drowned sailors."
    assert settled(first, "The harbour pilot was identified as [person:Ole Brandt|Ole Brandt].") == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A passenger was not charged with the fire.", "The captain was charged with the fire."),
        (
            "[person:Ole Brandt|Brandt] was never charged with the fire of the pier.",
            "[person:Ole Brandt|Brandt] was charged with the fire of the pier.",
        ),
        (
            "It was unclear how [person:Ole Brandt|Ole Brandt] would plead to the charges at the pier.",
            "[person:Ole Brandt|Brandt] faces charges over the pier.",
        ),
        ("Police did not identify the drowned man.", "A man was identified as [person:Ole Brandt|Ole Brandt]."),
        (
            "The two rescued sailors were not identified for security.",
            "The rescued sailors were identified as [person:Ole Brandt|Ole Brandt] and his son.",
        ),
        (
            "Police did not identify the two sailors.",
            "The sailor wanted to be identified only as [person:Ole Brandt|Ole].",
        ),
        (
            "A drowned sailor was found. His name was not released.",
            "The drowned sailor was identified as [person:Una Brandt|Una Brandt], a girl of ten.",
        ),
        (
            "The first sailor who drowned was not identified.",
            "The sailor who drowned last was identified as [person:Ole Brandt|Ole Brandt].",
        ),
        (
            "[person:Ole Brandt|Brandt] was not charged with the fire of the pier.",
            "The board asked whether [person:Ole Brandt|Brandt] should be charged with the fire of the pier.",
        ),
        (
            "[person:Ole Brandt|Brandt] was not charged with the fire of the pier.",
            "[person:Ole Brandt|Brandt] is unlikely to be charged with the fire of the pier.",
        ),
        (
            "Police did not identify the two rescued sailors.",
            "A rescued sailor identified himself as [person:Ole Brandt|Ole Brandt], a rescued sailor.",
        ),
        (
            "[person:Ole Brandt|Brandt] was not charged federally with the fire of the pier.",
            "[person:Ole Brandt|Brandt] was charged with the fire of the pier by the county.",
        ),
    ],
    ids=[
        "of nobody named",
        "never charged",
        "another question",
        "some man",
        "kept for safety",
        "no full name",
        "of a girl",
        "another sailor",
        "only asked",
        "unlikely",
        "by himself",
        "another court",
    ],
)
def test_a_charge_or_a_name_of_anybody_answers_nothing(first: str, second: str) -> None:
    assert settled(first, second) == []


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("Update, April 4: The harbour board sent the paper a long statement about the fire.", 1),
        ("The harbour board sent the paper a long statement about the fire last year.", 0),
    ],
    ids=["a note below", "no note"],
)
def test_a_silence_ends_with_a_note_of_the_same_article(below: str, count: int) -> None:
    reading = draw("a", f"The harbour board did not respond to questions about the fire.\n{below}")
    groups = align_statements(list(extract_statements(reading)))
    findings = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    assert sum(f.rule.startswith("no answer") for f in findings) == count
