"""Words as terms: one plain form for what reporters write in many ways."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from twosource.stories.background import load_background

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")
_CHUNKS_KEPT = 100_000  # about 25 MB
_AROUND = ".,;:!?()[]\"'“”‘’"
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")
_COMMON_SHARE = 0.1  # of the passages: 88 words, mostly of grammar
_OFTEN_LOWER = 3  # passages: a rarer word that stands capitalised is taken for a name


TITLE, LEAD, NAME, NUMBER = 1, 2, 4, 8
"""What a term is and where it stands, as bits."""


class Term(NamedTuple):
    """A word as stories are compared by it, marked `NAME`, `NUMBER` or 0."""

    form: str
    mark: int


def terms_of(chunks: Iterable[str]) -> list[Term]:
    """The terms of stretches without white space, in order: mostly one each, none for a word that any text may hold.

    Demonyms stand for their country and the words of a few common events (killed, dead, deaths) share one form, all
    from `terms.toml`: two reporters on one event choose different words for it.

    >>> [t.form for t in terms_of(["(Ukrainian", "the"])], terms_of(["killed,"]) == terms_of(["dead"])
    (['ukraine'], True)
    >>> terms_of(["12th-round"])
    [Term(form='12th', mark=8), Term(form='round', mark=0)]
    """
    known = _known_chunks()
    return list(chain.from_iterable(map(known.__getitem__, chunks)))


class _Chunks(dict[str, tuple[Term, ...]]):
    """The terms of every chunk met, because running text repeats itself; emptied when full, and never wrong."""

    def __missing__(self, chunk: str) -> tuple[Term, ...]:
        if len(self) >= _CHUNKS_KEPT:
            self.clear()
        self[chunk] = found = _read_chunk(chunk)
        return found


@cache
def _known_chunks() -> _Chunks:
    return _Chunks()


def _read_chunk(chunk: str) -> tuple[Term, ...]:
    bare = chunk.strip(_AROUND)
    found = [term_of(token) for token in ([bare] if bare.isalpha() else TOKEN.findall(chunk))]
    return tuple([term for term in found if term.mark or form_counts().get(term.form, 0) < common_from()])


def term_of(token: str) -> Term:
    """The term of one token, however common."""
    if token[0].isdigit():
        return Term(_ORDINAL.sub("th", token).replace(",", ""), NUMBER)
    word = plain_form(token)
    number = _number_words().get(word)
    if number is not None:
        return Term(number, NUMBER)
    table = load_background()
    is_name = token[0].isupper() and (table.counts.get(word, 0) < _OFTEN_LOWER or word in table.names)
    return Term(_shared_forms().get(word, word), NAME if is_name else 0)


@cache
def common_from() -> float:
    """Passages from which a word is too common to tell stories apart."""
    return load_background().passages * _COMMON_SHARE


def plain_form(token: str) -> str:
    """Lower case, without possessive and plural endings.

    >>> [plain_form(w) for w in ("Cities", "U.S.", "Reuters’", "boss", "Peskov's", "crisis")]
    ['city', 'us', 'reuter', 'boss', 'peskov', 'crisis']
    """
    word = token.lower().replace("’", "'").replace(".", "").strip("'").removesuffix("'s")
    if len(word) <= 3 or word[-1] != "s" or word[-2] in "sui":
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


@cache
def _shared_forms() -> Mapping[str, str]:
    """Word -> the form it shares, read from `terms.toml`."""
    tables = _tables()
    return {
        plain_form(word): form
        for table in ("places", "events")
        for form, words in tables[table].items()
        for word in words.split()
    }


@cache
def _number_words() -> Mapping[str, str]:
    return {word: number for number, words in _tables()["numbers"].items() for word in words.split()}


@cache
def form_counts() -> Mapping[str, int]:
    """Passages of the background that hold a form, the words that share it counted together."""
    counts = dict(load_background().counts)
    for word, form in (*_shared_forms().items(), *_number_words().items()):
        counts[form] = counts.get(form, 0) + load_background().counts.get(word, 0)
    return counts


@cache
def capitals() -> Mapping[str, str]:
    """Country -> its capital in plain form, where "the Ukrainian capital" is a common way to name the city.

    >>> capitals()["ukraine"], capitals()["venezuela"]
    ('kyiv', 'caraca')
    """
    return {country: plain_form(city) for country, city in _tables()["capitals"].items()}


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("twosource.stories").joinpath("terms.toml").read_text(encoding="utf-8"))
