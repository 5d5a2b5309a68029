"""The store: writing an account, writing it again, searching, and the way back to raw words."""

from __future__ import annotations

from functools import partial

import msgspec

from twosource.bench.harness import Case, Work
from twosource.demo import demo_articles
from twosource.engine.run import read_corpus, run_account
from twosource.model import Account
from twosource.store import IN_MEMORY, Store, open_store, save_account, search_articles, trace_record

_PER_COPY = 16  # articles in the demonstration corpus


def make_account(size: int) -> Account:
    """The account of the demonstration corpus, over and over under other ids, until it has `size` articles or more."""
    account = run_account(read_corpus([str(demo_articles())]))
    copies = [_renamed(account, str(number)) for number in range(-(-size // _PER_COPY))]
    fields = ("readings", "lineage", "descents", "stories", "claims", "findings", "voices", "locators")
    joined = {field: tuple(r for copy in copies for r in getattr(copy, field)) for field in fields}
    return msgspec.structs.replace(account, **joined)


def _renamed(account: Account, mark: str) -> Account:
    text = msgspec.json.encode(account).decode()
    names = {r.article.id for r in account.readings} | {s.id for s in account.stories}
    names |= {c.id for c in account.claims} | {f.id for f in account.findings}
    for name in names:
        text = text.replace(f'"{name}"', f'"{name}-{mark}"')
    return msgspec.json.decode(text, type=Account)


def _filled(size: int) -> tuple[Store, Account]:
    store, account = open_store(IN_MEMORY), make_account(size)
    save_account(store, account)
    return store, account


def prepare_save(size: int) -> Work:
    """An account into an empty store."""
    store, account = open_store(IN_MEMORY), make_account(size)
    return lambda: save_account(store, account).new_articles


def prepare_save_again(size: int) -> Work:
    """The same account into a store that has it."""
    store, account = _filled(size)
    return lambda: len(account.readings) if save_account(store, account).nothing else 0


def prepare_search(size: int) -> Work:
    """A hundred searches for a phrase and a word."""
    store, _ = _filled(size)
    search = partial(search_articles, store, '"grain terminal" OR treaty')
    return lambda: sum(1 for _ in range(100) if search())


def prepare_trace(size: int) -> Work:
    """From every claim to raw words."""
    store, account = _filled(size)
    return lambda: sum(1 for claim in account.claims if trace_record(store, claim.id).proofs)


CASES = (
    Case(name="store/save", what="an account into an empty store", prepare=prepare_save, sizes=(160, 1_600)),
    Case(name="store/save again", what="the same account again", prepare=prepare_save_again, sizes=(160, 1_600)),
    Case(name="store/search", what="full-text search", prepare=prepare_search, sizes=(160, 1_600), unit="searches"),
    Case(name="store/trace", what="from claims to raw words", prepare=prepare_trace, sizes=(160,), unit="claims"),
)
