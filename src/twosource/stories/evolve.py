"""What became of each story between two runs: ids that lead on, and the reason for every change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from twosource.model import Record, Story
from twosource.stories.options import Decision


class ChangeKind(StrEnum):
    """What happened to a story."""

    NEW = "new"
    GREW = "grew"
    SHRANK = "shrank"
    """Articles were withdrawn or moved away, and most stayed."""
    MERGED = "merged"
    SPLIT = "split"
    RENAMED = "renamed"
    """The same articles under another id: an earlier article has come to lead them."""
    GONE = "gone"


class ChangeReason(StrEnum):
    """Why it happened."""

    ARTICLES = "articles"
    """Articles came or were withdrawn."""
    SCORE = "score"
    """What came later made the program see it otherwise."""
    DECISION = "decision"
    """A person said so."""


class StoryChange(Record, frozen=True, kw_only=True):
    """One change: `story` is the id before (for a new one, after), `into` where its articles are now."""

    story: str
    kind: ChangeKind
    reason: ChangeReason
    into: tuple[str, ...]
    """Ids after, the one with most of its articles first: a reader who kept the old id is led there."""
    articles: tuple[str, ...]
    """Those that came, left or moved."""


def track_changes(
    before: Sequence[Story], after: Sequence[Story], decisions: Sequence[Decision] = ()
) -> tuple[StoryChange, ...]:
    """Every change from one run's stories to a later run's, in order of id; stories that stayed as they were have none.

    A change is put down to a decision only where a decision names one of the articles that moved.
    """
    home = {article: story for story in after for article in story.articles}
    old = {article: story for story in before for article in story.articles}
    decided = {a for d in decisions for a in (*d.together, *d.apart)}
    changes = [change for story in before if (change := _change_of(story, home, old, decided)) is not None]
    kept = {story.id for story in before} | {i for c in changes for i in c.into}
    changes += [_new(story) for story in after if story.id not in kept]
    return tuple(sorted(changes, key=lambda c: (c.story, c.kind)))


def _new(story: Story) -> StoryChange:
    return StoryChange(
        story=story.id,
        kind=ChangeKind.NEW,
        reason=ChangeReason.ARTICLES,
        into=(story.id,),
        articles=story.articles,
    )


def _change_of(story: Story, home: dict[str, Story], old: dict[str, Story], decided: set[str]) -> StoryChange | None:
    counts = Counter(home[a].id for a in story.articles if a in home)
    into = tuple(sorted(counts, key=lambda i: (-counts[i], i)))
    if not into:
        return StoryChange(
            story=story.id, kind=ChangeKind.GONE, reason=ChangeReason.ARTICLES, into=(), articles=story.articles
        )
    main = next(home[a] for a in story.articles if a in home and home[a].id == into[0])
    came = [a for a in main.articles if a not in story.articles]
    left = [a for a in story.articles if a not in main.articles]
    kind = _kind_of(story, into, came=came, left=left, old=old)
    if kind is None:
        return None
    moved = tuple(sorted([*came, *left]))
    return StoryChange(story=story.id, kind=kind, reason=_reason_of(kind, moved, decided), into=into, articles=moved)


def _kind_of(
    story: Story, into: tuple[str, ...], *, came: Sequence[str], left: Sequence[str], old: dict[str, Story]
) -> ChangeKind | None:
    if len(into) > 1:
        return ChangeKind.SPLIT
    if any(a in old for a in came):
        return ChangeKind.MERGED
    if came:
        return ChangeKind.GREW
    if left:
        return ChangeKind.SHRANK
    return ChangeKind.RENAMED if into[0] != story.id else None


def _reason_of(kind: ChangeKind, moved: Sequence[str], decided: set[str]) -> ChangeReason:
    if any(a in decided for a in moved):
        return ChangeReason.DECISION
    return ChangeReason.SCORE if kind in {ChangeKind.MERGED, ChangeKind.SPLIT} else ChangeReason.ARTICLES
