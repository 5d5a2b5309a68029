"""Writing an account: everything checked first, then all of it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from twosource.errors import BrokenInvariant
from twosource.model import Account, Lineage, Raw, Reading, Record, digest_of, digest_of_record, spans_of
from twosource.store.connect import Store
from twosource.store.rows import BETWEEN, WITHIN, Row, article_row, as_json

_ARTICLE = "INSERT INTO article (id, raw, text, title, byline, outlet, url, published, language, digest, body) VALUES "


class Saved(Record, frozen=True, kw_only=True):
    """What writing an account changed."""

    new_articles: int
    changed_articles: int
    """Stored before with other words or other marks on them, and replaced."""
    dropped_accounts: int
    """Earlier accounts that rested on words which are no longer there."""
    account_changed: bool

    @property
    def nothing(self) -> bool:
        """Whether the store holds exactly what it held before."""
        return not (self.new_articles or self.changed_articles or self.account_changed)


def save_account(store: Store, account: Account, *, raws: Iterable[Raw] = ()) -> Saved:
    """Everything in the account, in one transaction: the same account again changes nothing.

    Rows of an article are replaced where its reading differs from the stored one; rows between articles are replaced
    where the same articles were accounted for differently. An account of other articles stands beside it untouched,
    except one that rests on an article whose text has changed: its evidence no longer holds, so it is dropped.

    Raises `BrokenInvariant` where a span does not equal the article's text at its place; nothing is written then.
    """
    check_spans(account)
    digests = {reading.article.id: digest_of_record(reading) for reading in account.readings}
    with store.transaction():
        _add_raws(store, raws)
        new, changed, dropped = _save_readings(store, account.readings, digests)
        _add_locators(store, account.locators)
        account_changed = _save_between(store, account, digests)
    return Saved(new_articles=new, changed_articles=changed, dropped_accounts=dropped, account_changed=account_changed)


def check_spans(account: Account) -> None:
    """Raise `BrokenInvariant`, naming the record, where any span or aligned passage does not hold in its article."""
    texts = {reading.article.id: reading.article.text for reading in account.readings}
    records: list[msgspec.Struct] = [*account.readings, *account.claims, *account.findings]
    for record in records:
        for span in spans_of(record):
            if not span.holds_in(texts.get(span.article, "")):
                where = f"{span.start}..{span.end} of article {span.article}"
                raise BrokenInvariant(
                    f"{type(record).__name__} {_name_of(record)}: {span.quote!r} does not stand at {where}; "
                    "nothing was written, please report it with the article"
                )
    for edge in account.lineage:
        _check_aligned(edge, texts)


def _name_of(record: msgspec.Struct) -> str:
    return record.article.id if isinstance(record, Reading) else str(getattr(record, "id", ""))


def _check_aligned(edge: Lineage, texts: Mapping[str, str]) -> None:
    for passage in edge.aligned:
        for article, (start, end) in ((edge.child, passage.child), (edge.parent, passage.parent)):
            if not 0 <= start < end <= len(texts.get(article, "")):
                raise BrokenInvariant(
                    f"Lineage {edge.child} from {edge.parent}: passage {start}..{end} lies outside article {article}; "
                    "nothing was written, please report it with the articles"
                )


def _add_raws(store: Store, raws: Iterable[Raw]) -> None:
    rows = [(r.id, r.media_type, r.fetched.isoformat() if r.fetched else None, r.body) for r in raws]
    store.fill("INSERT OR IGNORE INTO raw VALUES (?, ?, ?, ?)", rows)


def _add_locators(store: Store, locators: Iterable[tuple[str, str]]) -> None:
    """Every place an article was ever found at stays known."""
    store.fill("INSERT OR IGNORE INTO locator VALUES (?, ?)", list(locators))


def _save_readings(store: Store, readings: Sequence[Reading], digests: Mapping[str, str]) -> tuple[int, int, int]:
    """How many articles are new, how many changed, and how many accounts were dropped for it."""
    stored = _stored_articles(store, [r.article.id for r in readings])
    new = [r for r in readings if r.article.id not in stored]
    changed = [r for r in readings if r.article.id in stored and stored[r.article.id][1] != digests[r.article.id]]
    reworded = [r.article.id for r in changed if stored[r.article.id][0] != r.article.text]
    dropped = _drop_accounts_with(store, reworded)
    _drop_articles(store, [r.article.id for r in changed])
    for reading in (*new, *changed):
        _insert(store, _ARTICLE, [article_row(reading, digest=digests[reading.article.id])])
        for table, rows in WITHIN.items():
            _insert_placed(store, table, reading.article.id, rows(reading))
    return len(new), len(changed), dropped


def _stored_articles(store: Store, ids: Iterable[str]) -> dict[str, tuple[object, object]]:
    """Text and digest of those that are stored already."""
    found = (store.query("SELECT id, text, digest FROM article WHERE id = ?", (i,)) for i in ids)
    return {str(rows[0][0]): (rows[0][1], rows[0][2]) for rows in found if rows}


def _drop_articles(store: Store, ids: Sequence[str]) -> None:
    keys = [(i,) for i in ids]
    store.fill("DELETE FROM article WHERE id = ?", keys)
    for table in WITHIN:
        store.fill(f"DELETE FROM {table} WHERE article = ?", keys)  # noqa: S608 - table names of our own


def _drop_accounts_with(store: Store, articles: Iterable[str]) -> int:
    sql = "SELECT account FROM account_article WHERE article = ?"
    accounts = {str(row[0]) for article in articles for row in store.query(sql, (article,))}
    for account in accounts:
        _drop_account(store, account)
    return len(accounts)


def _drop_account(store: Store, account: str) -> None:
    for table in ("run", "account_article", *BETWEEN):
        store.query(f"DELETE FROM {table} WHERE account = ?", (account,))  # noqa: S608 - table names of our own


def _save_between(store: Store, account: Account, digests: Mapping[str, str]) -> bool:
    """Whether anything between articles is other than it was."""
    key = account.run.inputs
    run = (
        key,
        account.run.id,
        account.run.version,
        account.run.options,
        _digest_between(account),
        as_json(account.run),
    )
    if store.query("SELECT * FROM run WHERE account = ?", (key,)) == [run]:
        return False
    _drop_account(store, key)
    _insert(store, "INSERT INTO run VALUES ", [run])
    _insert(store, "INSERT INTO account_article VALUES ", [(key, *row) for row in digests.items()])
    for table, rows in BETWEEN.items():
        _insert_placed(store, table, key, rows(account))
    return True


def _digest_between(account: Account) -> str:
    parts = (account.lineage, account.descents, account.stories, account.claims, account.findings, account.voices)
    return digest_of(*(msgspec.json.encode(part) for part in (*parts, account.rejected)))


def _insert_placed(store: Store, table: str, key: str, rows: Iterator[Row]) -> None:
    placed = [(key, place, *row) for place, row in enumerate(rows)]
    _insert(store, f"INSERT INTO {table} VALUES ", placed)  # noqa: S608 - table names of our own


def _insert(store: Store, statement: str, rows: Sequence[Row]) -> None:
    if rows:
        store.fill(f"{statement}({', '.join('?' * len(rows[0]))})", rows)
