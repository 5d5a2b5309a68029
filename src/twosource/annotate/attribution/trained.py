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
        found = sorted((edges.mend(_speech_of(text, found)) for found in reading.speech), key=_order)
        return [speech for speech in found if not _is_noun_of_another(speech, found)]


def _is_noun_of_another(speech: Speech, others: Sequence[Speech]) -> bool:
    """Whether a cue is the noun in the source of another that says the same: "Early [reports] said it was late"."""
    return any(
        other is not speech
        and other.content[0] == speech.content[0]
        and any(start <= speech.cue[0][0] < end for start, end in other.source)
        for other in others
        if speech.cue
    )


def _order(speech: Speech) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    return speech.cue, speech.content


def _speech_of(text: str, found: FoundSpeech) -> Speech:
    content, source = _without_hearer(text, found)
    source = tuple(part for part in _beside(text, found.cue, source) if not _DATELINE.match(_line_to(text, part)))
    source = () if _is_passive(text, found.cue, source) else _whole_source(text, source, (*found.cue, *content))
    cue, content = _in_one_paragraph(text, _whole_cue(text, found.cue), content)
    content, source = _with_apposition(text, content, source, cue)
    return Speech(cue=cue, content=content, source=source, stance=_stance(text, cue))


def _whole_source(text: str, source: tuple[Extent, ...], others: Sequence[Extent]) -> tuple[Extent, ...]:
    """A source with the noun or the name that the model cut off behind its article: "according to the [Harbour Board]".

    It goes on up to the other parts at most.
    """
    if not source or not _ARTICLE.fullmatch(text, *source[-1]):
        return source
    start, end = source[-1]
    noun = _NOUN.match(text, end, min((other[0] for other in others if other[0] >= end), default=len(text)))
    return (*source[:-1], (start, noun.end())) if noun else source


_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|our)", re.IGNORECASE)
_NOUN = re.compile(
    r"(?: [A-Z][\w’'&-]*)+(?: (?:of|for)(?: the)?(?: [A-Z][\w’'&-]*)+)*|(?: [a-z][\w’'-]*){1,3}(?=[,.;:\n]|$)"
)


def _whole_cue(text: str, cue: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """The cue with its verb, where the model stopped at the auxiliary: "having [accused]"."""
    if not cue or text[cue[-1][0] : cue[-1][1]].lower() not in load_grammar().auxiliaries:
        return cue
    verb = _NEXT_VERB.match(text, cue[-1][1])
    known = verb is not None and verb["verb"].lower() in load_cues().verbs
    return (*cue[:-1], (cue[-1][0], verb.end())) if verb is not None and known else cue


_NEXT_VERB = re.compile(r" (?P<verb>[A-Za-z]+)\b")


_DATELINE = re.compile(r"[A-Z][A-Z.,' -]*[A-Z](?: \([A-Z][\w ]*)?(?P<end>)(?:\)| \([A-Za-z ]+\))? ?[—–-]+ ")


def _line_to(text: str, part: Extent) -> str:
    """The line from a source that opens it on: "NEW YORK (AP) - The mayor"; empty where it does not."""
    opens = part[0] == 0 or text[part[0] - 1] == "\n"
    return text[part[0] : part[1] + _DATELINE_CHARS] if opens else ""


_DATELINE_CHARS = 30
_PASSIVE = re.compile(r"(?:believed|thought|said|reported|considered|known|understood|alleged)$")


def _is_passive(text: str, cue: Sequence[Extent], source: Sequence[Extent]) -> bool:
    """Whether a verb is said of what stands before it: "A car [believed] to be the thief's was found"."""
    if not cue or not source or not _PASSIVE.search(text, *cue[-1]):
        return False
    return source[-1][1] <= cue[0][0] and text.startswith((" to be ", " to have "), cue[-1][1])


def _in_one_paragraph(
    text: str, cue: tuple[Extent, ...], content: tuple[Extent, ...]
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """Cue and content in the paragraph of the cue's first word, where some of the content stands there.

    Lines of a list are no sentence. Quotations go on over paragraphs.
    """
    if not cue:
        return cue, content
    first, last = text.rfind("\n", 0, cue[0][0]) + 1, text.find("\n", cue[0][0])
    last = last if last >= 0 else len(text)
    here = tuple(part for part in content if first <= part[0] < last)
    if not here or len(here) == len(content) or any(_MARKED.search(text, *part) for part in content):
        return cue, content
    return tuple(part for part in cue if part[0] < last), here


_MARKED = re.compile(r"[\"“”]|(?<!\w)['‘]\w|''|``")


def _with_apposition(
    text: str, content: tuple[Extent, ...], source: tuple[Extent, ...], cue: Sequence[Extent]
) -> tuple[tuple[Extent, ...], tuple[Extent, ...]]:
    """Content and source where the model took who the speaker is for content: "The boy's uncle, Ann Roe, said"."""
    if len(content) == 1 or not source or not cue or cue[0][0] < source[-1][1]:
        return content, source
    first, (start, end) = content[0], source[0]
    named = text[start].isupper() and "," in text[end - 1 : end + 1] and text[first[1] : start] == ", "
    joined = named and _DESCRIPTION.match(text, *first)
    return (content[1:], ((first[0], end), *source[1:])) if joined else (content, source)


_DESCRIPTION = re.compile(r"(?:The|A|An|His|Her|Their|the|a|an|his|her|their) [\w’'-]+(?: [\w’'-]+){0,2},?$")


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
