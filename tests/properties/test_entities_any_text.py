"""Names and quantities on any text at all: never an error, every span in its place, in order, not overlapping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.annotate.entities import annotate_entities, annotate_quantities
from twosource.model import Article, Bound, Reading

_PIECES = st.sampled_from(
    "The|Kremlin|of|University|President|Xi Jinping|Chinese|foreign ministry|'s|’s|27|leaders|at least|between|and|to|"
    '$|€|per cent|%|billion|third|one|a|dozen|-|–|,|.|:|\n|  |\t|“|"|😀|مرحبا|שלום|\u202e|\u200b|\x00|É|İ|ﬁ|²|½|①|٣|'
    "May|2024|10:30|U.S.|J.|Mr.|&|St.|half|million|tens|of|kg|5kg|145|0.5|1,000|hundreds|year-old|aged".split("|")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


def _reading(text: str) -> Reading:
    return Reading(article=Article(id="a", raw="r", text=text))


@given(_TEXTS)
@settings(max_examples=300, deadline=None)
def test_names_of_any_text_stand_in_it_in_order(text: str) -> None:
    found = annotate_entities(_reading(text))
    assert all(m.span.holds_in(text) and m.entity for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(_TEXTS)
@example("0$0")
@settings(max_examples=300, deadline=None)
def test_quantities_of_any_text_stand_in_it_in_order(text: str) -> None:
    found = annotate_quantities(_reading(text))
    assert all(m.span.holds_in(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(_TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_ends_of_a_quantity_fit_its_bound(text: str) -> None:
    for mention in annotate_quantities(_reading(text)):
        low, high, bound = mention.value.low, mention.value.high, mention.value.bound
        assert (low is None) == (bound is Bound.AT_MOST)
        assert (high is None) == (bound is Bound.AT_LEAST)
        assert low is None or high is None or low <= high


@pytest.mark.slow
def test_fifty_thousand_words_are_read() -> None:
    text = "Kremlin spokesman Dmitry Peskov met 27 leaders in Kazan on the third day. " * 4_000
    assert len(annotate_entities(_reading(text))) >= 12_000
    assert len(annotate_quantities(_reading(text))) >= 4_000
