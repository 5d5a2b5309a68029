from __future__ import annotations

import os
import random
import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.time import find_times

_PIECES = (
    "May March 7 10 2024 1999 31 30 February the of in on from to until since last next this that year week "
    "month day days "
    "years ago later earlier early late mid - – / : , . a an few several couple two twenty-four hundred "
    "thousand quarter "
    "third fiscal morning night noon 5 p.m. 8:52 AM EST GMT 2025-02-30 2025-05-04 31/12 5/4/2025 1990s ’80s "
    "century 20th BC "
    "latest summer of the weekend every each per daily now recently future Christmas New Year's Eve "
    "Easter Monday Saturday Sept. 0 would before between "
    "00 99 9999 "
    "10000 999999999999 1/2 ½ Q3 FY24 \n \n\n “ ” ' ’s '99 1915-16 o'clock and or between at least more than"
).split(" ")

texts = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=40).map(" ".join)
days = st.one_of(st.none(), st.dates())


@given(text=texts, published=days)
@settings(max_examples=150, deadline=None)
def test_mentions_stand_where_they_say_in_order_and_apart(text: str, published: date | None) -> None:
    mentions = find_times(text, published=published, article="a")
    assert all(m.span.holds_in(text) for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@given(text=texts, published=days)
@settings(max_examples=75, deadline=None)
def test_intervals_run_forward(text: str, published: date | None) -> None:
    for mention in find_times(text, published=published):
        when = mention.when
        if when and when.earliest and when.latest:
            assert when.earliest <= when.latest


@given(text=texts, published=days)
@settings(max_examples=50, deadline=None)
def test_reading_twice_gives_the_same(text: str, published: date | None) -> None:
    assert find_times(text, published=published) == find_times(text, published=published)


_FUZZ_SECONDS = float(os.environ.get("TWOSOURCE_FUZZ_SECONDS", "3"))  # 600 for a long run


@pytest.mark.slow
def test_mutated_news_raises_nothing() -> None:
    draw = random.Random(11)  # noqa: S311 - inputs, not secrets
    end = time.monotonic() + _FUZZ_SECONDS
    while time.monotonic() < end:
        text = _mutate(draw, draw.choice(("", " ", "-")).join(draw.choices(_PIECES, k=draw.randrange(80))))
        published = date.fromordinal(draw.randrange(1, date.max.toordinal() + 1))
        for mention in find_times(text, published=draw.choice((None, published))):
            assert mention.span.holds_in(text)


def _mutate(draw: random.Random, text: str) -> str:
    for _ in range(draw.randrange(6)):
        place = draw.randrange(len(text) + 1)
        noise = chr(draw.choice((draw.randrange(32, 127), draw.randrange(0x2000, 0x2070), draw.randrange(0x110000))))
        text = text[:place] + draw.choice(("", noise, text[-place:][:9])) + text[place + draw.randrange(3) :]
    return text
