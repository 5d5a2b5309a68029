"""What one voice attacks and another defends."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_ATTACK = "[said:Orla Stone|The closure of the pier was a reckless mistake]."


def defended(*drawings: str) -> list[tuple[str, str]]:
    readings = [draw(name, drawing, published="2031-04-02") for name, drawing in zip("ab", drawings, strict=False)]
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    findings = check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
    return [(f.left.value, f.right.value) for f in findings if f.rule.startswith("one voice defends")]


@pytest.mark.parametrize(
    "second",
    [
        "[said:Tor Lind|He defended the closure of the pier].",
        "Rain fell. A band played. [said:Tor Lind|He stood by the closure of the pier].",
    ],
    ids=["defended", "further on"],
)
def test_a_defence_stands_against_the_attack(second: str) -> None:
    assert defended(f"{_ATTACK} {second}") == [("attacked", "defended")]


def test_a_defence_may_stand_before_the_attack() -> None:
    assert defended(f"[said:Tor Lind|He defended the closure of the pier]. {_ATTACK}") == [("attacked", "defended")]


def test_an_attack_in_another_article_is_not_looked_for() -> None:
    """A known limit: 13 of 19 such pairs that were read are right, and none is what a reader of packs would choose."""
    assert defended(_ATTACK, "[said:Tor Lind|He defended the closure of the pier].") == []


@pytest.mark.parametrize(
    "second",
    [
        "[said:Orla Stone|She defended the closure of the pier].",
        "[said:Tor Lind|He defended the title at the regatta].",
        "[said:Tor Lind|He would not defend the closure of the pier].",
        "[said:Tor Lind|He praised the closure of the pier].",
        "[said:Tor Lind|He defended the bakers].",
        "[said:Tor Lind|The closure of the pier was the right decision].",
        "[said:Tor Lind|The firm is known for defending the pier].",
    ],
    ids=["one voice", "another sense", "not defended", "only praise", "another topic", "only agrees", "by trade"],
)
def test_what_is_no_defence_of_it_stands_against_nothing(second: str) -> None:
    assert defended(f"{_ATTACK} {second}") == []


def test_blame_for_something_else_is_no_attack_on_what_is_defended() -> None:
    attack = "[said:Orla Stone|The pier had to close, and she condemned the bakers for the fire]."
    assert defended(f"{attack} [said:Tor Lind|He defended the closure of the pier].") == []
