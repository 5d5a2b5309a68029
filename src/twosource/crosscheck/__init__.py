"""What stands behind each claim of a story, and where two sources say it differently."""

from __future__ import annotations

from twosource.crosscheck.check import StoryCheck, check_story
from twosource.crosscheck.options import CrosscheckOptions

__all__ = ["CrosscheckOptions", "StoryCheck", "check_story"]
