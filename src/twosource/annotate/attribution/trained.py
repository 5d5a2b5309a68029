"""Attributions by the news model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from twosource.annotate.attribution.lexicon_reader import load_cues
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.news_model import FoundSpeech, ModelReading
from twosource.model import Extent, Stance

_WORD = re.compile(r"[a-z]+")


class TrainedSpeech:
    """Finds who is said to say what with the model; the finder to pass to `annotate_attribution`.

    The model was taught that nobody speaks inside another's speech: `annotate_attribution` reads by rules what is
    reported inside a content, and by whom.
    """

    def __init__(self, read: Callable[[str], ModelReading]) -> None:
        self._read = read

    def __call__(self, text: str, /) -> Sequence[Speech]:
        """The attributions of `text`, in order of their cues."""
        return sorted((_speech_of(text, found) for found in self._read(text).speech), key=_order)


def _order(speech: Speech) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    return speech.cue, speech.content


def _speech_of(text: str, found: FoundSpeech) -> Speech:
    return Speech(cue=found.cue, content=found.content, source=found.source, stance=_stance(text, found.cue))


def _stance(text: str, cue: Sequence[Extent]) -> Stance:
    """What the first word of a cue that has a stance makes of the content."""
    cues = load_cues()
    words = [word for start, end in cue for word in _WORD.findall(text[start:end].lower())]
    stances = [verb.stance for word in words if (verb := cues.verbs.get(word)) is not None]
    stances += [cues.stances[word] for word in words if word in cues.stances]
    return next((stance for stance in stances if stance is not Stance.SAID), Stance.SAID)
