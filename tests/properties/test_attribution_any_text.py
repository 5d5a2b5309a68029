"""Attribution on any text at all: never an error, every span in its place, parents that exist."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from twosource.annotate.attribution import annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.model import Article, Attribution, Reading

_PIECES = st.sampled_from(
    "The Kremlin|said|that|he|“|”|\"|''|‘|’|«|»|,|.|:|;| — |\n|\n\n| |told|reporters|according to|it was announced|"
    "'s|claim|Xi Jinping|and|accused|of|in a statement|😀|مرحبا|שלום|\u202e|\u200b|\x00|É|ﬁ|I|citing|to|would|!|?|("
    ")|-|who|Mr.|U.S.|145".split("|")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


def _annotate(text: str) -> tuple[Attribution, ...]:
    bare = Reading(article=Article(id="a", raw="r", text=text))
    return annotate_attribution(msgspec.structs.replace(bare, entities=annotate_entities(bare)))


@given(_TEXTS)
@example("CITING A")  # an aside that is the whole sentence
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_every_span_stands_in_it(text: str) -> None:
    found = _annotate(text)
    assert all(span.holds_in(text) for a in found for span in (*a.source, *a.cue, *a.content))
    assert all(a.cue and a.content for a in found)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_parent_is_another_attribution_of_the_article(text: str) -> None:
    found = _annotate(text)
    ids = {a.id for a in found}
    assert all(a.parent is None or (a.parent in ids and a.parent != a.id) for a in found)


@given(_TEXTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert _annotate(text) == _annotate(text)


@pytest.mark.slow
def test_fifty_thousand_words_are_read() -> None:
    text = "“We will go,” Anna Reed said. The Kremlin denied that it had agreed. " * 4_000
    assert len(_annotate(text)) == 8_000
