"""Why two figures that lie apart may still be of two things: what is needed, two polls, two people, two waits."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.date_doubts import are_of_two_doers
from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Quantity
from twosource.text.terms import group_of

_NEEDS = re.compile(
    r"\b(?:must|needs?|needed|needing|requir\w+|minimum of|threshold of)\b(?: [\w-]+){0,2} $", re.IGNORECASE
)
_NEEDED = re.compile(r"(?: (?!and\b|but\b)[\w-]+){0,3} (?:needs|needed|required|necessary)\b", re.IGNORECASE)
_NEED_CHARS = 40
_LEAD = re.compile(r"\b(?:leads?|leading|led|ahead|edge|trail\w*|advantage|behind|polls?)\b", re.IGNORECASE)
_POINTS = "point"


def doubt_figures(left: SlotUse, right: SlotUse) -> str | None:
    """Why two numbers that lie apart need not contradict each other, if there is a reason.

    Policy: what a rule needs is no count of what there was. Each poll has its own lead. What two named people do before
    the verb are two acts. The wounded are fewer than those who were shot. Lengths of time in two units are two waits.
    """
    reasons = (
        (_is_needed(left) != _is_needed(right), "what is needed, and what there was"),
        (_is_lead(left) and _is_lead(right), "leads of two polls, perhaps"),
        (are_of_two_doers(left, right), "figures of two people"),
        (_is_of_people(left) and left.fate != right.fate, "people of whom one side alone tells what became"),
        (_lasts(left) and _lasts(right) and _unit(left) != _unit(right), "lengths of time in two units"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _is_needed(use: SlotUse) -> bool:
    return _NEEDS.search(use.before[-_NEED_CHARS:]) is not None or _NEEDED.match(use.behind) is not None


def _is_lead(use: SlotUse) -> bool:
    """Whether so many points are what one side is ahead by."""
    value = use.slot.value
    return isinstance(value, Quantity) and value.noun == _POINTS and _LEAD.search(use.text) is not None


def _is_of_people(use: SlotUse) -> bool:
    return counted_class(use) == group_of("person")


def _lasts(use: SlotUse) -> bool:
    unit = _unit(use)
    return unit is not None and measure_of(unit).dimension == "duration"


def _unit(use: SlotUse) -> str | None:
    return use.slot.value.unit if isinstance(use.slot.value, Quantity) else None
