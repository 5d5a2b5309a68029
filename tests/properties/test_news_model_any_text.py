"""The news model on any text at all: never an error, every range in its place, the same on any number of threads."""

from __future__ import annotations

import os
import random
import time
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.news_model import ModelReading, NewsReader, load_reader
from twosource.annotate.news_model.runner import Runner

_PIECES = (
    "The Kremlin|said|that|he|“|”|\"|''|‘|’|«|»|,|.|:|;| — |\n|\n\n| |told|reporters|according to|Xi Jinping|and|😀|"
    "مرحبا|שלום|\u202e|\u200b|\x00|É|ﬁ|I|!|?|(|)|-|who|Mr.|U.S.|145|北京|\ud83d|" + "x" * 300
).split("|")
_TEXTS = st.one_of(st.text(max_size=120), st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join))
_FUZZ_SECONDS = float(os.environ.get("TWOSOURCE_FUZZ_SECONDS", "3"))  # 600 for a long run
_ARTICLE = (
    "The Kremlin said on Tuesday that talks had ended. “We are ready,” spokesman Dmitry Peskov told reporters.\n\n"
    "Ukraine’s foreign ministry denied the claim. It said no date had been set, RIA Novosti reported.\n\n"
)


@cache
def _other_reader() -> NewsReader:
    return NewsReader(Runner(threads=2))


def _check(text: str) -> ModelReading:
    found = load_reader(1).read(text)
    ranges = [n.place for n in found.names]
    ranges += [r for s in found.speech for part in (s.cue, s.content, s.source) for r in part]
    ranges += [place for sentence in found.syntax for place in sentence.places]
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert all(s.cue and s.content for s in found.speech)
    assert all(s.heads.count(-1) == 1 and max(s.heads) < len(s.heads) for s in found.syntax)
    assert len(found.vectors) == len(found.syntax)
    return found


@given(_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_and_every_range_stands_in_it(text: str) -> None:
    _check(text)


@given(_TEXTS)
@settings(max_examples=20, deadline=None)
def test_threads_and_what_was_read_before_change_nothing(text: str) -> None:
    alone = load_reader(1).read(text)
    other = _other_reader()
    other.read(_ARTICLE)
    again = other.read(text)
    assert (alone.speech, alone.names, alone.syntax) == (again.speech, again.names, again.syntax)
    assert np.array_equal(alone.vectors, again.vectors)


def test_a_long_article_is_that_many_short_windows() -> None:
    found = _check(_ARTICLE * 20)
    assert {len(found.speech), len(found.syntax)} >= {80}, "every paragraph has its sentences, and all are read"


def test_no_words_no_reading() -> None:
    found = load_reader(1).read(" \n\n ")
    assert (found.speech, found.names, found.syntax, len(found.vectors)) == ((), (), (), 0)


@pytest.mark.slow
def test_fifty_thousand_words_are_read() -> None:
    assert len(_check(_ARTICLE * 1_400).syntax) >= 5_600


@pytest.mark.slow
def test_random_pieces_are_read_for_as_long_as_asked() -> None:
    draw = random.Random(11)  # noqa: S311 - inputs, not secrets
    end = time.monotonic() + _FUZZ_SECONDS
    while time.monotonic() < end:
        _check(draw.choice(["", " "]).join(draw.choices(_PIECES, k=draw.randrange(400))))
