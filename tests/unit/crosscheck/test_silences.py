"""Who gave no answer in one report and speaks in another, and who did not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.model import Reading, span_of

_SILENT = "The Harbour Board did not immediately respond to a request for comment on the ferry fire."
_TOLD = "[said:Harbour Board|The heater of the ferry had been checked before the fire in spring]"
_SPOKE = f"{_TOLD} in a statement."


def broken(first: str, second: str, *, days: tuple[str, str] = ("2031-04-02", "2031-04-03")) -> list[tuple[str, str]]:
    return broken_in([draw("a", first, published=days[0]), draw("b", second, published=days[1])])


def broken_in(readings: list[Reading]) -> list[tuple[str, str]]:
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.value, f.right.value) for f in findings if f.rule.startswith("no answer in one")]


def test_who_gave_no_answer_and_speaks_later_is_an_update() -> None:
    assert broken(_SILENT, _SPOKE) == [("no answer", "spoke")]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        (_SILENT, _SPOKE, ("2031-04-02", "2031-04-01")),
        (_SILENT, _SPOKE.replace("Harbour Board", "Orla Stone"), ("2031-04-02", "2031-04-03")),
        ("The Harbour Board declined to comment on the ferry fire.", _SPOKE, ("2031-04-02", "2031-04-03")),
        ("The Harbour Board said it would not comment on the fire.", _SPOKE, ("2031-04-02", "2031-04-03")),
        ("The Harbour Board did not reply to the captain.", _SPOKE, ("2031-04-02", "2031-04-03")),
        ("The Harbour Board could not comment on the fire.", _SPOKE, ("2031-04-02", "2031-04-03")),
        ("The Harbour Board did not return a call seeking further comment.", _SPOKE, ("2031-04-02", "2031-04-03")),
        (
            _SILENT,
            _SPOKE.replace("The heater", "There is no immediate comment, as the heater"),
            ("2031-04-02", "2031-04-03"),
        ),
        (_SILENT, f"{_TOLD} in a talk at the club.", ("2031-04-02", "2031-04-03")),
        (_SILENT, "[said:Harbour Board|The crane will be green] in a statement.", ("2031-04-02", "2031-04-03")),
        (f"{_SILENT} {_SPOKE}", f"Rain fell. {_SPOKE}", ("2031-04-02", "2031-04-03")),
        ("The Harbour Board does not comment on requests about a ferry fire.", _SPOKE, ("2031-04-02", "2031-04-03")),
    ],
    ids=[
        "earlier",
        "somebody else",
        "declined",
        "would not",
        "to another",
        "could not",
        "had spoken",
        "no comment",
        "in a talk",
        "of something else",
        "has answered there",
        "never comments",
    ],
)
def test_other_words_end_no_silence(first: str, second: str, days: tuple[str, str]) -> None:
    assert broken(first, second, days=days) == []


@pytest.mark.parametrize(("who", "count"), [("A spokesman of others", 0), ("The spokesman of it", 1)])
def test_whom_a_text_does_not_name_yet_is_not_who_was_silent(who: str, count: int) -> None:
    told = f"{who} said [said:Harbour Board|that the heater of the ferry had been checked] before the fire."
    spoke = draw("b", told, published="2031-04-03")
    (said,) = spoke.attributions
    named = replace(spoke, attributions=(replace(said, source=(span_of(spoke.article, 0, len(who)),)),))
    readings = [draw("a", _SILENT, published="2031-04-02"), named]
    assert len(broken_in(readings)) == count


@pytest.mark.parametrize(("told", "count"), [("checked the heater before the fire", 1), ("painted the crane", 0)])
def test_what_the_article_tells_of_the_silent_is_what_was_asked_about(told: str, count: int) -> None:
    form = "Choose a form of letters and enter the address of a box to which new letters may go each week. " * 4
    silent = "The Harbour Board did not immediately respond to a request for comment."
    assert len(broken(f"The Harbour Board {told}.\n{form}\n{silent}", _SPOKE)) == count
