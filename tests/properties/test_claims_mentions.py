"""Mentions inside a range are those that one look at every mention would find."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from twosource.claims.mentions import InOrder
from twosource.model import Span

_TEXT = "ferry storm mayor bridge"
_PLACES = st.integers(0, len(_TEXT))
_EXTENTS = st.tuples(_PLACES, _PLACES).map(lambda ends: (min(ends), max(ends)))


@dataclass(frozen=True)
class _Marked:
    span: Span


@given(extents=st.lists(_EXTENTS, max_size=12), asked=_EXTENTS)
def test_those_are_inside_that_begin_in_a_range_and_end_in_it(
    extents: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    marked = [_Marked(Span(article="a", start=s, end=e, quote=_TEXT[s:e])) for s, e in extents if s < e]
    inside = [m for m in marked if asked[0] <= m.span.start and m.span.end <= asked[1]]
    assert InOrder.of(marked).inside(asked) == sorted(inside, key=lambda m: m.span.start)
