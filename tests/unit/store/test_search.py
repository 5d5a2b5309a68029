from __future__ import annotations

from collections.abc import Iterator

import pytest

from sample_account import TEXTS, sample_account
from twosource.errors import ConfigError
from twosource.store import IN_MEMORY, Store, open_store, save_account, search_articles


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(IN_MEMORY) as opened:
        save_account(opened, sample_account())
        yield opened


@pytest.mark.parametrize(
    ("query", "articles", "words"),
    [
        ("fifteen", {"later"}, {"Fifteen"}),
        ('"people were hurt" twelve', {"first", "copy"}, {"people were hurt", "Twelve"}),
        ("toll OR divers", {"first", "copy", "later"}, {"toll", "Divers"}),
        ("hurt NOT twelve", {"later"}, {"hurt"}),
        ("harb*", {"first", "copy", "later"}, {"harbour"}),
        ("zeppelin", set(), set()),
    ],
)
def test_a_search_gives_exact_words_in_exact_places(
    store: Store, query: str, articles: set[str], words: set[str]
) -> None:
    hits = search_articles(store, query)
    spans = [span for hit in hits for span in hit.spans]
    assert {hit.article for hit in hits} == articles
    assert {span.quote for span in spans} == words
    assert all(span.holds_in(TEXTS[span.article]) for span in spans)


def test_a_query_that_cannot_be_read_says_how_to_write_one(store: Store) -> None:
    with pytest.raises(ConfigError, match="quotation marks"):
        search_articles(store, '"unclosed AND (')


def test_words_of_a_replaced_article_are_no_longer_found(store: Store) -> None:
    store.query("DELETE FROM article WHERE id = 'later'")
    assert search_articles(store, "fifteen") == []
