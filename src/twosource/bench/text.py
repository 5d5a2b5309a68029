"""Text mechanics: folding with an offset map, words, sentences, quotation marks."""

from __future__ import annotations

import importlib
import random

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


def prepare_fold(size: int) -> Work:
    """Folding with the offset map."""
    texts = make_texts(size)
    return lambda: sum(1 for text in texts if fold(text).text)


def prepare_words(size: int) -> Work:
    """Words with their places."""
    texts = make_texts(size)
    return lambda: sum(1 for text in texts if find_words(text))


def prepare_sentences(size: int) -> Work:
    """Sentences as ranges."""
    texts = make_texts(size)
    return lambda: sum(1 for text in texts if split_sentences(text))


def prepare_quotes(size: int) -> Work:
    """Quoted speech as ranges."""
    texts = make_texts(size)
    return lambda: sum(1 for text in texts if find_quotes(text) is not None)


def prepare_anyascii(size: int) -> Work:
    """Folding to ASCII, without the place of any character."""
    peer, texts = importlib.import_module("anyascii"), make_texts(size)
    return lambda: sum(1 for text in texts if peer.anyascii(text).lower())


def prepare_pysbd(size: int) -> Work:
    """Sentences with their places."""
    peer, texts = importlib.import_module("pysbd"), make_texts(size)
    segment = peer.Segmenter(language="en", clean=False, char_span=True).segment
    return lambda: sum(1 for text in texts if segment(text))


CASES = (
    Case(
        name="text/fold", what="fold with offset map", prepare=prepare_fold, sizes=(100, 1_000), unit_bytes=_TEXT_BYTES
    ),
    Case(
        name="text/fold by anyascii",
        what="folding without a map",
        prepare=prepare_anyascii,
        sizes=(100,),
        unit_bytes=_TEXT_BYTES,
        peer_of="text/fold",
        requires=("anyascii",),
    ),
    Case(
        name="text/words", what="words with places", prepare=prepare_words, sizes=(100, 1_000), unit_bytes=_TEXT_BYTES
    ),
    Case(
        name="text/sentences",
        what="sentences as ranges",
        prepare=prepare_sentences,
        sizes=(100, 1_000),
        unit_bytes=_TEXT_BYTES,
    ),
    Case(
        name="text/sentences by pysbd",
        what="sentences with places",
        prepare=prepare_pysbd,
        sizes=(100,),
        unit_bytes=_TEXT_BYTES,
        peer_of="text/sentences",
        requires=("pysbd",),
    ),
    Case(
        name="text/quotes",
        what="quoted speech as ranges",
        prepare=prepare_quotes,
        sizes=(100, 1_000),
        unit_bytes=_TEXT_BYTES,
    ),
)
