"""What is a denial of what, and what only sounds like one."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.crosscheck.opposition.positions import denies_in_words
from twosource.model import Stance

_DENIAL = "[denied:Orla Stone|Orla Stone denied that the board sold weapons to rebels in the north]."
_RULE = "one voice denies what another says"


def denied(*drawings: str) -> list[str | None]:
    """Whose claims are denied, each drawing an article."""
    readings = [draw(name, drawing) for name, drawing in zip("abc", drawings, strict=False)]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    found = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [f.left.voice for f in found if f.rule == _RULE]


@pytest.mark.parametrize(
    ("claim", "whose"),
    [
        ("[said:Tor Lind|The board sold weapons to rebels of the north].", ["Tor Lind"]),
        ("[said:the Orla Stone office|The board sold weapons to rebels of the north].", []),
        ("[said:Tor Lind|In a talk the board also denied it sold weapons to rebels of the north].", []),
        ("[said:Tor Lind|The board sold weapons to rebels of the north, which it denied].", ["Tor Lind"]),
    ],
    ids=["another's claim", "who speaks for the same", "tells of the denial", "a claim and its denial"],
)
def test_a_denial_stands_against_the_claim_of_another(claim: str, whose: list[str]) -> None:
    assert denied(claim, _DENIAL) == whose


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        ("denied that the girls were exchanged", True),
        ("denied being a gangster", True),
        ("dismissed the allegations as false", True),
        ("denied the release of one of the juveniles", False),
        ("denied his offer to plead guilty", False),
        ("denied bond to the driver on Monday", False),
        ("disputes the claims of the girls", True),
        ("disputes over the claims of the girls", False),
    ],
)
def test_a_refusal_is_no_denial(words: str, *, denies: bool) -> None:
    assert denies_in_words(words, Stance.DENIED) is denies
