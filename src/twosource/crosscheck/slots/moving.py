"""Counts that move while a story runs: tolls, signatures, prices; which of two is the later, and by which words."""

from __future__ import annotations

import re
from functools import cache

from twosource.crosscheck.slots.compare_slots import Rule
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Bound, Quantity
from twosource.text.terms import group_of, lemma_of

_MOVING = """
    kill injure toll miss displace arrest hospitalise hospitalize evacuate rescue remain victim casualty confirm affect
    estimate predict believe hope petition sign signature detain missing homeless shelter
    infect case test charge expose access compromise leak steal hack
"""
_DRIFTING = "target rise drop gain lose fall share stock trade plunge tumble slide"
_GROWS = re.compile(
    r"\b(?:ris(?:es|en|ing)|rose|climb(?:s|ed|ing)|increas(?:es|ed)|gr(?:ew|own|ows)|jump(?:s|ed)|soar(?:s|ed)|reach(?:es|ed)"
    r"|up from|raised)\b"
)
_ON_THE_SPOT = re.compile(r"\bat the scene\b")
_SHARE_RATIO = 2.0  # no share that moved in the development packs moved by as much
_STAYING = frozenset({None, "killed", "hurt", "held"})
_TOLLS = frozenset({"killed", "hurt"})
_DAY_RATIO = 10.0
_SURE_TOLL = 0.75  # of two tolls of one day above this, three of four read were one toll at two hours


@cache
def _moving() -> frozenset[str]:
    """The groups of words around counts that move while a story runs."""
    return frozenset(group_of(word) for word in _MOVING.split())


@cache
def _only_grow() -> frozenset[str]:
    """The groups of what is counted from the beginning on, so that it does not become less."""
    return frozenset(group_of(word) for word in ("case", "infection", "signature"))


@cache
def _drifting() -> frozenset[str]:
    """The groups of words around prices and shares of a whole, which move all the time."""
    return frozenset(group_of(word) for word in _DRIFTING.split())


def is_bounded(use: SlotUse) -> bool:
    """Whether a number is a bound, a range or a rounding and not stated flatly."""
    value = use.slot.value
    return isinstance(value, Quantity) and value.bound is not Bound.EXACT


def moves(use: SlotUse) -> bool:
    """Whether the words next to a number, its verb or its noun are of a count that moves; an age does not."""
    value = use.slot.value
    unit = value.unit if isinstance(value, Quantity) else None
    money = unit is not None and measure_of(unit).dimension in {"share", unit}
    words = _moving() | _drifting() if money else _moving()
    noun = value.noun if isinstance(value, Quantity) else None
    if noun == "age":
        return False
    return bool(use.near & words) or use.carrier in words or (noun is not None and group_of(lemma_of(noun)) in words)


def move_together(match: Match) -> bool:
    """Whether both counts move; where one noun is counted, it is enough that one clause says so next to the value.

    Policy: a share of one thing does not double within a story: "63.6%" and "8.1%" are of two things. Who died at the
    scene is a part of those who died.
    """
    left, right = match.left, match.right
    if any(_ON_THE_SPOT.search(use.text) for use in (left, right)):
        return False
    if is_share(left) and is_share(right) and times_apart(left, right) > _SHARE_RATIO:
        return False
    one, two = moves(left), moves(right)
    clauses = bool(left.around & _moving()) and bool(right.around & _moving())
    return (one and two) or ((one or two) and clauses and match.likeness.noun >= 1.0)


def size_of(value: Quantity) -> float:
    """How large a quantity is in the base unit of its measure, whatever its sign."""
    number = value.low if value.low is not None else value.high or 0.0
    return abs(number) * measure_of(value.unit or "one").factor


def are_in_order(left: SlotUse, right: SlotUse) -> bool:
    """Whether both reports are dated, and to two moments."""
    return left.reported is not None and right.reported is not None and left.reported != right.reported


def has_grown(match: Match) -> bool:
    """Whether a bound of an earlier report is overtaken by a count that is said to have risen."""
    left, right = match.left, match.right
    a, b = left.slot.value, right.slot.value
    counts = isinstance(a, Quantity) and a.unit is None
    grown = counts and match.comparison.rule is Rule.BOUND and _GROWS.search(right.text) is not None
    more = isinstance(a, Quantity) and isinstance(b, Quantity) and size_of(b) > size_of(a)
    return grown and more and moves(left) and are_in_order(left, right)


def falls(left: SlotUse, right: SlotUse) -> bool:
    """Whether a later report has fewer people dead, hurt or arrested: it counts others, or counts otherwise.

    Policy: those who are missing, displaced or captive may become fewer; those of whom nothing is told do not.
    """
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)) or a.unit is not None:
        return False
    tolls = not _TOLLS.isdisjoint((left.fate, right.fate)) or group_of("kill") in left.near & right.near
    confirmed = group_of("confirm") in left.near & right.near or counted_class(left) in _only_grow()
    people = counted_class(left) == group_of("person") and {left.fate, right.fate} <= _STAYING
    return (tolls or people or confirmed) and size_of(b) < size_of(a)


def grew_within_a_day(match: Match) -> bool:
    """Whether two reports of one moment count the same dead or hurt: a toll does not fall, so the larger is later.

    Policy: "one person" is one of several as often as the only one.
    """
    left, right = match.left, match.right
    one_day = left.article != right.article and left.reported is not None and left.reported == right.reported
    one_toll = count_one_toll(left, right) and not (is_bounded(left) or is_bounded(right))
    several = all(isinstance(u.slot.value, Quantity) and size_of(u.slot.value) > 1 for u in (left, right))
    several = several and times_apart(left, right) <= _DAY_RATIO
    return one_day and one_toll and several and match.score >= _SURE_TOLL


def count_one_toll(left: SlotUse, right: SlotUse) -> bool:
    """Whether both count the dead, or both the hurt."""
    return left.fate in _TOLLS and left.fate == right.fate


def is_share(use: SlotUse) -> bool:
    """Whether a value is a share of a whole: per cents."""
    value = use.slot.value
    return isinstance(value, Quantity) and value.unit is not None and measure_of(value.unit).dimension == "share"


def is_measured(use: SlotUse) -> bool:
    """Whether a value has a unit: what a price or a share is of is named beside it."""
    return isinstance(use.slot.value, Quantity) and use.slot.value.unit is not None


def times_apart(left: SlotUse, right: SlotUse) -> float:
    """How many times the larger of two values is the smaller; infinite where the smaller is nothing."""
    sizes = sorted(size_of(use.slot.value) for use in (left, right) if isinstance(use.slot.value, Quantity))
    return sizes[-1] / sizes[0] if sizes and sizes[0] > 0 else float("inf")
