"""What two sides are to each other, by which rule, and how sure that is at most."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import ReadingOf


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading and the rule behind it."""

    reading: ReadingOf
    rule: str
    at_most: float = 1.0
    """How sure a finding of this rule is at most."""
