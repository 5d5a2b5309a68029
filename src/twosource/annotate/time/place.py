"""Where an expression stands, and where it is placed on the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.seeds import Seed
from twosource.annotate.time.story import Story, Told
from twosource.annotate.time.tense import Tense, tense_near
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token
from twosource.model import Basis

_LIST_LINKS = frozenset({Token.HYPHEN, Token.DASH, Token.TO, Token.AND, Token.COMMA})


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of the calendar and the told time it was counted from, if it was."""

    cal: Cal
    anchor: Told | None = None
    relative: bool = True

    @property
    def basis(self) -> Basis:
        """How the unit is known."""
        return Basis.RELATIVE if self.relative else Basis.STATED


@dataclass(frozen=True, slots=True)
class Place:
    """Where an expression stands: its tokens, and the story so far."""

    scan: Scan
    seed: Seed
    story: Story
    upcoming: tuple[Seed, ...] = ()
    """The next two expressions."""

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.story.published

    @property
    def lead(self) -> str:
        """The word before the expression."""
        return self.scan.word(self.seed.start - 1)

    @property
    def tense(self) -> Tense:
        """The tense of the words around."""
        return tense_near(self.scan, self.seed.start, self.seed.end)

    @property
    def list_year(self) -> int | None:
        """The year that the next item of a list or the end of a range states: "26 June - 4 August 1952"."""
        here, after = self.seed.expression, self.upcoming[0] if self.upcoming else None
        if after is None or not isinstance(here, Point) or not isinstance(after.expression, Point):
            return None
        there = after.expression.cal
        if self.scan.codes[self.seed.end : after.start] not in _LIST_LINKS:
            return None
        if there.year is None or there.month is None or here.cal.month is None:
            return None
        return there.year - (here.cal.month > there.month)

    def shares_sentence(self, told: Told) -> bool:
        """Whether a time was told earlier in the same sentence."""
        return SENTENCE_ENDS.isdisjoint(self.scan.codes[told.token : self.seed.start])
