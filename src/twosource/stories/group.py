"""Articles into stories: the whole stage in one call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from twosource.model import Descent, Reading, Story, digest_of, text_of
from twosource.stories.decisions import Partition, apply_decisions
from twosource.stories.label import choose_label, choose_lead, order_of
from twosource.stories.options import StoryOptions
from twosource.stories.profile import profile_of
from twosource.stories.stream import StoryStream

T = TypeVar("T")

_DEFAULTS = StoryOptions()


def group_stories(
    readings: Sequence[Reading], descents: Sequence[Descent], *, options: StoryOptions = _DEFAULTS
) -> tuple[Story, ...]:
    """The stories of these articles, in order of their first article; every article is in exactly one.

    Articles that carry the same words (one text, as `descents` say) count once, so that a widely printed agency text
    does not pull a story towards itself. An article without a date is placed with its text, else by content alone.
    What is a topic and no event makes no story; nothing is dropped: an article alike to none is a story of its own.

    The result does not depend on the order of `readings` or `descents`. `descents` may be empty.
    """
    by_id = {r.article.id: r for r in readings}
    lineage = {d.article: d for d in descents if d.article in by_id}
    texts = {_first_of(articles, by_id): articles for articles in _texts(by_id, lineage).values()}
    found = [[a for first in group for a in texts[first]] for group in _cluster([by_id[a] for a in texts], options)]
    return _stories(apply_decisions(found, options.decisions), by_id, lineage, options)


def _texts(by_id: Mapping[str, Reading], lineage: Mapping[str, Descent]) -> dict[str, list[str]]:
    """Text -> its articles; an article without descent is a text of its own."""
    texts: dict[str, list[str]] = defaultdict(list)
    for article in sorted(by_id):
        texts[text_of(article, lineage)].append(article)
    return texts


def _first_of(articles: Sequence[str], by_id: Mapping[str, Reading]) -> str:
    """The earliest article of a text, which is the one that can be dated if any can."""
    return min((by_id[a] for a in articles), key=order_of).article.id


def windows_of(
    items: Iterable[T], window_days: int, day_of: Callable[[T], int | None]
) -> Iterator[tuple[int | None, list[T]]]:
    """The windows in order of time, each with its last day: what has no date comes first.

    Windows lie fixed in the calendar, so that articles that come later fall into the same ones.
    """
    windows: dict[int, list[T]] = defaultdict(list)
    undated: list[T] = []
    for item in items:
        day = day_of(item)
        (undated if day is None else windows[day // window_days]).append(item)
    if undated:
        yield None, undated
    for window in sorted(windows):
        yield (window + 1) * window_days - 1, windows[window]


def _day_of(reading: Reading) -> int | None:
    published = reading.article.published
    return published.day.toordinal() if published is not None else None


def _cluster(readings: Sequence[Reading], options: StoryOptions) -> Partition:
    stream = StoryStream(options)
    done: Partition = []
    for day, window in windows_of(readings, options.window_days, _day_of):
        if day is not None:
            done += stream.expire(day)
        stream.add_window([profile_of(r, day=_day_of(r)) for r in window], day=day)
    return done + stream.live_stories()


def _stories(
    partition: Partition, by_id: Mapping[str, Reading], lineage: Mapping[str, Descent], options: StoryOptions
) -> tuple[Story, ...]:
    groups = [sorted((by_id[a] for a in group), key=order_of) for group in partition]
    groups.sort(key=lambda members: order_of(members[0]))
    return tuple(_story(members, lineage, options) for members in groups)


def _story(members: Sequence[Reading], lineage: Mapping[str, Descent], options: StoryOptions) -> Story:
    """One story; its id is made of its earliest article's id and stays as long as that article leads it."""
    days = [r.article.published.day for r in members if r.article.published is not None]
    return Story(
        id=digest_of("story", members[0].article.id),
        articles=tuple(r.article.id for r in members),
        lead=choose_lead(members, lineage, options).article.id,
        label=choose_label(members, lineage),
        first=min(days, default=None),
        last=max(days, default=None),
    )
