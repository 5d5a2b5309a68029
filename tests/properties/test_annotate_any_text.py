"""Every layer of annotate, with the news model, on any text at all: never an error, every span in its place."""

from __future__ import annotations

import os
import random
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.news_model import ModelOptions
from twosource.model import Article, Reading
from twosource.options import Options
from twosource.plan import Annotator, Layer, plan_of

_PIECES = (
    "The Kremlin|said|that|he|“|”|\"|''|‘|’|«|»|,|.|:|;| — |\n|\n\n| |told|reporters|according to|Xi Jinping|and|😀|"
    "Reuters, citing|which quoted|the spokesman|will not|refused to|if|may|27 leaders|on Tuesday|$5|of|'s|No one|?|(|)|"
    "مرحبا|שלום|\u202e|\u200b|\x00|É|ﬁ|I|!|-|who|Mr.|U.S.|北京|\ud83d|ROE:|as saying|reported|claimed|denied".split("|")
)
_SAMPLED = st.sampled_from(_PIECES)
_TEXTS = st.one_of(
    st.text(max_size=150), st.lists(_SAMPLED, max_size=60).map(" ".join), st.lists(_SAMPLED).map("".join)
)
_FUZZ_SECONDS = float(os.environ.get("TWOSOURCE_FUZZ_SECONDS", "3"))  # 600 for a long run
_ARTICLE = (
    "The harbour council said on Tuesday that talks had ended. “We are ready,” spokesman Jon Rask told reporters.\n\n"
    "The owner’s office denied the claim of 24 deckhands. It said no date had been set, the Harbour Post reported.\n\n"
)


@cache
def _annotators() -> tuple[Annotator, ...]:
    return plan_of(Options(model=ModelOptions(threads=1)), layers=tuple(Layer)).annotators


def _annotate(text: str) -> Reading:
    reading = Reading(article=Article(id="a", raw="r", text=text))
    for annotator in _annotators():
        reading = annotator.add(reading)
    return reading


@given(_TEXTS)
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_in_every_layer_and_every_span_stands_in_it(text: str) -> None:
    _check(text)


@pytest.mark.slow
def test_fifty_thousand_words_are_read_in_every_layer() -> None:
    assert len(_check(_ARTICLE * 1_350).attributions) >= 1_350


@pytest.mark.slow
def test_random_pieces_and_damaged_articles_are_read_for_as_long_as_asked() -> None:
    draw = random.Random(13)  # noqa: S311 - inputs, not secrets
    end = time.monotonic() + _FUZZ_SECONDS
    while time.monotonic() < end:
        _check(draw.choice([_pieces, _damaged, _characters])(draw))


def _pieces(draw: random.Random) -> str:
    return draw.choice(["", " "]).join(draw.choices(_PIECES, k=draw.randrange(400)))


def _damaged(draw: random.Random) -> str:
    """An article some of whose characters became pieces."""
    characters = list(_ARTICLE * draw.randrange(1, 8))
    for _ in range(draw.randrange(1, 40)):
        characters[draw.randrange(len(characters))] = draw.choice(_PIECES)
    return "".join(characters)


def _characters(draw: random.Random) -> str:
    """Latin, Arabic, general punctuation with its marks of direction, faces."""
    blocks = (range(1, 256), range(0x600, 0x700), range(0x2000, 0x2070), range(0x1F600, 0x1F650))
    return "".join(chr(draw.choice(draw.choice(blocks))) for _ in range(draw.randrange(300)))


def _check(text: str) -> Reading:
    read = _annotate(text)
    spans = [t.span for t in read.times] + [e.span for e in read.entities]
    spans += [q.span for q in read.quantities] + [p.span for p in read.predicates]
    spans += [span for a in read.attributions for span in (*a.source, *a.cue, *a.content)]
    assert all(span.holds_in(text) for span in spans)
    ids = {a.id for a in read.attributions}
    assert all(a.parent is None or (a.parent in ids and a.parent != a.id) for a in read.attributions)
    assert [p.span.start for p in read.predicates] == sorted(p.span.start for p in read.predicates)
    return read
