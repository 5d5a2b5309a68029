"""Attributions by the news model, with what rules read inside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.lexicon_reader import load_cues
from twosource.annotate.attribution.protocol import Speech, SpeechFinder
from twosource.annotate.news_model import FoundSpeech, ModelReading
from twosource.model import Extent, Stance

_WORD = re.compile(r"[a-z]+")


class TrainedSpeech:
    """Finds who is said to say what with the model; the finder to pass to `annotate_attribution`.

    The model was taught that nobody speaks inside another's speech: what is reported inside a content is read by rules.
    """

    def __init__(self, read: Callable[[str], ModelReading], *, inside: SpeechFinder = find_speech) -> None:
        self._read = read
        self._inside = inside

    def __call__(self, text: str, /) -> Sequence[Speech]:
        """The attributions of `text`, outer ones and those inside them, in order of their cues."""
        outer = [_speech_of(text, found) for found in self._read(text).speech]
        inner = [speech for speech in self._inside(text) if any(_is_inside(speech, other) for other in outer)]
        return sorted([*outer, *inner], key=lambda speech: (speech.cue or speech.content, speech.content))


def _speech_of(text: str, found: FoundSpeech) -> Speech:
    return Speech(cue=found.cue, content=found.content, source=found.source, stance=_stance(text, found.cue))


def _stance(text: str, cue: Sequence[Extent]) -> Stance:
    """What the first word of a cue that has a stance makes of the content."""
    cues = load_cues()
    words = [word for start, end in cue for word in _WORD.findall(text[start:end].lower())]
    stances = [verb.stance for word in words if (verb := cues.verbs.get(word)) is not None]
    stances += [cues.stances[word] for word in words if word in cues.stances]
    return next((stance for stance in stances if stance is not Stance.SAID), Stance.SAID)


def _is_inside(speech: Speech, outer: Speech) -> bool:
    """Whether cue and content of one stand in the content of another, and are not most of it."""
    parts = [*speech.cue, *speech.content]
    return bool(speech.cue) and all(any(start <= s and e <= end for start, end in outer.content) for s, e in parts)
