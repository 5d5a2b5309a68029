"""How many of a kind are sent to one place: rescuers, diggers, firefighters, troops; the later report has more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.moving import size_of
from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Descent, Quantity, Reading, ReadingOf, text_of
from twosource.text.terms import group_of

_SENT = """
    rescuer firefighter excavator digger bulldozer truck lorry ambulance helicopter diver volunteer paramedic
    medic searcher crew dog boat tanker engine reinforcement responder
"""
_KINDS = {"digger": "excavator", "lorry": "truck", "medic": "paramedic", "responder": "rescuer", "searcher": "rescuer"}
_LEAST = 10  # smaller teams are many: the three divers who found him, the five who went home
_DAYS = 7
_REACH = 25  # dozens become hundreds, not thousands
_SENT_MORE = Decision(ReadingOf.UPDATE, "more of a kind at work in a later report")
_SCORE = 0.6


@cache
def _sent() -> dict[str, str]:
    """The class of each kind that is sent, and the kind that stands for it."""
    return {group_of(word): group_of(_KINDS.get(word, word)) for word in _SENT.split()}


def pair_deployed(
    uses: Iterable[SlotUse], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each two reports of which the later counts more of a kind at work.

    Policy: an article that gives two counts of a kind is left out, for one of them is a part; so are small teams, and
    a later report with fewer, which counts those of one place or hour.
    """
    kinds: dict[str, dict[str, list[SlotUse]]] = {}
    for use in uses:
        kind = _sent().get(counted_class(use) or "") if _is_count(use) else None
        if kind is not None:
            kinds.setdefault(kind, {}).setdefault(use.article, []).append(use)
    return [pairing for kind in sorted(kinds) for pairing in _growth(kinds[kind], readings, descents)]


def _is_count(use: SlotUse) -> bool:
    value = use.slot.value
    counted = isinstance(value, Quantity) and value.unit is None and not value.ordinal and use.reported is not None
    whole = not (use.partitive or use.included or use.added or use.fate)
    return counted and whole and isinstance(value, Quantity) and size_of(value) >= _LEAST


def _growth(
    told: Mapping[str, Sequence[SlotUse]], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each report beside each later one that counts more; of each two counts the nearest reports."""
    alone = [uses[0] for uses in told.values() if len({_size(u) for u in uses}) == 1]
    steps = [
        (one, two)
        for one, two in combinations(sorted(alone, key=lambda use: (str(use.reported), use.key)), 2)
        if text_of(one.article, descents) != text_of(two.article, descents) and _is_more(one, two)
    ]
    nearest: dict[tuple[float, float], tuple[SlotUse, SlotUse]] = {}
    for one, two in sorted(steps, key=_seconds_between):
        nearest.setdefault((_size(one), _size(two)), (one, two))
    return [_pairing(one, two, readings) for one, two in nearest.values()]


def _seconds_between(step: tuple[SlotUse, SlotUse]) -> float:
    one, two = (use.reported for use in step)
    return (two - one).total_seconds() if one is not None and two is not None else 0.0


def _pairing(one: SlotUse, two: SlotUse, readings: Mapping[str, Reading]) -> Pairing:
    left, right = (side_of_use(use, readings) for use in (one, two))
    return Pairing(slot="number", left=left, right=right, decision=_SENT_MORE, score=_SCORE)


def _size(use: SlotUse) -> float:
    return size_of(use.slot.value) if isinstance(use.slot.value, Quantity) else 0.0


def _is_more(one: SlotUse, two: SlotUse) -> bool:
    if one.reported is None or two.reported is None:
        return False
    later = one.reported < two.reported and (two.reported - one.reported).days <= _DAYS
    return later and _size(one) < _size(two) <= _size(one) * _REACH
