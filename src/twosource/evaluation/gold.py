"""Readers for gold data: JSON lines, plain or gzipped, and a digest that pins which gold a figure was measured on."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from twosource.errors import UnsupportedFormat


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of `path`, or of `path` + ".gz" where only that is there; blank lines are skipped."""
    source = path if path.exists() else path.with_name(path.name + ".gz")
    if not source.exists():
        raise UnsupportedFormat("no such gold file, expected it plain or .gz; give --data the folder", where=str(path))
    data = source.read_bytes()
    lines = (gzip.decompress(data) if source.suffix == ".gz" else data).splitlines()
    return [msgspec.json.decode(line) for line in lines if line.strip()]


def digest_of_files(paths: Iterable[Path]) -> str:
    """Sixteen hex digits over the names and bytes of the files, in order of name."""
    state = hashlib.blake2b(digest_size=8)
    for path in sorted(paths):
        state.update(path.name.encode() + b"\0" + path.read_bytes())
    return state.hexdigest()


OWN_GOLD = Path(__file__).with_name("own_gold")
"""Where the sets lie that were written for this project: a folder each, as with those of others."""


def read_own_rows(dataset: str) -> list[dict[str, Any]]:
    """The cases of a set of our own."""
    return read_rows(OWN_GOLD / dataset / "cases.jsonl")


def halves_of(rows: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The cases that rules were improved on, those that were only counted, and all: by the prefix of their figures."""
    first = [row for row in rows if row["half"] == "first"]
    second = [row for row in rows if row["half"] == "second"]
    return {"first_half": first, "second_half": second, "all": list(rows)}
