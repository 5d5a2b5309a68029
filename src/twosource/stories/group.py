"""Articles into stories: the whole stage in one call."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import TypeVar

from msgspec.structs import replace

from twosource.model import Descent, Reading, Story, digest_of, text_of
from twosource.stories.decisions import Partition, apply_decisions
from twosource.stories.describe import choose_places, choose_terms, choose_voices
from twosource.stories.label import choose_labels, choose_lead, order_of
from twosource.stories.openings import Telling, find_tellings, read_openings
from twosource.stories.options import StoryOptions
from twosource.stories.profile import profile_of
from twosource.stories.stream import FoundStory, StoryStream
from twosource.stories.wording import Wording

T = TypeVar("T")

Window = tuple[int | None, tuple[str, ...]]
"""The last day of a window, None for articles without a date; and those articles in it that stand for their text."""

_DEFAULTS = StoryOptions()
_BATCH = 512  # stories told in one go: bounds scratch memory


def group_stories(
    readings: Sequence[Reading], descents: Sequence[Descent], *, options: StoryOptions = _DEFAULTS
) -> tuple[Story, ...]:
    """The stories of these articles, in order of their first article; every article is in exactly one.

    Articles that carry the same words (one text, as `descents` say) count once, so that a widely printed agency text
    does not pull a story towards itself. An article without a date is placed with its text, else by content alone.
    What is a topic and no event makes no story; nothing is dropped: an article alike to none is a story of its own.

    The result does not depend on the order of `readings` or `descents`. `descents` may be empty.
    """
    growing = GrowingStories(options)
    growing.add(readings, descents)
    return growing.finish()


class GrowingStories:
    """Stories of articles that come in batches: at any time the same as one run over all that has come.

    What came in earlier windows stays settled and is not read again, unless something comes late: an article from a
    settled day, one without a date, or news of an older copy. Then everything is grouped anew from where the order of
    time says, because no answer may depend on what happened to arrive first.
    """

    def __init__(self, options: StoryOptions = _DEFAULTS) -> None:
        self._options = options
        self._by_id: dict[str, Reading] = {}
        self._lineage: dict[str, Descent] = {}
        self._restart()

    def _restart(self) -> None:
        self._stream = StoryStream(self._options)
        self._settled: list[Window] = []
        self._closed: list[FoundStory] = []

    def add(self, readings: Iterable[Reading], descents: Iterable[Descent] = ()) -> None:
        """Take articles and what is known of their texts; what comes again takes the place of what was there."""
        self._by_id.update((r.article.id, r) for r in readings)
        self._lineage.update((d.article, d) for d in descents)

    def stories(self) -> tuple[Story, ...]:
        """The stories of all articles so far."""
        return self._tell(deepcopy)

    def finish(self) -> tuple[Story, ...]:
        """The stories of all articles, where no more will come: spares a copy of what is alive."""
        found = self._tell(lambda stream: stream)
        self._restart()
        return found

    def _tell(self, keep: Callable[[StoryStream], StoryStream]) -> tuple[Story, ...]:
        lineage = {a: d for a, d in self._lineage.items() if a in self._by_id}
        texts = {_first_of(articles, self._by_id): articles for articles in _texts(self._by_id, lineage).values()}
        found = [FoundStory(tuple(a for t in f.articles for a in texts[t]), f.follows) for f in self._find(texts, keep)]
        partition = apply_decisions([[*f.articles] for f in found], self._options.decisions)
        made = _stories(partition, self._by_id, lineage, self._options)
        return _link_sequels(made, found)

    def _find(self, firsts: Iterable[str], keep: Callable[[StoryStream], StoryStream]) -> list[FoundStory]:
        windows = [
            (day, tuple(sorted(window)))
            for day, window in windows_of(firsts, self._options.window_days, lambda a: _day_of(self._by_id[a]))
        ]
        if windows[: len(self._settled)] != self._settled:
            self._restart()
        for window in windows[len(self._settled) : -1]:
            self._closed += self._settle(self._stream, window)
            self._settled.append(window)
        stream = keep(self._stream)
        open_windows = windows[len(self._settled) :]
        found = [f for window in open_windows for f in self._settle(stream, window)]
        return [*self._closed, *found, *stream.live_stories()]

    def _settle(self, stream: StoryStream, window: Window) -> list[FoundStory]:
        day, articles = window
        closed = stream.expire(day) if day is not None else []
        stream.add_window([profile_of(self._by_id[a], day=_day_of(self._by_id[a])) for a in articles], day=day)
        return closed


def _texts(by_id: Mapping[str, Reading], lineage: Mapping[str, Descent]) -> dict[str, tuple[str, ...]]:
    """Text -> its articles; an article without descent is a text of its own."""
    texts: dict[str, list[str]] = defaultdict(list)
    for article in sorted(by_id):
        texts[text_of(article, lineage)].append(article)
    return {text: tuple(articles) for text, articles in texts.items()}


def _first_of(articles: Sequence[str], by_id: Mapping[str, Reading]) -> str:
    """The earliest article of a text, which is the one that can be dated if any can."""
    return articles[0] if len(articles) == 1 else min((by_id[a] for a in articles), key=order_of).article.id


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


def _stories(
    partition: Partition, by_id: Mapping[str, Reading], lineage: Mapping[str, Descent], options: StoryOptions
) -> tuple[Story, ...]:
    groups = [sorted((by_id[a] for a in group), key=order_of) for group in partition]
    groups.sort(key=lambda members: order_of(members[0]))
    wording = Wording()
    batches = [groups[start : start + _BATCH] for start in range(0, len(groups), _BATCH)]
    return tuple(story for batch in batches for story in _tell_batch(batch, lineage, options, wording))


def _tell_batch(
    groups: Sequence[Sequence[Reading]], lineage: Mapping[str, Descent], options: StoryOptions, wording: Wording
) -> Iterator[Story]:
    wording.tidy()
    tellings = [find_tellings(members, lineage) for members in groups]
    held = read_openings(tellings, wording)
    labels = choose_labels(groups, tellings, lineage, held=held)
    terms = choose_terms(held, stories=len(groups))
    for members, told, label, own_terms in zip(groups, tellings, labels, terms, strict=True):
        yield _story(members, told, label=label, terms=own_terms, lead=choose_lead(members, lineage, options))


def _story(
    members: Sequence[Reading], tellings: Sequence[Telling], *, label: str, terms: tuple[str, ...], lead: Reading
) -> Story:
    """One story; its id is made of its earliest article's id and stays as long as that article leads it."""
    days = [r.article.published.day for r in members if r.article.published is not None]
    return Story(
        id=digest_of("story", members[0].article.id),
        articles=tuple([r.article.id for r in members]),
        lead=lead.article.id,
        label=label,
        first=min(days, default=None),
        last=max(days, default=None),
        terms=terms,
        places=choose_places(tellings),
        voices=choose_voices(tellings),
    )


def _link_sequels(stories: Sequence[Story], found: Sequence[FoundStory]) -> tuple[Story, ...]:
    """The stories with the earlier ones that they go on from; what people joined or parted counts as it is now."""
    follows = {f.articles[0]: f.follows for f in found if f.follows is not None}
    if not follows:
        return tuple(stories)
    home = {article: story for story in stories for article in story.articles}
    linked = dict[str, str]()
    for article, earlier in sorted(follows.items()):
        story, before = home[article], home[earlier]
        if before.last is not None and story.first is not None and before.last < story.first:
            linked[story.id] = before.id
    return tuple(replace(s, follows=linked[s.id]) if s.id in linked else s for s in stories)
