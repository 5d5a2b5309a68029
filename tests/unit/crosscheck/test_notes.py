"""Notes of correction and denied reports, and sentences that only look like them."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story


def corrections(drawing: str) -> list[tuple[str, str]]:
    reading = draw("a", drawing)
    groups = align_statements(list(extract_statements(reading)))
    findings = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [(f.left.value, f.right.value) for f in findings if f.reading.value == "correction"]


def test_an_earlier_version_stands_beside_what_is_said_now() -> None:
    drawing = """
    The ferry sank off the old pier on Monday night.
    An earlier version of this story named the captain of the ferry. The board has not yet said who steered it.
    """
    assert corrections(drawing) == [("said before", "said now")]


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on Monday. An earlier version said that the ferry had two decks.",
        "A previous version of this video incorrectly stated that the ferry had two decks.",
        "An earlier version of our harbour map wrongly put the ferry at the new pier.",
    ],
)
def test_a_note_need_not_speak_of_a_story(note: str) -> None:
    drawing = f"""
    The ferry sank off the old pier on Monday night.
    {note} The old ferry had three decks.
    """
    assert corrections(drawing) == [("said before", "said now")]


def test_a_note_may_go_on_to_a_second_error() -> None:
    drawing = """
    The ferry sank off the old pier on Monday night.
    An earlier version of this story gave a wrong captain. He is Ivo Talvik.\
    It also incorrectly stated when the ferry was built. A yard of Vestria built it.
    """
    assert corrections(drawing) == [("said before", "said now"), ("said before", "said now")]


def test_denied_reports_are_set_right() -> None:
    drawing = "The mayor stressed that the pier would not be closed, as some local reports claimed."
    assert corrections(drawing) == [("as reported", "denied")]


@pytest.mark.parametrize(
    "drawing",
    [
        "The pier will be closed on Monday, as local reports said.",
        "An earlier version of the harbour plan had no pier. The board changed it on Monday after a long debate.",
        "This story began on a cold night in the old harbour. The captain of the ferry was the last to leave it.",
    ],
    ids=["reports that hold", "a version of something else", "a story that is told"],
)
def test_what_only_looks_like_a_note_corrects_nothing(drawing: str) -> None:
    assert corrections(drawing) == []
