"""An article that takes back a figure of its own: "an earlier version said 34 people; the correct figure is 43"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import value_text
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.compare_slots import Fit
from twosource.crosscheck.slots.decide import compare_values
from twosource.crosscheck.slots.moving import size_of
from twosource.crosscheck.slots.same_slot import counted_class
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Quantity, Reading, ReadingOf
from twosource.text.cued import Cued
from twosource.text.terms import group_of

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
_PART_OF = re.compile(r"\binclud(?:es?|ed|ing)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    rf"\b(?:rather than|instead of|compared (?:with|to)|from) (?:an? |the )?{_BEFORE}\b", re.IGNORECASE
)
_FIRST = r"(?:initially|originally|at first|previously)"
_PUT_BEFORE = Cued(
    re.compile(
        r"\b(?:earlier|early|initial|previous|preliminary) (?:\w+ )?"
        r"(?:reports?|estimates?|accounts?|figures?|counts?|tall(?:y|ies)) (?:had |have )?"
        r"(?:put|said|suggested|indicated|gave|stated|claimed|talked of|spoke of)\b"
        r"|\b(?:police|officials|authorities|investigators|deputies|it|they|which) (?:had )?"
        rf"{_FIRST} (?:said|reported|put|thought|believed|stated|estimated)\b"
        rf"|\b(?:was|were|had been) {_FIRST} (?:said|reported|put|thought|believed|stated)\b",
        re.IGNORECASE,
    ),
    ("earl", "initial", "previous", "preliminary ", "originally ", "at first "),
)
_FAR = 8  # 150 were reported at first where there were 1,000
_MOST_REPLACED = 15  # up to 100,000 were thought to be affected where 8,000 were
_SHARED = 1  # content words beside both figures; ages need none, for an article with one age taken back has one person
_REPLACED_CHARS = 240  # the longest way from "previously said" to the new figure in the development packs
_SAID_OUTRIGHT = 0.95  # a choice: the words say it, and only the reading of them can err
_TAKEN_BACK = Decision(ReadingOf.CORRECTION, "the article takes back its own figure")
_REPORTED_BEFORE = Decision(ReadingOf.CORRECTION, "the article says that earlier reports had another figure")
_SAID_ELSEWHERE = 0.75  # the right figure is chosen by its words; see the page on findings
_NEXT_CHARS = 3  # the right figure stands in the sentence behind the wrong one


def pair_corrections(uses: Sequence[SlotUse], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    """Each figure that an article takes back, beside the one that it puts in its place.

    Policy: the first must be said to have been wrong or to have been said before, and the next to be right or to be
    said later; nothing is inferred from two figures alone.
    """
    numbers = [u for u in uses if u.kind is SlotKind.NUMBER]
    yield from _put_before(numbers, readings)
    for wrong, right in pairwise(numbers):
        if wrong.article != right.article:
            continue
        said = _is_set_right(wrong, right) or _is_replaced(readings[wrong.article].article.text, wrong, right)
        comparison = compare_values(wrong, right) if said else None
        if comparison is not None and comparison.fit is not Fit.SAME:
            sides = [side_of_use(use, readings) for use in (wrong, right)]
            yield Pairing(slot="number", left=sides[0], right=sides[1], decision=_TAKEN_BACK, score=_SAID_OUTRIGHT)


def _put_before(numbers: Sequence[SlotUse], readings: Mapping[str, Reading]) -> Iterator[Pairing]:
    """Each figure of earlier reports beside the one figure of the same thing that the article gives elsewhere."""
    for wrong in numbers:
        if not _is_put_before(wrong):
            continue
        others = [u for u in numbers if u.article == wrong.article and _may_replace(u, wrong)]
        if len({value_text(u.slot.value) for u in others}) == 1:
            sides = [side_of_use(use, readings) for use in (wrong, others[0])]
            yield Pairing("number", sides[0], sides[1], _REPORTED_BEFORE, _SAID_ELSEWHERE)


def _is_put_before(use: SlotUse) -> bool:
    """Whether a figure stands behind "earlier reports had put it at" in its own statement."""
    said = _PUT_BEFORE.search(use.statement.span.quote)
    return said is not None and said.end() <= use.slot.span.start - use.statement.span.start


def _may_replace(use: SlotUse, wrong: SlotUse) -> bool:
    """Whether another statement gives another value of what an earlier figure was of."""
    apart = use.statement.id != wrong.statement.id and not _is_put_before(use)
    comparison = compare_values(wrong, use) if apart else None
    if comparison is None or comparison.fit is not Fit.DIFFERS or use.converted:
        return False
    if use.fate != wrong.fate or (use.fate is None and counted_class(use) == group_of("person")):
        return False
    return _is_within(use, wrong, _FAR) and (_is_age(wrong) or len(_beside(use) & _beside(wrong)) >= _SHARED)


def _is_within(use: SlotUse, wrong: SlotUse, times: float) -> bool:
    """Whether the two figures are so near that one may have been taken for the other."""
    sizes = [size_of(u.slot.value) for u in (use, wrong) if isinstance(u.slot.value, Quantity)]
    return len(sizes) == 2 and max(sizes) <= times * min(sizes)


def _is_age(use: SlotUse) -> bool:
    return isinstance(use.slot.value, Quantity) and use.slot.value.noun == "age"


def _beside(use: SlotUse) -> frozenset[str]:
    """The words that tell what a figure is of: those next to a count, all those of the clause around a measure."""
    counted = isinstance(use.slot.value, Quantity) and use.slot.value.unit is None
    return use.near if counted else use.around


def _is_replaced(text: str, wrong: SlotUse, right: SlotUse) -> bool:
    """Whether one figure was said before and the next later: "initially said to be 4, but later that he is 3"."""
    before = text[wrong.statement.span.start : wrong.slot.span.start]
    between = text[wrong.slot.span.end : right.slot.span.start]
    if _PART_OF.search(between) or _INSTEAD.search(before):
        return False
    if not _is_within(right, wrong, _MOST_REPLACED):
        return False
    near = 0 < len(between) <= _REPLACED_CHARS and "\n" not in between
    return near and _SAID_BEFORE.search(before) is not None and _SAID_LATER.search(between) is not None


def _is_set_right(wrong: SlotUse, right: SlotUse) -> bool:
    gap = right.statement.span.start - wrong.statement.span.end
    behind = 0 <= gap <= _NEXT_CHARS
    said_wrong = _TAKES_BACK.search(wrong.statement.span.quote) is not None
    return behind and said_wrong and _SETS_RIGHT.search(right.statement.span.quote) is not None
