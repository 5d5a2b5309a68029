"""The tokens of one article as the rules for quantities see them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.annotate.entities.tokens import Tokens
from twosource.model import Extent


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one article in lower case and as written, with what time expressions cover."""

    tokens: Tokens
    forms: list[str]
    raws: list[str]
    times: Sequence[Extent]

    def in_time(self, place: int) -> bool:
        """Whether a time expression covers a token."""
        start = self.tokens.starts[place]
        at = bisect_left(self.times, (start + 1, 0)) - 1
        return at >= 0 and self.times[at][0] <= start < self.times[at][1]

    def before(self, place: int) -> str:
        """The lower-case form before a token, empty at the start."""
        return self.forms[place - 1] if place else ""

    def at(self, place: int) -> str:
        """The lower-case form at a token, empty past the end."""
        return self.forms[place] if place < len(self.forms) else ""
