"""Text mechanics: folding with an offset map, words, sentences, quotation marks."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable
from functools import partial

from twosource.bench.harness import Case, Work
from twosource.text.normalise import fold
from twosource.text.quotes import find_quotes
from twosource.text.sentences import split_sentences
from twosource.text.words import find_words

_WORDS = (
    "the a of in to and said on for minister harbour council after before Tuesday 2024 1,200 “we” will not open—yet "
    "it’s Mr. Ørsted’s “plan”, he told reporters in São Paulo. Officials denied it; nobody was hurt!"
).split()
_TEXT_BYTES = 2_408.0  # of a text of `make_texts`, the mean of 1,000


def make_texts(size: int, *, words: int = 400) -> list[str]:
    """`size` invented texts of `words` words each, the same on every machine."""
    draw = random.Random(7)  # noqa: S311 - inputs, not secrets
    return [" ".join(draw.choices(_WORDS, k=words)) for _ in range(size)]


def _read_each(size: int, read: Callable[[str], object]) -> Work:
    texts = make_texts(size)

    def work() -> int:
        for text in texts:
            read(text)
        return len(texts)

    return work


def prepare_fold(size: int) -> Work:
    """Folding with the offset map."""
    return _read_each(size, fold)


def prepare_words(size: int) -> Work:
    """Words with their places."""
    return _read_each(size, find_words)


def prepare_sentences(size: int) -> Work:
    """Sentences as ranges."""
    return _read_each(size, split_sentences)


def prepare_quotes(size: int) -> Work:
    """Quoted speech as ranges."""
    return _read_each(size, find_quotes)


def prepare_anyascii(size: int) -> Work:
    """Folding to ASCII, without the place of any character."""
    peer = importlib.import_module("anyascii")
    return _read_each(size, lambda text: peer.anyascii(text).lower())


def prepare_pysbd(size: int) -> Work:
    """Sentences with their places."""
    peer = importlib.import_module("pysbd")
    return _read_each(size, peer.Segmenter(language="en", clean=False, char_span=True).segment)


_ours = partial(Case, sizes=(100, 1_000), unit_bytes=_TEXT_BYTES)
_peer = partial(Case, sizes=(100,), unit_bytes=_TEXT_BYTES)

CASES = (
    _ours(name="text/fold", what="fold with offset map", prepare=prepare_fold),
    _peer(
        name="text/fold by anyascii",
        what="folding without a map",
        prepare=prepare_anyascii,
        peer_of="text/fold",
        requires=("anyascii",),
    ),
    _ours(name="text/words", what="words with places", prepare=prepare_words),
    _ours(name="text/sentences", what="sentences as ranges", prepare=prepare_sentences),
    _peer(
        name="text/sentences by pysbd",
        what="sentences with places",
        prepare=prepare_pysbd,
        peer_of="text/sentences",
        requires=("pysbd",),
    ),
    _ours(name="text/quotes", what="quoted speech as ranges", prepare=prepare_quotes),
)
