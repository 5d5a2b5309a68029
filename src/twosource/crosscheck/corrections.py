"""An article that takes back a figure of its own: "an earlier version said 34 people; the correct figure is 43"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.crosscheck.compare_slots import Fit
from twosource.crosscheck.decide import Decision, compare_values
from twosource.crosscheck.sides import Pairing, side_of
from twosource.crosscheck.slot_use import SlotKind, SlotUse
from twosource.crosscheck.wording import quote_of, value_text
from twosource.model import Reading, ReadingOf, Side

_TAKES_BACK = re.compile(
    r"\b(?:earlier version|previous version|originally (?:said|stated)|incorrectly|misstated|correction)\b",
    re.IGNORECASE,
)
_SETS_RIGHT = re.compile(
    r"\b(?:correct|right|actual|true) (?:figure|number|count|total|age|sum) (?:is|was)\b", re.IGNORECASE
)
_NEXT_CHARS = 3  # the right figure stands in the sentence behind the wrong one


def pair_corrections(uses: Sequence[SlotUse], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    """Each figure that an article takes back, beside the one that it puts in its place.

    Policy: the first sentence must say that something was wrong and the next that this is right; nothing is inferred
    from two figures alone.
    """
    numbers = [u for u in uses if u.kind is SlotKind.NUMBER]
    for wrong, right in pairwise(numbers):
        if wrong.article == right.article and _is_set_right(wrong, right):
            comparison = compare_values(wrong, right)
            if comparison is not None and comparison.fit is not Fit.SAME:
                sides = _side(wrong, readings), _side(right, readings)
                decision = Decision(ReadingOf.CORRECTION, "the article takes back its own figure")
                yield Pairing(slot="number", left=sides[0], right=sides[1], decision=decision, score=0.95)


def _is_set_right(wrong: SlotUse, right: SlotUse) -> bool:
    gap = right.statement.span.start - wrong.statement.span.end
    behind = 0 <= gap <= _NEXT_CHARS
    said_wrong = _TAKES_BACK.search(wrong.statement.span.quote) is not None
    return behind and said_wrong and _SETS_RIGHT.search(right.statement.span.quote) is not None


def _side(use: SlotUse, readings: Mapping[str, Reading]) -> Side:
    reading = readings[use.article]
    return side_of(reading, use.statement, quote_of(reading.article, use), value_text(use.slot.value))
