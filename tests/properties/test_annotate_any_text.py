"""Every layer of annotate, with the news model, on any text at all: never an error, every span in its place."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.news_model import ModelOptions
from twosource.model import Article, Reading
from twosource.options import Options
from twosource.plan import Annotator, Layer, plan_of

_PIECES = st.sampled_from(
    "The Kremlin|said|that|he|“|”|\"|''|‘|’|«|»|,|.|:|;| — |\n|\n\n| |told|reporters|according to|Xi Jinping|and|😀|"
    "Reuters, citing|which quoted|the spokesman|will not|refused to|if|may|27 leaders|on Tuesday|$5|of|'s|No one|?|(|)|"
    "مرحبا|שלום|\u202e|\u200b|\x00|É|ﬁ|I|!|-|who|Mr.|U.S.|北京|\ud83d|ROE:|as saying|reported|claimed|denied".split("|")
)
_TEXTS = st.one_of(st.text(max_size=150), st.lists(_PIECES, max_size=60).map(" ".join), st.lists(_PIECES).map("".join))


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
    read = _annotate(text)
    spans = [t.span for t in read.times] + [e.span for e in read.entities]
    spans += [q.span for q in read.quantities] + [p.span for p in read.predicates]
    spans += [span for a in read.attributions for span in (*a.source, *a.cue, *a.content)]
    assert all(span.holds_in(text) for span in spans)
    ids = {a.id for a in read.attributions}
    assert all(a.parent is None or (a.parent in ids and a.parent != a.id) for a in read.attributions)
    assert [p.span.start for p in read.predicates] == sorted(p.span.start for p in read.predicates)
