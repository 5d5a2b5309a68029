from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sample_account import sample_account
from twosource.errors import MigrationFailed, StoreError, StoreLocked, StoreTooNew
from twosource.store import Store, open_readonly, open_store, read_account, save_account
from twosource.store.schema import MIGRATIONS, Migration

_READER = """
import sys
from pathlib import Path
from twosource.store import open_readonly, read_account
with open_readonly(Path(sys.argv[1])) as store:
    print(len(read_account(store).readings))
"""


def _processes_that_read(path: Path, count: int) -> list[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _READER, str(path)]
    pipe = subprocess.PIPE
    return [subprocess.Popen(command, stdout=pipe, text=True) for _ in range(count)]  # noqa: S603 - our own program


def test_two_processes_read_while_one_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        save_account(store, sample_account())
        with store.transaction():
            store.query("DELETE FROM claim")
            readers = _processes_that_read(path, 2)
            answers = [reader.communicate(timeout=30)[0].strip() for reader in readers]
    assert answers == ["3", "3"]


def test_a_reader_sees_what_was_there_before_the_writer_is_done(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    account = sample_account()
    with open_store(path) as writer:
        save_account(writer, account)
        with writer.transaction():
            writer.query("DELETE FROM claim")
            with open_readonly(path) as reader:
                assert read_account(reader) == account


def test_a_second_writer_is_told_that_the_store_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as first, open_store(path, wait_ms=10) as second:
        first.query("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match="try again"):
            save_account(second, sample_account())


def test_a_store_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.query("PRAGMA user_version = 999")
    for opened in (open_store, open_readonly):
        with pytest.raises(StoreTooNew, match="version 999"):
            opened(path)


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a twosource store"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_text("an article, not a database " * 200)
    with pytest.raises(StoreError, match="not a twosource store"):
        open_store(path)
    assert path.read_text().startswith("an article")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="check that the folder is there"):
        open_store(tmp_path / "missing" / "a.db")
    with pytest.raises(StoreError, match="no such store"):
        open_readonly(tmp_path / "a.db")


def test_a_migration_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        save_account(store, sample_account())
    broken = Migration(name="half a step", statements=("CREATE TABLE half (x)", "CREATE TABLE oops ("))
    with pytest.raises(MigrationFailed, match=r"migration \d+ \(half a step\) failed, the store is as it was"):
        open_store(path, migrations=(*MIGRATIONS, broken))
    with open_store(path) as store:
        assert store.version == len(MIGRATIONS)
        assert store.query("SELECT 1 FROM sqlite_master WHERE name = 'half'") == []
        assert read_account(store) == sample_account()


def test_a_later_migration_is_applied_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    later = (*MIGRATIONS, Migration(name="a new table", statements=("CREATE TABLE extra (x)",)))
    with open_store(path) as store:
        save_account(store, sample_account())
    for _ in range(2):
        with open_store(path, migrations=later) as store:
            assert store.version == len(later)
            assert read_account(store) == sample_account()


def test_an_exception_inside_a_transaction_takes_everything_back(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        save_account(store, sample_account())
        with pytest.raises(RuntimeError):
            _delete_and_fail(store)
        assert read_account(store) == sample_account()


def _delete_and_fail(store: Store) -> None:
    with store.transaction():
        store.query("DELETE FROM article")
        raise RuntimeError
