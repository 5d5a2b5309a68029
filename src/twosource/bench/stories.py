"""Stories from growing streams: throughput, growth and memory.

The stream is recombined from words, not from anybody's articles, by a documented generator: events happen at an even
rate; each has a place, two people, an organisation, a few numbers and forty words of its own drawn from a vocabulary
of 30,000 invented words by Zipf's law; and each is told by 1 to 40 articles (mean about 4) over the following days, of
180 words each, of which two in five are the event's and the rest common words. 400 articles a day; a longer stream is
more days, so what is alive at once stays the same.

Where the development data is, `stories/recombined` makes its stream of their paragraphs instead: an event is one gold
story's articles, each with its paragraphs shuffled and one in four left out, and every name exchanged for another name
of the sets by a step that differs from event to event, so that one gold story gives many events.

`stories/alive` shows that memory is bounded by what is alive: the recombined stream is made while it is read, a day at
a time, and what is closed is counted and forgotten, so that a stream five times as long must not take more.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import islice

from twosource.bench.harness import DATA, Case, Work
from twosource.evaluation.gold import read_rows
from twosource.evaluation.single_pass import group_in_one_pass
from twosource.model import Article, Found, KnownBy, Published, Reading
from twosource.stories import StoryOptions, group_stories
from twosource.stories.profile import profile_of
from twosource.stories.stream import FoundStory, StoryStream

_DATA = DATA / "data/stories"
_START = date(2020, 1, 1)
_ARTICLES_A_DAY = 400
_WORDS_AN_ARTICLE = 180
_OWN_SHARE = 0.4
_VOCABULARY = 30_000
_LIVE_DAYS = 30
_LATEST = 20  # days from an event to its last report
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_SETS = ("violent_corpus", "ecbplus", "news_cluster_5w1h")


def make_stream(size: int) -> list[Reading]:
    """`size` readings of invented events, the same on every machine, in no particular order."""
    draw = random.Random(11)  # noqa: S311 - inputs, not secrets
    words = _make_vocabulary(draw)
    weights = [1 / (rank + 10) for rank in range(len(words))]
    common = draw.choices(words, weights=weights, k=200_000)
    made: list[Reading] = []
    while len(made) < size:
        day = len(made) // _ARTICLES_A_DAY
        own = [draw.choice(words).title() for _ in range(8)] + draw.choices(words, k=40)
        own += [str(draw.randrange(2, 400)) for _ in range(4)]
        for _ in range(min(40, int(draw.paretovariate(1.4)))):
            made.append(_make_article(draw, len(made), day + int(draw.expovariate(0.8)), own, common))
    return made[:size]


def _make_vocabulary(draw: random.Random) -> list[str]:
    syllables = [c + v for c in "bcdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "an", "er", "ol")]
    return sorted({"".join(draw.choices(syllables, k=draw.randrange(2, 5))) for _ in range(_VOCABULARY)})


def _make_article(draw: random.Random, number: int, day: int, own: list[str], common: list[str]) -> Reading:
    start = draw.randrange(len(common) - _WORDS_AN_ARTICLE)
    rest = common[start : start + int(_WORDS_AN_ARTICLE * (1 - _OWN_SHARE))]
    words = draw.choices(own, k=int(_WORDS_AN_ARTICLE * _OWN_SHARE)) + rest
    draw.shuffle(words)
    return _reading(f"{number:07d}", " ".join(draw.sample(own, 8)), " ".join(words) + ".", day)


def _reading(name: str, title: str, text: str, day: int) -> Reading:
    return Reading(
        article=Article(
            id=name,
            raw=name,
            text=text,
            title=Found(value=title, known_by=KnownBy.FIELD),
            published=Published(day=_START + timedelta(days=day), known_by=KnownBy.FIELD),
        )
    )


def recombine(size: int) -> list[Reading]:
    """`size` readings recombined from the development sets: every event is a gold story with its names changed."""
    return list(islice(_recombined(), size))


def _recombined() -> Iterator[Reading]:
    """Without end; an article comes at most `_LATEST` days after those before it."""
    draw = random.Random(13)  # noqa: S311 - inputs, not secrets
    stories = sorted(_gold_stories())
    pool = sorted({name for story in stories for title, text in story for name in _NAME.findall(f"{title}\n{text}")})
    rename = partial(_rename, names={name: at for at, name in enumerate(pool)}, pool=pool)
    made = 0
    while True:
        day, salt = made // _ARTICLES_A_DAY, draw.randrange(1 << 20)
        for title, text in draw.choice(stories):
            paragraphs = [p for p in text.split("\n") if p.strip() and draw.random() > 0.25] or [text]
            draw.shuffle(paragraphs)
            changed = rename("\n".join(paragraphs), salt)
            late = min(int(draw.expovariate(0.8)), _LATEST)
            yield _reading(f"{made:07d}", rename(title, salt), changed, day + late)
            made += 1


def _gold_stories() -> Iterator[tuple[tuple[str, str], ...]]:
    for name in _SETS:
        gold = {str(r["article"]): str(r["story"]) for r in read_rows(_DATA / name / "stories.jsonl")}
        members: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in read_rows(_DATA / name / "articles.jsonl"):
            members[gold[str(row["id"])]].append((row["title"] or "", row["text"]))
        yield from (tuple(sorted(m)) for m in members.values())


def _rename(text: str, salt: int, names: Mapping[str, int], pool: Sequence[str]) -> str:
    """Every name exchanged for another one of the sets, by a step that depends on the event."""

    def change(match: re.Match[str]) -> str:
        return pool[(names[match.group()] + salt) % len(pool)]

    return _NAME.sub(change, text)


def _group(readings: list[Reading]) -> Work:
    return lambda: len(readings) if group_stories(readings, (), options=StoryOptions(live_days=_LIVE_DAYS)) else 0


def prepare_stream(size: int) -> Work:
    """Grouping an invented stream."""
    return _group(make_stream(size))


def prepare_recombined(size: int) -> Work:
    """Grouping a stream recombined from the development sets."""
    return _group(recombine(size))


def prepare_alive(size: int) -> Work:
    """Grouping a stream that is never in memory as a whole."""
    return partial(_group_passing, size)


def _group_passing(size: int) -> int:
    stream, told = StoryStream(StoryOptions(live_days=_LIVE_DAYS)), 0
    days: dict[int, list[Reading]] = defaultdict(list)
    for number, reading in enumerate(islice(_recombined(), size), start=1):
        days[_day_of(reading)].append(reading)
        while min(days) < _START.toordinal() + number // _ARTICLES_A_DAY:
            told += _settle_day(stream, min(days), days.pop(min(days)))
    return told + sum(_settle_day(stream, day, days[day]) for day in sorted(days)) + _count(stream.live_stories())


def _settle_day(stream: StoryStream, day: int, readings: Sequence[Reading]) -> int:
    """Articles of the stories that closed before this day was settled."""
    closed = _count(stream.expire(day))
    stream.add_window([profile_of(r, day=day) for r in readings], day=day)
    return closed


def _count(stories: Iterable[FoundStory]) -> int:
    return sum(len(story.articles) for story in stories)


def _day_of(reading: Reading) -> int:
    published = reading.article.published
    return published.day.toordinal() if published is not None else 0


def prepare_single_pass(size: int) -> Work:
    """The plain way on the invented stream."""
    readings = make_stream(size)
    return lambda: len(group_in_one_pass(readings))


SIZES = (5_000, 20_000, 100_000)

CASES: tuple[Case, ...] = (
    Case(name="stories/stream", what="stories of an invented stream", prepare=prepare_stream, sizes=SIZES),
    Case(
        name="stories/recombined",
        what="stories of development articles, names changed",
        prepare=prepare_recombined,
        sizes=SIZES,
        needs=_DATA,
    ),
    Case(
        name="stories/alive",
        what="the same, made and forgotten while it is read: memory of what is alive",
        prepare=prepare_alive,
        sizes=SIZES[1:],
        needs=_DATA,
    ),
    Case(
        name="stories/stream by single pass",
        what="plain TF-IDF single pass over the invented stream",
        prepare=prepare_single_pass,
        sizes=SIZES[:2],
        peer_of="stories/stream",
    ),
)
