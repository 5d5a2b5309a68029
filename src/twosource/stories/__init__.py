"""Articles about one developing event, found in order of publication."""

from __future__ import annotations

from twosource.stories.evolve import ChangeKind, ChangeReason, StoryChange, track_changes
from twosource.stories.group import GrowingStories, group_stories
from twosource.stories.options import Decision, LeadRule, StoryOptions

__all__ = [
    "ChangeKind",
    "ChangeReason",
    "Decision",
    "GrowingStories",
    "LeadRule",
    "StoryChange",
    "StoryOptions",
    "group_stories",
    "track_changes",
]
