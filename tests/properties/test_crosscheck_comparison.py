"""Laws of comparison that hold for every pair of values."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from twosource.crosscheck.slots.compare_slots import Fit, compare_quantities, compare_whens
from twosource.model import Basis, Bound, Grain, Quantity, When

NUMBERS = st.one_of(st.integers(0, 10**7), st.floats(0.1, 10**6).map(lambda x: round(x, 1)))
UNITS = st.sampled_from([None, "USD", "percent", "km", "mile", "kg", "pound"])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    number = float(draw(NUMBERS))
    bound = draw(st.sampled_from([Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST]))
    return Quantity(
        low=None if bound is Bound.AT_MOST else number,
        high=None if bound is Bound.AT_LEAST else number,
        bound=bound,
        unit=draw(UNITS),
        noun=draw(st.sampled_from(["soldier", "troop", "house"])),
    )


@st.composite
def whens(draw: st.DrawFn) -> When:
    first = draw(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
    return When(
        earliest=first,
        latest=first + timedelta(days=draw(st.integers(0, 400))),
        grain=Grain.DAY,
        basis=Basis.STATED,
    )


@given(quantities(), quantities())
def test_comparing_quantities_does_not_depend_on_their_order(a: Quantity, b: Quantity) -> None:
    assert compare_quantities(a, b) == compare_quantities(b, a)


@given(quantities())
def test_a_quantity_never_differs_from_itself(a: Quantity) -> None:
    found = compare_quantities(a, a)
    assert found is not None
    assert found.fit is Fit.SAME


@given(whens(), whens())
def test_comparing_times_does_not_depend_on_their_order(a: When, b: When) -> None:
    assert compare_whens(a, b) == compare_whens(b, a)


@given(whens(), whens())
def test_times_that_share_a_day_never_differ(a: When, b: When) -> None:
    assert a.earliest is not None
    assert b.latest is not None
    assert a.latest is not None
    assert b.earliest is not None
    if a.earliest <= b.latest and b.earliest <= a.latest:
        found = compare_whens(a, b)
        assert found is None or found.fit is not Fit.DIFFERS
