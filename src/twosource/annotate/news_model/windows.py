"""A text as the windows the model reads: whole paragraphs, with the place of every word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twosource.annotate.news_model.grid import find_grid
from twosource.annotate.news_model.pieces import CLS, SEP, PieceWord, Vocabulary
from twosource.model import Extent
from twosource.text.sentences import split_sentences

WINDOW = 256
"""The most pieces of a window, its two marks included: what the model was trained on."""
PACKED = 192
"""The most pieces of a window of several paragraphs."""


@dataclass(slots=True)
class Window:
    """One window. Word 0 is the opening mark, the root of every tree; it stands nowhere in the text."""

    pieces: list[int] = field(default_factory=lambda: [CLS])
    shapes: list[int] = field(default_factory=lambda: [0])
    words: list[int] = field(default_factory=lambda: [0])
    """The piece at which each word begins."""
    sentences: list[int] = field(default_factory=lambda: [-1])
    """The sentence each word belongs to, counted within the window."""
    places: list[Extent] = field(default_factory=lambda: [(-1, -1)])
    """Where each word stands in the text."""

    def __len__(self) -> int:
        return len(self.pieces) + 1

    def add(self, words: Sequence[PieceWord], sentence: int) -> None:
        """Adds the words of one sentence."""
        for pieces, shape, place in words:
            self.words.append(len(self.pieces))
            self.sentences.append(sentence)
            self.places.append(place)
            self.pieces += pieces
            self.shapes += [shape] * len(pieces)

    def divide(self) -> None:
        """Marks the end of a paragraph."""
        self.pieces.append(SEP)
        self.shapes.append(0)

    @property
    def count(self) -> int:
        """How many sentences it has."""
        return self.sentences[-1] + 1


Block = list[list[PieceWord]]
"""A paragraph, or as much of one as a window holds: sentences of words."""


def cut_windows(text: str, vocabulary: Vocabulary) -> list[Window]:
    """The windows of a text in order; every word of it stands in exactly one. Empty for a text without words."""
    return list(pack_blocks(cut_blocks(text, vocabulary)))


def cut_blocks(text: str, vocabulary: Vocabulary) -> list[Block]:
    """The paragraphs of a text, none longer than a window."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        found = [find_grid(text, s, e) for s, e in split_sentences(text, start, start + len(line))]
        blocks += _fitting([vocabulary.read(text, places) for places in found if places])
        start += len(line) + 1
    return blocks


def _fitting(sentences: Sequence[list[PieceWord]]) -> Iterator[Block]:
    block: Block = []
    used = 0
    for sentence in sentences:
        for words in _halves(sentence):
            size = _size(words)
            if block and used + size > WINDOW - 2:
                yield block
                block, used = [], 0
            block.append(words)
            used += size
    if block:
        yield block


def _halves(words: list[PieceWord]) -> Iterator[list[PieceWord]]:
    """A sentence longer than a window, cut in the middle as often as it takes."""
    if _size(words) <= WINDOW - 2:
        yield words
    else:
        middle = len(words) // 2
        yield from _halves(words[:middle])
        yield from _halves(words[middle:])


def _size(words: Sequence[PieceWord]) -> int:
    return sum(len(pieces) for pieces, _, _ in words)


def pack_blocks(blocks: Sequence[Block]) -> Iterator[Window]:
    """Windows of whole paragraphs in order, each as full as it gets, with a mark where one paragraph ends."""
    window = Window()
    for block in blocks:
        size = sum(_size(words) for words in block)
        if window.count and len(window) + size + 1 > PACKED:
            yield window
            window = Window()
        if window.count:
            window.divide()
        for words in block:
            window.add(words, window.count)
    if window.count:
        yield window


def window_of(words: Sequence[PieceWord]) -> Window:
    """The window of one sentence; raises `ValueError` where it fills more than one."""
    window = Window()
    window.add(words, 0)
    if len(window) > WINDOW:
        raise ValueError(f"a sentence of {len(window)} pieces, a window holds {WINDOW}; cut it before")
    return window
