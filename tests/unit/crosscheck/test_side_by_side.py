"""Voices that an article opposes by its own words, and neighbours that it does not oppose."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story


def opposed(drawing: str) -> list[tuple[str, str]]:
    reading = draw("a", drawing)
    groups = align_statements(list(extract_statements(reading)))
    found = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    return [(f.left.value, f.right.value) for f in found if f.reading.value == "disagreement"]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Harbour Board|The ferry was sunk by a mine], but [believed:Orla Stone|the ferry ran onto a reef].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|there never was a mine].",
        """
        [said:Harbour Board|The ferry was sunk by a mine near the reef].
        [denied:Orla Stone|But Orla Stone denied that a mine was near the reef].
        """,
        "[said:Harbour Board|The mayor may close the harbour for a year].\nOn Monday [denied:Orla Stone|the idea].",
    ],
    ids=["believes otherwise", "says it is not so", "but at the head of the next sentence", "rejects the idea"],
)
def test_an_article_sets_two_voices_against_each_other(drawing: str) -> None:
    assert opposed(drawing) == [("Harbour Board", "Orla Stone")]


@pytest.mark.parametrize(
    "drawing",
    [
        "[said:Harbour Board|The ferry was sunk by a mine], and [believed:Orla Stone|the mine was an old one].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Harbour Board|there never was another].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|the cause is not yet known to her].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:She|there never was a mine].",
        "[said:Harbour Board|The ferry was sunk by a mine], but [said:Orla Stone|all aboard are well and at home].",
    ],
    ids=["and", "one voice", "knows nothing", "a pronoun", "nothing opposed"],
)
def test_neighbours_are_not_thereby_opposed(drawing: str) -> None:
    assert opposed(drawing) == []
