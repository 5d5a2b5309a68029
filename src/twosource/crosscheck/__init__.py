"""What stands behind each claim of a story, where two sources say it differently, and what coverage makes of a text."""

from __future__ import annotations

from twosource.crosscheck.asked.answer import Coverage, answer_statement
from twosource.crosscheck.asked.asked import Asked, read_asked
from twosource.crosscheck.check import StoryCheck, check_story
from twosource.crosscheck.options import CrosscheckOptions

__all__ = [
    "Asked",
    "Coverage",
    "CrosscheckOptions",
    "StoryCheck",
    "answer_statement",
    "check_story",
    "read_asked",
]
