"""Who says what in one article, in whose words, and inside whose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.annotate.attribution.examples import from_its_head
from twosource.annotate.attribution.find import find_speech
from twosource.annotate.attribution.floor import Voice
from twosource.annotate.attribution.lexicon_reader import load_cues
from twosource.annotate.attribution.nested import add_nested
from twosource.annotate.attribution.nesting import find_parents, first_place
from twosource.annotate.attribution.protocol import Speech, SpeechFinder
from twosource.annotate.attribution.telling import is_telling
from twosource.annotate.attribution.voices import resolve_voices
from twosource.model import Article, Attribution, Extent, Manner, Reading, Span, digest_of, span_of

_QUOTED = re.compile(r"[\"“«„]|''|``")
_WORD = re.compile(r"[a-z]+")
_CLOSING = ('"', "”", "»", "''", "’’")


def annotate_attribution(reading: Reading, *, finder: SpeechFinder = find_speech) -> tuple[Attribution, ...]:
    """Every attribution of an article, in order: source, cue, content, voice, manner, stance, hedges, nesting.

    Policy: content spans leave out cue and source and keep quotation marks; a source that is not named is empty; the
    voice is None where two speakers are left. `finder` may be a trained one; voices and nesting are the same for both,
    and where it reads one level only the rules add who is quoted inside a speech or around it.
    Never raises on any text, whatever its quotation marks.

    >>> from twosource.model import Article
    >>> article = Article(id="a", raw="r", text="The mayor said the bridge was safe.")
    >>> [(a.source[0].quote, a.content[0].quote, a.voice) for a in annotate_attribution(Reading(article=article))]
    [('The mayor', 'the bridge was safe', 'mayor')]
    """
    article = reading.article
    found = finder(article.text)
    chained = found if finder is find_speech else add_nested(article.text, found)
    telling = (from_its_head(article.text, speech) for speech in chained if is_telling(article.text, speech))
    speeches = sorted(telling, key=_order)
    voices = resolve_voices(article.text, reading.entities, speeches)
    ids = [_id(article, speech) for speech in speeches]
    parents = find_parents(speeches)
    return tuple(
        _attribution(article, speech, voice, (own, ids[parent] if parent is not None else None))
        for speech, voice, own, parent in zip(speeches, voices, ids, parents, strict=True)
    )


def _order(speech: Speech) -> tuple[int, int, tuple[Extent, ...]]:
    return (first_place(speech), -speech.content[-1][1], speech.content)


def _id(article: Article, speech: Speech) -> str:
    return digest_of("attribution", article.id, repr(speech.cue), repr(speech.content))


def _attribution(article: Article, speech: Speech, voice: Voice, ids: tuple[str, str | None]) -> Attribution:
    return Attribution(
        id=ids[0],
        article=article.id,
        cue=_spans(article, speech.cue),
        content=_spans(article, speech.content),
        source=_spans(article, speech.source),
        voice=voice.name,
        speaks_for=voice.speaks_for,
        manner=_manner(article.text, speech.content),
        stance=speech.stance,
        hedges=_hedges(article.text, speech),
        parent=ids[1],
    )


def _spans(article: Article, extents: Sequence[Extent]) -> tuple[Span, ...]:
    return tuple(span_of(article, start, end) for start, end in extents)


def _manner(text: str, content: Sequence[Extent]) -> Manner:
    parts = [text[start:end].strip() for start, end in content]
    if not any(_QUOTED.search(part) for part in parts):
        return Manner.INDIRECT
    whole = all(_QUOTED.match(part) and part.endswith(_CLOSING) for part in parts)
    return Manner.DIRECT if whole else Manner.MIXED


def _hedges(text: str, speech: Speech) -> tuple[str, ...]:
    """Hedging words of the cue and of what is not in quotation marks, in order, once each."""
    hedges = load_cues().hedges
    found: dict[str, None] = {}
    for start, end in sorted([*speech.cue, *speech.content]):
        if not _QUOTED.match(text[start:end]):
            found.update(dict.fromkeys(word for word in _WORD.findall(text, start, end) if word in hedges))
    return tuple(found)
