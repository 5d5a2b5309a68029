from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from sample_account import COPY, raw_of, sample_account, span
from twosource.errors import BrokenInvariant
from twosource.model import AlignedPassage, Lineage, Passage, Role, Span
from twosource.store import (
    IN_MEMORY,
    Store,
    find_runs,
    open_readonly,
    open_store,
    read_account,
    read_raw,
    save_account,
)


def _dump(store: Store) -> list[str]:
    tables = store.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    every = "SELECT * FROM {} ORDER BY 1, 2"
    return [f"{name} {row}" for (name,) in tables for row in store.query(every.format(name))]


def test_what_is_written_is_read_back_whole(tmp_path: Path) -> None:
    account = sample_account()
    with open_store(tmp_path / "a.db") as store:
        save_account(store, account, raws=[raw_of("first"), raw_of("copy"), raw_of("later")])
    with open_readonly(tmp_path / "a.db") as store:
        assert read_account(store) == account
        assert read_raw(store, raw_of("copy").id) == raw_of("copy")


def test_the_same_account_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        first = save_account(store, sample_account(), raws=[raw_of("first")])
        before = _dump(store)
        again = save_account(store, sample_account(), raws=[raw_of("first")])
        assert (first.new_articles, first.account_changed) == (3, True)
        assert again.nothing
        assert _dump(store) == before


def test_a_rerun_replaces_the_rows_of_its_stages() -> None:
    account = sample_account()
    rerun = replace(account, findings=(), run=replace(account.run, options="other options"))
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        saved = save_account(store, rerun)
        assert (saved.new_articles, saved.changed_articles, saved.account_changed) == (0, 0, True)
        assert read_account(store) == rerun
        assert find_runs(store) == [rerun.run]


def test_a_reading_that_changed_replaces_the_rows_of_its_article() -> None:
    account = sample_account()
    reread = replace(account, readings=(replace(account.readings[0], times=()), *account.readings[1:]))
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        assert save_account(store, reread).changed_articles == 1
        assert read_account(store) == reread
        assert store.query("SELECT count(*) FROM time WHERE article = 'copy'") == [(0,)]


def test_accounts_of_different_articles_stand_side_by_side() -> None:
    account = sample_account()
    other = replace(account, run=replace(account.run, inputs="other"), findings=())
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        save_account(store, other)
        assert read_account(store, account.run.inputs) == account
        assert read_account(store, "other") == other


def test_an_account_whose_words_were_replaced_is_dropped() -> None:
    account = sample_account()
    article = replace(account.readings[0].article, text=COPY + " today")
    reworded = replace(
        account,
        readings=(replace(account.readings[0], article=article), *account.readings[1:]),
        run=replace(account.run, inputs="reworded"),
    )
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        assert save_account(store, reworded).dropped_accounts == 1
        assert read_account(store) == reworded


def test_a_moved_file_is_known_under_both_names() -> None:
    account = sample_account()
    moved = replace(account, locators=tuple((article, f"new/{where}") for article, where in account.locators))
    with open_store(IN_MEMORY) as store:
        save_account(store, account)
        assert save_account(store, moved).nothing
        assert dict(read_account(store).locators).keys() == {"copy", "first", "later"}
        assert store.query("SELECT locator FROM locator WHERE article = 'copy' ORDER BY 1") == [
            ("copy.txt",),
            ("new/copy.txt",),
        ]


_RIGHT = span("first", "Ida Brandt")


@pytest.mark.parametrize(
    "wrong",
    [
        replace(_RIGHT, start=_RIGHT.start + 1, end=_RIGHT.end + 1),
        replace(_RIGHT, quote="Ida brandt"),
        replace(_RIGHT, article="nowhere"),
        Span(article="first", start=-10, end=-1, quote="x"),
        Span(article="first", start=5, end=5, quote=""),
    ],
    ids=["moved by one", "other words", "article that is not there", "negative", "empty"],
)
def test_a_span_that_does_not_hold_is_refused_and_nothing_is_written(wrong: Span) -> None:
    account = sample_account()
    bad = replace(account.readings[1], passages=(Passage(span=wrong, role=Role.BODY),))
    with open_store(IN_MEMORY) as store:
        with pytest.raises(BrokenInvariant, match="does not stand at"):
            save_account(store, replace(account, readings=(account.readings[0], bad, account.readings[2])))
        assert store.query("SELECT count(*) FROM article") == [(0,)]


def test_an_aligned_passage_outside_its_article_is_refused() -> None:
    account = sample_account()
    far: Lineage = replace(
        account.lineage[0], aligned=(AlignedPassage(child=(0, 10_000), parent=(0, 5), verbatim=True),)
    )
    with open_store(IN_MEMORY) as store, pytest.raises(BrokenInvariant, match="lies outside article copy"):
        save_account(store, replace(account, lineage=(far,)))


def test_sql_counts_the_same_characters_as_the_records() -> None:
    with open_store(IN_MEMORY) as store:
        save_account(store, sample_account())
        words = store.query(
            "SELECT DISTINCT substr(text, time.start + 1, time.end - time.start) "
            "FROM time JOIN article ON article.id = time.article"
        )
        assert words == [("Tuesday",)]
