"""What a rule is: a pattern over token codes, a reading of what matches, and the cases that show and test it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from twosource.annotate.time.algebra import Expression
from twosource.annotate.time.scan import Scan

NUMBER = r"(?:[DNY]6?|a?6(?:-?[w6]){0,5}|w(?:-?[w6]){0,5})"
"""A number in digits or words."""
COUNT = rf"(?:a?v(?:f(?=V))?|{NUMBER}(?:-?H|-?&-?a-?G)?|H)"
"""A number, exact or vague: "two", "2 1/2", "a couple of", "several"."""


@dataclass(frozen=True)
class Phrase:
    """The tokens a rule has matched, and the text around them."""

    scan: Scan
    match: re.Match[str]

    @cached_property
    def start(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @cached_property
    def end(self) -> int:
        """Index after the last token."""
        return self.match.end()

    def has(self, group: str) -> bool:
        """Whether the named part of the pattern took part."""
        return self._place(group) >= 0

    def word(self, group: str) -> str:
        """The first token of a named part, in lower case; empty where it took no part."""
        place = self._place(group)
        return self.scan.word(place) if place >= 0 else ""

    def _place(self, group: str) -> int:
        """Where a part begins, -1 where it took no part. A part that may stand in two places is named `y` and `y2`."""
        names = self.match.re.groupindex
        return max(self.match.start(name) if name in names else -1 for name in (group, group + "2"))

    def words(self, group: str) -> list[str]:
        """All tokens of a named part, in lower case."""
        first, last = self.match.span(group)
        return [self.scan.word(i) for i in range(first, last)] if first >= 0 else []

    def before(self, away: int = 1) -> str:
        """The lower-case token `away` tokens before the phrase."""
        return self.scan.word(self.start - away)

    def after(self, away: int = 1) -> str:
        """The lower-case token `away` tokens after the phrase."""
        return self.scan.word(self.end - 1 + away)


@dataclass(frozen=True)
class Case:
    """One example: `text` with the expected mentions in square brackets, and their TIMEX3 values in order."""

    text: str
    values: tuple[str, ...]
    published: date | None = date(2025, 5, 4)  # a Sunday


@dataclass(frozen=True)
class Rule:
    """A named reading of a token pattern. `build` gives None where the words turn out to mean something else."""

    id: str
    pattern: str
    build: Callable[[Phrase], Expression | None]
    cases: tuple[Case, ...]
    needs: str
    """Codes of which every match has at least one: the trigger that the rule is tried behind."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return re.compile(self.pattern)
