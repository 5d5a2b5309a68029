"""What is read, in which order, and what becomes of bad input."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from twosource.ingest import IngestOptions, find_raws, merge_raws
from twosource.model import MediaType, Raw, Reason, Rejected

_SMALL = IngestOptions(max_file_bytes=2_000, max_line_bytes=500)


def _read(*paths: Path, options: IngestOptions = _SMALL) -> list[Raw | Rejected]:
    return list(find_raws([str(path) for path in paths], options=options))


def _one(path: Path, options: IngestOptions = _SMALL) -> Raw | Rejected:
    (only,) = _read(path, options=options)
    return only


def _rejected(path: Path, data: bytes) -> Rejected:
    path.write_bytes(data)
    only = _one(path)
    assert isinstance(only, Rejected)
    return only


def test_a_folder_is_read_through_in_order_of_names_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "c/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Rain fell on {name}.")
    assert [Path(r.locators[0]).name for r in _read(tmp_path) if isinstance(r, Raw)] == ["a.txt", "b.txt", "d.txt"]
    assert len(_read(tmp_path)) == 3


def test_plain_text_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b" date 2024-05-01 Rain\r\nfell.\n")
    raw = _one(path)
    assert isinstance(raw, Raw)
    assert (raw.body, raw.media_type) == (b" date 2024-05-01 Rain\r\nfell.\n", MediaType.PLAIN)


def test_each_json_row_is_one_raw_with_its_line_number(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "Rain."}\n\n{"text": "Snow.", "id": "s", "mood": {"grim": true}}\n')
    raws = [raw for raw in _read(path) if isinstance(raw, Raw)]
    assert [raw.locators for raw in raws] == [(f"{path}:1",), (f"{path}:3",)]
    assert {raw.media_type for raw in raws} == {MediaType.JSON}


@pytest.mark.parametrize(
    ("data", "locators"),
    [
        (b'[{"text": "Rain."}, {"text": "Snow."}]', ["[1]", "[2]"]),
        (b'\xef\xbb\xbf[\n  {\n    "text": "Rain."\n  }\n]\n', ["[1]"]),
        (b'{\n  "text": "Rain."\n}\n', [""]),
        (b'{"text": "Rain.",\r\n "title": "R"}', [""]),
        (b'{"text": "Rain.", "tags": [\n "a"]}', [""]),
        (b'{"text": "Rain."}\n{"text": "Snow."}\n', [":1", ":2"]),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a", "a.json.gz"])
def test_json_is_read_however_it_is_laid_out(tmp_path: Path, data: bytes, locators: list[str], name: str) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    raws = [raw for raw in _read(path) if isinstance(raw, Raw)]
    assert [raw.locators for raw in raws] == [(f"{path}{at}",) for at in locators]
    assert {raw.media_type for raw in raws} == {MediaType.JSON}


def test_a_bad_item_of_a_list_is_rejected_by_its_number_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b'[{"text": "Rain."}, {"text": 5}, {"text": "Snow."}]')
    first, bad, last = _read(path)
    assert isinstance(first, Raw)
    assert isinstance(last, Raw)
    assert isinstance(bad, Rejected)
    assert (bad.what, bad.reason) == (f"{path}[2]", Reason.INVALID_RECORD)


def test_a_text_in_brackets_is_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"[Update] Rain fell.\n{Photo: Roe}\n")
    raw = _one(path)
    assert isinstance(raw, Raw)
    assert raw.media_type is MediaType.PLAIN


def test_gzipped_json_lines_are_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "Rain."}\n{"text": "Snow."}\n'))
    assert [type(found) for found in _read(path)] == [Raw, Raw]


def test_a_damaged_archive_gives_its_sound_rows_and_one_rejection(tmp_path: Path) -> None:
    rows = b"".join(b'{"text": "Rain fell on day %d."}\n' % day for day in range(2_000))
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress(rows)[:-400])
    found = _read(path)
    assert isinstance(found[-1], Rejected)
    assert found[-1].reason is Reason.UNREADABLE
    assert "damaged" in found[-1].detail


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b'{"text": "Rain."}\n', MediaType.JSON),
        (b"Rain fell.", MediaType.PLAIN),
        (b"<!DOCTYPE html><html><p>Rain.</p></html>", MediaType.HTML),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, media_type: MediaType) -> None:
    (raw,) = find_raws(["-"], stdin=io.BytesIO(data))
    assert isinstance(raw, Raw)
    assert raw.media_type is media_type
    assert raw.locators[0].startswith("-")


def test_standard_input_that_is_not_there_is_rejected() -> None:
    (only,) = find_raws(["-"], stdin=None)
    assert isinstance(only, Rejected)


def test_content_decides_over_the_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"<html><body><p>Rain.</p></body></html>")
    raw = _one(path)
    assert isinstance(raw, Raw)
    assert raw.media_type is MediaType.HTML


_BAD_FILES = {
    "an empty file": ("a.txt", b"", Reason.EMPTY),
    "only white space": ("a.txt", b" \n\t\n", Reason.EMPTY),
    "an empty list of rows": ("a.jsonl", b"\n\n", Reason.EMPTY),
    "a picture": ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), Reason.BINARY),
    "zeros": ("a", bytes(512), Reason.BINARY),
    "a PDF": ("a.pdf", b"%PDF-1.7 ...", Reason.BINARY),
    "a spreadsheet": ("a.csv", b"id,text\n1,Rain\n", Reason.UNSUPPORTED),
    "a list of numbers": ("a.json", b"[1, 2]\n", Reason.UNSUPPORTED),
    "an empty list": ("a.json", b"[ ]\n", Reason.EMPTY),
    "a list that breaks off": ("a.json", b'[{"text": "Rain."},\n', Reason.BAD_JSON),
    "a laid out object without text": ("a.json", b'{\n "title": "Rain"\n}\n', Reason.INVALID_RECORD),
    "a laid out object that breaks off": ("a.json", b'{"text": "Rain.",\n "title": "R', Reason.BAD_JSON),
    "blanks behind a list": ("a.json", b'[{"text": "Rain."}]' + b" " * 6_000, Reason.TOO_LARGE),
    "too long a list": ("a.json", b'[{"text": "' + b"Rain. " * 1_000 + b'"}]', Reason.TOO_LARGE),
    "too large a file": ("a.txt", b"Rain. " * 1_000, Reason.TOO_LARGE),
    "broken UTF-8": ("a.txt", "Žižek spoke in Kraków, naïvely".encode() + b" and then \xc3", Reason.BAD_ENCODING),
    "bytes of no encoding": ("a.txt", b"Rain fell \xff\xfe\xfd on the town.", Reason.BAD_ENCODING),
    "half of UTF-16": ("a.txt", "Rain".encode("utf-16")[:-1], Reason.BAD_ENCODING),
    "malformed JSON": ("a.jsonl", b'{"text": "Rain."\n', Reason.BAD_JSON),
    "a row that is no object": ("a.jsonl", b"[1, 2]\n", Reason.INVALID_RECORD),
    "a row without text": ("a.jsonl", b'{"title": "Rain"}\n', Reason.INVALID_RECORD),
    "a text that is a number": ("a.jsonl", b'{"text": 5}\n', Reason.INVALID_RECORD),
    "a date that is a number": ("a.jsonl", b'{"text": "Rain.", "published": 5}\n', Reason.INVALID_RECORD),
    "an empty text": ("a.jsonl", b'{"text": "  "}\n', Reason.EMPTY),
    "broken UTF-8 in a row": ("a.jsonl", b'{"text": "Rain \xc3."}\n', Reason.BAD_ENCODING),
    "half a surrogate": ("a.jsonl", b'{"text": "Rain \\ud800."}\n', Reason.BAD_JSON),
    "too long a line": ("a.jsonl", b'{"text": "' + b"Rain. " * 200 + b'"}\n', Reason.TOO_LARGE),
    "JSON nested without end": ("a.jsonl", b'{"text": "Rain.", "x": ' + b"[" * 450 + b"}\n", Reason.BAD_JSON),
}


@pytest.mark.parametrize(("name", "data", "reason"), _BAD_FILES.values(), ids=_BAD_FILES.keys())
def test_bad_input_is_rejected_by_name_with_what_was_found_and_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: Reason
) -> None:
    rejected = _rejected(tmp_path / name, data)
    assert rejected.reason is reason
    assert rejected.what.startswith(str(tmp_path / name))
    assert "expected" in rejected.detail
    assert ";" in rejected.detail, "says what to do"


def test_a_bad_line_is_named_by_its_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "Rain."}\n{"text": \n' + b"x" * 3_000 + b'\n{"text": "Snow."}\n')
    found = _read(path)
    assert [type(each) for each in found] == [Raw, Rejected, Rejected, Raw]
    assert [each.what for each in found if isinstance(each, Rejected)] == [f"{path}:2", f"{path}:3"]
    assert found[3].locators == (f"{path}:4",) if isinstance(found[3], Raw) else False


@pytest.mark.slow
def test_a_line_of_fifty_megabytes_is_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "Snow."}\n')
    assert [type(each) for each in find_raws([str(path)])] == [Rejected, Raw]


def test_a_path_with_nothing_there_is_rejected_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.")
    found = _read(tmp_path / "missing.txt", tmp_path / "a.txt")
    assert [type(each) for each in found] == [Rejected, Raw]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
@pytest.mark.parametrize("make", ["folder", "file"])
def test_what_may_not_be_read_is_rejected_with_the_command_that_helps(tmp_path: Path, make: str) -> None:
    path = tmp_path / "closed"
    path.mkdir() if make == "folder" else path.write_text("Rain.")
    path.chmod(0)
    rejected = _one(path)
    path.chmod(0o700)
    assert isinstance(rejected, Rejected)
    assert rejected.reason is Reason.UNREADABLE
    assert "chmod" in rejected.detail


def test_an_error_of_permission_is_rejected_with_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    rejected = _one(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason is Reason.UNREADABLE
    assert "chmod" in rejected.detail


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    rejected = _one(tmp_path)
    assert isinstance(rejected, Rejected)
    assert rejected.reason is Reason.EMPTY


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain fell.")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert sum(isinstance(found, Raw) for found in _read(tmp_path)) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251"])
def test_legacy_encodings_are_accepted(tmp_path: Path, encoding: str) -> None:
    words = {
        "cp1251": "Кремль сообщил в воскресенье, что визит состоится в мае, и стороны подпишут документы.",
        "cp1252": "The café in Orléans reopened on Sunday; its owner, René Lefèvre, said “enough”.",
    }.get(encoding, "Žižek spoke – at length.")
    data = words.encode(encoding)
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfe" + data if encoding == "utf-16-le" else data)
    assert isinstance(_one(path), Raw)


def test_a_name_that_is_not_utf_8_is_given_as_text_that_can_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"r\xe9sum\xe9.txt")).write_text("Rain fell.")
    raw = _one(tmp_path)
    assert isinstance(raw, Raw)
    assert raw.locators == (f"{tmp_path}/r\\xe9sum\\xe9.txt",)


def test_the_same_bytes_found_twice_are_one_raw_with_two_sorted_places(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text("Rain fell.")
    raws = [raw for raw in _read(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path) if isinstance(raw, Raw)]
    (merged,) = merge_raws(raws)
    assert merged.locators == (str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
