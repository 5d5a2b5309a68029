"""What the cross-check finds in drawn readings that are one story, each a text and an origin of its own."""

from __future__ import annotations

from drawn_reading import own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.model import Finding, Reading


def findings_of(*readings: Reading) -> tuple[Finding, ...]:
    """The findings of a story of these readings, conflicts first."""
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    return check_story(story_of(*readings), readings, groups, own_descents(*readings)).findings
