"""One change that is found by its words and by its numbers: the numbers say it better."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.model import Finding, ReadingOf

_OUTRIGHT = frozenset({ReadingOf.CORRECTION, ReadingOf.UPDATE, ReadingOf.CONFLICT})
_VALUES = frozenset({"number", "date", "time"})


def leave_told_twice(findings: Sequence[Finding]) -> list[Finding]:
    """All findings but those without a value whose two statements a finding of a number or a time sets side by side.

    "An earlier version said 34 were hurt. The correct figure is 43" is a note of correction and a figure taken back.
    """
    valued = {_statements(f) for f in findings if f.slot in _VALUES and f.reading in _OUTRIGHT}
    return [f for f in findings if not _is_told_twice(f, valued)]


def _is_told_twice(finding: Finding, valued: set[frozenset[str]]) -> bool:
    by_words = finding.slot == "other" and finding.reading in _OUTRIGHT
    return by_words and finding.within_article and _statements(finding) in valued


def _statements(finding: Finding) -> frozenset[str]:
    return frozenset({finding.left.statement, finding.right.statement})
