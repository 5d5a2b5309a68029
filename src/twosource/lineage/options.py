"""What a user may set about lineage."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec

from twosource.model import Record


class Strictness(StrEnum):
    """How much has to be alike before two articles are put together."""

    OFF = "off"
    """Nothing is compared: every article is its own text and its own origin."""
    NEAR_IDENTICAL = "near-identical"
    """Copies and cuts only."""
    REWRITE = "rewrite"
    """Copies, cuts, embedded texts and rewrites."""


_Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class LineageOptions(Record, frozen=True, kw_only=True):
    """Options of the lineage stage."""

    strictness: Annotated[Strictness, msgspec.Meta(description="off, near-identical or rewrite")] = Strictness.REWRITE
    families: Annotated[
        str | None, msgspec.Meta(description="a families file in place of the one that comes with the package")
    ] = None
    same_text_share: Annotated[
        _Share, msgspec.Meta(description="share of the shorter article's own words that makes two articles one text")
    ] = 0.67
    # Between the closest pair that readers called two texts (.55) and the loosest that they called one (.77): packs.
    sample_share: Annotated[_Share, msgspec.Meta(description="share of word 5-grams of a long text kept as keys")] = (
        0.25
    )
    # A 60-word brief then shares 14 keys with its source on average; at 0.125 the 30 % row of the grid lost pairs.
    sample_floor: Annotated[int, msgspec.Meta(ge=1, description="texts with fewer 5-grams than this keep all")] = 64
    clock_tie_minutes: Annotated[
        int, msgspec.Meta(ge=0, description="publication times closer than this do not order two articles")
    ] = 15
    # The gap below which feed and page times of one article disagree; given by the reference, not measured here.
    furniture_articles: Annotated[
        int,
        msgspec.Meta(
            ge=0,
            description="unrelated articles of one publisher in which words must return to be its furniture; 0 is off",
        ),
    ] = 5
    # Of 152 kinds of stretches that return so in 5,438 pages of 61 sites all but some captions and two sentences of
    # background were boxes, notes and links; read by hand.
