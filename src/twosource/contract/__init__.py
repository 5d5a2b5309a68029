"""The machine-readable contract: the shape of every line read and written, and how it is made from the nouns.

Field names and meanings are stable: a field may be added, none is renamed, removed or given another meaning. A schema
says exactly what this version writes.
"""

from twosource.contract.convert import (
    annotated_line,
    check_line,
    claim_line,
    descent_line,
    finding_line,
    lineage_line,
    story_change_line,
    story_label_line,
    story_lines,
    timeline_lines,
)
from twosource.contract.lines import (
    AnnotatedLine,
    CheckLine,
    ClaimLine,
    DescentLine,
    FindingLine,
    LineageLine,
    StoryChangeLine,
    StoryLabelLine,
    StoryLine,
    TimelineLine,
)
from twosource.contract.schemas import SCHEMA_NAMES, schema_of

__all__ = [
    "SCHEMA_NAMES",
    "AnnotatedLine",
    "CheckLine",
    "ClaimLine",
    "DescentLine",
    "FindingLine",
    "LineageLine",
    "StoryChangeLine",
    "StoryLabelLine",
    "StoryLine",
    "TimelineLine",
    "annotated_line",
    "check_line",
    "claim_line",
    "descent_line",
    "finding_line",
    "lineage_line",
    "schema_of",
    "story_change_line",
    "story_label_line",
    "story_lines",
    "timeline_lines",
]
