"""Who says what: direct, indirect and mixed speech by the news model or by rules, with voices across sentences."""

from __future__ import annotations

from twosource.annotate.attribution.annotate import annotate_attribution
from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.protocol import Speech, SpeechFinder
from twosource.annotate.attribution.trained import TrainedSpeech

__all__ = ["Speech", "SpeechFinder", "TrainedSpeech", "annotate_attribution", "find_speech"]
