"""What is mentioned in an article, in order, so that what stands in a statement is found without a look at the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from twosource.model import EntityMention, Extent, QuantityMention, Reading, Span, TimeMention


class _HasSpan(Protocol):
    @property
    def span(self) -> Span: ...


M = TypeVar("M", bound=_HasSpan)


@dataclass(frozen=True, slots=True)
class InOrder(Generic[M]):
    """Mentions of one kind by the place where they begin."""

    mentions: list[M]
    starts: list[int]

    @classmethod
    def of(cls, mentions: Iterable[M]) -> InOrder[M]:
        """The mentions in order of place; of those that begin at one place as they were."""
        ordered = sorted(mentions, key=lambda m: m.span.start)
        return cls(ordered, [m.span.start for m in ordered])

    def inside(self, extent: Extent) -> list[M]:
        """Those that stand in a range as a whole."""
        start, end = extent
        begin = bisect_left(self.starts, start)
        return [m for m in self.mentions[begin : bisect_left(self.starts, end, begin)] if m.span.end <= end]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The times, quantities and names of one article."""

    times: InOrder[TimeMention]
    quantities: InOrder[QuantityMention]
    names: InOrder[EntityMention]

    @classmethod
    def of(cls, reading: Reading) -> Mentions:
        """All that was read in an article."""
        return cls(InOrder.of(reading.times), InOrder.of(reading.quantities), InOrder.of(reading.entities))
