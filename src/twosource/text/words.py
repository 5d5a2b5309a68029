"""Words and their places, in one form for every stage."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

# Plain letters first, which most words are and which are found fastest; letters with inner apostrophes, numbers with
# their separators, and what mixes both.
_WORD = re.compile(r"[a-z]+\b(?!')|[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|\w+")
_SENTENCE_CHARS = 600  # 999 of 1,000 sentences of 90 development articles are no longer
_LENGTHENED_BY_LOWERING = "İ"  # the only character with a longer lower-case form, which would shift every offset


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word: its lower-case form and its range in the text.

    Hundreds of thousands are kept at once, and looking into each took the garbage collector a quarter of the time in
    which a story is checked: it need not, for a word holds no other record.
    """

    form: str
    start: int
    end: int


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`, numbers whole, in order, with offsets in `text`.

    >>> [w.form for w in find_words("Putin’s 1,200 troops - 72-hour")]
    ["putin's", '1,200', 'troops', '72', 'hour']
    """
    stop = len(text) if end is None else end
    if start >= 0 and stop - start <= _SENTENCE_CHARS:
        return list(_words_at(text, start, stop))
    return _read_words(text, start, stop)


@lru_cache(maxsize=16_384)
def find_forms(text: str) -> tuple[str, ...]:
    """The forms of `find_words(text)`, where nobody asks for their places: in half the time.

    >>> find_forms("Putin’s 1,200 troops")
    ("putin's", '1,200', 'troops')
    """
    return tuple(_WORD.findall(_plain(text)))


@lru_cache(maxsize=16_384)
def _words_at(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of a stretch no longer than a sentence: each is asked for by a dozen rules, one after another."""
    return tuple(_read_words(text, start, end))


def _read_words(text: str, start: int, end: int) -> list[Word]:
    plain = _plain(text[start:end])
    places = [m.span() for m in _WORD.finditer(plain)]
    return [Word(plain[first:last], first + start, last + start) for first, last in places]


def _plain(text: str) -> str:
    """The same length in lower case, with plain apostrophes."""
    return text.replace("’", "'").replace(_LENGTHENED_BY_LOWERING, "I").lower()
