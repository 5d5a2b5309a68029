"""What one says and another disputes in the same sentence, and what only sounds like it."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw

_SAID = "[said:the harbour chief|the crew of the ferry left the deck too early]"


def disputed(sentence: str) -> list[tuple[str, str]]:
    found = findings_of(draw("a", f"Rain fell.\n{sentence}", published="2031-04-02"))
    return [(f.left.value, f.right.value) for f in found if f.rule.startswith("one says it and")]


@pytest.mark.parametrize(
    "tail",
    [
        ", even though some of the crew actually dispute that.",
        ", although the union disputed that claim.",
        ", a charge that Orla Stone has repeatedly and firmly denied.",
        ", something the union rejects.",
        ", which the union denied.",
    ],
)
def test_what_another_disputes_in_the_same_sentence_is_a_disagreement(tail: str) -> None:
    assert disputed(f"The harbour chief said {_SAID}{tail}") == [("said", "disputed")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"The harbour chief said {_SAID}, which the harbour chief had denied.",
        f"The harbour chief said {_SAID}, which he had denied.",
        f"The harbour chief asked whether {_SAID}, which the union denied.",
        f"The harbour chief said {_SAID}, which both rejected.",
        f"The harbour chief said {_SAID}, which the court denied him a chance to show.",
        "The ferry was late, which the union denied.",
    ],
    ids=["himself", "perhaps himself", "asked", "both", "a refusal", "nobody said it"],
)
def test_one_voice_a_question_and_a_refusal_are_none(sentence: str) -> None:
    assert disputed(sentence) == []


def test_who_is_accused_disputes_it_by_a_pronoun() -> None:
    said = "[said:the harbour chief|the allegation is that Orla Stone had left the deck]"
    assert disputed(f"The harbour chief said {said}, which she denied.") == [("said", "disputed")]
