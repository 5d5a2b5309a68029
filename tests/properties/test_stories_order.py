"""Whatever comes in whatever order: the same stories, every article in exactly one, nothing settled ever split."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Article, Descent, KnownBy, Published, Reading, Story
from twosource.stories import Decision, StoryOptions, group_stories, track_changes

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


@settings(max_examples=30)
@given(readings(), st.randoms())
def test_the_order_of_input_changes_nothing(given_readings: list[Reading], draw: Random) -> None:
    shuffled = sorted(given_readings, key=lambda _: draw.random())
    assert group_stories(shuffled, ()) == group_stories(given_readings, ())


@settings(max_examples=30)
@given(readings())
def test_articles_given_twice_change_nothing(given_readings: list[Reading]) -> None:
    assert group_stories([*given_readings, *given_readings], ()) == group_stories(given_readings, ())


@settings(max_examples=30)
@given(readings(), st.integers(1, 31))
def test_every_article_is_in_exactly_one_story(given_readings: list[Reading], window: int) -> None:
    stories = group_stories(given_readings, (), options=StoryOptions(window_days=window, live_days=5))
    assert sorted(a for s in stories for a in s.articles) == sorted(r.article.id for r in given_readings)


@settings(max_examples=30)
@given(readings(), st.integers(0, 40))
def test_what_is_settled_is_never_split_by_what_comes_later(given_readings: list[Reading], day: int) -> None:
    until = date(2024, 1, 1) + timedelta(days=day)
    first = [r for r in given_readings if r.article.published is None or r.article.published.day <= until]
    later = as_sets(group_stories(given_readings, ()))
    assert all(any(settled <= story for story in later) for settled in as_sets(group_stories(first, ())))


@settings(max_examples=30)
@given(readings())
def test_one_text_is_never_in_two_stories(given_readings: list[Reading]) -> None:
    descents = [Descent(article=r.article.id, text=r.article.text or "none", origin="o") for r in given_readings]
    home = {a: s.id for s in group_stories(given_readings, descents) for a in s.articles}
    assert len({(d.text, home[d.article]) for d in descents}) == len({d.text for d in descents})


@settings(max_examples=30)
@given(readings(), st.sets(st.integers(0, 11), min_size=2, max_size=4))
def test_a_merge_holds_whatever_the_articles_say(given_readings: list[Reading], chosen: set[int]) -> None:
    ids = tuple(f"a{n}" for n in sorted(chosen) if n < len(given_readings))
    stories = group_stories(given_readings, (), options=StoryOptions(decisions=(Decision(together=ids),)))
    assert len({s.id for s in stories for a in s.articles if a in ids}) <= 1


@settings(max_examples=30)
@given(readings(), readings())
def test_every_old_id_leads_to_where_its_articles_are(before: list[Reading], after: list[Reading]) -> None:
    old, new = group_stories(before, ()), group_stories(after, ())
    led = {c.story: set(c.into) for c in track_changes(old, new)}
    home = {a: s.id for s in new for a in s.articles}
    for story in old:
        assert led.get(story.id, {story.id}) >= {home[a] for a in story.articles if a in home}
