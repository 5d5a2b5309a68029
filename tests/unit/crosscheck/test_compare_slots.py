"""Values bound to one slot: what fits, what differs, what is never compared."""

from __future__ import annotations

from datetime import date, time

import pytest

from twosource.crosscheck.slots.compare_slots import Fit, Rule, compare_names, compare_quantities, compare_whens
from twosource.model import Basis, Bound, EntityKind, Grain, Named, Quantity, When


def count(number: float, noun: str | None = "leader", **more: object) -> Quantity:
    fields: dict[str, object] = {"low": number, "high": number, "bound": Bound.EXACT, "noun": noun} | more
    return Quantity(**fields)  # type: ignore[arg-type]


def at_least(number: float, noun: str = "leader") -> Quantity:
    return Quantity(low=number, high=None, bound=Bound.AT_LEAST, noun=noun)


def money(number: float, unit: str = "USD", bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(low=number, high=number, bound=bound, unit=unit)


@pytest.mark.parametrize(
    ("left", "right", "fit", "rule"),
    [
        (count(27), count(27), Fit.SAME, Rule.EQUAL),
        (at_least(20), count(27), Fit.FITS, Rule.BOUND),
        (at_least(30), count(27), Fit.DIFFERS, Rule.NUMBER),
        (count(20), count(27), Fit.DIFFERS, Rule.NUMBER),
        (count(1_200), count(1_213), Fit.FITS, Rule.ROUNDING),
        (money(121e9), money(121.4e9), Fit.FITS, Rule.ROUNDING),
        (money(105e9), money(103e9), Fit.DIFFERS, Rule.NUMBER),
        (count(400, "pound"), count(450, "pound"), Fit.DIFFERS, Rule.NUMBER),
        (money(1_677, "miles"), money(2_700, "km"), Fit.FITS, Rule.CONVERSION),
        (money(77, "tonne"), money(160_000, "pound"), Fit.DIFFERS, Rule.NUMBER),
        (money(130, "mile", Bound.ABOUT), money(140, "mile"), Fit.FITS, Rule.ROUNDING),
        (money(4.5, "month"), money(5, "month"), Fit.FITS, Rule.ROUNDING),
        (money(4.5, "mile"), money(5, "mile"), Fit.DIFFERS, Rule.NUMBER),
        (money(4, "month"), money(5, "month"), Fit.DIFFERS, Rule.NUMBER),
        (count(3, "kid"), count(4, "child"), Fit.DIFFERS, Rule.NUMBER),
    ],
)
def test_two_quantities_fit_or_differ(left: Quantity, right: Quantity, fit: Fit, rule: Rule) -> None:
    found = compare_quantities(left, right)
    assert found is not None
    assert (found.fit, found.rule) == (fit, rule)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (count(3, "visit", ordinal=True), count(3, "visit")),
        (count(20, "country"), count(27, "leader")),
        (count(27, None), count(20, None)),
        (money(5, "USD"), money(5, "EUR")),
        (money(3, "percent"), money(3, "percentage point")),
        (count(3, "visit", ordinal=True, scope=("since 2022",)), count(1, "visit", ordinal=True, scope=("since May",))),
    ],
    ids=["ordinal and count", "two nouns", "no noun", "two currencies", "percent and points", "ordinals of two scopes"],
)
def test_what_measures_different_things_is_never_compared(left: Quantity, right: Quantity) -> None:
    assert compare_quantities(left, right) is None
    assert compare_quantities(right, left) is None


def when(first: date | None, last: date | None, grain: Grain = Grain.DAY, clock: time | None = None) -> When:
    return When(earliest=first, latest=last, grain=grain, basis=Basis.STATED, clock=clock)


MAY_7, MAY_8, MAY_10 = date(2025, 5, 7), date(2025, 5, 8), date(2025, 5, 10)


@pytest.mark.parametrize(
    ("left", "right", "fit"),
    [
        (when(MAY_7, MAY_7), when(MAY_7, MAY_7), Fit.SAME),
        (when(MAY_7, MAY_7), when(MAY_8, MAY_8), Fit.DIFFERS),
        (when(MAY_8, MAY_8), when(MAY_7, MAY_10), Fit.FITS),
        (when(date(2025, 5, 1), date(2025, 5, 31), Grain.MONTH), when(MAY_8, MAY_8), Fit.FITS),
        (when(MAY_8, MAY_8, clock=time(5, 30)), when(MAY_8, MAY_8, clock=time(9, 0)), Fit.DIFFERS),
        (when(MAY_8, MAY_8, clock=time(12, 0)), when(MAY_8, MAY_8, clock=time(12, 20)), Fit.FITS),
    ],
)
def test_two_times_fit_at_the_coarser_grain_or_differ(left: When, right: When, fit: Fit) -> None:
    found = compare_whens(left, right)
    assert found is not None
    assert found.fit is fit


def test_an_open_interval_is_not_compared() -> None:
    assert compare_whens(when(None, MAY_10), when(MAY_7, MAY_10)) is None


def test_intervals_that_only_overlap_are_not_compared() -> None:
    assert compare_whens(when(MAY_7, MAY_8), when(MAY_8, MAY_10)) is None


def test_a_short_name_is_the_long_name_and_another_name_is_nothing() -> None:
    def person(name: str) -> Named:
        return Named(name=name, kind=EntityKind.PERSON)

    same = compare_names(person("Xi Jinping"), person("Jinping"))
    assert same is not None
    assert same.fit is Fit.SAME
    assert compare_names(person("Xi Jinping"), person("Vladimir Putin")) is None
