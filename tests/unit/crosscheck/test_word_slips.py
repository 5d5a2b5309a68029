"""One word of a name in two spellings, wherever it stands."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.model import SPELLED_TWO_WAYS, Reading


def spellings(*readings: Reading) -> list[tuple[str, str, str]]:
    found = findings_of(*readings)
    return [(f.slot, f.left.value, f.right.value) for f in found if f.rule == SPELLED_TWO_WAYS]


def test_a_slip_inside_a_longer_name_is_held_against_the_word_in_its_article() -> None:
    drawing = """
    The goalkeeper grew up in [place:Norhaven|Norhaven] near the quay.
    He then left for the [org:Norhavn Rovers|Norhavn Rovers] in May.
    """
    assert spellings(draw("a", drawing)) == [("place", "Norhaven", "Norhavn")]


def test_letters_changed_over_in_a_short_name_are_a_slip_of_the_name_that_stands_often() -> None:
    often = draw("a", "Shares of [org:Velmo|Velmo] rose. Makers like [org:Velmo|Velmo] and [org:Velmo|Velmo] pay more.")
    slip = draw("b", "The carmaker [org:Vemlo|Vemlo] said that shares rose.")
    assert spellings(often, slip) == [("organisation", "Velmo", "Vemlo")]


def test_the_article_with_both_spellings_is_shown() -> None:
    first = draw("a", "The singer [person:Orla Stenmark|Orla Stenmark] came first.", published="2025-03-10")
    both = """
    The singer [person:Orla Stenmark|Orla Stenmark] sang last. The crowd liked [person:Orla Stenmak|Stenmak] most.
    """
    groups_of = (first, draw("b", both, published="2025-03-12"))
    groups = align_statements([s for r in groups_of for s in extract_statements(r)])
    found = check_story(story_of(*groups_of), groups_of, groups, own_descents(*groups_of)).findings
    told = [f for f in found if f.rule == SPELLED_TWO_WAYS]
    assert [(f.left.span.article, f.right.span.article) for f in told] == [("b", "b")]


@pytest.mark.parametrize(
    "drawing",
    [
        "He met [person:Anton Barrek|Anton Barrek] and later saw [person:Iven Barek Stone|Iven Barek Stone].",
        "They left [place:Velaria|Velaria] on foot. A [place:Velarian|Velarian] guide went with them to the pass.",
        "The head of [org:Quarry Union|Quarry Unions] spoke. Members of the [org:Quarry Union|Quarry Union] left.",
        "The firm named a [org:Wardens|Wardens] scheme. Under the [org:Warderns|Warderns] scheme the warderns sleep.",
    ],
)
def test_two_people_those_of_a_place_plurals_and_words_written_small_are_no_slips(drawing: str) -> None:
    assert spellings(draw("a", drawing)) == []


def test_a_title_before_a_name_is_no_slip_of_a_place() -> None:
    drawing = "A hut burned in [place:Moll Corner|Moll Corner]. The girl, said County {} Lind, left Corner in May."
    assert spellings(draw("a", drawing.format("Coroner Bill"))) == []
    assert len(spellings(draw("a", drawing.format("of Coroner and")))) == 1


def test_doubled_letters_are_a_slip_but_in_names_of_another_script() -> None:
    told = "The lawyer [person:Anton Fallner|Anton Fallner] spoke. “Good,” said [person:Anton Falner|Anton Falner]."
    assert spellings(draw("a", told)) == [("person", "Anton Fallner", "Anton Falner")]
    iran = """
    Officials in Iran, or what is left of Iran, named [person:Reza Massoudi|Reza Massoudi] first.
    Later they named [person:Reza Masoudi|Reza Masoudi].
    """
    assert spellings(draw("a", iran)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Radio Norhavn", []),
        ("at the Bank of Norhavn", [("place", "Norhaven", "Norhavn")]),
        ("in [place:South Norhavn|South Norhavn]", [("place", "Norhaven", "Norhavn")]),
    ],
)
def test_a_body_that_is_called_by_a_word_made_from_a_place_is_no_slip_of_it(
    body: str, found: list[tuple[str, str, str]]
) -> None:
    drawing = f"The ferry left [place:Norhaven|Norhaven] at noon. It will be back, the broadcaster {body} reported."
    assert spellings(draw("a", drawing)) == found
