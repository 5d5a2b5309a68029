"""One dispute that several rules find is shown once."""

from __future__ import annotations

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story


def test_two_statements_that_several_rules_oppose_are_one_dispute() -> None:
    """Two camps speak in turn, and the second attacks the first by name."""
    reading = draw(
        "a",
        "[said:Democrats|They want the papers of the port]. [said:Republicans|They accused Democrats of a trick].",
        published="2031-04-02",
    )
    groups = align_statements(list(extract_statements(reading)))
    findings = check_story(story_of(reading), [reading], groups, own_descents(reading)).findings
    assert [f.reading.value for f in findings] == ["disagreement"]
