"""What can be set about claims."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from twosource.model import Record


class ClaimOptions(Record, frozen=True, kw_only=True):
    """How statements are cut and when two of them say the same."""

    min_words: Annotated[int, Meta(ge=1, description="Shortest statement, in words.")] = 4
    # shorter sentences of the five seeds and five development packs are greetings, credits and cut-off captions
    link_score: Annotated[float, Meta(ge=0, le=1, description="Score from which two statements are one claim.")] = 0.5
    max_shared: Annotated[
        int, Meta(ge=2, description="Statements a word may stand in and still bring two of them together.")
    ] = 60


DEFAULTS = ClaimOptions()
