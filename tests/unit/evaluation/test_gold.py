from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from twosource.errors import UnsupportedFormat
from twosource.evaluation.gold import digest_of_files, read_rows


def test_rows_are_read_plain_or_gzipped_and_a_missing_file_is_named(tmp_path: Path) -> None:
    lines = b'{"id": "a"}\n\n{"id": "b"}\n'
    (tmp_path / "plain.jsonl").write_bytes(lines)
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(lines))
    for name in ("plain.jsonl", "packed.jsonl"):
        assert read_rows(tmp_path / name) == [{"id": "a"}, {"id": "b"}]
    with pytest.raises(UnsupportedFormat, match=r"gone\.jsonl"):
        read_rows(tmp_path / "gone.jsonl")


def test_the_digest_knows_names_and_bytes_and_no_order(tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    first.write_text("1")
    second.write_text("2")
    before = digest_of_files([first, second])
    assert digest_of_files([second, first]) == before
    first.write_text("3")
    assert digest_of_files([first, second]) != before
    first.write_text("1")
    assert digest_of_files([first.rename(tmp_path / "a2.json"), second]) != before
