"""A story's claims and findings hold their spans, and depend on no order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import StoryCheck, check_story
from twosource.model import Reading, spans_of

SENTENCES = st.sampled_from(
    [
        "The blast killed [count:12 person|12 people] at the quarry.",
        "The blast killed [count:19 person|19 people] at the quarry.",
        "The blast killed [count:>10 person|more than 10 people] at the quarry.",
        "The quarry was sold for [money:105000000 USD|$105 million] to Orla Stone.",
        "The quarry was sold for [money:103000000 USD|$103 million] to Orla Stone.",
        "[denied:Orla Stone|Orla Stone denied that it supplied weapons to rebels in Norland].",
        "[claimed:Ana Reyes|Reyes claimed that Orla Stone supplied arms to rebels in Norland].",
        "[person:Ana Reyes|Reyes] last visited [place:Norland|Norland] [when:2024-09-07|on September 7].",
        "[person:Ana Reyes|Reyes] last visited [place:Norland|Norland] [when:2024-10-07|on October 7].",
        "Orla shares fell 3 percent in early trading.",
    ]
)
STORIES = st.lists(st.lists(SENTENCES, min_size=1, max_size=4), min_size=1, max_size=4)


def readings_of(story: list[list[str]]) -> list[Reading]:
    return [draw(f"a{i}", "\n".join(lines), published=f"2025-03-1{i}") for i, lines in enumerate(story)]


def check(readings: list[Reading]) -> StoryCheck:
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    return check_story(story_of(*readings), readings, groups, own_descents(*readings))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_every_span_stands_in_its_article(story: list[list[str]]) -> None:
    readings = readings_of(story)
    texts = {r.article.id: r.article.text for r in readings}
    found = check(readings)
    for record in (*found.claims, *found.findings):
        assert all(span.holds_in(texts[span.article]) for span in spans_of(record))


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_the_order_of_readings_changes_nothing(story: list[list[str]]) -> None:
    readings = readings_of(story)
    assert check(readings) == check(readings[::-1])


@settings(max_examples=40, deadline=None)
@given(STORIES)
def test_a_finding_has_two_bound_sides_in_two_places(story: list[list[str]]) -> None:
    for finding in check(readings_of(story)).findings:
        assert finding.left.value
        assert finding.right.value
        assert finding.left.span != finding.right.span
