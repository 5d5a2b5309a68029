"""What two values bound to one slot are to each other: pure arithmetic of intervals, no look at the words around."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import floor, inf, log10

import msgspec

from twosource.crosscheck.slots.units import measure_of
from twosource.model import Bound, Grain, Named, Quantity, When
from twosource.text.terms import country_groups, group_of, lemma_of


class Fit(StrEnum):
    """How two values of one slot lie to each other."""

    SAME = "same"
    FITS = "fits"
    """Different wording, both can be right: a bound, a rounding, a coarser date."""
    DIFFERS = "differs"
    """Both cannot be right about the same thing at the same time."""


class Rule(StrEnum):
    """Which comparison decided."""

    EQUAL = "equal values"
    BOUND = "within the stated bound"
    ROUNDING = "equal after rounding"
    CONVERSION = "equal after conversion of units"
    NUMBER = "numbers apart"
    COARSER = "one within the coarser other"
    DATE = "dates apart"
    CLOCK = "times of day apart"
    NAME = "names apart"


class Comparison(msgspec.Struct, frozen=True, gc=False):
    """The fit and the rule that decided it."""

    fit: Fit
    rule: Rule


_REACH = 8  # "hundreds" is said of 1,200; nobody who knows of 300,000 signatures says "more than 2,000"
_ABOUT_UNITS = 1.001  # "roughly 130 miles" is laid beside 140, "some 146 billion" is not beside 148.9
_CONVERTED_SHARE = 0.02  # 2,700 km is printed as 1,680, 1,677 and 1,700 miles: converted figures differ by up to 2 %
_HALF = 0.5  # four and a half months are told as five
_HARMED = "dead wounded injured hurt killed slain casualty victim fatality hospitalized"
_EXACT_BELOW = 100  # counts under a hundred are rarely rounded: 20 and 23 leaders are two counts
_CLOCKED = frozenset({Grain.MINUTE, Grain.HOUR})  # without a clock it is "midnight", of which night is not decided
_CLOCK_MINUTES = 20  # "around noon" and "12:20" are one moment told twice


def compare_quantities(left: Quantity, right: Quantity) -> Comparison | None:
    """How two quantities fit, or None where they do not measure the same thing.

    Policy: an ordinal is never compared with a count, percent never with percentage points, one currency never with
    another, and two ordinals only under the same scope ("third since 2022" and "first since May" say nothing to each
    other). Counts need head nouns of one class. Scope words that differ make values compatible, not equal.

    >>> at_least = Quantity(low=20, high=None, bound=Bound.AT_LEAST, noun="leader")
    >>> compare_quantities(at_least, Quantity(low=27, high=27, bound=Bound.EXACT, noun="leader")).rule.value
    'within the stated bound'
    """
    if left.ordinal != right.ordinal or not nouns_meet(left, right):
        return None
    if left.ordinal and not _one_row(left, right):
        return None
    scaled = _in_one_unit(left, right)
    if scaled is None:
        return None
    a, b, converted = scaled
    return _compare_intervals(left, right, _Pair(a, b, converted=converted))


def _one_row(left: Quantity, right: Quantity) -> bool:
    """Whether two ordinals count in one row: equal numbers may, others only where both state the same scope."""
    return set(left.scope) == set(right.scope) and (bool(left.scope) or left.low == right.low)


@dataclass(frozen=True, slots=True)
class _Pair:
    left: tuple[float, float]
    right: tuple[float, float]
    converted: bool


def nouns_meet(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities count or measure things of one class; a measure needs no noun.

    >>> one = Quantity(low=3, high=3, bound=Bound.EXACT, noun="kid")
    >>> nouns_meet(one, Quantity(low=4, high=4, bound=Bound.EXACT, noun="child"))
    True
    """
    if left.unit is not None and right.unit is not None:
        return True
    if left.noun is None or right.noun is None:
        return False
    return noun_class(left.noun) == noun_class(right.noun)


@lru_cache(maxsize=4_096)
def noun_class(noun: str) -> str:
    """The word that stands for all nouns that count the same things; a people, and the dead and hurt, are people.

    >>> noun_class("Americans") == noun_class("customer"), noun_class("Russian") == noun_class("tank")
    (True, False)
    >>> noun_class("wounded") == noun_class("injured")
    True
    """
    group = group_of(lemma_of(noun.lower()))
    return group_of("person") if group in country_groups() or group in _harmed() else group


@lru_cache(maxsize=1)
def _harmed() -> frozenset[str]:
    """The groups of nouns for people by what became of them; what became of them is the business of `fates`."""
    return frozenset(group_of(word) for word in _HARMED.split())


def _in_one_unit(left: Quantity, right: Quantity) -> tuple[tuple[float, float], tuple[float, float], bool] | None:
    if (left.unit is None) != (right.unit is None):
        return None
    a, b = measure_of(left.unit or "one"), measure_of(right.unit or "one")
    if a.dimension != b.dimension:
        return None
    if a.factor == b.factor:
        return _interval(left), _interval(right), False
    return _scaled(_interval(left), a.factor), _scaled(_interval(right), b.factor), True


def _interval(value: Quantity) -> tuple[float, float]:
    low = -inf if value.low is None else value.low
    high = inf if value.high is None else value.high
    if value.bound is Bound.AT_LEAST:
        return low, low * _REACH
    if value.bound is Bound.AT_MOST:
        return high / _REACH, high
    return low, high


