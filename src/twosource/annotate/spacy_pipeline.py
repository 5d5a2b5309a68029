"""A reader's own spaCy pipeline in the place of the news model, for names and syntax."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from twosource.annotate.news_model import FoundName, ModelReading
from twosource.errors import ConfigError, ModelMissing
from twosource.model import EntityKind, Extent, ParsedSentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

_KINDS = {
    **dict.fromkeys(("PERSON", "PER"), EntityKind.PERSON),
    **dict.fromkeys(("ORG", "ORGANIZATION", "ORGANISATION"), EntityKind.ORGANISATION),
    **dict.fromkeys(("GPE", "LOC", "FAC", "LOCATION", "PLACE"), EntityKind.PLACE),
    "EVENT": EntityKind.EVENT,
}
_NO_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_PROBE = "A word."


class SpacyReader:
    """Reads texts with a spaCy pipeline: a `TextReader`.

    Names are its entities: labels of OntoNotes and of the usual sets of four become our kinds, dates and numbers are
    left to their rules, a label of its own becomes kind other. Syntax is its parse, in the classes and relations of
    its own scheme (spaCy's English pipelines do not use those of Universal Dependencies); a pipeline without a parser
    has none. Speech is not read. A text longer than the pipeline takes is read in parts that end with a line.
    """

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        probe = pipeline(_PROBE)
        self.finds_names: bool = probe.has_annotation("ENT_IOB")
        self.parses: bool = probe.has_annotation("DEP")
        self._read = lru_cache(maxsize=4)(self._read_all)  # several layers ask for the same text

    def __call__(self, text: str, /) -> ModelReading:
        """What the pipeline finds in a text."""
        return self._read(text)

    def _read_all(self, text: str) -> ModelReading:
        names: list[FoundName] = []
        syntax: list[ParsedSentence] = []
        whole = _HALF_PAIR.sub("\ufffd", text)  # half a surrogate pair is no text to spaCy
        for start, end in _parts(whole, self._pipeline.max_length):
            doc = self._pipeline(whole[start:end])
            names += _names(doc, start)
            syntax += _sentences(doc, start) if self.parses else ()
        return ModelReading(names=tuple(names), syntax=tuple(syntax))


def _parts(text: str, most_chars: int) -> Iterator[Extent]:
    """The text in parts of at most so many characters, cut behind a line where there is one."""
    start = 0
    while len(text) - start > most_chars:
        cut = text.rfind("\n", start, start + most_chars) + 1
        end = cut if cut > start else start + most_chars
        yield start, end
        start = end
    yield start, len(text)


def _names(doc: Doc, offset: int) -> Iterator[FoundName]:
    for entity in doc.ents:
        label = entity.label_.upper()
        if label not in _NO_NAMES and entity.text.strip():
            place = (offset + entity.start_char, offset + entity.end_char)
            yield FoundName(place, _KINDS.get(label, EntityKind.OTHER))


def _sentences(doc: Doc, offset: int) -> Iterator[ParsedSentence]:
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if words:
            yield _sentence(sentence, words, offset)


def _sentence(sentence: Span, words: list[Token], offset: int) -> ParsedSentence:
    at = {word.i: place for place, word in enumerate(words)}
    heads = [at.get(_head_of(word, sentence), -1) for word in words]
    root = heads.index(-1) if -1 in heads else 0
    return ParsedSentence(
        places=tuple((offset + word.idx, offset + word.idx + len(word)) for word in words),
        upos=tuple(word.pos_ or "X" for word in words),
        xpos=tuple(word.tag_ for word in words),
        lemmas=tuple(word.lemma_ or word.lower_ for word in words),
        heads=tuple(-1 if place == root else root if head < 0 else head for place, head in enumerate(heads)),
        relations=tuple("root" if place == root else word.dep_.lower() or "dep" for place, word in enumerate(words)),
    )


def _head_of(word: Token, sentence: Span) -> int:
    """The next word above that is no blank, by its place in the document; -1 where there is none in the sentence."""
    above = word.head
    while above.is_space and above.head.i != above.i:
        above = above.head
    inside = sentence.start <= above.i < sentence.end and not above.is_space
    return above.i if inside and above.i != word.i else -1


@cache
def load_spacy(name: str) -> SpacyReader:
    """The reader with an installed pipeline, or one in a folder; loaded once for a process.

    Raises `ModelMissing` where spaCy is not installed, `ConfigError` where there is no such pipeline, or it finds no
    names: that would pass for texts without names.
    """
    reader = SpacyReader(_loader()(name))
    if not reader.finds_names:
        message = "this spaCy pipeline finds no names: give one with `ner` or `entity_ruler`"
        raise ConfigError(message, option="model.spacy", given=name, allowed="a pipeline that sets entities")
    return reader


def _loader() -> Callable[[str], Language]:
    try:
        import spacy  # noqa: PLC0415 - loaded where a pipeline runs
    except ImportError as error:
        message = "spaCy is not installed: pip install twosource[spacy], or leave out spacy under [model]"
        raise ModelMissing(message, stage="spacy", record="spacy") from error

    def load(name: str) -> Language:
        try:
            return spacy.load(name)
        except OSError as error:
            allowed = "an installed spaCy pipeline, or a folder with one"
            raise ConfigError(str(error), option="model.spacy", given=name, allowed=allowed) from error

    return load


def read_with_spacy(name: str, text: str) -> ModelReading:
    """What the spaCy pipeline of this name finds in a text; it is loaded at the first call."""
    return load_spacy(name)(text)
