"""What is made of the marks of a model: whole names and phrases, one paragraph, whoever speaks."""

from __future__ import annotations

import pytest

from twosource.annotate.attribution import TrainedSpeech
from twosource.annotate.news_model import FoundName, FoundSpeech, ModelReading
from twosource.model import EntityKind, Extent

_Parts = tuple[str, ...]


def _places(text: str, parts: _Parts) -> tuple[Extent, ...]:
    found: list[Extent] = []
    place = 0
    for part in parts:
        start = text.index(part, place)
        place = start + len(part)
        found.append((start, place))
    return tuple(found)


def _reading(text: str, speech: tuple[tuple[_Parts, _Parts, _Parts], ...], names: _Parts) -> ModelReading:
    found = tuple(
        FoundSpeech(cue=_places(text, cue), content=_places(text, content), source=_places(text, source))
        for source, cue, content in speech
    )
    named = tuple(FoundName(kind=EntityKind.PERSON, place=place) for place in _places(text, names))
    return ModelReading(found, named, (), None)  # type: ignore[arg-type]


SPEECH: list[tuple[str, tuple[_Parts, _Parts, _Parts], _Parts, tuple[_Parts, _Parts]]] = [
    # whom it was told says none of it
    (
        "Roe told Ann Reed he was late.",
        (("Roe",), ("told",), ("Ann Reed he was late",)),
        ("Ann Reed",),
        (("Roe",), ("he was late",)),
    ),
    (
        "Roe told Ann Reed was late.",
        (("Roe",), ("told",), ("Ann Reed was late",)),
        ("Ann Reed",),
        (("Roe",), ("Ann Reed was late",)),
    ),
    (
        "Roe said Ann Reed he knew was late.",
        (("Roe",), ("said",), ("Ann Reed he knew was late",)),
        ("Ann Reed",),
        (("Roe",), ("Ann Reed he knew was late",)),
    ),
    (
        "Roe told deputies at the dam he was late.",
        (("Roe",), ("told",), ("deputies at the dam", "he was late")),
        (),
        (("Roe",), ("he was late",)),
    ),
    (
        "Roe told boats he was late.",
        (("Roe",), ("told",), ("boats he was late",)),
        (),
        (("Roe",), ("boats he was late",)),
    ),
    ("Roe told Orrin 7 is late.", (("Roe",), ("told",), ("7 is late",)), ("Orrin",), (("Roe",), ("is late",))),
    # no name and no word with a hyphen is parted
    (
        "Roe said Ann Reed was late.",
        (("Roe",), ("said",), ("Reed was late",)),
        ("Ann Reed",),
        (("Roe",), ("Ann Reed was late",)),
    ),
    (
        "Roe said he saw a 21-year-old boy.",
        (("Roe",), ("said",), ("he saw a 21",)),
        (),
        (("Roe",), ("he saw a 21-year-old",)),
    ),
    (
        "Roe said the well-known boy fled.",
        (("Roe",), ("said",), ("known boy fled",)),
        (),
        (("Roe",), ("well-known boy fled",)),
    ),
    # nor is a name left out that is all the sentence has left
    (
        "Roe said he fled to nearby Ann.",
        (("Roe",), ("said",), ("he fled to nearby",)),
        ("Ann",),
        (("Roe",), ("he fled to nearby Ann",)),
    ),
    ("Roe said “it fell” Ann.", (("Roe",), ("said",), ("“it fell”",)), ("Ann",), (("Roe",), ("“it fell”",))),
    ("Roe said it fell Ann told Orrin.", (("Roe",), ("said",), ("it fell",)), ("Ann",), (("Roe",), ("it fell",))),
    # lines are no sentence; a quotation goes on
    (
        "It fell in June\nPolice say it fell\nAgents saw it",
        (("Police",), ("say",), ("it fell", "Agents saw it")),
        (),
        (("Police",), ("it fell",)),
    ),
    (
        "Roe said it fell.\n“It fell.”",
        (("Roe",), ("said",), ("it fell", "“It fell.”")),
        (),
        (("Roe",), ("it fell", "“It fell.”")),
    ),
    (
        "Roe said it fell.\n'It fell.'",
        (("Roe",), ("said",), ("it fell", "'It fell.'")),
        (),
        (("Roe",), ("it fell", "'It fell.'")),
    ),
    # who the speaker is, is none of what he says
    (
        "The boy's uncle, Ann Roe, said it fell.",
        (("Ann Roe,",), ("said",), ("The boy's uncle", "it fell")),
        (),
        (("The boy's uncle, Ann Roe,",), ("it fell",)),
    ),
    (
        "The new dam, Roe said, fell.",
        (("Roe",), ("said",), ("The new dam", "fell")),
        (),
        (("Roe",), ("The new dam", "fell")),
    ),
    (
        "The dam, the mayor, said fell.",
        (("the mayor,",), ("said",), ("The dam", "fell")),
        (),
        (("the mayor,",), ("The dam", "fell")),
    ),
    # nobody speaks: a dateline, one of whom something is believed
    ("ORRIN (AP) — Talks said it fell.", (("ORRIN",), ("said",), ("it fell",)), (), ((), ("it fell",))),
    ("ORRIN said it fell.", (("ORRIN",), ("said",), ("it fell",)), (), (("ORRIN",), ("it fell",))),
    ("A boat believed to be lost came.", (("A boat",), ("believed",), ("to be lost",)), (), ((), ("to be lost",))),
    (
        "A boat believed to the last came.",
        (("A boat",), ("believed",), ("to the last",)),
        (),
        (("A boat",), ("to the last",)),
    ),
]


@pytest.mark.parametrize(("text", "speech", "names", "expected"), SPEECH, ids=[case[0] for case in SPEECH])
def test_source_and_content_are_whole(
    text: str, speech: tuple[_Parts, _Parts, _Parts], names: _Parts, expected: tuple[_Parts, _Parts]
) -> None:
    (found,) = TrainedSpeech(lambda _: _reading(text, (speech,), names))(text)
    assert tuple(text[s:e] for s, e in found.source) == expected[0]
    assert tuple(text[s:e] for s, e in found.content) == expected[1]


def test_the_noun_in_a_source_is_no_cue() -> None:
    text = "Early reports said it fell."
    both = ((("Early",), ("reports",), ("it fell",)), (("Early reports",), ("said",), ("it fell",)))
    (found,) = TrainedSpeech(lambda _: _reading(text, both, ()))(text)
    assert found.cue_in(text) == "said"
