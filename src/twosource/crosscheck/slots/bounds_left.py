"""Whether a count has left an earlier bound behind: "at least three were hurt", and "19 others were injured" later."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.compare_slots import Rule
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.moving import are_in_order, size_of
from twosource.crosscheck.slots.plans import is_planned
from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Bound, Quantity
from twosource.text.terms import group_of

_VAGUE = re.compile(r"\b(?:tens|dozens?|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_USUAL = re.compile(
    r"\b(?:usually|typically|normally|annually|every|each|per|a (?:day|week|month|year))\b", re.IGNORECASE
)
_FAR_SHARE = 1.25  # "more than 11 million" and 11.5 are one count, "over 180 reports" and 230 are two
_FAR_COUNT = 2  # "at least 58" and 59 count the gunman or not
_LEAST_SCORE = 0.5
_SMALL = 10  # in one article "at least six times" and "eight times" are two accounts of one thing


def has_left_bound(match: Match) -> bool:
    """Whether one side gives a floor and the other a count far above it, of one fate or done by one verb.

    Policy: "dozens" is no floor but a guess. Of two dated reports the floor must be the earlier; in one article the
    count is the later word, and so it is of the dead or hurt in reports of one day. People of whom no fate is told are
    counted for many things.
    """
    floor, count = _floor_and_count(match)
    if floor is None or count is None or match.score < _LEAST_SCORE or match.comparison.rule is not Rule.BOUND:
        return False
    backwards = are_in_order(match.left, match.right) and floor is not match.left
    loose = any(_USUAL.search(use.text) or is_planned(use) for use in (floor, count))
    return not (backwards or loose) and _is_far(floor, count) and _is_one_thing(match)


def _floor_and_count(match: Match) -> tuple[SlotUse | None, SlotUse | None]:
    """The side that says "at least", and the side that counts."""
    floors = [use for use in (match.left, match.right) if _bound(use) is Bound.AT_LEAST]
    counts = [use for use in (match.left, match.right) if _bound(use) in {Bound.EXACT, Bound.ABOUT}]
    if len(floors) != 1 or len(counts) != 1 or _VAGUE.search(floors[0].slot.span.quote):
        return None, None
    return floors[0], counts[0]


def _bound(use: SlotUse) -> Bound | None:
    """How a bare count is bounded; None for a measure, an ordinal or an age."""
    value = use.slot.value
    counted = isinstance(value, Quantity) and value.unit is None and not value.ordinal and value.noun != "age"
    return value.bound if counted and isinstance(value, Quantity) else None


def _is_far(floor: SlotUse, count: SlotUse) -> bool:
    sizes = [size_of(use.slot.value) for use in (floor, count) if isinstance(use.slot.value, Quantity)]
    return sizes[1] >= sizes[0] * _FAR_SHARE and sizes[1] - sizes[0] >= _FAR_COUNT


def _is_one_thing(match: Match) -> bool:
    left, right = match.left, match.right
    if left.names and right.names and left.names.isdisjoint(right.names):
        return False
    if left.days and right.days and not any(a.earliest == b.earliest for a in left.days for b in right.days):
        return False
    if left.fate is not None or right.fate is not None:
        return left.fate == right.fate
    later = are_in_order(left, right) or (left.article == right.article and _is_large(left) and _is_large(right))
    return later and counted_class(left) != group_of("person") and match.likeness.verbs >= 1.0


def _is_large(use: SlotUse) -> bool:
    return isinstance(use.slot.value, Quantity) and size_of(use.slot.value) >= _SMALL
