"""Second looks at settled stories: splits and sequels."""

from __future__ import annotations

from twosource.stories.assign import Groups, Rule, assign
from twosource.stories.review import find_sequels, split_apart
from twosource.stories.weights import load_weights

RULE = Rule(weights=load_weights(), threshold=0.0, hysteresis=0.5)
ALIKE, UNLIKE = 5.0, -4.0


def groups_of(*stories: range, day: int = 1) -> Groups:
    """One group a story, whose articles are all alike."""
    groups = Groups()
    for place in (place for story in stories for place in story):
        groups.add(place, day)
    assign(groups, {b: [(a, ALIKE) for a in story if a < b] for story in stories for b in story}, RULE)
    return groups


def put_together(groups: Groups, a: int, b: int) -> None:
    """Join two groups on the word of one pair, as a run might that knew no better."""
    groups.scores[b] = [*groups.scores[b], (a, UNLIKE)]
    groups.link(groups.home[a], groups.home[b], (UNLIKE, UNLIKE, UNLIKE, 1))
    groups.merge(groups.home[a], groups.home[b])


def parts(groups: Groups) -> list[list[int]]:
    return sorted(sorted(group.places) for group in groups.by_key.values())


def test_two_halves_that_little_holds_together_are_split() -> None:
    groups = groups_of(range(4), range(4, 8))
    put_together(groups, 0, 4)
    split_apart(groups, [0], RULE)
    assert parts(groups) == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert [groups.home[place] for place in range(8)] == [0] * 4 + [4] * 4
    assert groups.by_key[0].links[4] == groups.by_key[4].links[0] == (UNLIKE, UNLIKE, UNLIKE, 1)


def test_a_split_keeps_what_is_known_of_other_stories() -> None:
    groups = groups_of(range(4), range(4, 8), range(8, 9))
    put_together(groups, 0, 4)
    assign(groups, {8: [(5, -3.0)]}, RULE)
    split_apart(groups, [0], RULE)
    assert groups.by_key[8].links == {4: (-3.0, -3.0, -3.0, 1)}


def test_articles_that_are_all_alike_stay_together() -> None:
    groups = groups_of(range(8))
    split_apart(groups, [0], RULE)
    assert parts(groups) == [list(range(8))]


def test_one_odd_article_is_no_reason_for_a_split() -> None:
    groups = groups_of(range(5), range(5, 6))
    put_together(groups, 0, 5)
    split_apart(groups, [0], RULE)
    assert parts(groups) == [list(range(6))]


def test_a_story_is_looked_at_again_only_when_it_has_grown_by_half() -> None:
    groups = groups_of(range(4), range(4, 8))
    put_together(groups, 0, 4)
    groups.by_key[0].checked = 6
    split_apart(groups, [0], RULE)
    assert parts(groups) == [list(range(8))]


def test_a_story_goes_on_from_one_that_ended_a_week_before_and_is_nearly_the_same() -> None:
    groups = Groups()
    for place, day in enumerate((1, 60, 5, 60)):
        groups.add(place, day)
    groups.link(0, 1, (0.0, 0.0, 0.0, 1))
    groups.link(0, 2, (0.0, 0.0, 0.0, 1))
    groups.link(0, 3, (UNLIKE, UNLIKE, UNLIKE, 1))
    assert [later.key for later, _ in find_sequels(groups.by_key[0], groups, RULE)] == [1]
