"""Articles about one developing event, found in order of publication."""

from __future__ import annotations

from twosource.stories.group import group_stories
from twosource.stories.options import Decision, LeadRule, StoryOptions

__all__ = ["Decision", "LeadRule", "StoryOptions", "group_stories"]
