"""Opening a store: the file, its mode, its version, and transactions on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType

from twosource.errors import MigrationFailed, StoreError, StoreLocked, StoreTooNew
from twosource.store.schema import APPLICATION_ID, MIGRATIONS, Migration

IN_MEMORY = Path(":memory:")
"""A store that lives as long as the object that holds it."""

_WAIT_MS = 10_000  # a writer holds the store while one account is written; 1,008 short articles took 3.4 s


class Store(AbstractContextManager["Store"]):
    """An open store. Close it, or use it in a `with`; every change happens inside `transaction()`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self.path = path
        self._connection = connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """All rows of one statement."""
        with _told(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def fill(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """The same statement for every row."""
        with _told(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: an exception takes back every change made inside."""
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        with _told(self.path):
            self._connection.execute("COMMIT")

    @property
    def version(self) -> int:
        """How many migrations the store has applied."""
        return _number(self.query("PRAGMA user_version"))


def open_store(path: Path, *, migrations: Sequence[Migration] = MIGRATIONS, wait_ms: int = _WAIT_MS) -> Store:
    """The store at `path`, open for writing: created where there is none, brought up to date where it is older.

    One writer at a time; readers go on reading what was there before. Raises `StoreTooNew` for a store of a later
    version, `StoreLocked` where another process keeps it locked for longer than `wait_ms`, `MigrationFailed` where a
    step fails (the store is then as it was), and `StoreError` for a file that is no store.

    >>> with open_store(IN_MEMORY) as store:
    ...     store.version == len(MIGRATIONS)
    True
    """
    with _told(path):
        store = Store(sqlite3.connect(path, isolation_level=None, timeout=wait_ms / 1000), path)
    try:
        _refuse_strangers(store, len(migrations))
        if store.version < len(migrations):
            store.query("PRAGMA journal_mode = WAL")
            _migrate(store, migrations)
        store.query("PRAGMA synchronous = NORMAL")
    except BaseException:
        store.close()
        raise
    return store


def open_readonly(path: Path, *, wait_ms: int = _WAIT_MS) -> Store:
    """The store at `path`, for reading only, also while another process writes to it.

    Raises `StoreError` where there is none, or where it is older than this version and must be opened for writing once.
    """
    if not path.is_file():
        raise StoreError(f"{path}: no such store; `twosource report PATH --db {path}` makes one")
    with _told(path):
        uri = f"{path.resolve().as_uri()}?mode=ro"
        store = Store(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=wait_ms / 1000), path)
    try:
        _refuse_strangers(store, len(MIGRATIONS))
        _refuse_older(store)
    except BaseException:
        store.close()
        raise
    return store


def _refuse_strangers(store: Store, known: int) -> None:
    """No database of somebody else, and none of a later version, is ever touched."""
    tables = _number(store.query("SELECT count(*) FROM sqlite_master"))
    mark = _number(store.query("PRAGMA application_id"))
    if tables and mark != APPLICATION_ID:
        raise StoreError(f"{store.path}: a database, but not a twosource store; give another file")
    if store.version > known:
        raise StoreTooNew(
            f"{store.path}: the store has version {store.version}, this twosource knows up to {known}; "
            "install a later twosource, or give another file"
        )


def _refuse_older(store: Store) -> None:
    if store.version < len(MIGRATIONS):
        raise StoreError(
            f"{store.path}: an older store, or none; `twosource report PATH --db {store.path}` brings it up to date"
        )


def _migrate(store: Store, migrations: Sequence[Migration]) -> None:
    for number, migration in enumerate(migrations, start=1):
        if number > store.version:
            _apply(store, number, migration)


def _apply(store: Store, number: int, migration: Migration) -> None:
    """One migration in one transaction; another process may have applied it while we waited for the lock."""
    try:
        with store.transaction():
            if store.version >= number:
                return
            for statement in migration.statements:
                store.query(statement)
            store.query(f"PRAGMA application_id = {APPLICATION_ID}")
            store.query(f"PRAGMA user_version = {number}")
    except StoreLocked:
        raise
    except StoreError as error:
        message = f"{store.path}: migration {number} ({migration.name}) failed, the store is as it was: {error}"
        raise MigrationFailed(message) from error


def _number(rows: list[tuple[object, ...]]) -> int:
    value = rows[0][0]
    return value if isinstance(value, int) else 0


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """SQLite's errors as ours, with what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreLocked(f"{path}: another process is writing to it; try again when it is done") from error
        raise StoreError(f"{path}: {error}; check that the folder is there and can be written to") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: {error}; not a twosource store, or damaged: give another file") from error
