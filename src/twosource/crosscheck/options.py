"""What can be set about findings."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from twosource.model import Record


class CrosscheckOptions(Record, frozen=True, kw_only=True):
    """How surely two slots must be the same before their values are compared."""

    same_slot: Annotated[float, Meta(ge=0, le=1, description="Score from which two slots are one question.")] = 0.45
    max_shared: Annotated[
        int, Meta(ge=2, description="Statements a word may stand in and still bring two slots together.")
    ] = 200


DEFAULTS = CrosscheckOptions()
