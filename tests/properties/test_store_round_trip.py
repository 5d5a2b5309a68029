"""Whatever an article says, the store gives it back, finds its words in their places, and refuses words it lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sample_account import sample_account
from twosource.errors import BrokenInvariant
from twosource.model import Account, Article, Passage, Reading, Role, Run, Span, span_of
from twosource.store import IN_MEMORY, open_store, read_account, save_account, search_articles, trace_record

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def _account(text: str, passages: tuple[Passage, ...] = ()) -> Account:
    empty = replace(
        sample_account(), lineage=(), descents=(), stories=(), claims=(), findings=(), voices=(), locators=()
    )
    reading = Reading(article=Article(id="a", raw="r", text=text), passages=passages)
    return replace(empty, readings=(reading,), run=Run(version="1", options="o", inputs=text, stages=()))


@given(_TEXT, _TEXT)
def test_any_text_is_given_back_and_its_words_are_found_in_their_places(before: str, after: str) -> None:
    text = f"{before} zeppelin {after}"
    account = _account(text)
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        assert read_account(store) == account
        spans = [span for hit in search_articles(store, "zeppelin") for span in hit.spans]
        assert all(span.holds_in(text) for span in spans)


@given(_TEXT.filter(bool), st.data())
def test_any_place_leads_back_to_exactly_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    with open_store(IN_MEMORY) as store:
        save_account(store, _account(text))
        (proof,) = trace_record(store, f"a:{start}:{end}").proofs
        assert proof.span.quote == text[start:end]
        assert text.endswith(proof.span.quote + proof.after + text[end + len(proof.after) :])


@given(_TEXT, st.integers(-3, 70), st.integers(-3, 70), _TEXT)
def test_a_span_is_written_exactly_if_it_holds(text: str, start: int, end: int, quote: str) -> None:
    article = Article(id="a", raw="r", text=text)
    for span in (Span(article="a", start=start, end=end, quote=quote), span_of(article, max(start, 0), max(end, 0))):
        account = _account(text, (Passage(span=span, role=Role.BODY),))
        with open_store(IN_MEMORY) as store:
            if span.holds_in(text):
                save_account(store, account)
                assert read_account(store) == account
            else:
                with pytest.raises(BrokenInvariant):
                    save_account(store, account)
