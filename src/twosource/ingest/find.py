"""From paths to raw input: files, folders and standard input, as a stream."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Collection, Iterator, Sequence
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, cast

from twosource.ingest.document import read_document
from twosource.ingest.json_document import read_json
from twosource.ingest.jsonl import read_jsonl
from twosource.ingest.options import IngestOptions
from twosource.ingest.rejection import reject
from twosource.ingest.sniff import HEAD_BYTES, Kind, name_of_binary, sniff
from twosource.model import MediaType, Raw, Reason, Rejected

_STDIN = "-"
_DEFAULTS = IngestOptions()


def find_raws(
    paths: Sequence[str],
    *,
    options: IngestOptions = _DEFAULTS,
    stdin: BinaryIO | None = None,
    leave_out: Collection[Path] = (),
) -> Iterator[Raw | Rejected]:
    """Every piece of input under `paths`, in order; for each that cannot be read, a `Rejected` that says what to do.

    A path is a file, a folder (read through, sorted by name, hidden files passed over) or `-` for standard input. The
    absolute paths in `leave_out` are passed over, too: what a run writes into the folder it reads is no coverage.
    Policy: nothing ends the run; what is found decides over what a file is called. The same bytes found twice come
    twice: `merge_raws` makes one of them.
    """
    for path in paths:
        if path == _STDIN:
            yield from _read_stdin(stdin, options)
        elif os.path.isdir(path):  # noqa: PTH112 - False, not an error, where a folder above is closed to us
            yield from _read_folder(Path(path), options, leave_out)
        else:
            yield from _read_file(Path(path), options)


def _read_stdin(stdin: BinaryIO | None, options: IngestOptions) -> Iterator[Raw | Rejected]:
    if stdin is None:
        yield reject(_STDIN, Reason.UNREADABLE, "found no standard input, expected a pipe; pipe text or JSON Lines in")
        return
    yield from _read_stream(stdin, _STDIN, options)


def _read_folder(folder: Path, options: IngestOptions, leave_out: Collection[Path]) -> Iterator[Raw | Rejected]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    seen = [entry for entry in entries if not entry.name.startswith(".")]
    visible = [entry for entry in seen if not leave_out or Path(entry.path).resolve() not in leave_out]
    if not visible:
        yield reject(_name_of(folder), Reason.EMPTY, "found no files in the folder, expected articles; check the path")
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            yield from _read_folder(Path(entry.path), options, leave_out)
        else:
            yield from _read_file(Path(entry.path), options)


def _read_file(path: Path, options: IngestOptions) -> Iterator[Raw | Rejected]:
    try:
        if not _is_readable_kind(path.stat().st_mode):
            detail = "found a folder link, socket or device, expected a file; name the file itself"
            yield reject(_name_of(path), Reason.UNSUPPORTED, detail)
            return
        with path.open("rb") as stream:
            yield from _read_stream(stream, _name_of(path), options)
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)


def _is_readable_kind(mode: int) -> bool:
    return stat.S_ISREG(mode) or stat.S_ISFIFO(mode)


def _name_of(path: Path) -> str:
    r"""The path as text that can be written anywhere: bytes of a name that are not UTF-8 become `\xff`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _unreadable(path: Path, error: OSError | ValueError) -> Rejected:
    where = _name_of(path)
    if isinstance(error, FileNotFoundError):
        return reject(where, Reason.UNREADABLE, "found nothing there, expected a file or folder; check the path")
    if isinstance(error, PermissionError):
        advice = "run `chmod u+r` on a file, `chmod u+rx` on a folder, or leave it out"
        return reject(where, Reason.UNREADABLE, f"found no permission to read, expected a readable path; {advice}")
    found = getattr(error, "strerror", None) or str(error)
    return reject(where, Reason.UNREADABLE, f"found an error on reading ({found}); check the disk and the path")


def _read_stream(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Raw | Rejected]:
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast("Any", stream))
    head = buffered.peek(HEAD_BYTES)[:HEAD_BYTES]
    kind = sniff(head, name)
    if kind is Kind.GZIP:
        yield from _read_gzip(buffered, name, options)
    else:
        yield from _read_kind(buffered, name, kind, options)


def _read_gzip(stream: BufferedReader, name: str, options: IngestOptions) -> Iterator[Raw | Rejected]:
    """Unpacks as it reads, so that a small archive that unpacks to a huge one meets the same limits."""
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            inner = BufferedReader(cast("Any", unpacked))
            kind = sniff(inner.peek(HEAD_BYTES)[:HEAD_BYTES], name)
            yield from _read_kind(inner, name, Kind.BINARY if kind is Kind.GZIP else kind, options)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        detail = (
            f"found a damaged gzip archive ({error}), expected a whole one; what came before was read; fetch it again"
        )
        yield reject(name, Reason.UNREADABLE, detail)


def _read_kind(stream: BufferedReader, name: str, kind: Kind, options: IngestOptions) -> Iterator[Raw | Rejected]:
    if kind is Kind.JSONL:
        yield from read_jsonl(stream, name, options=options)
    elif kind is Kind.JSON:
        yield from read_json(stream, name, options=options)
    elif kind is Kind.HTML:
        yield read_document(stream, name, MediaType.HTML, options=options)
    elif kind is Kind.PLAIN:
        yield read_document(stream, name, MediaType.PLAIN, options=options)
    else:
        yield _refuse(stream.peek(HEAD_BYTES), name, kind)


def _refuse(head: bytes, name: str, kind: Kind) -> Rejected:
    if kind is Kind.EMPTY:
        return reject(name, Reason.EMPTY, "found an empty file, expected an article; check where it came from")
    if kind is Kind.BINARY:
        found = name_of_binary(head) or "a gzip archive in a gzip archive"
        return reject(name, Reason.BINARY, f"found {found}, expected text, HTML or JSON; convert it to text first")
    detail = "found a data format that is not read, expected text, HTML or JSON; convert it"
    return reject(name, Reason.UNSUPPORTED, detail)
