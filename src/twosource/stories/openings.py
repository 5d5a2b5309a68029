"""The texts that tell stories, and which words each story's texts hold: many stories read at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

import msgspec
import numpy as np

from twosource.model import Descent, Reading, text_of
from twosource.stories.chunks import Chunks, cut_chunks
from twosource.stories.profile import opening_of, title_of
from twosource.stories.runs import Ints, starts_of
from twosource.stories.wording import NOTHING, Wording

_OPENING_CHARS = 250  # of each text, against which headlines are held
_TELLINGS = 10  # texts that are looked at for label and terms: what a story is about is told from the start
_WORD_BITS = 32  # of a number that packs a story and a word
_WORD = (1 << _WORD_BITS) - 1


class Telling(msgspec.Struct, frozen=True, gc=False):
    """One text of a story, by its earliest copy: the copies that were printed of it say nothing more."""

    reading: Reading
    headline: str
    """At single spaces; "" where there is none."""
    opening: str
    """The first characters of the running text; "" for a text by itself, which is not opened."""


def find_tellings(members: Sequence[Reading], descents: Mapping[str, Descent]) -> list[Telling]:
    """The first texts of a story; `members` in order of publication."""
    texts: dict[str, Reading] = {}
    for reading in members:
        texts.setdefault(text_of(reading.article.id, descents), reading)
    if len(texts) == 1:
        return [Telling(reading, headline_of(reading), "") for reading in texts.values()]
    return [Telling(r, headline_of(r), opening_of(r, _OPENING_CHARS)) for r in islice(texts.values(), _TELLINGS)]


def headline_of(reading: Reading) -> str:
    """The headline at single spaces, "" where there is none."""
    return " ".join(title_of(reading).split())


class Held(NamedTuple):
    """The words in headlines and openings of some stories' texts: a line for each word of each story.

    Lines are in order of story, then word. A text by itself has none.
    """

    wording: Wording
    chunks: Chunks
    codes: Ints
    """Story and word of each line as one number."""
    texts: Ints
    """How many texts of the story hold the word."""
    starts: Ints
    """Where the pieces of each line start in `pieces`."""
    pieces: Ints
    """Which pieces say the word, in order of the texts."""

    @property
    def stories(self) -> Ints:
        """The story of each line."""
        return self.codes >> _WORD_BITS

    @property
    def words(self) -> Ints:
        """The word of each line."""
        return self.codes & _WORD

    def spell_first(self, lines: Sequence[int]) -> list[str]:
        """The words of these lines as each is first written."""
        return self.chunks.spell(self.pieces[self.starts[lines]])

    def spell(self, line: int) -> list[str]:
        """The word of a line as it is written at each of its places."""
        stop = self.starts[line + 1] if line + 1 < len(self.starts) else len(self.pieces)
        return self.chunks.spell(self.pieces[self.starts[line] : stop])

    def read(self, texts: Sequence[str]) -> tuple[Ints, Ints]:
        """Each word that these texts hold, once a text: which text, and the number of the word."""
        chunks = cut_chunks(texts)
        words = self.wording.read(chunks)
        said = words != NOTHING
        codes = np.unique((np.repeat(np.arange(len(texts)), chunks.sizes)[said] << _WORD_BITS) | words[said])
        return codes >> _WORD_BITS, codes & _WORD

    def count_texts(self, story: Ints, word: Ints) -> Ints:
        """How many texts of these stories hold these words."""
        if not len(self.codes):
            return np.zeros(len(word), dtype=np.int64)
        asked = (story << _WORD_BITS) | word
        line = np.minimum(np.searchsorted(self.codes, asked), len(self.codes) - 1)
        return np.where(self.codes[line] == asked, self.texts[line], 0)


def read_openings(stories: Sequence[Sequence[Telling]], wording: Wording) -> Held:
    """The words of the texts of these stories."""
    opened = [tellings if len(tellings) > 1 else () for tellings in stories]
    texts = [f"{t.headline}\n{t.opening}" for t in chain.from_iterable(opened)]
    story = np.repeat(np.arange(len(stories)), [len(tellings) for tellings in opened])
    chunks = cut_chunks(texts)
    words = wording.read(chunks)
    said = np.flatnonzero(words != NOTHING)
    text = np.repeat(np.arange(len(texts)), chunks.sizes)[said]
    bits = len(said).bit_length()
    packed = np.sort((((story[text] << _WORD_BITS) | words[said]) << bits) | np.arange(len(said)))
    codes, at = packed >> bits, packed & ((1 << bits) - 1)
    starts = starts_of(codes)
    holders = starts_of((codes << bits) | text[at])
    held = np.diff(np.searchsorted(holders, starts), append=len(holders))
    return Held(wording, chunks, codes[starts], held, starts, said[at])
