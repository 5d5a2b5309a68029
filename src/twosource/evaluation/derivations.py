"""Articles made from other articles in known ways, so that recall, alignment and direction can be measured.

Every derived article knows which of its words came from which words of its parent. Replaced words come from another
article, so that they are ordinary words of news.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from twosource.model import Extent
from twosource.text.sentences import split_sentences

_TOKEN = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?][\"”)]*$")
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


class Derivation(StrEnum):
    """What was done with the parent."""

    REFILED = "new headline and credit"
    CUT_50 = "cut to 50 %"
    CUT_30 = "cut to 30 %"
    BRIEF = "60-word brief"
    EMBEDDED_40 = "40 % of a longer piece"
    EMBEDDED_20 = "20 % of a longer piece"
    SHUFFLED = "paragraphs shuffled"
    REPLACED_5 = "5 % of words replaced"
    REPLACED_10 = "10 % of words replaced"
    REPLACED_20 = "20 % of words replaced"
    REPLACED_30 = "30 % of words replaced"
    REORDERED = "sentences reordered, 15 % of words replaced"


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the derived text, and its place in the parent where it came from there."""

    form: str
    source: Extent | None
    replaced: bool = False
    """Stands in the place of a word of the parent."""
    closing: str = " "
    """What follows the word."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived text, and for each of its words the range here, the range in the parent, and if it was replaced."""

    text: str
    words: tuple[tuple[Extent, Extent | None, bool], ...]


def derive(kind: Derivation, parent: str, other: str, draw: Random) -> Derived:
    """`parent` treated in this way; own words, where some are needed, are those of `other`.

    >>> made = derive(Derivation.BRIEF, "One two three. " * 40, "Own words here. " * 40, Random(1))
    >>> len(made.words), made.text[slice(*made.words[0][0])]
    (60, 'One')
    """
    return _join(_MAKERS[kind](parent, other, draw))


def _tokens(text: str, *, start: int = 0, end: int | None = None) -> list[Token]:
    stop = len(text) if end is None else end
    found = list(_TOKEN.finditer(text, start, stop))
    follows = [m.start() for m in found[1:]] + [stop]
    return [Token(m.group(), m.span(), closing=text[m.end() : f] or " ") for m, f in zip(found, follows, strict=True)]


def _own(text: str, count: int) -> list[Token]:
    """The first `count` words of `text`, as words that come from nowhere; repeated where it is too short."""
    words = [Token(t.form, None, closing=t.closing) for t in _tokens(text)]
    return (words * (count // max(1, len(words)) + 1))[:count] if words else []


def _join(tokens: Sequence[Token]) -> Derived:
    parts, words, at = [], [], 0
    for token in tokens:
        words.append(((at, at + len(token.form)), token.source, token.replaced))
        parts.append(token.form + token.closing)
        at += len(token.form) + len(token.closing)
    return Derived("".join(parts), tuple(words))


def _refiled(parent: str, other: str, draw: Random) -> list[Token]:
    headline = _own(other, draw.randint(6, 11))
    headline[-1] = Token(headline[-1].form, None, closing="\n\n")
    return headline + _tokens(parent)


def _cut(share: float) -> Callable[[str, str, Random], list[Token]]:
    def cut(parent: str, other: str, draw: Random) -> list[Token]:  # noqa: ARG001 - one shape for all makers
        words = _tokens(parent)
        return words[: int(len(words) * share)]

    return cut


def _brief(parent: str, other: str, draw: Random) -> list[Token]:  # noqa: ARG001 - one shape for all makers
    return _tokens(parent)[:60]


def _embedded(share: float) -> Callable[[str, str, Random], list[Token]]:
    def embed(parent: str, other: str, draw: Random) -> list[Token]:
        words = _tokens(parent)
        own = _own(other, int(len(words) * (1 - share) / share))
        at = _end_of_sentence(own, draw.randint(0, len(own)))
        before, after = own[:at], own[at:]
        return [*before, *words, *after]

    return embed


def _end_of_sentence(words: Sequence[Token], at: int) -> int:
    """The next place from `at` on between two sentences and outside quotation marks: there one prints another's text.

    >>> words = [Token(form, None) for form in 'He left. "It rains. I am wet," he said. So what?'.split()]
    >>> [_end_of_sentence(words, at) for at in (0, 1, 4, 10)]
    [0, 2, 9, 11]
    """
    marks = 0
    for place, word in enumerate(words, start=1):
        marks += sum(word.form.count(mark) for mark in '"“”')
        if 0 < at <= place and marks % 2 == 0 and _SENTENCE_END.search(word.form):
            return place
    return len(words) if at else 0


def _shuffled(parent: str, other: str, draw: Random) -> list[Token]:  # noqa: ARG001 - one shape for all makers
    return _in_new_order(parent, _paragraphs(parent), draw, closing="\n\n")


def _replaced(share: float) -> Callable[[str, str, Random], list[Token]]:
    def replace(parent: str, other: str, draw: Random) -> list[Token]:
        return _with_replaced(_tokens(parent), other, share, draw)

    return replace


def _reordered(parent: str, other: str, draw: Random) -> list[Token]:
    words = _in_new_order(parent, split_sentences(parent), draw, closing=" ")
    return _with_replaced(words, other, 0.15, draw)


def _paragraphs(text: str) -> list[Extent]:
    bounds = [0, *(edge for m in _PARAGRAPH.finditer(text) for edge in m.span()), len(text)]
    return [(s, e) for s, e in zip(bounds[::2], bounds[1::2], strict=True) if text[s:e].strip()]


def _in_new_order(text: str, parts: list[Extent], draw: Random, *, closing: str) -> list[Token]:
    draw.shuffle(parts)
    words: list[Token] = []
    for start, end in parts:
        inside = _tokens(text, start=start, end=end)
        words += [*inside[:-1], Token(inside[-1].form, inside[-1].source, closing=closing)] if inside else []
    return words


def _with_replaced(words: list[Token], other: str, share: float, draw: Random) -> list[Token]:
    stock = other.split()
    return [
        Token(draw.choice(stock), w.source, replaced=True, closing=w.closing) if draw.random() < share else w
        for w in words
    ]


_MAKERS: dict[Derivation, Callable[[str, str, Random], list[Token]]] = {
    Derivation.REFILED: _refiled,
    Derivation.CUT_50: _cut(0.5),
    Derivation.CUT_30: _cut(0.3),
    Derivation.BRIEF: _brief,
    Derivation.EMBEDDED_40: _embedded(0.4),
    Derivation.EMBEDDED_20: _embedded(0.2),
    Derivation.SHUFFLED: _shuffled,
    Derivation.REPLACED_5: _replaced(0.05),
    Derivation.REPLACED_10: _replaced(0.10),
    Derivation.REPLACED_20: _replaced(0.20),
    Derivation.REPLACED_30: _replaced(0.30),
    Derivation.REORDERED: _reordered,
}
