"""Who attacks the last speaker by name."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_ATTACK = "one voice attacks what another has said"


def rules(drawing: str) -> list[str]:
    reading = draw("a", drawing, published="2031-04-02")
    groups = align_statements(list(extract_statements(reading)))
    findings = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [f.rule for f in findings if f.rule == _ATTACK]


@pytest.mark.parametrize(
    "second",
    ["[said:Tor Lind|He accused Stone of a lie about it].", "[said:Tor Lind|He criticised Stone for her remarks]."],
)
def test_who_attacks_the_last_speaker_by_name_stands_against_him(second: str) -> None:
    assert rules(f"[said:Orla Stone|The pier is the pride of the town]. {second}") == [_ATTACK]


@pytest.mark.parametrize(
    "second",
    [
        "[said:Tor Lind|He accused the bakers of a lie about it].",
        "[said:Tor Lind|A gale may be to blame, as Stone knows].",
        "[said:Orla Stone|She accused Stone of a lie about it].",
        "A band played. It rained. The fair closed early. [said:Tor Lind|He accused Stone of a lie about it].",
    ],
    ids=["another is attacked", "to blame", "one voice", "no neighbour"],
)
def test_other_attacks_stand_against_nobody_here(second: str) -> None:
    assert rules(f"[said:Orla Stone|The pier is the pride of the town]. {second}") == []


def test_only_a_name_or_what_somebody_is_called_is_attacked() -> None:
    attack = "[said:Tor Lind|He condemned the ropes of the quay]"
    assert rules(f"[said:the rope makers of town|The pier is the pride of all]. {attack}.") == []
    makers = "[said:Tor Lind|He condemned the makers of the quay]"
    assert rules(f"[said:the rope makers|The pier is the pride of all]. {makers}.") == [_ATTACK]
