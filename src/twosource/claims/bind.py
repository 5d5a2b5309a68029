"""Slots: which of a statement's names, times and quantities answers which question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.claims.ages import find_ages
from twosource.claims.elliptic import name_bare_numbers
from twosource.claims.mentions import Mentions
from twosource.claims.predicates import Predicate
from twosource.model import (
    Bound,
    EntityKind,
    EntityMention,
    Extent,
    Named,
    Quantity,
    QuantityMention,
    Reading,
    Slot,
    SlotName,
    Span,
    TimeMention,
    TimexType,
)

_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|from|to|into|around|outside|across|over|off|towards?)\s+(?:the\s+)?$", re.IGNORECASE
)
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])")
_UNITS = {
    ("", "Y"): "year",
    ("", "M"): "month",
    ("", "W"): "week",
    ("", "D"): "day",
    ("T", "H"): "hour",
    ("T", "M"): "minute",
    ("T", "S"): "second",
}
_BOUND_OF = {
    "MORE_THAN": Bound.AT_LEAST,
    "EQUAL_OR_MORE": Bound.AT_LEAST,
    "LESS_THAN": Bound.AT_MOST,
    "EQUAL_OR_LESS": Bound.AT_MOST,
    "APPROX": Bound.ABOUT,
}
_POINTS = re.compile(r"\s+(?:ago|later|after|before|earlier|since|prior)\b|[-\s]old\b")
_LOOK_BACK_CHARS = 16  # the longest preposition of place with its article


def bind_slots(reading: Reading, extent: Extent, predicate: Predicate | None, mentions: Mentions) -> tuple[Slot, ...]:
    """The slots of the statement at `extent`, in order of the text.

    Policy: a name before the verb is *who*, after it *whom*; a place after a preposition of place is *where*; events
    and other names are *what*. A time without a decided interval binds nothing. A number inside a time expression is
    no quantity.
    """
    text = reading.article.text
    times = mentions.times.inside(extent)
    numbers = name_bare_numbers(reading, extent, mentions.quantities.inside(extent))
    counted = [q for q in numbers if not _inside_any(q.span, times)]
    slots = [_name_slot(text, e, predicate) for e in mentions.names.inside(extent)]
    slots += [Slot(name=SlotName.WHEN, value=t.when, span=t.span) for t in times if t.when is not None]
    counted += [a for a in find_ages(reading.article, extent) if not _overlaps_any(a.span, counted)]
    slots += [Slot(name=SlotName.HOW_MANY, value=q.value, span=q.span) for q in counted]
    for mention in times:
        lasting = None if _overlaps_any(mention.span, counted) else _duration(text, mention)
        if lasting is not None:
            slots.append(Slot(name=SlotName.HOW_MANY, value=lasting, span=mention.span))
    return tuple(sorted(slots, key=lambda s: (s.span.start, s.span.end, s.name)))


def _inside_any(span: Span, mentions: Sequence[TimeMention]) -> bool:
    return any(_inside(span, m.span.extent) for m in mentions)


def _overlaps_any(span: Span, mentions: Sequence[QuantityMention]) -> bool:
    return any(span.start < m.span.end and m.span.start < span.end for m in mentions)


def _duration(text: str, mention: TimeMention) -> Quantity | None:
    """A stated length of time as a quantity ("50 minutes")."""
    points = _POINTS.match(text, mention.span.end)
    lasts = mention.type is TimexType.DURATION and mention.when is None and points is None
    found = _LENGTH.fullmatch(mention.value) if lasts else None
    if found is None:
        return None
    number = float(found["number"])
    unit = _UNITS[found["clock"] or "", found["unit"]]
    return Quantity(
        low=number,
        high=number,
        bound=_BOUND_OF.get(mention.mod or "", Bound.EXACT),
        unit=unit,
    )


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
