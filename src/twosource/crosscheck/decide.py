"""What two values bound to one question amount to: agreement, conflict, update, correction, or nothing to be said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.crosscheck.compare_slots import Comparison, Fit, Rule, compare_quantities, compare_whens
from twosource.crosscheck.slot_use import SlotKind, SlotUse
from twosource.model import Grain, Modality, Quantity, ReadingOf, When

_CORRECTS = re.compile(
    r"\b(?:correct(?:ed|ion|s)|revis(?:ed|ion)|earlier (?:said|reported|put|version|estimated?)"
    r"|(?:had )?previously (?:said|reported|put|stated|estimated|thought)|(?:initially|originally) (?:said|reported"
    r"|put|stated|estimated|thought)|misstated|mistakenly|wrongly|erroneously)\b",
    re.IGNORECASE,
)
_MOVING = frozenset(
    """
    kill injure toll miss displace arrest hospitalise hospitalize evacuate rescue remain victim casualty confirm affect
    share stock price percent petition sign signature detain missing homeless shelter infect case test remain charge
    """.split()
)
_GUESSED = frozenset("estimate predict believe think hope target".split())
_ADJACENT_DAYS = (
    3  # dates of one event that reporters mix up lie this close (arrival 7 or 8 May, filed Thursday or Friday)
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The reading and the rule behind it."""

    reading: ReadingOf
    rule: str


def decide_reading(left: SlotUse, right: SlotUse) -> Decision | None:
    """What two slots of one question are to each other; `left` is the earlier report where that is known.

    Policy: the weakest reading that the words allow. Values that can both be right are *scope*. Values apart are a
    *correction* where one side says that something was wrong, an *update* where the count moves (tolls, prices,
    forecasts) and the reports have an order, a *conflict* where both state flatly what cannot change, and *unclear*
    otherwise. Dates apart are a conflict only where they look like one event dated twice; repeated events (visits,
    tests) have many dates.

    """
    comparison = compare_values(left, right)
    if comparison is None or left.statement.id == right.statement.id:
        return None
    if comparison.fit is Fit.SAME:
        return Decision(ReadingOf.AGREEMENT, comparison.rule.value)
    if comparison.fit is Fit.FITS:
        return Decision(ReadingOf.SCOPE, comparison.rule.value)
    if _corrects(left) != _corrects(right) or (_corrects(left) and left.article == right.article):
        return Decision(ReadingOf.CORRECTION, "one side says that an earlier value was wrong")
    if left.kind is SlotKind.DATE:
        return _decide_dates(left, right)
    return _decide_numbers(left, right, comparison)


def compare_values(left: SlotUse, right: SlotUse) -> Comparison | None:
    """How the two values fit; None where they are not comparable."""
    a, b = left.slot.value, right.slot.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return compare_quantities(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return compare_whens(a, b)
    return None


def _corrects(use: SlotUse) -> bool:
    return _CORRECTS.search(use.statement.span.quote) is not None


def _in_order(left: SlotUse, right: SlotUse) -> bool:
    return left.reported is not None and right.reported is not None and left.reported != right.reported


def _decide_numbers(left: SlotUse, right: SlotUse, comparison: Comparison) -> Decision:
    if _scopes_apart(left, right):
        return Decision(ReadingOf.SCOPE, "counts with different scope")
    if comparison.rule is Rule.CLOCK and left.article != right.article:
        return Decision(ReadingOf.UNCLEAR, "times of day, perhaps of two time zones")
    moving = (left.near & right.near) & _MOVING or (left.sentence | right.sentence) & _GUESSED
    if moving and _in_order(left, right):
        return Decision(ReadingOf.UPDATE, "a value that moves, reported later")
    if _planned(left) or _planned(right) or moving:
        return Decision(ReadingOf.UNCLEAR, "a value that may have changed")
    return Decision(ReadingOf.CONFLICT, comparison.rule.value)


def _scopes_apart(left: SlotUse, right: SlotUse) -> bool:
    a, b = left.slot.value, right.slot.value
    return (
        isinstance(a, Quantity)
        and isinstance(b, Quantity)
        and bool(a.scope or b.scope)
        and set(a.scope) != set(b.scope)
    )


def _planned(use: SlotUse) -> bool:
    return use.statement.modality in {Modality.PLANNED, Modality.CONDITIONAL}


def _decide_dates(left: SlotUse, right: SlotUse) -> Decision | None:
    if _planned(left) != _planned(right):
        return None
    if _planned(left):
        kind = ReadingOf.UPDATE if _in_order(left, right) else ReadingOf.UNCLEAR
        return Decision(kind, "a plan that moved") if _look_alike(left, right) else None
    if left.sequence & right.sequence & {"first", "last"} or _look_alike(left, right):
        return Decision(ReadingOf.CONFLICT, Rule.DATE.value)
    return None


def _look_alike(left: SlotUse, right: SlotUse) -> bool:
    """Whether two dates are the kind of pair that one event gets by error: days apart, or one figure off."""
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When)) or not (a.earliest and b.earliest and a.latest and b.latest):
        return False
    coarse = {a.grain, b.grain} & {Grain.YEAR, Grain.DECADE, Grain.CENTURY}
    gap = max((a.earliest - b.latest).days, (b.earliest - a.latest).days)
    if gap <= _ADJACENT_DAYS and not coarse:
        return True
    same_day = (a.earliest.month, a.earliest.day) == (b.earliest.month, b.earliest.day)
    return same_day and a.grain is b.grain and not coarse
