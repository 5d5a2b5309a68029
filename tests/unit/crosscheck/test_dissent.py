"""Two sides that an article tells of outright."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story

_DIFFER = "the article says that views differ"
_CAMPS = "the article has two camps speak in turn"


def rules(drawing: str) -> list[str]:
    reading = draw("a", drawing, published="2031-04-02")
    groups = align_statements(list(extract_statements(reading)))
    findings = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [f.rule for f in findings if f.rule in {_DIFFER, _CAMPS}]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Orla Stone|The quay should close]. But not everyone agreed. [said:Tor Lind|Boats need it so].",
        "It depends on whom you ask. [said:Orla Stone|The quay is quite safe]. [said:Tor Lind|It will soon fall].",
        "[said:Orla Stone|The quay should close]. Others disagree. [said:Another sailor|Boats need it so].",
        "Analysts are divided. [said:Orla Stone|The quay is quite safe]. [said:Tor Lind|It will soon fall].",
    ],
    ids=["not everyone", "whom you ask", "others", "divided"],
)
def test_who_speaks_around_a_word_of_dissent_is_opposed(drawing: str) -> None:
    assert rules(drawing) == [_DIFFER]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:The government|The quay is safe for all]. But [said:opposition lawmaker Mia Roe|The planks of it rot].",
        "[said:Supporters|The quay brings work to the town], while [said:critics|It has cost far too much money].",
        "[said:Democrats|They want the papers of the port]. [said:Republicans|They condemned it as a fishing trip].",
    ],
    ids=["but an opponent", "while critics", "the second attacks"],
)
def test_two_camps_are_opposed_where_the_article_turns_or_one_attacks(drawing: str) -> None:
    assert rules(drawing) == [_CAMPS]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Orla Stone|The quay should close]. [said:Tor Lind|Boats do need it at night].",
        "[said:Orla Stone|The quay should close]. Not everyone agreed. [said:Orla Stone|Boats need it so].",
        "[said:Democrats|They want the papers of the port]. [said:Republicans|They want to see them as well].",
        "[said:Critics|The planks of the quay rot]. [said:other critics|They condemned the planks of it].",
        "[said:Analysts|The quay is a way to the town]. But [said:activists|The boats of the mayor have left].",
    ],
    ids=["no word of dissent", "one voice", "nothing against it", "one camp", "who only explains"],
)
def test_neighbours_alone_are_not_opposed(drawing: str) -> None:
    assert rules(drawing) == []
