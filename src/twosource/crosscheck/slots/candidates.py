"""Which slots of a story are laid beside each other: values that can be compared, in clauses that share a word."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Descent, Quantity, When, text_of


def find_candidates(
    uses: Sequence[SlotUse], descents: Mapping[str, Descent], most: int
) -> Iterator[tuple[SlotUse, SlotUse]]:
    """Pairs of one kind that share a word of their clauses; within one article, or between two texts.

    Policy: a word in more than `most` slots of a kind brings no two of them together. No pair is left out that
    `compare_uses` and `compare_values` would have anything to say about.
    """
    holders: dict[tuple[str, str], list[int]] = {}
    for place, use in enumerate(uses):
        for term in use.around:
            holders.setdefault((use.kind.value, term), []).append(place)
    measures = [_measure_of(use) for use in uses]
    pairs: set[tuple[int, int]] = set()
    for places in holders.values():
        if 1 < len(places) <= most:
            pairs.update(_comparable(places, measures))
    texts = [text_of(use.article, descents) for use in uses]
    for i, j in sorted(pairs):
        if texts[i] != texts[j] or uses[i].article == uses[j].article:
            yield uses[i], uses[j]


def _comparable(places: Iterable[int], measures: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Every two of the places that have one measure."""
    blocks: dict[Hashable, list[int]] = {}
    for place in places:
        if measures[place] is not None:
            blocks.setdefault(measures[place], []).append(place)
    for block in blocks.values():
        yield from combinations(block, 2)


def _measure_of(use: SlotUse) -> Hashable:
    """What two values must have in common to be compared at all; None for a value that is compared with none."""
    value = use.slot.value
    if isinstance(value, When):
        return "time" if value.earliest is not None and value.latest is not None else None
    if use.converted or not isinstance(value, Quantity):
        return None
    if value.unit is not None:
        return ("measure", value.ordinal, measure_of(value.unit).dimension)
    counted = counted_class(use)
    return None if counted is None else ("count", value.ordinal, counted)
