"""Whether a value is of what is to come: a plan, a forecast, a date that lies ahead."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Modality, When

_AHEAD = re.compile(
    r"\b(?:will|would|could|can|may|might|shall|if|unless|whether|plan\w*|expect\w*|intend\w*|schedul\w+|set to|due to"
    r"|going to|likely)\b|['’]ll\b",
    re.IGNORECASE,
)


def is_planned(use: SlotUse) -> bool:
    """Whether a statement only plans or supposes, and its clause looks ahead."""
    weak = use.statement.modality in {Modality.PLANNED, Modality.CONDITIONAL}
    return weak and (use.anchor is None or _AHEAD.search(use.text) is not None)


def are_two_events(left: SlotUse, right: SlotUse) -> bool:
    """Whether one is to come and the other past, a date is misread, or other numbers of people are told of."""
    other_counts = bool(left.counts and right.counts) and not left.counts & right.counts
    return is_planned(left) != is_planned(right) or is_ahead(left) or is_ahead(right) or other_counts


def is_ahead(use: SlotUse) -> bool:
    """Whether a statement tells as done what its date puts after the day of publication: the date is misread."""
    value = use.slot.value
    if is_planned(use) or use.reported is None or not isinstance(value, When) or value.earliest is None:
        return False
    return value.earliest > use.reported.date()
