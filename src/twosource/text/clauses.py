"""Where one clause ends and the next begins, by punctuation and by the words that open a clause."""

from __future__ import annotations

import re

from twosource.text.terms import lemma_of
from twosource.text.word_classes import VERBS
from twosource.text.words import find_words

_AUXILIARIES = frozenset(
    "is are was were be been has have had do does did will would shall should can could may might must".split()
)
_NEVER_FINITE = frozenset("being having said".split())
_BREAK = re.compile(
    r"[;:]\s+|\s[–—-]{1,2}\s"
    r"|,?\s+(?=(?:and|but|while|whereas|although|though|because|after|before|when|which|who|where|that)\s)"
    r"|,\s+(?=\S)"
)
_FAMILY_VERBS = frozenset(VERBS)
_MIN_WORDS = 4  # clauses shorter than this read as fragments when quoted


def split_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the sentence `text[start:end]`: trimmed ranges in order, each with a verb of its own.

    Policy: a piece without a verb, or of fewer than four words, belongs to the piece before it: a list, an apposition
    or a date after a comma is no clause.

    >>> text = "Xi arrived on May 8, the agency reported, while 27 leaders are expected, including two from Asia."
    >>> [text[s:e] for s, e in split_clauses(text, 0, len(text))]
    ['Xi arrived on May 8, the agency reported,', 'while 27 leaders are expected, including two from Asia.']
    """
    pieces: list[tuple[int, int]] = []
    begin = start
    for mark in [*_BREAK.finditer(text, start, end), None]:
        stop = mark.end() if mark else end
        if begin < stop:
            pieces.append((begin, stop))
        begin = stop
    return [_trim(text, s, e) for s, e in _join_fragments(text, pieces)]


def _join_fragments(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for piece in pieces:
        whole = _is_clause(text, *piece)
        if joined and not (whole and _is_clause(text, *joined[-1])):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    return joined


def _is_clause(text: str, start: int, end: int) -> bool:
    words = [word.form for word in find_words(text, start, end)]
    return len(words) >= _MIN_WORDS and any(is_finite(word) for word in words)


def is_finite(word: str) -> bool:
    """Whether a word form may carry a clause: an auxiliary, or a verb of the list not in its -ing form.

    >>> [is_finite(w) for w in ("arrived", "will", "including", "table")]
    [True, True, False, False]
    """
    return word in _AUXILIARIES or (
        not word.endswith("ing") and word not in _NEVER_FINITE and lemma_of(word) in _FAMILY_VERBS
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
