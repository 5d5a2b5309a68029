"""The two sides of a finding, made from whatever was bound, and the finding made from two sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import quote_around, quote_of, value_text
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Descent, Extent, Finding, Reading, Side, Span, Statement, digest_of, text_of


@dataclass(frozen=True)
class Pairing:
    """Two sides, what they are to each other, and how sure the pairing is."""

    slot: str
    left: Side
    right: Side
    decision: Decision
    score: float


def side_of(reading: Reading, statement: Statement, span: Span, value: str) -> Side:
    """A side as it stands in its article; its claim is named later, when claims have ids."""
    published = reading.article.published
    return Side(
        span=span,
        value=value,
        statement=statement.id,
        voice=statement.said_by[-1] if statement.said_by else None,
        reported=published.day if published else None,
    )


def side_at(statement: Statement, extent: Extent, readings: Mapping[str, Reading], value: str) -> Side:
    """Words of the article of a statement as a side, cut to their beginning where they are many."""
    reading = readings[statement.span.article]
    return side_of(reading, statement, quote_around(reading.article, extent, (extent[0], extent[0] + 1)), value)


def when_reported(side: Side) -> tuple[bool, str, str, int]:
    """Order by day of publication, then by place; undated sides are last."""
    return (side.reported is None, str(side.reported), side.span.article, side.span.start)


def is_one_text(left: Side, right: Side, descents: Mapping[str, Descent]) -> bool:
    """Whether two sides stand in two articles of one text."""
    one, two = left.span.article, right.span.article
    return one != two and text_of(one, descents) == text_of(two, descents)


def side_of_use(use: SlotUse, readings: Mapping[str, Reading]) -> Side:
    """A bound number or time as a side: the clause that carries it, and its value in normal form."""
    reading = readings[use.article]
    return side_of(reading, use.statement, quote_of(reading.article, use), value_text(use.slot.value))


def finding_of(story: str, pairing: Pairing) -> Finding:
    """The finding of a pairing; its id rests on the places and values, not on the order in which it was found."""
    left, right = pairing.left, pairing.right
    ends = [f"{s.span.article}:{s.span.start}-{s.span.end}" for s in (left, right)]
    return Finding(
        id=digest_of("finding", story, pairing.slot, *ends, left.value, right.value),
        story=story,
        reading=pairing.decision.reading,
        slot=pairing.slot,
        left=left,
        right=right,
        rule=pairing.decision.rule,
        score=round(pairing.score, 4),
        within_article=left.span.article == right.span.article,
    )
