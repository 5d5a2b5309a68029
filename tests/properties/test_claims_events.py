"""Events of any story: every word at its place and in one group, whatever the order of articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from event_readings import read_lines
from twosource.claims import align_events

_LINES = (
    "Police arrested two dockers after the explosion in Vesmark.",
    "Two dockers were apprehended when a blast tore through the port.",
    "The arrest of the dockers followed a fire that broke out at the port, the mayor said.",
    "``He did n't say '' -- 12 ?",
    "...",
    "Fire!",
)


@given(st.permutations(range(len(_LINES))), st.integers(1, len(_LINES)))
@settings(max_examples=20, deadline=None)
def test_events_hold_their_words_once_in_any_order_of_articles(order: list[int], count: int) -> None:
    readings = read_lines(*_LINES)
    chosen = [readings[number] for number in order[:count]]
    groups = align_events(chosen)
    texts = {reading.article.id: reading.article.text for reading in chosen}
    spans = [span for group in groups for span in group]
    assert len(spans) == len(set(spans))
    assert all(span.holds_in(texts[span.article]) for span in spans)
    assert groups == align_events(sorted(chosen, key=lambda reading: reading.article.text))
