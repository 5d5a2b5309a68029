"""Slots: which of a statement's names, times and quantities answers which question."""

from __future__ import annotations

import re

from twosource.claims.predicates import Predicate
from twosource.model import EntityKind, EntityMention, Extent, Named, Reading, Slot, SlotName, Span

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|across|over|off|towards?)\s+(?:the\s+)?$", re.IGNORECASE
)
_LOOK_BACK_CHARS = 16  # the longest preposition of place with its article


def bind_slots(reading: Reading, extent: Extent, predicate: Predicate | None) -> tuple[Slot, ...]:
    """The slots of the statement at `extent`, in order of the text.

    Policy: a name before the verb is *who*, after it *whom*; a place after a preposition of place is *where*; events
    and other names are *what*. A time without a decided interval binds nothing. A number inside a time expression is
    no quantity.
    """
    text = reading.article.text
    times = [t for t in reading.times if _inside(t.span, extent)]
    slots = [_name_slot(text, e, predicate) for e in reading.entities if _inside(e.span, extent)]
    slots += [Slot(name=SlotName.WHEN, value=t.when, span=t.span) for t in times if t.when is not None]
    slots += [
        Slot(name=SlotName.HOW_MANY, value=q.value, span=q.span)
        for q in reading.quantities
        if _inside(q.span, extent) and not any(_inside(q.span, t.span.extent) for t in times)
    ]
    return tuple(sorted(slots, key=lambda s: (s.span.start, s.span.end, s.name)))


def _inside(span: Span, extent: Extent) -> bool:
    return extent[0] <= span.start and span.end <= extent[1]


def _name_slot(text: str, mention: EntityMention, predicate: Predicate | None) -> Slot:
    value = Named(name=mention.entity, kind=mention.kind)
    return Slot(name=_question(text, mention, predicate), value=value, span=mention.span)


def _question(text: str, mention: EntityMention, predicate: Predicate | None) -> SlotName:
    start = mention.span.start
    if mention.kind is EntityKind.PLACE and _PLACE_BEFORE.search(text, max(0, start - _LOOK_BACK_CHARS), start):
        return SlotName.WHERE
    if mention.kind in {EntityKind.EVENT, EntityKind.OTHER}:
        return SlotName.WHAT
    return SlotName.WHO if predicate is None or start < predicate.start else SlotName.WHOM