def _scaled(interval: tuple[float, float], factor: float) -> tuple[float, float]:
    return interval[0] * factor, interval[1] * factor


def _compare_intervals(left: Quantity, right: Quantity, pair: _Pair) -> Comparison:
    a, b = pair.left, pair.right
    if a == b and left.bound is right.bound:
        return Comparison(Fit.SAME, Rule.EQUAL)
    if a[0] <= b[1] and b[0] <= a[1]:
        return Comparison(Fit.FITS, Rule.BOUND)
    gap = max(a[0] - b[1], b[0] - a[1])
    size = max(abs(x) for x in (*a, *b) if abs(x) != inf)
    if pair.converted:
        slack = max(_slack(left) * _factor(left), _slack(right) * _factor(right))
        fits = gap <= max(slack, size * _CONVERTED_SHARE)
        return Comparison(Fit.FITS, Rule.CONVERSION) if fits else Comparison(Fit.DIFFERS, Rule.NUMBER)
    slack = max(_slack(left), _slack(right))
    if gap < slack or (gap == slack == _HALF and _is_time(left)):
        return Comparison(Fit.FITS, Rule.ROUNDING)
    return Comparison(Fit.DIFFERS, Rule.NUMBER)


def _is_time(value: Quantity) -> bool:
    return value.unit is not None and measure_of(value.unit).dimension == measure_of("month").dimension


def _factor(value: Quantity) -> float:
    return measure_of(value.unit or "one").factor


def _slack(value: Quantity) -> float:
    """Half a unit of the last digit that is not a closing zero; a little over a whole one where it says "about"."""
    number = value.low if value.low is not None else value.high
    if number is None or number == 0 or value.bound in {Bound.AT_LEAST, Bound.AT_MOST, Bound.BETWEEN}:
        return 0.0
    if value.bound is Bound.ABOUT:
        return _last_digit(abs(number)) * _ABOUT_UNITS
    if value.unit is None and abs(number) < _EXACT_BELOW:
        return 0.0
    return _last_digit(abs(number)) / 2


def _last_digit(number: float) -> float:
    """The place value of the last digit that is not a closing zero.

    >>> _last_digit(121_000_000_000.0), _last_digit(8.5), _last_digit(450.0)
    (1000000000.0, 0.1, 10.0)
    """
    place = floor(log10(number))
    while place > -4 and abs(number / 10.0**place - round(number / 10.0**place)) > 1e-9:
        place -= 1
    return 10.0**place


def compare_whens(left: When, right: When) -> Comparison | None:
    """How two times fit at the coarser grain, or None where one is open or not decided.

    Policy: an open interval ("since", "until") bounds a time and does not state it, so it is not compared. Times of
    day are compared on one day only, and only where both are stated.

    >>> from datetime import date
    >>> from twosource.model import Basis, Grain
    >>> september = When(earliest=date(2024, 9, 1), latest=date(2024, 9, 30), grain=Grain.MONTH, basis=Basis.STATED)
    >>> october = When(earliest=date(2024, 10, 1), latest=date(2024, 10, 31), grain=Grain.MONTH, basis=Basis.STATED)
    >>> compare_whens(september, october).rule.value
    'dates apart'
    """
    if left.earliest is None or left.latest is None or right.earliest is None or right.latest is None:
        return None
    a, b = (left.earliest, left.latest), (right.earliest, right.latest)
    if a == b:
        return _compare_clocks(left, right)
    if a[0] <= b[1] and b[0] <= a[1]:
        nested = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
        return Comparison(Fit.FITS, Rule.COARSER) if nested else None
    return Comparison(Fit.DIFFERS, Rule.DATE)


def _compare_clocks(left: When, right: When) -> Comparison | None:
    if left.clock is None or right.clock is None:
        one_told = left.clock != right.clock and {left.grain, right.grain} <= _CLOCKED
        return None if one_told else Comparison(Fit.SAME, Rule.EQUAL)
    apart = abs(left.clock.hour * 60 + left.clock.minute - right.clock.hour * 60 - right.clock.minute)
    if apart == 0:
        return Comparison(Fit.SAME, Rule.EQUAL)
    return Comparison(Fit.FITS, Rule.ROUNDING) if apart <= _CLOCK_MINUTES else Comparison(Fit.DIFFERS, Rule.CLOCK)


def compare_names(left: Named, right: Named) -> Comparison | None:
    """SAME where one name is the other, its tail or an inflection of it; None otherwise.

    Policy: two different names are no contradiction by themselves (two people can both be right), so a difference is
    never reported here; the caller must know that the slot holds one name only.

    >>> from twosource.model import EntityKind
    >>> full, short = (Named(name=n, kind=EntityKind.PERSON) for n in ("Xi Jinping", "Xi"))
    >>> compare_names(full, short).fit.value
    'same'
    """
    a, b = _name_words(left.name), _name_words(right.name)
    if not a or not b or left.kind is not right.kind:
        return None
    shorter, longer = sorted((a, b), key=len)
    return Comparison(Fit.SAME, Rule.EQUAL) if _is_run_of(shorter, longer) else None


def _name_words(name: str) -> tuple[str, ...]:
    return tuple(group_of(lemma_of(word.strip(".,"))) for word in name.split())


def _is_run_of(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    width = len(shorter)
    return any(longer[i : i + width] == shorter for i in range(len(longer) - width + 1))
