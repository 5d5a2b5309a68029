"""What became of stories between two runs."""

from __future__ import annotations

from twosource.model import Story
from twosource.stories import ChangeKind, ChangeReason, Decision, track_changes


def story(name: str, articles: str) -> Story:
    return Story(id=name, articles=tuple(articles), lead=articles[0], label=name)


def changes(before: list[Story], after: list[Story], *decisions: Decision) -> list[tuple[str, str, str, str]]:
    found = track_changes(before, after, decisions)
    return [(c.story, c.kind.value, c.reason.value, " ".join(c.into)) for c in found]


def test_the_same_stories_have_no_change() -> None:
    assert changes([story("x", "ab")], [story("x", "ab")]) == []


def test_a_new_story_and_one_that_grew() -> None:
    assert changes([story("x", "ab")], [story("x", "abc"), story("y", "d")]) == [
        ("x", "grew", "articles", "x"),
        ("y", "new", "articles", "y"),
    ]


def test_a_merge_leads_both_old_ids_to_the_new_one() -> None:
    assert changes([story("x", "ab"), story("y", "cd")], [story("x", "abcd")]) == [
        ("x", "merged", "score", "x"),
        ("y", "merged", "score", "x"),
    ]


def test_a_split_leads_to_the_part_with_most_articles_first() -> None:
    after = [story("x", "a"), story("y", "bc")]
    (change,) = track_changes([story("x", "abc")], after)
    assert (change.kind, change.into, change.articles) == (ChangeKind.SPLIT, ("y", "x"), ("a",))


def test_a_change_that_a_person_made_says_so() -> None:
    decision = Decision(together=("c", "a"))
    found = track_changes([story("x", "ab"), story("y", "c")], [story("x", "abc")], [decision])
    assert {c.reason for c in found} == {ChangeReason.DECISION}


def test_an_earlier_article_renames_a_story_and_the_old_id_leads_on() -> None:
    assert changes([story("x", "ab")], [story("w", "ab")]) == [("x", "renamed", "articles", "w")]


def test_a_story_whose_articles_were_withdrawn_is_gone() -> None:
    assert changes([story("x", "ab")], []) == [("x", "gone", "articles", "")]
    assert changes([story("x", "abc")], [story("x", "ab")]) == [("x", "shrank", "articles", "x")]
