"""The news model: every layer of `annotate` on invented news, the model alone, and two peers beside."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from twosource.annotate.news_model import ModelOptions, load_reader
from twosource.bench.harness import Case, Command, Work
from twosource.bench.time import make_articles
from twosource.engine.reading import choose_processes, read_side_by_side
from twosource.model import Article, MediaType, Raw, Reading
from twosource.options import Options
from twosource.plan import Layer, plan_of

_CHARS_A_WORD = 5.32  # of `make_news`


def _articles(words: int) -> list[str]:
    return make_articles(int(words * _CHARS_A_WORD))


def _read_each(texts: Sequence[str], read: Callable[[str], object]) -> int:
    """The words of all texts, after each was read."""
    for text in texts:
        read(text)
    return sum(len(text.split()) for text in texts)


def prepare_annotate(words: int) -> Work:
    """All layers, with the model, on every core; the weights are loaded before."""
    model = ModelOptions(use=True)
    annotators = plan_of(Options(model=model), layers=tuple(Layer)).annotators
    load_reader(model.threads).read("A word.")

    def read(text: str) -> object:
        reading = Reading(article=Article(id="a", raw="a", text=text))
        for annotator in annotators:
            reading = annotator.add(reading)
        return reading

    texts = _articles(words)
    return lambda: _read_each(texts, read)


def prepare_cores(words: int) -> Work:
    """All layers of a corpus as the command line reads it, a process a core, with what it takes to start them."""
    texts = _articles(words)
    raws = [
        Raw(id=str(number), body=text.encode(), locators=(str(number),), media_type=MediaType.PLAIN)
        for number, text in enumerate(texts)
    ]
    options = Options()
    processes = choose_processes(len(raws), options=options)

    def work() -> int:
        found = read_side_by_side(raws, options=options, layers=tuple(Layer), processes=processes)
        return sum(len(reading.article.text.split()) for reading in found if isinstance(reading, Reading))

    return work


def prepare_model(words: int) -> Work:
    """The model alone: speech, names, syntax and vectors."""
    reader = load_reader(0)
    reader.read("A word.")
    texts = _articles(words)
    return lambda: _read_each(texts, reader.read)


def prepare_textacy(words: int) -> Work:
    """Direct quotations by textacy, which needs a parse: it is given the model's, made before the clock starts.

    An article with an odd number of marks it refuses with a `ValueError`; that counts as read.
    """
    find = importlib.import_module("textacy.extract").triples.direct_quotations
    texts = _articles(words)
    parsed = dict(zip(texts, map(_parse_of, texts), strict=True))

    def read(text: str) -> object:
        try:
            return list(find(parsed[text]))
        except ValueError:
            return None

    return lambda: _read_each(texts, read)


def _parse_of(text: str) -> object:
    """A text with the model's syntax as a document of spaCy."""
    vocabulary = importlib.import_module("spacy").blank("en").vocab
    parts: dict[str, list[Any]] = {name: [] for name in ("words", "spaces", "pos", "lemmas", "heads", "deps")}
    for sentence in load_reader(0).read(text).syntax:
        first = len(parts["words"])
        parts["words"] += [text[start:end] for start, end in sentence.places]
        parts["spaces"] += [text[end : end + 1].isspace() for _, end in sentence.places]
        parts["pos"] += sentence.upos
        parts["lemmas"] += sentence.lemmas
        parts["heads"] += [first + (at if head < 0 else head) for at, head in enumerate(sentence.heads)]
        parts["deps"] += ["ROOT" if relation == "root" else relation for relation in sentence.relations]
    return importlib.import_module("spacy.tokens").Doc(vocabulary, **parts)


def prepare_spacy(words: int) -> Work:
    """Words and sentences by spaCy's blank pipeline: no names, no trees."""
    pipeline = importlib.import_module("spacy").blank("en")
    pipeline.add_pipe("sentencizer")
    texts = _articles(words)
    return lambda: _read_each(texts, pipeline)


_case = partial(Case, unit="words", unit_bytes=_CHARS_A_WORD)

CASES: tuple[Case | Command, ...] = (
    _case(
        name="news_model/annotate",
        what="all layers of annotate, articles of 3,000 characters",
        prepare=prepare_annotate,
        sizes=(5_000, 20_000),
    ),
    _case(
        name="news_model/cores",
        what="all layers of a corpus, a process a core; words by the clock are words / wall s",
        prepare=prepare_cores,
        sizes=(200_000,),
    ),
    _case(name="news_model/model", what="the model alone", prepare=prepare_model, sizes=(5_000, 20_000)),
    _case(
        name="news_model/spaCy blank",
        what="words and sentences only",
        prepare=prepare_spacy,
        sizes=(20_000,),
        peer_of="news_model/annotate",
        requires=("spacy",),
    ),
    _case(
        name="news_model/textacy",
        what="direct quotations only, given a parse",
        prepare=prepare_textacy,
        sizes=(20_000,),
        peer_of="news_model/annotate",
        requires=("textacy", "spacy"),
    ),
)
