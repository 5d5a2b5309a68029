"""Whether two slots answer one question, by the words around them: the part on which every finding hangs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from msgspec.structs import astuple

from twosource.crosscheck.slots.compare_slots import noun_class, nouns_meet
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Quantity
from twosource.text.terms import TermWeights, group_of


class Likeness(msgspec.Struct, frozen=True, gc=False):
    """What speaks for one question, each 0..1; kept apart so that a score can be explained."""

    near: float
    """Weighted overlap of the content words next to the two values."""
    around: float
    """The same over the whole clauses."""
    sentence: float
    """The same over the whole statements."""
    verbs: float
    names: float
    noun: float
    days: float
    """1 where both statements name one day beside the value, 0 where they name different ones, else 0.5."""
    sequence: float
    """1 where both say "first" or both "last", 0.5 where neither says so, 0 where one does."""


def term_weights(uses: Sequence[SlotUse]) -> TermWeights:
    """How rare each term is among the statements that hold slots: the rarer, the heavier."""
    return TermWeights.among({u.statement.id: u.sentence for u in uses}.values())


def compare_uses(left: SlotUse, right: SlotUse, weights: TermWeights) -> Likeness | None:
    """The likeness of two slots, or None where they cannot be one question: other kind, noun, or "first" and "last"."""
    if left.kind is not right.kind or not _can_be_one(left, right):
        return None
    if left.sequence and right.sequence and not left.sequence & right.sequence:
        return None
    if left.fate and right.fate and left.fate != right.fate:
        return None
    if (left.rate and right.rate and left.rate != right.rate) or left.converted or right.converted:
        return None
    return Likeness(
        near=weights.overlap(left.near, right.near),
        around=weights.overlap(left.around, right.around),
        sentence=weights.overlap(left.sentence, right.sentence),
        verbs=_carriers(left, right),
        names=_jaccard(left.names, right.names),
        noun=_noun(left, right),
        days=_days(left, right),
        sequence=_sequence(left, right),
    )


def _can_be_one(left: SlotUse, right: SlotUse) -> bool:
    a, b = left.slot.value, right.slot.value
    if isinstance(a, Quantity) != isinstance(b, Quantity):
        return False
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return True
    return nouns_meet(a, b) if not (left.bearer or right.bearer) else bearers_meet(left, right)


def bearers_meet(left: SlotUse, right: SlotUse) -> bool:
    """Whether the same things are counted, once by way of another count: "27 leaders", "leaders of 20 countries"."""
    counted = [counted_class(use) for use in (left, right)]
    return None not in counted and counted[0] == counted[1]


def counted_class(use: SlotUse) -> str | None:
    """The class of what a number counts, by way of another count where there is one."""
    noun = use.slot.value.noun if isinstance(use.slot.value, Quantity) else None
    found = use.bearer or noun or use.measured
    return noun_class(found) if found else None


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.0


_CARRY_NO_DATE = frozenset(
    {"be", "have", "say", "rise", "drop", "include", "make", "take", "get", "go", "come", "become"}
)
"""Verbs so common, or so often said of figures, that sharing them dates nothing."""


def _carriers(left: SlotUse, right: SlotUse) -> float:
    """1 where both values hang on one verb, or both dates on one main verb; else half the share of common verbs."""
    idle = _CARRY_NO_DATE if left.kind is SlotKind.DATE else frozenset[str | None]()
    if left.carrier is not None and left.carrier == right.carrier and left.carrier not in idle:
        return 1.0
    if left.kind is SlotKind.DATE:
        verbs = [group_of(use.statement.predicate or "be") for use in (left, right)]
        if verbs[0] == verbs[1] and verbs[0] not in _CARRY_NO_DATE:
            return 1.0
    return _jaccard(left.verbs, right.verbs) / 2


def _noun(left: SlotUse, right: SlotUse) -> float:
    """1 for one noun or class of nouns, 0 for two, 0.5 where a side has none."""
    nouns = [counted_class(use) for use in (left, right)]
    if None in nouns:
        return 0.5
    return 1.0 if nouns[0] == nouns[1] else 0.0


def _days(left: SlotUse, right: SlotUse) -> float:
    if not left.days or not right.days or left.kind is SlotKind.DATE:
        return 0.5
    pairs = [(a, b) for a in left.days for b in right.days]
    return float(any((a.earliest, a.latest) == (b.earliest, b.latest) for a, b in pairs))


def _sequence(left: SlotUse, right: SlotUse) -> float:
    if left.sequence & right.sequence:
        return 1.0
    return 0.0 if left.sequence or right.sequence else 0.5


_WEIGHTS = {
    SlotKind.NUMBER: (
        -4.25,
        Likeness(near=3.0, around=2.0, sentence=1.0, verbs=1.0, names=0.5, noun=1.0, days=1.5, sequence=1.0),
    ),
    SlotKind.DATE: (
        -3.2,
        Likeness(near=3.0, around=2.0, sentence=1.0, verbs=1.0, names=0.5, noun=0.0, days=0.0, sequence=1.0),
    ),
    SlotKind.TIME: (
        -3.95,
        Likeness(near=3.0, around=2.0, sentence=1.0, verbs=1.0, names=0.5, noun=0.0, days=1.5, sequence=1.0),
    ),
}
"""Bias and weights, set by hand so that each can be read; a logistic fit on 25 judged pairs was no surer."""


_TELLING = (
    1.5  # equal figures of three digits or with a unit are one question in 9 of 10 development pairs that share a word
)


def is_telling(use: SlotUse) -> bool:
    """Whether a number is rare enough that meeting it twice says something: 276, 8.5 tonnes, not "two" or "a third"."""
    value = use.slot.value
    return isinstance(value, Quantity) and not value.ordinal and (value.unit is not None or (value.low or 0) >= 10)


def share_anchor(left: SlotUse, right: SlotUse) -> bool:
    """Whether two measures are fixed to one verb or one thing: "fell 12 feet", "fell 15ft"; "a 450-pound gorilla"."""
    return left.anchor is not None and left.anchor == right.anchor


def score_likeness(kind: SlotKind, likeness: Likeness, *, telling: bool = False) -> float:
    """How surely two slots are one question, 0..1: a logistic sum whose weights are readable above.

    `telling`: the values are equal and rare, or measures fixed to one word, which speaks for one question by itself.
    """
    bias, weights = _WEIGHTS[kind]
    total = bias + (_TELLING if telling else 0.0)
    for weight, part in zip(astuple(weights), astuple(likeness), strict=True):
        total += weight * part
    return 1 / (1 + math.exp(-total))
