"""Reading never raises, whatever the bytes, and merging never depends on order."""

from __future__ import annotations

import io
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.article import read_article
from twosource.ingest import find_raws, merge_raws
from twosource.model import MediaType, Raw, Reading, Rejected, spans_of

_TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(deadline=None)  # the first guess of an encoding loads tables
@given(st.binary(max_size=400))
def test_any_bytes_on_standard_input_give_raws_or_rejections(data: bytes) -> None:
    for found in find_raws(["-"], stdin=io.BytesIO(data)):
        outcome = read_article(found) if isinstance(found, Raw) else found
        assert isinstance(outcome, Reading | Rejected)


@settings(deadline=None)  # the first article compiles the rules
@given(_TEXTS)
def test_any_text_keeps_every_character_and_every_span(text: str) -> None:
    reading = read_article(Raw(id="r", body=text.encode(), locators=("x",), media_type=MediaType.PLAIN))
    if isinstance(reading, Rejected):
        assert not text.strip().strip("\ufeff").strip()
        return
    assert reading.article.text == text.removeprefix("\ufeff")
    assert all(span.holds_in(reading.article.text) for span in spans_of(reading))
    ends = [0, *(passage.span.end for passage in reading.passages)]
    assert all(passage.span.start >= end for passage, end in zip(reading.passages, ends, strict=False))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "y", "z"])), max_size=5))
def test_merging_is_the_same_in_any_order(pairs: list[tuple[str, str]]) -> None:
    raws = [Raw(id=key, body=key.encode(), locators=(at,), media_type=MediaType.PLAIN) for key, at in pairs]
    merged = merge_raws(raws)
    assert all(merge_raws(order) == merged for order in permutations(raws))
    assert merge_raws(merged) == merged
