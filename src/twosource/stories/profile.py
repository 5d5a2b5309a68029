"""One article as stories see it: its title, the beginning of its text, and the days and places of its event."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from twosource.model import Article, Grain, Passage, Reading, Role
from twosource.stories.scene import Scene, cut_denials, find_scene

_BODY_CHARS = 1_600  # about 250 words; 2,600 measured .004 lower multi-article B-cubed on 2015, .012 lower on 5W1H
_NO_DAYS: frozenset[int] = frozenset()
_DAILY = frozenset({Grain.DAY, Grain.PART_OF_DAY, Grain.HOUR, Grain.MINUTE})
_EVENT_CHARS = 1_200
_NEAR_DAYS = 21
_LINK_SIGN_CHARS = 8  # from the beginning of a link to the end of what shows that it is one
_URL = re.compile(r"https?://\S+|www\.\S+")


class Profile(msgspec.Struct, frozen=True, gc=False):
    """What stories read of one article. Made of the article alone, so that any process may make it."""

    article: str
    day: int | None
    """Day of publication as a proleptic ordinal."""
    title: str
    told: str
    """The beginning of the running text, without the sentences that deny a connection."""
    happened: frozenset[int]
    """Days near publication that the beginning of the text tells of, where times were annotated."""
    scene: Scene


def profile_of(reading: Reading, *, day: int | None) -> Profile:
    """The profile of an article; `day` is given by the caller, who may know it from another copy of the text."""
    title, text = story_text(reading)
    return profile_of_text(reading.article.id, title, text, day=day, happened=event_days(reading))


def event_days(reading: Reading) -> frozenset[int]:
    """The days, stated to the day or finer, that the beginning of an article tells of: when it happened.

    Days far from publication are background ("in September 2001") and left out.
    """
    published = reading.article.published
    if published is None or not reading.times:
        return _NO_DAYS
    latest, found = published.day.toordinal(), set()
    for mention in reading.times:
        when = mention.when
        if when is None or when.grain not in _DAILY or when.earliest is None or when.earliest != when.latest:
            continue
        day = when.earliest.toordinal()
        if mention.span.start < _EVENT_CHARS and abs(latest - day) <= _NEAR_DAYS:
            found.add(day)
    return frozenset(found)


def profile_of_text(
    article: str, title: str, text: str, *, day: int | None, happened: frozenset[int] = _NO_DAYS
) -> Profile:
    """The profile of a title and a text.

    >>> profile_of_text("a", "Fire in Olm", "Two died. It is not linked to the fire in Brem. All left.", day=None).told
    'Two died. All left.'
    """
    told, denied = cut_denials(text[:_BODY_CHARS])
    return Profile(article, day, title, told, happened, find_scene(title, told, denied))


def story_text(reading: Reading) -> tuple[str, str]:
    """Title and the beginning of the running text: furniture and repeated passages left out, links taken away."""
    return title_of(reading), opening_of(reading, _BODY_CHARS)


def opening_of(reading: Reading, chars: int) -> str:
    """The first characters of the running text."""
    if not reading.passages:
        return _without_links(reading.article.text, chars)
    body = [p for p in story_passages(reading) if p.role is not Role.HEADLINE]
    return _without_links("\n".join(_shorten(reading.article, body)), chars)


def title_of(reading: Reading) -> str:
    """The title of an article, else its headline; "" where it has neither."""
    title = reading.article.title
    if title is not None and title.value:
        return title.value
    return next((p.span.quote for p in story_passages(reading) if p.role is Role.HEADLINE), "")


def story_passages(reading: Reading) -> list[Passage]:
    """The passages that tell the story: no furniture, nothing printed twice."""
    return [p for p in reading.passages if p.role is not Role.FURNITURE and not p.repeats]


def _without_links(text: str, chars: int) -> str:
    """The first characters of a text without its links; most texts have none there, so only that is looked at first."""
    opening = text[: chars + _LINK_SIGN_CHARS]
    if ("/" in opening and "://" in opening) or "www." in opening:
        opening = _URL.sub(" ", text[: 2 * _BODY_CHARS])
    return opening[:chars]


def _shorten(article: Article, passages: Sequence[Passage]) -> list[str]:
    """Passages up to the length that is read: long articles cost no more than short ones."""
    taken: list[str] = []
    left = _BODY_CHARS
    for passage in passages:
        if left <= 0:
            break
        taken.append(article.text[passage.span.start : passage.span.end])
        left -= passage.span.length
    return taken
