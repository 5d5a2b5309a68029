"""What a time expression says before anybody knows when it was written: a small typed algebra.

Rules read words into these; `resolve` turns them into calendar units against the day of publication and the times
already told. TIMEX3 is rendered last and never parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from twosource.annotate.time.calendar import Cal, Unit


class Toward(Enum):
    """Which way a point without a year or week is to be looked for."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    THAT = "that"
    """The one the story is at: "that year", "the same day"."""


class Frame(Enum):
    """What an offset counts from."""

    WRITING = "writing"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the calendar, with whatever is missing left to be found."""

    cal: Cal
    weekday: int | None = None
    toward: Toward | None = None
    unsure: bool = False
    """Day and month may have changed places ("4/5/2025")."""
    festival: str | None = None
    """The named day, where the day of the month depends on the year."""
    year_shift: int | None = None
    """Years from the year of writing, as in "October last year"."""
    year_before: bool = False
    """The same a year before the one it would be: "the year-ago third quarter"."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one point to another, written as one expression ("May 7-10")."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Offset:
    """A unit so many units away: "yesterday", "three weeks ago", "the following month"."""

    amount: int | None
    """None is an unknown number ("several years ago")."""
    unit: Unit
    frame: Frame = Frame.WRITING
    forward: bool = False
    """Direction of an unknown number."""
    part: str | None = None
    exact_day: bool = False
    """Give the day, not the unit ("a year to the day")."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; None is an unknown number. The story it lies in is not decided."""

    amounts: tuple[tuple[float | None, Unit], ...]
    toward: Toward | None = None
    """LAST and NEXT bound it by the day of writing ("the past two weeks")."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times: `value` is its TIMEX3 pattern."""

    value: str
    freq: str | None = None
    quant: str | None = None


class Vague(Enum):
    """A reference to past, present or future that names no place on the calendar."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


Expression = Point | Range | Offset | Duration | Repeat | Vague


class Mod(Enum):
    """How an expression is loosened or narrowed; the values are TIMEX3's."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
