"""Everybody who holds one side of a finding: a finding names one pair, the page names all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from twosource.dossier.dates import read_when
from twosource.dossier.page.desk import Desk
from twosource.dossier.sameness import COPY_OVERLAP, REWRITE_OVERLAP, overlap
from twosource.model import Quantity, Side, Slot, SlotName, Span, Statement, When, span_of

_SLOTS = {
    "number": SlotName.HOW_MANY,
    "date": SlotName.WHEN,
    "time": SlotName.WHEN,
    "place": SlotName.WHERE,
}


_VALUED = frozenset({"number", "person", "organisation", "place"})
"""Slots whose value stands in the words; "denied" is what the whole words do."""


@dataclass(frozen=True, kw_only=True)
class Holder:
    """One place where the value of a side stands, as narrow as it is known."""

    statement: str
    span: Span
    voice: str | None


def find_holders(side: Side, slot: str, desk: Desk) -> tuple[Holder, ...]:
    """The side itself, then every statement of the story that binds the same value in nearly the same words.

    Policy: an article is counted for a side only where its own words bind the value; a copy that cut the sentence
    holds nothing. What is asserted or denied binds no slot: there the statements of one claim with one polarity do.
    """
    statement = desk.statements.get(side.statement)
    own = _bound_slot(statement, side, slot) if statement else None
    span = _narrow(own.span, side.span) if own else _narrow_to_value(side, slot, desk)
    first = Holder(statement=side.statement, span=span, voice=side.voice)
    if statement is None:
        return (first,)
    others = _same_polarity(statement, desk) if slot == "polarity" else _same_value(statement, own, desk)
    return (first, *others)


def _narrow(inner: Span, outer: Span) -> Span:
    return inner if outer.start <= inner.start and inner.end <= outer.end else outer


def _narrow_to_value(side: Side, slot: str, desk: Desk) -> Span:
    """The only words of a side that give its value: a name as it is spelled, or a quantity; the side where none do."""
    article = desk.readings[side.span.article].article if side.span.article in desk.readings else None
    if article is None or slot not in _VALUED:
        return side.span
    written = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(side.value)}(?!\w)", side.span.quote)]
    if side.value and len(written) == 1:
        start = side.span.start + written[0]
        return span_of(article, start, start + len(side.value))
    inside = [m for m in desk.readings[article.id].quantities if _narrow(m.span, side.span) is m.span]
    fitting = [m.span for m in inside if _counts(m.value, side.value)]
    return fitting[0] if len(fitting) == 1 else side.span


def _bound_slot(statement: Statement, side: Side, slot: str) -> Slot | None:
    """The slot of the statement that the side speaks of, None where it cannot be told."""
    wanted = [s for s in statement.slots if s.name is _SLOTS.get(slot) and _shows(s, side.value)]
    return wanted[0] if len(wanted) == 1 else None


def _shows(slot: Slot, value: str) -> bool:
    if isinstance(slot.value, When):
        shown = read_when(value)
        return shown is not None and _same_time(slot.value, shown)
    if isinstance(slot.value, Quantity):
        return _counts(slot.value, value)
    return slot.value.name == value


def _counts(quantity: Quantity, value: str) -> bool:
    """Whether a value in words gives either end of a quantity."""
    bound = {f"{n:g}" for n in (quantity.low, quantity.high) if n is not None}
    return bool(bound & {word.rstrip("%").replace(",", "") for word in value.replace("-", " ").split()})


def _same_value(statement: Statement, own: Slot | None, desk: Desk) -> Iterator[Holder]:
    words = desk.content_of(statement)
    for other in desk.statements.values():
        match = next((s for s in other.slots if own and s.name is own.name and _equal(s, own)), None)
        if other.id == statement.id or (own is not None and match is None):
            continue
        if overlap(words, desk.content_of(other)) >= (REWRITE_OVERLAP if match else COPY_OVERLAP):
            yield _holder_of(other, match.span if match else other.span)


def _same_polarity(statement: Statement, desk: Desk) -> Iterator[Holder]:
    words, claim = desk.content_of(statement), desk.claim_of[statement.id]
    for other in desk.statements.values():
        one_claim = desk.claim_of[other.id] == claim and other.polarity is statement.polarity
        needed = REWRITE_OVERLAP if one_claim else COPY_OVERLAP
        if other.id != statement.id and overlap(words, desk.content_of(other)) >= needed:
            yield _holder_of(other, other.span)


def _holder_of(statement: Statement, span: Span) -> Holder:
    voice = statement.said_by[-1] if statement.said_by else None
    return Holder(statement=statement.id, span=span, voice=voice)


def _equal(a: Slot, b: Slot) -> bool:
    if isinstance(a.value, When) and isinstance(b.value, When):
        return _same_time(a.value, b.value)
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return replace(a.value, scope=()) == replace(b.value, scope=())
    return a.value == b.value


def _same_time(a: When, b: When) -> bool:
    return (a.earliest, a.latest, a.clock) == (b.earliest, b.latest, b.clock)
