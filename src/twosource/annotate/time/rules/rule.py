"""What a rule is: a pattern of tokens, a reading of what matches, and the cases that show and test it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from twosource.annotate.time.algebra import Expression
from twosource.annotate.time.pattern import compile_pattern
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.tokens import Token


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

    def has(self, part: str) -> bool:
        """Whether the named part of the pattern took part."""
        return self._place(part) >= 0

    def raw(self, part: str) -> str:
        """The first token of a named part as written; empty where it took no part."""
        place = self._place(part)
        return self.scan.raw(place) if place >= 0 else ""

    def word(self, part: str) -> str:
        """The first token of a named part, in lower case; empty where it took no part."""
        return self.raw(part).lower()

    def code(self, part: str) -> str:
        """The class of the first token of a named part; a break where it took no part."""
        return self.scan.code(self._place(part))

    def _place(self, part: str) -> int:
        """Where a part begins, -1 where it took none. One that may stand in two places is named `year` and `year2`."""
        for name in (part, part + "2"):
            if name in self.match.re.groupindex and (place := self.match.start(name)) >= 0:
                return place
        return -1

    def words(self, part: str) -> list[str]:
        """All tokens of a named part, in lower case."""
        first, last = self.match.span(part)
        return [self.scan.word(i) for i in range(first, last)] if first >= 0 else []

    def before(self, away: int = 1) -> str:
        """The lower-case token `away` tokens before the phrase."""
        return self.scan.word(self.start - away)

    def after(self, away: int = 1) -> str:
        """The lower-case token `away` tokens after the phrase."""
        return self.scan.word(self.end - 1 + away)

    def raw_after(self) -> str:
        """The token after the phrase as written."""
        return self.scan.raw(self.end)

    def code_before(self, away: int = 1) -> str:
        """The class of the token `away` tokens before the phrase."""
        return self.scan.code(self.start - away)

    def code_after(self) -> str:
        """The class of the token after the phrase."""
        return self.scan.code(self.end)


@dataclass(frozen=True)
class Case:
    """One example: `text` with the expected mentions in square brackets, and their TIMEX3 values in order."""

    text: str
    values: tuple[str, ...]
    published: date | None = date(2025, 5, 4)  # a Sunday


@dataclass(frozen=True)
class Rule:
    """A named reading of a pattern. `build` gives None where the words turn out to mean something else."""

    id: str
    pattern: str
    """In the notation of `pattern`."""
    build: Callable[[Phrase], Expression | None]
    cases: tuple[Case, ...]
    needs: tuple[Token, ...]
    """Classes of which every match has at least one token: the trigger that the rule is tried behind."""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled once."""
        return compile_pattern(self.pattern)
