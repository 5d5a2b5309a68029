"""Where an attribution stands, and who it says is speaking."""

from __future__ import annotations

from twosource.model import Attribution, Extent


def extent_of(attribution: Attribution) -> Extent:
    """From the first to the last of speaker, cue and content; (0, 0) where it has none of them."""
    spans = (*attribution.content, *attribution.cue, *attribution.source)
    return (min(s.start for s in spans), max(s.end for s in spans)) if spans else (0, 0)


def speaker_of(attribution: Attribution) -> str:
    """The body spoken for, else the speaker, else the words for the speaker; empty where nobody is named."""
    return attribution.speaks_for or attribution.voice or " ".join(s.quote for s in attribution.source)
