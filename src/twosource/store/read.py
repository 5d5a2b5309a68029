"""Reading back: accounts, readings and raw bytes, exactly as they were written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from twosource.errors import StoreError
from twosource.model import (
    Account,
    Article,
    Attribution,
    Claim,
    Credit,
    CreditLevel,
    Descent,
    EntityKind,
    EntityMention,
    Finding,
    Lineage,
    MediaType,
    Passage,
    QuantityMention,
    Raw,
    Reading,
    Reason,
    Rejected,
    Relation,
    Role,
    Run,
    Span,
    Story,
    TimeMention,
    Voice,
    digest_of_record,
    is_unseen,
    span_of,
)
from twosource.stage import Earlier
from twosource.store.connect import Store

R = TypeVar("R")


def find_runs(store: Store) -> list[Run]:
    """The run behind every account in the store, in order of the account's key."""
    return [_decoded(row[0], Run) for row in store.query("SELECT body FROM run ORDER BY account")]


def read_account(store: Store, inputs: str | None = None) -> Account:
    """The account of the articles whose digest is `inputs`; without one, the only account there is.

    Raises `StoreError` where there is no such account, or where there are several and none was named.
    """
    run = _choose_run(store, inputs)
    key = run.inputs
    articles = _column(store, "SELECT article FROM account_article WHERE account = ? ORDER BY article", key)
    return Account(
        run=run,
        readings=tuple(read_reading(store, article) for article in articles),
        lineage=_bodies(store, "lineage", key, Lineage),
        descents=_descents(store, key),
        stories=_bodies(store, "story", key, Story),
        claims=_bodies(store, "claim", key, Claim),
        findings=_bodies(store, "finding", key, Finding),
        voices=_voices(store, key),
        rejected=_rejected(store, key),
        locators=tuple((article, where) for article in articles for where in locators_of(store, article)),
    )


def _choose_run(store: Store, inputs: str | None) -> Run:
    runs = [run for run in find_runs(store) if inputs is None or run.inputs == inputs]
    if len(runs) != 1:
        found = f"{len(runs)} accounts" if inputs is None else f"no account {inputs}"
        raise StoreError(f"{store.path}: {found}, expected one; its table `run` lists them")
    return runs[0]


def find_earlier(store: Store, readings: Sequence[Reading], *, like: Run) -> Earlier[Lineage] | None:
    """What the account that has most of these articles, as they are now, has compared; None where none has any.

    Only accounts by the same version of every stage and with the same options count. An account that was stored before
    the digests of its articles were kept has none of them.
    """
    now = {reading.article.id: digest_of_record(reading) for reading in readings}
    found = []
    for run in find_runs(store):
        if (run.version, run.options, run.stages) == (like.version, like.options, like.stages):
            rows = store.query("SELECT article, reading FROM account_article WHERE account = ?", (run.inputs,))
            states = {str(article): str(reading) for article, reading in rows}
            shared = sum(states.get(article) == state for article, state in now.items())
            found.append((shared, run.inputs, states))
    shared, account, states = max(found, key=lambda f: f[:2], default=(0, "", {}))
    if not shared:
        return None
    edges = _bodies(store, "lineage", account, Lineage)
    return Earlier(states=states, edges=[edge for edge in edges if not is_unseen(edge.parent)])


def read_reading(store: Store, article: str) -> Reading:
    """One article with everything marked in it. Raises `StoreError` where it is not in the store."""
    rows = store.query("SELECT text, body FROM article WHERE id = ?", (article,))
    if not rows:
        raise StoreError(f"{store.path}: no article {article}; its table `article` lists them")
    found = msgspec.structs.replace(_decoded(rows[0][1], Article), text=str(rows[0][0]))
    return Reading(
        article=found,
        passages=_passages(store, found),
        credits=_credits(store, found),
        times=_bodies(store, "time", article, TimeMention, owner="article"),
        entities=_entities(store, found),
        quantities=_bodies(store, "quantity", article, QuantityMention, owner="article"),
        attributions=_bodies(store, "attribution", article, Attribution, owner="article"),
    )


