"""What stands around a number and says how exactly it is meant: "at least", "up to", "between 5 and 7", "or so"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.entities.quantities.numerals import Number, load_lexicon
from twosource.model import Bound

_LOW_HIGH = {Bound.AT_LEAST: (True, False), Bound.AT_MOST: (False, True)}


class Limits(NamedTuple):
    """An interval with what its bound says; `after` is the token behind the words that say so."""

    low: float | None
    high: float | None
    bound: Bound
    after: int


def bound_number(forms: Sequence[str], place: int, number: Number, after: int) -> Limits:
    """The interval of one number whose words begin at `place`; `after` is where words behind it may stand.

    >>> bound_number(["at", "least", "20", "people"], 2, Number(20, 3), 3)[:3]
    (20, None, <Bound.AT_LEAST: 'at least'>)
    """
    bound, end = _bound(forms, place, number, after)
    low, high = _LOW_HIGH.get(bound, (True, True))
    return Limits(number.value if low else None, number.value if high else None, bound, end)


def _bound(forms: Sequence[str], place: int, number: Number, after: int) -> tuple[Bound, int]:
    if number.ordinal:
        return Bound.EXACT, after
    lexicon = load_lexicon()
    for name, phrases in lexicon.behind.items():
        for phrase in phrases:
            if tuple(forms[after : after + len(phrase)]) == phrase:
                return Bound[name.upper()], after + len(phrase)
    for name, phrases in lexicon.before.items():
        if any(tuple(forms[max(0, place - len(phrase)) : place]) == phrase for phrase in phrases):
            return (Bound.AT_LEAST if number.vague else Bound[name.upper()]), after
    return (Bound.AT_LEAST if number.vague else Bound.EXACT), after
