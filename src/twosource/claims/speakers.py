"""Who says a stretch of an article, through every report of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Attribution, Extent, Span, Stance

_COVERED_SHARE = 0.5  # content spans leave out the cue and the name: half of the sentence is enough


@dataclass(frozen=True, slots=True)
class Speakers:
    """The chain of speakers, outermost first, with the innermost attribution and its stance."""

    chain: tuple[str, ...] = ()
    attribution: str | None = None
    stance: Stance | None = None
    content: tuple[Extent, ...] = ()
    frame: tuple[Extent, ...] = ()
    """Where sources and cues of the whole chain stand."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The attributions of an article, each with the range from the first to the last word of what is said."""

    by_id: dict[str, Attribution]
    reaches: tuple[tuple[int, int, Attribution], ...]

    @classmethod
    def of(cls, attributions: Sequence[Attribution]) -> Heard:
        """All that is said in an article; an attribution without content covers nothing."""
        told = (a for a in attributions if a.content)
        reaches = tuple((min(s.start for s in a.content), max(s.end for s in a.content), a) for a in told)
        return cls({a.id: a for a in attributions}, reaches)


def find_speakers(extent: Extent, heard: Heard) -> Speakers:
    """The speakers of the words at `extent`: the innermost attribution that covers at least half of them.

    Of two beside each other, the one whose speaker is known.

    Policy: a speaker that speaks for a body is named as the body: the body is the voice. An attribution whose speaker
    is not decided adds nobody to the chain, and the statement keeps its id: nobody reads it as the outlet's own.
    """
    near = (a for start, end, a in heard.reaches if start < extent[1] and extent[0] < end)
    inside = [a for a in near if _covered(extent, a) >= _COVERED_SHARE]
    if not inside:
        return Speakers()
    innermost = max(inside, key=lambda a: (_depth(a, heard.by_id), a.voice is not None, -_length(a), a.id))
    chain = _chain(innermost, heard.by_id)
    frame = tuple(s.extent for a in _line(innermost, heard.by_id) for s in (*a.source, *a.cue))
    return Speakers(tuple(dict.fromkeys(chain)), innermost.id, innermost.stance, _content(innermost), frame)


def _content(attribution: Attribution) -> tuple[Extent, ...]:
    return tuple(s.extent for s in attribution.content)


def _covered(extent: Extent, attribution: Attribution) -> float:
    inside = _overlap(extent, attribution.content)
    if not inside:
        return 0.0
    frame = _overlap(extent, attribution.cue) + _overlap(extent, attribution.source)
    return inside / max(1, extent[1] - extent[0] - frame)


def _overlap(extent: Extent, spans: Sequence[Span]) -> int:
    return sum(span.shared_with(extent) for span in spans)


def _length(attribution: Attribution) -> int:
    return sum(s.length for s in attribution.content)


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    return len(_line(attribution, by_id))


def _line(attribution: Attribution, by_id: dict[str, Attribution]) -> list[Attribution]:
    """The attribution and those it stands inside, innermost first; a loop ends it."""
    line = [attribution]
    while (above := by_id.get(line[-1].parent or "")) is not None and above not in line:
        line.append(above)
    return line


def _chain(attribution: Attribution, by_id: dict[str, Attribution]) -> list[str]:
    names = (a.speaks_for or a.voice for a in reversed(_line(attribution, by_id)))
    return [name for name in names if name]