def read_raw(store: Store, raw: str) -> Raw | None:
    """The bytes that an article was made of, None where they were not kept."""
    rows = store.query("SELECT media_type, body FROM raw WHERE id = ?", (raw,))
    if not rows:
        return None
    sql = "SELECT locator FROM locator JOIN article ON article.id = locator.article WHERE article.raw = ? ORDER BY 1"
    locators = tuple(_column(store, sql, raw))
    body = rows[0][1]
    return Raw(
        id=raw,
        body=body if isinstance(body, bytes) else b"",
        locators=locators,
        media_type=MediaType(str(rows[0][0])),
    )


def locators_of(store: Store, article: str) -> list[str]:
    """Every file or address the article was found at, sorted."""
    return _column(store, "SELECT locator FROM locator WHERE article = ? ORDER BY locator", article)


def _passages(store: Store, article: Article) -> tuple[Passage, ...]:
    sql = "SELECT start, end, role, repeats FROM passage WHERE article = ? ORDER BY place"
    rows = store.query(sql, (article.id,))
    return tuple(Passage(span=_span(article, row), role=Role(str(row[2])), repeats=bool(row[3])) for row in rows)


def _credits(store: Store, article: Article) -> tuple[Credit, ...]:
    sql = "SELECT start, end, agency, level FROM credit WHERE article = ? ORDER BY place"
    rows = store.query(sql, (article.id,))
    return tuple(Credit(span=_span(article, row), agency=str(row[2]), level=CreditLevel(str(row[3]))) for row in rows)


def _entities(store: Store, article: Article) -> tuple[EntityMention, ...]:
    sql = "SELECT start, end, kind, entity, role, speaks_for FROM entity WHERE article = ? ORDER BY place"
    return tuple(
        EntityMention(
            span=_span(article, row),
            kind=EntityKind(str(row[2])),
            entity=str(row[3]),
            role=_optional(row[4]),
            speaks_for=_optional(row[5]),
        )
        for row in store.query(sql, (article.id,))
    )


def _descents(store: Store, account: str) -> tuple[Descent, ...]:
    columns = "article, text, origin, family, parent, relation, agency"
    sql = f"SELECT {columns} FROM descent WHERE account = ? ORDER BY place"  # noqa: S608 - columns of our own
    return tuple(
        Descent(
            article=str(row[0]),
            text=str(row[1]),
            origin=str(row[2]),
            family=_optional(row[3]),
            parent=_optional(row[4]),
            relation=None if row[5] is None else Relation(str(row[5])),
            agency=_optional(row[6]),
        )
        for row in store.query(sql, (account,))
    )


def _voices(store: Store, account: str) -> tuple[tuple[str, Voice], ...]:
    rows = store.query("SELECT story, body FROM voice WHERE account = ? ORDER BY place", (account,))
    return tuple((str(story), _decoded(body, Voice)) for story, body in rows)


def _rejected(store: Store, account: str) -> tuple[Rejected, ...]:
    rows = store.query("SELECT what, stage, reason, detail FROM rejected WHERE account = ? ORDER BY place", (account,))
    return tuple(
        Rejected(what=str(what), stage=str(stage), reason=Reason(str(reason)), detail=str(detail))
        for what, stage, reason, detail in rows
    )


def _bodies(store: Store, table: str, key: str, kind: type[R], *, owner: str = "account") -> tuple[R, ...]:
    sql = f"SELECT body FROM {table} WHERE {owner} = ? ORDER BY place"  # noqa: S608 - names of our own
    return tuple(_decoded(row[0], kind) for row in store.query(sql, (key,)))


def _decoded(body: object, kind: type[R]) -> R:
    return msgspec.json.decode(str(body), type=kind)


def _column(store: Store, sql: str, key: str) -> list[str]:
    return [str(row[0]) for row in store.query(sql, (key,))]


def _span(article: Article, row: tuple[object, ...]) -> Span:
    start, end = row[0], row[1]
    assert isinstance(start, int) and isinstance(end, int)  # noqa: S101, PT018 - the columns are INTEGER NOT NULL
    return span_of(article, start, end)


def _optional(value: object) -> str | None:
    return None if value is None else str(value)
