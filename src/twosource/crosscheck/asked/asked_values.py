"""How the numbers and times of a statement of coverage answer those of a text that is asked about."""

from __future__ import annotations

from dataclasses import dataclass, replace

from twosource.crosscheck.asked.asked import Asked, loose_numbers
from twosource.crosscheck.quoting import value_text
from twosource.crosscheck.slots.compare_slots import Fit, Rule
from twosource.crosscheck.slots.decide import compare_values, decide_reading
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.same_slot import compare_uses, score_likeness
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse, find_slot_uses
from twosource.model import Bearing, Bound, Quantity, Reading, ReadingOf, Slot, Statement, When
from twosource.text.terms import TermWeights

_TIE = 0.02  # two answers whose scores lie this close are equally good
_ONE_QUESTION = 0.35  # the words around are alike already, so a value need only be the best answer and not absurd


@dataclass(frozen=True)
class ValueFit:
    """What the values of a statement are to those of the text, the value that decided, and every slot that answers."""

    bearing: Bearing
    value: str | None
    slots: tuple[Slot, ...]


def fit_values(asked: Asked, statement: Statement, reading: Reading, weights: TermWeights) -> ValueFit:
    """How the statement answers every number and time of the text: the worst answer counts."""
    if asked.is_undated or not asked.loose <= _all_numbers(statement):
        return ValueFit(Bearing.WITHOUT_VALUE, None, ())
    if not asked.values:
        return ValueFit(Bearing.SAYS_SO, None, ())
    theirs = find_slot_uses([statement], {reading.article.id: reading}, labels=True)
    fits = [_fit_value(use, theirs, weights) for use in asked.uses]
    if len(asked.uses) < len(asked.values):
        fits.append(ValueFit(Bearing.WITHOUT_VALUE, None, ()))
    order = (Bearing.OTHER_VALUE, Bearing.WITHOUT_VALUE, Bearing.LESS_EXACT, Bearing.SAYS_SO)
    worst = min(fits, key=lambda fit: order.index(fit.bearing))
    return ValueFit(worst.bearing, worst.value, tuple(slot for fit in fits for slot in fit.slots))


def _all_numbers(statement: Statement) -> frozenset[float]:
    counted = (s.value.low for s in statement.slots if isinstance(s.value, Quantity) and s.value.low is not None)
    return loose_numbers(statement).union(counted)


def _fit_value(own: SlotUse, theirs: list[SlotUse], weights: TermWeights) -> ValueFit:
    """The answer of the slot that fits the question best; a value beside it that answers another question is none."""
    found = [match for use in theirs if (match := _match(own, use, weights)) is not None]
    if not found:
        return ValueFit(Bearing.WITHOUT_VALUE, None, ())
    best = max(match.score for match in found)
    fits = [_fit_match(match) for match in found if match.score >= best - _TIE]
    order = (Bearing.SAYS_SO, Bearing.LESS_EXACT, Bearing.OTHER_VALUE, Bearing.WITHOUT_VALUE)
    return min(fits, key=lambda fit: order.index(fit.bearing))


def _match(own: SlotUse, other: SlotUse, weights: TermWeights) -> Match | None:
    """The two values as answers to one question; the text counts as reported on the day of the article."""
    likeness = compare_uses(own, other, weights)
    comparison = compare_values(own, other) if likeness is not None else None
    if likeness is None or comparison is None or own.saying != other.saying:
        return None
    score = score_likeness(own.kind, likeness)
    asked = replace(own, reported=other.reported)
    return Match(asked, other, likeness, comparison, score) if score >= _ONE_QUESTION else None


def _fit_match(match: Match) -> ValueFit:
    own, other, comparison = match.left, match.right, match.comparison
    value = value_text(other.slot.value)
    if comparison.fit is Fit.DIFFERS:
        apart = Bearing.OTHER_VALUE if _excludes(match) else Bearing.WITHOUT_VALUE
        return ValueFit(apart, value, (other.slot,))
    if own.bearer != other.bearer:
        return ValueFit(Bearing.LESS_EXACT, value, (other.slot,))
    same = comparison.fit is Fit.SAME or comparison.rule in {Rule.ROUNDING, Rule.CONVERSION} or _is_within(own, other)
    return ValueFit(Bearing.SAYS_SO if same else Bearing.LESS_EXACT, value, (other.slot,))


def _excludes(match: Match) -> bool:
    """Whether another value leaves no room for the text's: visits have many dates, so of dates few pairs do."""
    decision = decide_reading(match)
    if match.left.kind is SlotKind.DATE:
        return decision is not None and decision.reading is not ReadingOf.SCOPE
    return decision is None or decision.reading is not ReadingOf.SCOPE


def _is_within(own: SlotUse, other: SlotUse) -> bool:
    """Whether what coverage gives is inside what the text says, or the very figure; no bound is another bound."""
    a, b = own.slot.value, other.slot.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if a.low is not None and a.low == b.low:
            return True
        if a.bound is b.bound and a.bound in {Bound.AT_LEAST, Bound.AT_MOST}:
            return False
        return (a.low is None or (b.low is not None and a.low <= b.low)) and (
            a.high is None or (b.high is not None and b.high <= a.high)
        )
    if isinstance(a, When) and isinstance(b, When) and a.earliest and a.latest and b.earliest and b.latest:
        return a.earliest <= b.earliest and b.latest <= a.latest
    return False


def gives_other_value(asked: Asked, statement: Statement, reading: Reading, value: str) -> bool:
    """Whether the slot of a statement that has this value leaves no room for a number or time of the text."""
    theirs = find_slot_uses([statement], {reading.article.id: reading}, labels=True)
    fits = [compare_values(own, use) for own in asked.uses for use in theirs if value_text(use.slot.value) == value]
    return any(fit is not None and fit.fit is Fit.DIFFERS for fit in fits)
