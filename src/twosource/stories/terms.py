"""Words as terms: one plain form for what reporters write in many ways."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from twosource.stories.background import load_background

V = TypeVar("V")

TOKEN = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")
_KEPT = 100_000  # 20 MB: 20,000 articles of the recombined stream hold 53,000 tokens
_AROUND = ".,;:!?()[]\"'“”‘’"
_ORDINAL = re.compile(r"(?:st|nd|rd|th)$")
_COMMON_SHARE = 0.1  # of the passages: 88 words, mostly of grammar
_OFTEN_LOWER = 3  # passages: a rarer word that stands capitalised is taken for a name


TITLE, LEAD, NAME, NUMBER, ORDINAL, COUNTED, OPENING, PLACE = 1, 2, 4, 8, 16, 32, 64, 128
"""What a term is and where it stands, as bits.

`COUNTED` is what a number stands before, `OPENING` headline and first sentence, `PLACE` a name of where the event is.
"""


Term = tuple[str, int]
"""A word as stories are compared by it, and its mark: `NAME`, `NUMBER`, `NUMBER | ORDINAL` or 0. A bare tuple, because
many are kept and the collector passes over bare tuples."""


def terms_of(chunks: Iterable[str]) -> list[Term]:
    """The terms of stretches without white space, in order: mostly one each, none for a word that any text may hold.

    Demonyms stand for their country and the words of a few common events (killed, dead, deaths) share one form, all
    from `terms.toml`: two reporters on one event choose different words for it.

    >>> terms_of(["(Ukrainian", "the"]), terms_of(["killed,"]) == terms_of(["dead"])
    ([('ukraine', 4)], True)
    >>> terms_of(["12th-round"])
    [('12th', 24), ('round', 0)]
    """
    return list(chain.from_iterable(map(terms_in, chunks)))


def terms_in(chunk: str) -> list[Term]:
    """The terms of one stretch without white space."""
    token, known = bare_of(chunk), _known_tokens()
    if token is None:
        return list(filter(None, map(known.__getitem__, TOKEN.findall(chunk))))
    term = known[token]
    return [] if term is None else [term]


def names_of(chunks: Iterable[str]) -> list[str]:
    """The forms of the names of a text at white space, in order.

    >>> names_of(["The", "Olm-Brem", "talks,", "Brandt", "said"])
    ['olm', 'brem', 'brandt']
    """
    return " ".join(map(_known_names().__getitem__, chunks)).split()


class _Known(dict[str, V], Generic[V]):
    """What is read of every string met, because running text repeats itself; emptied when full, and never wrong."""

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, written: str) -> V:
        if len(self) >= _KEPT:
            self.clear()
        self[written] = found = self._read(written)
        return found


@cache
def _known_tokens() -> _Known[Term | None]:
    return _Known(_rare_term)


@cache
def _known_names() -> _Known[str]:
    return _Known(lambda chunk: " ".join([form for form, mark in terms_in(chunk) if mark & NAME]))


def bare_of(chunk: str) -> str | None:
    """One word without the marks around it; None for what is not that."""
    bare = chunk.strip(_AROUND)
    return bare if bare.isalpha() else None


def _rare_term(token: str) -> Term | None:
    """The term of one token, None for one that any text may hold."""
    if token[0].isdigit():
        return _number_term(_ORDINAL.sub("th", token).replace(",", ""))
    word, known = plain_form(token), _lexicon()
    number = known.numbers.get(word)
    if number is not None:
        return _number_term(number)
    is_name = token[0].isupper() and (known.passages.get(word, 0) < _OFTEN_LOWER or word in known.names)
    form = known.shared.get(word, word)
    if is_name:
        return (form, NAME)
    return (form, 0) if known.counts.get(form, 0) < known.common_from else None


def _number_term(form: str) -> Term:
    return (form, NUMBER | ORDINAL if form.endswith("th") else NUMBER)


def plain_form(token: str) -> str:
    """Lower case, without possessive and plural endings.

    >>> [plain_form(w) for w in ("Cities", "U.S.", "Reuters’", "boss", "Peskov's", "crisis")]
    ['city', 'us', 'reuter', 'boss', 'peskov', 'crisis']
    """
    word = token.lower()
    if not word.isalpha():
        word = word.replace("’", "'").replace(".", "").strip("'").removesuffix("'s")
    if len(word) <= 3 or word[-1] != "s" or word[-2] in "sui":
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]


class _Lexicon(NamedTuple):
    """What is known of words in plain form."""

    passages: Mapping[str, int]
    """Word -> passages of the background that hold it."""
    names: frozenset[str]
    numbers: Mapping[str, str]
    """Number word -> its number."""
    shared: Mapping[str, str]
    """Word -> the form it shares."""
    counts: Mapping[str, int]
    """Form -> passages that hold it, the words that share it counted together."""
    common_from: float
    """Passages from which a form is too common to tell stories apart."""


@cache
def _lexicon() -> _Lexicon:
    background, tables = load_background(), _tables()
    numbers = {word: number for number, words in tables["numbers"].items() for word in words.split()}
    shared = {
        plain_form(word): form
        for table in ("places", "events")
        for form, words in tables[table].items()
        for word in words.split()
    }
    counts = dict(background.counts)
    for word, form in (*shared.items(), *numbers.items()):
        counts[form] = counts.get(form, 0) + background.counts.get(word, 0)
    common_from = background.passages * _COMMON_SHARE
    return _Lexicon(background.counts, background.names, numbers, shared, counts, common_from)


def form_counts() -> Mapping[str, int]:
    """Passages of the background that hold a form, the words that share it counted together."""
    return _lexicon().counts


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
