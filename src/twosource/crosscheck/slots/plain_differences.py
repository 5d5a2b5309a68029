"""Which values apart, of which no more can be said than that they differ, are worth a reader's time."""

from __future__ import annotations

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.slots.compare_slots import noun_class
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.moving import size_of
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Quantity, ReadingOf

BY_ANOTHER_COUNT = "counted by way of another count"
_OF_TWO_THINGS = frozenset(
    {
        "counts of two things, perhaps",
        "figures of two people",
        "figures of two stretches of time",
        "lengths of time in two units",
        "one of many figures of its kind",
        "a level, and by how much it moved",
        "two moments of a market",
        "two times of day in one article",
    }
)
"""Doubts that say why two passages speak of two things: of 28 pairs that were read, 5 may speak of one."""
_OF_ONE_ACT = frozenset({"two figures of one article", "what is planned, and what is so"})
"""Doubts under which two passages speak of one thing only where one name does one thing in both."""
_SOME_OF_THEM = "people of whom one side alone tells what became"
_NEAR = 1.4  # those who were shot and those who were wounded are two groups where they lie further apart
_SAME_SENTENCE = 0.9


def leave_plain_difference(match: Match, decision: Decision | None) -> Decision | None:
    """The decision, or None for an unclear one of two passages that most likely speak of two things.

    Policy: a reader of "unclear" looks whether one thing is told in two ways, and is led astray where the doubt itself
    says that there are two: two people, two moments, two stretches of time. Deaths of four people beside other people
    are no count taken by way of another; leaders of twenty countries beside 27 leaders are.
    """
    if decision is None or decision.reading is not ReadingOf.UNCLEAR:
        return decision
    return None if _are_two_things(match, decision.rule) else decision


def _are_two_things(match: Match, doubt: str) -> bool:
    if doubt == BY_ANOTHER_COUNT:
        return any(use.bearer is not None and _counts_people(use) for use in (match.left, match.right))
    if doubt == _SOME_OF_THEM:
        sizes = sorted(size_of(v) for u in (match.left, match.right) if isinstance(v := u.slot.value, Quantity))
        return sizes[-1] > _NEAR * sizes[0]
    return doubt in _OF_TWO_THINGS or (doubt in _OF_ONE_ACT and not _tell_one_act(match))


def _tell_one_act(match: Match) -> bool:
    """Whether one verb carries both values and one name stands in both clauses, or all else is in the same words."""
    named = not match.left.names.isdisjoint(match.right.names)
    return (named and match.likeness.verbs >= 1.0) or match.likeness.sentence >= _SAME_SENTENCE


def _counts_people(use: SlotUse) -> bool:
    value = use.slot.value
    return isinstance(value, Quantity) and value.noun is not None and noun_class(value.noun) == noun_class("person")
