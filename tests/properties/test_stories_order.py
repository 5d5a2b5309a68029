"""Whatever comes in whatever order: the same stories, every article in exactly one, nothing settled ever split."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Article, Descent, KnownBy, Published, Reading, Story
from twosource.stories import ChangeKind, Decision, GrowingStories, StoryOptions, group_stories, track_changes

_WORDS = "Olm Brandt ferry Selby sank harbour 12th package 40 Marlunda police court Tarvania vote strike blaze".split()
_TEXTS = st.lists(st.sampled_from(_WORDS), max_size=14).map(" ".join)
_DAYS = st.none() | st.integers(0, 40)


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    rows = draw(st.lists(st.tuples(_TEXTS, _DAYS), max_size=12))
    return [
        Reading(
            article=Article(
                id=f"a{number}",
                raw="r",
                text=text,
                published=None
                if day is None
                else Published(day=date(2024, 1, 1) + timedelta(days=day), known_by=KnownBy.FIELD),
            )
        )
        for number, (text, day) in enumerate(rows)
    ]


def as_sets(stories: tuple[Story, ...]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in stories}


@settings(max_examples=30, deadline=None)
@given(readings(), st.randoms())
def test_the_order_of_input_changes_nothing(given_readings: list[Reading], draw: Random) -> None:
    shuffled = sorted(given_readings, key=lambda _: draw.random())
    assert group_stories(shuffled, ()) == group_stories(given_readings, ())


@settings(max_examples=30, deadline=None)
@given(readings())
def test_articles_given_twice_change_nothing(given_readings: list[Reading]) -> None:
    assert group_stories([*given_readings, *given_readings], ()) == group_stories(given_readings, ())


@settings(max_examples=30, deadline=None)
@given(readings(), st.integers(1, 31))
def test_every_article_is_in_exactly_one_story(given_readings: list[Reading], window: int) -> None:
    stories = group_stories(given_readings, (), options=StoryOptions(window_days=window, live_days=5))
    assert sorted(a for s in stories for a in s.articles) == sorted(r.article.id for r in given_readings)


@settings(max_examples=30, deadline=None)
@given(readings(), st.integers(0, 40))
def test_what_is_settled_is_only_split_with_a_change_that_says_so(given_readings: list[Reading], day: int) -> None:
    until = date(2024, 1, 1) + timedelta(days=day)
    first = [r for r in given_readings if r.article.published is None or r.article.published.day <= until]
    settled, later = group_stories(first, ()), group_stories(given_readings, ())
    split = {c.story for c in track_changes(settled, later) if c.kind is ChangeKind.SPLIT}
    for story in settled:
        assert story.id in split or any(set(story.articles) <= whole for whole in as_sets(later))


@settings(max_examples=30, deadline=None)
@given(readings(), st.integers(1, 4), st.randoms())
def test_any_number_of_shards_in_any_order_gives_the_stories_of_one_run(
    given_readings: list[Reading], shards: int, draw: Random
) -> None:
    dealt = [given_readings[n::shards] for n in range(shards)]
    draw.shuffle(dealt)
    growing = GrowingStories()
    for shard in dealt:
        growing.add(shard)
    assert growing.stories() == group_stories(given_readings, ())


@settings(max_examples=30, deadline=None)
@given(readings(), st.randoms(), st.booleans())
def test_articles_that_come_one_by_one_give_the_stories_of_one_run_each_time(
    given_readings: list[Reading], draw: Random, late: bool
) -> None:
    """In order of publication, and in any order: late articles and such without a date are no exception."""
    coming = sorted(given_readings, key=lambda r: r.article.published.day if r.article.published else date.min)
    if late:
        draw.shuffle(coming)
    growing = GrowingStories()
    for number, article in enumerate(coming, start=1):
        growing.add([article])
        if draw.random() < 0.5 or number == len(coming):
            assert growing.stories() == group_stories(coming[:number], ())


@settings(max_examples=30, deadline=None)
@given(readings(), st.sets(st.integers(0, 11), min_size=2, max_size=3), st.randoms())
def test_a_merge_holds_in_every_run_and_every_batch(
    given_readings: list[Reading], chosen: set[int], draw: Random
) -> None:
    ids = tuple(f"a{n}" for n in sorted(chosen) if n < len(given_readings))
    options = StoryOptions(decisions=(Decision(together=ids),))
    growing = GrowingStories(options)
    for article in sorted(given_readings, key=lambda _: draw.random()):
        growing.add([article])
        growing.stories()
    stories = growing.stories()
    assert stories == group_stories(given_readings, (), options=options)
    assert len({s.id for s in stories for a in s.articles if a in ids}) <= 1


@settings(max_examples=30, deadline=None)
@given(readings())
def test_one_text_is_never_in_two_stories(given_readings: list[Reading]) -> None:
    descents = [Descent(article=r.article.id, text=r.article.text or "none", origin="o") for r in given_readings]
    home = {a: s.id for s in group_stories(given_readings, descents) for a in s.articles}
    assert len({(d.text, home[d.article]) for d in descents}) == len({d.text for d in descents})


@settings(max_examples=30, deadline=None)
@given(readings(), st.sets(st.integers(0, 11), min_size=2, max_size=4))
def test_a_merge_holds_whatever_the_articles_say(given_readings: list[Reading], chosen: set[int]) -> None:
    ids = tuple(f"a{n}" for n in sorted(chosen) if n < len(given_readings))
    stories = group_stories(given_readings, (), options=StoryOptions(decisions=(Decision(together=ids),)))
    assert len({s.id for s in stories for a in s.articles if a in ids}) <= 1


@settings(max_examples=30, deadline=None)
@given(readings(), readings())
def test_every_old_id_leads_to_where_its_articles_are(before: list[Reading], after: list[Reading]) -> None:
    old, new = group_stories(before, ()), group_stories(after, ())
    led = {c.story: set(c.into) for c in track_changes(old, new)}
    home = {a: s.id for s in new for a in s.articles}
    for story in old:
        assert led.get(story.id, {story.id}) >= {home[a] for a in story.articles if a in home}
