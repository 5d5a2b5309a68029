"""One time of day with morning and evening changed over: "at 12:03 a.m." and, elsewhere, "about 12:20 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Descent, Reading, ReadingOf, When, text_of

_HALF_A_DAY = 12 * 60  # minutes
_SAME_MINUTES = 20  # "around noon" and "12:20" are one moment told twice
_SHARED = 2  # content words next to both, such as a street and "shooting"
_HALF_TOLD = re.compile(r"[ap]\s?\.?\s?m\b|\bnoon\b|\bmidnight\b", re.IGNORECASE)
_STAMP = re.compile(r"\b(?:[ECMP][SD]?T|GMT|BST|IST|UTC|[Uu]pdated?|UPDATED?)\b")
_SLIP = Decision(ReadingOf.CONFLICT, "one time of day, before noon and after it")
_SCORE = 0.7  # 3 of 3 that were read, in two stories, are right


def pair_half_day_slips(
    uses: Iterable[SlotUse], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each two times of day of two articles that lie half a day apart and are told of in the same words.

    Policy: two words next to both must be the same, and neither article may have the other's time elsewhere. The time
    that an agency or a running report stamps on its lines is told of nothing, and a named zone may be another.
    """
    clocked = [u for u in uses if u.kind is SlotKind.TIME and _minutes(u) is not None and _is_told(u)]
    found: dict[tuple[str, str], Pairing] = {}
    for one, two in _half_a_day_apart(clocked):
        if text_of(one.article, descents) != text_of(two.article, descents):
            left, right = (side_of_use(use, readings) for use in sorted((one, two), key=_when_told))
            found.setdefault((left.value, right.value), Pairing("time", left, right, _SLIP, _SCORE))
    return list(found.values())


def _is_told(use: SlotUse) -> bool:
    return _HALF_TOLD.search(use.slot.span.quote) is not None and _STAMP.search(use.text) is None


def _half_a_day_apart(clocked: list[SlotUse]) -> Iterator[tuple[SlotUse, SlotUse]]:
    told: dict[str, list[int]] = {}
    for use in clocked:
        told.setdefault(use.article, []).append(_minutes(use) or 0)
    for one, two in combinations(clocked, 2):
        a, b = _minutes(one) or 0, _minutes(two) or 0
        if one.article == two.article or abs(abs(a - b) - _HALF_A_DAY) > _SAME_MINUTES:
            continue
        elsewhere = any(_is_near(a, c) for c in told[two.article]) or any(_is_near(b, c) for c in told[one.article])
        if not elsewhere and len(one.near & two.near) >= _SHARED:
            yield one, two


def _is_near(one: int, two: int) -> bool:
    return abs(one - two) <= _SAME_MINUTES


def _minutes(use: SlotUse) -> int | None:
    """From the first day of the calendar; None where the day or the hour is not known."""
    value = use.slot.value
    if not isinstance(value, When) or value.clock is None or value.earliest is None:
        return None
    return value.earliest.toordinal() * 2 * _HALF_A_DAY + value.clock.hour * 60 + value.clock.minute


def _when_told(use: SlotUse) -> tuple[bool, str, tuple[str, int, int, str]]:
    return (use.reported is None, str(use.reported), use.key)
