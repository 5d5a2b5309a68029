"""One text read by the model: speech, names, syntax and sentence vectors from one pass over its windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import numpy as np

from twosource.annotate.news_model.lemma import lemma_of
from twosource.annotate.news_model.options import ModelOptions
from twosource.annotate.news_model.pieces import Vocabulary
from twosource.annotate.news_model.reading import WIDTH, FoundName, FoundSpeech, ModelReading
from twosource.annotate.news_model.runner import Runner, Scores
from twosource.annotate.news_model.spans import find_spans
from twosource.annotate.news_model.speech import WordRange, read_speech
from twosource.annotate.news_model.trees import read_heads
from twosource.annotate.news_model.windows import Window, cut_windows, window_of
from twosource.model import EntityKind, Extent, ParsedSentence

_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.EVENT, EntityKind.OTHER)


class NewsReader:
    """Reads texts with the model; the last few texts are remembered, because several layers ask for the same one.

    The same text gives the same reading on any number of threads and in any order: windows are cut by the text alone
    and run one by one. Raises `ModelMissing` as `Runner` does.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._vocabulary = Vocabulary(runner.pieces)
        self.read = lru_cache(maxsize=4)(self._read)

    def _read(self, text: str) -> ModelReading:
        """What the model finds in a text; empty for a text without words."""
        windows = cut_windows(text, self._vocabulary)
        speech: list[FoundSpeech] = []
        names: list[FoundName] = []
        syntax: list[ParsedSentence] = []
        vectors = [np.zeros((0, WIDTH), dtype=np.float32)]
        for window, scores in zip(windows, self._runner.run(windows), strict=True):
            speech += _speech(window, scores)
            names += _names(window, scores)
            syntax += self._sentences(text, window, scores)
            vectors.append(scores.vectors)
        return ModelReading(tuple(speech), tuple(names), tuple(syntax), np.concatenate(vectors))

    def read_words(self, sentences: Sequence[Sequence[str]]) -> tuple[ParsedSentence, ...]:
        """The syntax of sentences that are cut into words already; `places` are those in the words joined by blanks.

        Each is read alone, so that its tree depends on no neighbour. Raises `ValueError` where one fills more than a
        window: a text is cut in such a place, words that are given are not.
        """
        text = "\n".join(" ".join(words) for words in sentences)
        windows, start = [], 0
        for words in sentences:
            places = []
            for word in words:
                places.append((start, start + len(word)))
                start += len(word) + 1
            windows.append(window_of(self._vocabulary.read(text, places)))
        scored = zip(windows, self._runner.run(windows), strict=True)
        return tuple(sentence for pair in scored for sentence in self._sentences(text, *pair))

    def _sentences(self, text: str, window: Window, scores: Scores) -> Iterator[ParsedSentence]:
        heads = read_heads(scores.arcs, window.sentences)
        first = 1
        for number in range(window.count):
            after = first + window.sentences[first:].count(number)
            yield self._sentence(text, window, scores, (heads, first, after))
            first = after

    def _sentence(
        self, text: str, window: Window, scores: Scores, part: tuple[Sequence[int], int, int]
    ) -> ParsedSentence:
        heads, first, after = part
        labels = self._runner.labels
        places = window.places[first:after]
        upos = tuple(labels.upos[at] for at in scores.upos[first:after].tolist())
        xpos = tuple(labels.xpos[at] for at in scores.xpos[first:after].tolist())
        forms = [text[start:end] for start, end in places]
        scripts = [labels.scripts[at] for at in scores.lemmas[first:after].tolist()]
        return ParsedSentence(
            places=tuple(places),
            upos=upos,
            xpos=xpos,
            lemmas=tuple(map(lemma_of, forms, scripts, upos, xpos)),
            heads=tuple(head - first if head else -1 for head in heads[first:after]),
            relations=tuple(labels.relations[at] for at in scores.relations[first:after].tolist()),
        )


def _speech(window: Window, scores: Scores) -> Iterator[FoundSpeech]:
    for found in read_speech(scores.tags, scores.links, window.sentences):
        yield FoundSpeech(*(_extents(window, part) for part in (found.cue, found.content, found.source)))


def _names(window: Window, scores: Scores) -> Iterator[FoundName]:
    for kind, first, after in find_spans(scores.names):
        yield FoundName((window.places[first][0], window.places[after - 1][1]), _KINDS[kind])


def _extents(window: Window, ranges: Sequence[WordRange]) -> tuple[Extent, ...]:
    return tuple((window.places[first][0], window.places[after - 1][1]) for first, after in sorted(ranges))


@cache
def load_reader(threads: int) -> NewsReader:
    """The reader with the shipped weights, loaded once for a process."""
    return NewsReader(Runner(threads=threads))


def read_with_model(options: ModelOptions, text: str) -> ModelReading:
    """What the shipped model finds in a text; the weights are loaded at the first call."""
    return load_reader(options.threads).read(text)
