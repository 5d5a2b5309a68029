"""What somebody may be held to: an attribution that states nothing is kept, and nobody's voice."""

from __future__ import annotations

import msgspec
import pytest

from twosource.annotate.attribution import Speech, annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.model import Article, Extent, Reading


def _place(text: str, part: str) -> tuple[Extent, ...]:
    return ((text.index(part), text.index(part) + len(part)),) if part else ()


def _voice(cue: str, content: str) -> str | None:
    text = f"Anna Reed {cue} {content}."
    bare = Reading(article=Article(id="a", raw="r", text=text))
    speech = Speech(_place(text, cue), _place(text, content), _place(text, "Anna Reed"))
    reading = msgspec.structs.replace(bare, entities=annotate_entities(bare))
    (found,) = annotate_attribution(reading, finder=lambda _: [speech])
    return found.voice


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("declined", "to comment on it"),
        ("declined to discuss", "the talks"),
        ("declined", "“It was late”"),
        ("refused", "to say whether it was late"),
        ("did not confirm", "the deaths"),
        ("hasn’t been accused of", "the theft"),
        ("has yet to comment on", "the vote"),
        ("posted", "three photos of a boat"),
        ("read", "a list of names"),
        ("has", "the names that were called"),
        ("is", "the end of the road"),
        ("know", "the family"),
    ],
)
def test_who_states_nothing_has_no_voice(cue: str, content: str) -> None:
    assert _voice(cue, content) is None


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("declined", "to seek a new term"),
        ("did not say", "whether the boat had left"),
        ("did not know", "the boat had left"),
        ("posted", "“No rain”"),
        ("read:", "'No rain'"),
        ("know", "you shout"),
        ("know", "there's rain"),
        ("know", "the boat leaks and shows it"),
        ("know", "the boat held"),
        ("know", "it rained last night"),
        ("identified", "the boat as the Orre"),
        ("condemned", "the theft"),
        ("had ruled out", "any talks"),
        ("later", "that it was late"),
        ("'s statement", "of rain"),
        ("sees", "traffic slowing"),
        ("does not expect", "the boat to leave"),
    ],
)
def test_who_states_something_keeps_the_voice(cue: str, content: str) -> None:
    assert _voice(cue, content) == "Anna Reed"


def test_who_refused_to_speak_may_be_taken_up_as_a_speaker() -> None:
    text = "Anna Reed declined to comment. “It is late,” she said."
    bare = Reading(article=Article(id="a", raw="r", text=text))
    speeches = [
        Speech(_place(text, "declined"), _place(text, "to comment"), _place(text, "Anna Reed")),
        Speech(_place(text, "said"), _place(text, "“It is late,”"), _place(text, "she")),
    ]
    reading = msgspec.structs.replace(bare, entities=annotate_entities(bare))
    assert [a.voice for a in annotate_attribution(reading, finder=lambda _: speeches)] == [None, "Anna Reed"]
