"""What a body was to decide and has decided, and decisions of others, of other things and of other days."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

_ASKED = "The Senate is expected to vote on a ban of night ferries in the harbour."
_DONE = "The Senate passed the ban of night ferries in the harbour by a wide margin."


def decided(one: str, two: str, *, days: tuple[str, str] = ("2031-04-02", "2031-04-05")) -> list[tuple[str, str]]:
    readings = [draw("a", one, published=days[0]), draw("b", two, published=days[1])]
    found = findings_of(*readings)
    return [(f.left.value, f.right.value) for f in found if f.rule.startswith("to be decided")]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_ASKED, _DONE),
        (_ASKED, "Senators rejected the ban of night ferries in the harbour on Friday."),
        (
            "The council is considering a draft that closes the harbour to night ferries.",
            "The council voted unanimously to close the harbour to night ferries.",
        ),
        (
            "A ruling is expected from the Supreme Court on night ferries in the harbour.",
            "The Supreme Court struck down the ban of night ferries in the harbour.",
        ),
        (
            "The council has yet to decide on a no-wake zone for night ferries.",
            "The council approved a no-wake zone for night ferries.",
        ),
    ],
    ids=["passed", "rejected", "a draft", "a court", "a name with no"],
)
def test_what_is_to_be_decided_and_is_decided_later_is_an_update(one: str, two: str) -> None:
    assert decided(one, two) == [("to be decided", "decided")]


@pytest.mark.parametrize(
    ("one", "two", "days"),
    [
        (_ASKED, _DONE.replace("Senate", "House"), ("2031-04-02", "2031-04-05")),
        (_ASKED, _DONE.replace("passed", "has not passed"), ("2031-04-02", "2031-04-05")),
        (_ASKED, _DONE.replace("by a wide margin", "last year"), ("2031-04-02", "2031-04-05")),
        (_ASKED, "The Senate passed a budget for the harbour.", ("2031-04-02", "2031-04-05")),
        (
            "The Senate is expected to vote on a bill, a leader of the party said of the law.",
            "The Senate passed a bill, a leader of the party said of the law.",
            ("2031-04-02", "2031-04-05"),
        ),
        (f"{_ASKED[:-1]}, which the board passed.", _DONE, ("2031-04-02", "2031-04-05")),
        (_ASKED, _DONE, ("2031-04-02", "2031-04-02")),
        (_ASKED, _DONE, ("2031-04-05", "2031-04-02")),
        (f"{_ASKED}\n{_DONE}", f"It rained in the morning.\n{_DONE}", ("2031-04-02", "2031-04-05")),
        (
            _ASKED.replace("Senate", "White House"),
            _DONE.replace("Senate", "House"),
            ("2031-04-02", "2031-04-05"),
        ),
        (
            _ASKED,
            "\n".join([*(f"Hut {name} burned down on the quay." for name in "abcdefgh"), _DONE]),
            ("2031-04-02", "2031-04-05"),
        ),
    ],
    ids=[
        "another body",
        "not",
        "last year",
        "another bill",
        "a bill of anything",
        "told in the same sentence",
        "one day",
        "before",
        "told already",
        "another house",
        "far down",
    ],
)
def test_a_decision_of_others_or_of_other_days_updates_nothing(one: str, two: str, days: tuple[str, str]) -> None:
    assert decided(one, two, days=days) == []


def test_each_decision_is_told_once() -> None:
    readings = [
        draw("a", _ASKED, published="2031-04-02"),
        draw("b", _ASKED.replace("expected", "due"), published="2031-04-03"),
        draw("c", _DONE, published="2031-04-05"),
    ]
    assert sum(f.rule.startswith("to be decided") for f in findings_of(*readings)) == 1
