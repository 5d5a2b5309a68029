from __future__ import annotations

from collections.abc import Iterator

import pytest

from sample_account import TEXTS, raw_of, sample_account, span
from twosource.errors import StoreError
from twosource.store import IN_MEMORY, Store, open_store, save_account, trace_record

_ACCOUNT = sample_account()
_PLACE = span("later", "nobody is missing")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(IN_MEMORY) as opened:
        save_account(opened, _ACCOUNT, raws=[raw_of("first")])
        yield opened


@pytest.mark.parametrize(
    ("record", "kind", "quotes"),
    [
        ("first", "article", ["Ferry runs aground off Vesmark"]),
        ("ferry", "story", ["Menu", "Ferry runs aground off Vesmark", "Ferry toll rises"]),
        (_ACCOUNT.claims[0].id, "claim", ["Twelve people were hurt on Tuesday"] * 2),
        (
            _ACCOUNT.findings[0].id,
            "finding",
            ["Twelve people were hurt on Tuesday", "Fifteen people were hurt on Tuesday"],
        ),
        (_ACCOUNT.readings[2].attributions[0].id, "attribution", ["Fifteen people were hurt on Tuesday"]),
        (_ACCOUNT.claims[1].statements[0].id, "statement", ["Fifteen people", "Tuesday", "harbour office"]),
        (f"later:{_PLACE.start}:{_PLACE.end}", "place", ["nobody is missing"]),
        ("first..unseen:NNA", "lineage", []),
    ],
)
def test_every_record_leads_to_exact_words(store: Store, record: str, kind: str, quotes: list[str]) -> None:
    trace = trace_record(store, record)
    found = [proof.span.quote for proof in trace.proofs]
    assert (trace.kind, trace.id) == (kind, record)
    assert all(quote in found for quote in quotes)
    assert all(proof.span.holds_in(TEXTS[proof.span.article]) for proof in trace.proofs)


def test_an_edge_shows_both_sides(store: Store) -> None:
    trace = trace_record(store, "copy..first")
    assert {proof.span.article for proof in trace.proofs} == {"copy", "first"}
    assert len({proof.span.quote for proof in trace.proofs}) == 1


def test_a_proof_says_where_its_article_came_from(store: Store) -> None:
    proof = trace_record(store, _ACCOUNT.claims[0].id).proofs[1]
    assert proof.locators == ("first.txt",)
    assert (proof.raw, proof.raw_bytes) == (raw_of("first").id, len(raw_of("first").body))
    assert (proof.title, proof.outlet, proof.published) == ("Ferry runs aground off Vesmark", "The First", "2024-03-05")
    assert proof.before.endswith("(NNA) — ")
    assert proof.after.startswith(", harbour master")


def test_raw_bytes_that_were_not_kept_are_not_claimed(store: Store) -> None:
    assert trace_record(store, "later").proofs[0].raw_bytes is None


def test_the_beginning_of_an_id_is_enough_where_it_fits_one_record(store: Store) -> None:
    claim = _ACCOUNT.claims[0].id
    assert trace_record(store, claim[:10]).id == claim


def test_a_place_may_name_its_article_by_the_beginning_of_its_id(store: Store) -> None:
    assert trace_record(store, "lat:0:5").id == "later:0:5"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("zzz", "no such record"),
        ("f", "more of the id"),
        ("", "no such record"),
        ("later:0:100000", "the article has"),
        ("copy..nobody", "no such record"),
    ],
)
def test_what_fits_no_record_or_several_is_refused(store: Store, record: str, message: str) -> None:
    with pytest.raises(StoreError, match=message):
        trace_record(store, record)
