"""What stands around a number and says how exactly it is meant: "at least", "up to", "between 5 and 7", "or so"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.entities.quantities.numerals import Number, load_lexicon
from twosource.model import Bound


class Limits(NamedTuple):
    """An interval with what its bound says; `first` and `after` take in the words that say so."""

    low: float | None
    high: float | None
    bound: Bound
    first: int
    after: int


def bound_number(forms: Sequence[str], place: int, number: Number, after: int) -> Limits:
    """The interval of one number whose words begin at `place`; `after` is where words behind it may stand.

    >>> bound_number(["at", "least", "20", "people"], 2, Number(20, 3), 3)
    Limits(low=20, high=None, bound=<Bound.AT_LEAST: 'at least'>, first=0, after=3)
    """
    if number.ordinal:
        return Limits(number.value, number.value, Bound.EXACT, place, after)
    lexicon = load_lexicon()
    for bound, phrase in lexicon.behind.get(forms[after], ()) if after < len(forms) else ():
        if tuple(forms[after : after + len(phrase)]) == phrase:
            return _limits(bound, number, place, after + len(phrase))
    for bound, phrase in lexicon.before.get(forms[place - 1], ()) if place else ():
        if tuple(forms[max(0, place - len(phrase)) : place]) == phrase:
            return _limits(Bound.AT_LEAST if number.vague else bound, number, place - len(phrase), after)
    return _limits(Bound.AT_LEAST if number.vague else Bound.EXACT, number, place, after)


def _limits(bound: Bound, number: Number, first: int, after: int) -> Limits:
    low = None if bound is Bound.AT_MOST else number.value
    high = None if bound is Bound.AT_LEAST else number.value
    return Limits(low, high, bound, first, after)
