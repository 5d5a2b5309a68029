"""What a user may set about stories, and what people have decided about them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from twosource.model import Record


class LeadRule(StrEnum):
    """Which article of a story stands for it."""

    EARLIEST = "earliest"
    LONGEST = "longest"
    ORIGINAL = "original"
    """The earliest article that was not taken from another one."""
    OUTLET = "outlet"
    """The earliest article of the chosen outlet, where it has one."""


class Decision(Record, frozen=True, kw_only=True):
    """What a person decided: `together` is one story, and no article of it is in one with any of `apart`.

    One record for both kinds: `together` of two or more articles merges; an `apart` that is not empty splits. Later
    decisions win over earlier ones, and every decision wins over the program.
    """

    together: tuple[str, ...]
    apart: tuple[str, ...] = ()
    by: str | None = None
    on: date | None = None


class StoryOptions(Record, frozen=True, kw_only=True):
    """Settings of the stories stage."""

    strictness: Annotated[
        float, Meta(ge=-6.0, le=6.0, description="added to what a join must score: higher makes more, smaller stories")
    ] = 0.0
    window_days: Annotated[
        int, Meta(ge=1, le=31, description="days settled together; inside one, order of arrival cannot matter")
    ] = 1
    live_days: Annotated[
        int, Meta(ge=1, le=3660, description="days after its last article that a story can still take one")
    ] = 730
    hysteresis: Annotated[
        float, Meta(ge=0.0, le=6.0, description="what two settled stories must score above a join to be merged")
    ] = 0.5
    lead: Annotated[LeadRule, Meta(description="which article stands for a story")] = LeadRule.EARLIEST
    lead_outlet: Annotated[str | None, Meta(description="the outlet that lead = 'outlet' chooses")] = None
    decisions: Annotated[
        tuple[Decision, ...], Meta(description="merges and splits that people decided, in order of time")
    ] = ()
