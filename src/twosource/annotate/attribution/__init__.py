"""Who says what: direct, indirect and mixed speech by rules, with voices across sentences."""

from __future__ import annotations

from twosource.annotate.attribution.annotate import annotate_attribution
from twosource.annotate.attribution.protocol import Speech, SpeechFinder

__all__ = ["Speech", "SpeechFinder", "annotate_attribution"]
