"""Where one clause ends and the next begins, by punctuation and by the words that open a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from twosource.text.terms import is_verb, lemma_of
from twosource.text.trim import trim
from twosource.text.words import find_words

_AUXILIARIES = frozenset(
    "is are was were be been has have had do does did will would shall should can could may might must".split()
)
_PRONOUNS = frozenset("i we you they who which that he she it".split())
_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your of in for with and million".split()
)
_OPENS_NO_CLAUSE = frozenset("with without including despite following amid during".split())
_BEFORE_MONTHS = frozenset("in of since until till by from last next this early late mid on".split())
_NEVER_FINITE = frozenset("being having said".split())
# Where a clause may end: a semicolon, a dash, a word that opens a clause, a comma.
_BREAK = re.compile(
    r"[;:]\s+|\s[–—-]{1,2}\s"
    r"|,?\s+(?=(?:and|but|while|whereas|although|though|because|after|before|when|which|who|where|that)\s)"
    r"|,\s+(?=\S)"
)
_FORMS = 16_384  # word forms of a few thousand articles; each is asked about once for every clause it stands in
_MIN_WORDS = 4  # clauses shorter than this read as fragments when quoted


@lru_cache(maxsize=2_048)
def split_clauses(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of the sentence `text[start:end]`: trimmed ranges in order, each with a verb of its own.

    Policy: a piece without a verb, or of fewer than four words, belongs to the piece before it: a list, an apposition
    or a date after a comma is no clause.

    >>> text = "Xi arrived on May 8, the agency reported, while 27 leaders are expected, including two from Asia."
    >>> [text[s:e] for s, e in split_clauses(text, 0, len(text))]
    ['Xi arrived on May 8, the agency reported,', 'while 27 leaders are expected, including two from Asia.']
    """
    words = find_words(text, start, end)
    starts = [word.start for word in words]
    joined: list[tuple[int, int]] = []
    forms: list[str] = []
    for begin, stop in _pieces(text, start, end):
        new = [word.form for word in words[bisect_left(starts, begin) : bisect_left(starts, stop)]]
        if joined and not (_is_clause(new) and _is_clause(forms)):
            joined[-1], forms = (joined[-1][0], stop), forms + new
        else:
            joined.append((begin, stop))
            forms = new
    return tuple(trim(text, s, e) for s, e in joined)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The text between places where a clause may end; each place closes with white space, so no word is cut."""
    begin = start
    for mark in _BREAK.finditer(text, start, end):
        yield begin, mark.end()
        begin = mark.end()
    if begin < end:
        yield begin, end


def _is_clause(words: Sequence[str]) -> bool:
    return len(words) >= _MIN_WORDS and words[0] not in _OPENS_NO_CLAUSE and _has_finite_verb(words)


def _has_finite_verb(words: Sequence[str]) -> bool:
    """Whether one of the word forms carries a clause: an auxiliary, a past form, or a present form in its place.

    Policy: a form that may be a noun ("offer", "visits") counts only after a pronoun or, in the third person, after a
    word that is no article and no number.

    >>> [_has_finite_verb(words.split()) for words in ("its 103 billion offer for a rival", "they offer 103 billion")]
    [False, True]
    """
    return any(
        is_finite(word)
        and not _is_month(words, place)
        and (not _may_be_noun(word) or _in_verb_place(word, words[place - 1] if place else ""))
        for place, word in enumerate(words)
    )


def _is_month(words: Sequence[str], place: int) -> bool:
    """Whether this is the month of May: beside a day, or after a preposition of time."""
    if words[place] != "may":
        return False
    after = words[place + 1] if place + 1 < len(words) else ""
    return after[:1].isdigit() or (place > 0 and words[place - 1] in _BEFORE_MONTHS)


@lru_cache(maxsize=_FORMS)
def _may_be_noun(word: str) -> bool:
    return word not in _AUXILIARIES and not word.endswith("ed") and word in {lemma_of(word), lemma_of(word) + "s"}


def _in_verb_place(word: str, before: str) -> bool:
    if before in _PRONOUNS:
        return True
    return word.endswith("s") and bool(before) and not before[0].isdigit() and before not in _DETERMINERS


@lru_cache(maxsize=_FORMS)
def is_finite(word: str) -> bool:
    """Whether a word form may carry a clause: an auxiliary, or a verb of the list not in its -ing form.

    >>> [is_finite(w) for w in ("arrived", "went", "will", "including", "table")]
    [True, True, True, False, False]
    """
    return word in _AUXILIARIES or (not word.endswith("ing") and word not in _NEVER_FINITE and is_verb(lemma_of(word)))
