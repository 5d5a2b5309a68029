"""Attributions by the news model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from twosource.annotate.attribution.edges import Edges
from twosource.annotate.attribution.lexicon_reader import load_cues, load_grammar
from twosource.annotate.attribution.protocol import Speech
from twosource.annotate.news_model import FoundSpeech, ModelReading
from twosource.model import Extent, Stance

_WORD = re.compile(r"[a-z]+")
_TOLD = re.compile(r"\b(?:told|tells?)$")


class TrainedSpeech:
    """Finds who is said to say what with the model; the finder to pass to `annotate_attribution`.

    The model was taught that nobody speaks inside another's speech: `annotate_attribution` reads by rules what is
    reported inside a content, and by whom.
    """

    def __init__(self, read: Callable[[str], ModelReading]) -> None:
        self._read = read

    def __call__(self, text: str, /) -> Sequence[Speech]:
        """The attributions of `text`, in order of their cues; no content ends in mid phrase."""
        reading = self._read(text)
        edges = Edges(text, [name.place for name in reading.names])
        return sorted((edges.mend(_speech_of(text, found)) for found in reading.speech), key=_order)


def _order(speech: Speech) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    return speech.cue, speech.content


def _speech_of(text: str, found: FoundSpeech) -> Speech:
    content, source = _without_hearer(text, found)
    source = _beside(text, found.cue, source)
    cue = _whole_cue(text, found.cue)
    return Speech(cue=cue, content=content, source=source, stance=_stance(text, cue))


def _whole_cue(text: str, cue: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """The cue with its verb, where the model stopped at the auxiliary: "having [accused]"."""
    if not cue or text[cue[-1][0] : cue[-1][1]].lower() not in load_grammar().auxiliaries:
        return cue
    verb = _NEXT_VERB.match(text, cue[-1][1])
    known = verb is not None and verb["verb"].lower() in load_cues().verbs
    return (*cue[:-1], (cue[-1][0], verb.end())) if verb is not None and known else cue


_NEXT_VERB = re.compile(r" (?P<verb>[A-Za-z]+)\b")


def _beside(text: str, cue: Sequence[Extent], source: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """The source without what stands in another paragraph than the cue, where some of it stands in the cue's own.

    A byline under a headline speaks as little as a name in the next paragraph.
    """
    here = tuple(
        part for part in source if not any("\n" in text[min(part[0], start) : max(part[1], end)] for start, end in cue)
    )
    return here or source


def _without_hearer(text: str, found: FoundSpeech) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """Content and source where the model took who is told for who tells: "Two clerks told the Post that ...".

    Who stands right behind "told" hears it, and what was taken for content before it says it.
    """
    if not (found.cue and found.source) or not _TOLD.search(text, *found.cue[-1]):
        return found.content, found.source
    begin, end = found.cue[0][0], found.cue[-1][1]
    before = tuple(part for part in found.content if part[1] <= begin)
    after = tuple(part for part in found.content if part[0] >= end)
    heard = not text[end : found.source[0][0]].strip() and found.source[0][0] >= end
    return (after, before) if heard and before and after else (found.content, found.source)


def _stance(text: str, cue: Sequence[Extent]) -> Stance:
    """What the first word of a cue that has a stance makes of the content."""
    cues = load_cues()
    words = [word for start, end in cue for word in _WORD.findall(text[start:end].lower())]
    stances = [verb.stance for word in words if (verb := cues.verbs.get(word)) is not None]
    stances += [cues.stances[word] for word in words if word in cues.stances]
    return next((stance for stance in stances if stance is not Stance.SAID), Stance.SAID)
