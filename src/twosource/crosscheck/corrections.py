"""An article that takes back a figure of its own: "an earlier version said 34 people; the correct figure is 43"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.crosscheck.compare_slots import Fit
from twosource.crosscheck.decide import Decision, compare_values
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slot_use import SlotKind, SlotUse
from twosource.model import Reading, ReadingOf

_TAKES_BACK = re.compile(
    r"\b(?:earlier version|previous version|originally (?:said|stated)|incorrectly|misstated|correction)\b",
    re.IGNORECASE,
)
_SETS_RIGHT = re.compile(
    r"\b(?:correct|right|actual|true) (?:figure|number|count|total|age|sum) (?:is|was)\b", re.IGNORECASE
)
_BEFORE = r"(?:initially|previously|originally|earlier|at first)"
_SAID = r"(?:said|reported|put|estimated|thought|believed|announced|stated|disclosed)"
_SAID_BEFORE = re.compile(rf"\b{_BEFORE}\b[^.]{{0,40}}\b{_SAID}\b|\b{_SAID} {_BEFORE}\b", re.IGNORECASE)
_SAID_LATER = re.compile(
    r"\b(?:later|now|since|only|actually|in fact|revised|updated|newer|instead|it said|completed)\b", re.IGNORECASE
)
_REPLACED_CHARS = 240  # the longest way from "previously said" to the new figure in the development packs
_SAID_OUTRIGHT = 0.95  # a choice: the words say it, and only the reading of them can err
_TAKEN_BACK = Decision(ReadingOf.CORRECTION, "the article takes back its own figure")
_NEXT_CHARS = 3  # the right figure stands in the sentence behind the wrong one


def pair_corrections(uses: Sequence[SlotUse], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    """Each figure that an article takes back, beside the one that it puts in its place.

    Policy: the first must be said to have been wrong or to have been said before, and the next to be right or to be
    said later; nothing is inferred from two figures alone.
    """
    numbers = [u for u in uses if u.kind is SlotKind.NUMBER]
    for wrong, right in pairwise(numbers):
        if wrong.article != right.article:
            continue
        said = _is_set_right(wrong, right) or _is_replaced(readings[wrong.article].article.text, wrong, right)
        comparison = compare_values(wrong, right) if said else None
        if comparison is not None and comparison.fit is not Fit.SAME:
            sides = [side_of_use(use, readings) for use in (wrong, right)]
            yield Pairing(slot="number", left=sides[0], right=sides[1], decision=_TAKEN_BACK, score=_SAID_OUTRIGHT)


def _is_replaced(text: str, wrong: SlotUse, right: SlotUse) -> bool:
    """Whether one figure was said before and the next later: "initially said to be 4, but later that he is 3"."""
    before = text[wrong.statement.span.start : wrong.slot.span.start]
    between = text[wrong.slot.span.end : right.slot.span.start]
    near = 0 < len(between) <= _REPLACED_CHARS and "\n" not in between
    return near and _SAID_BEFORE.search(before) is not None and _SAID_LATER.search(between) is not None


def _is_set_right(wrong: SlotUse, right: SlotUse) -> bool:
    gap = right.statement.span.start - wrong.statement.span.end
    behind = 0 <= gap <= _NEXT_CHARS
    said_wrong = _TAKES_BACK.search(wrong.statement.span.quote) is not None
    return behind and said_wrong and _SETS_RIGHT.search(right.statement.span.quote) is not None
