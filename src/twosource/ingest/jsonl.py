"""JSON Lines: one article a line, read as a stream, each bad line rejected with its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from twosource.ingest.options import IngestOptions
from twosource.ingest.rejection import reject
from twosource.model import MediaType, Raw, Reason, Rejected, digest_of
from twosource.model.input_row import InputRow

__all__ = ["InputRow", "malformed", "read_jsonl", "read_row"]

_DECODER = msgspec.json.Decoder(InputRow)


def read_jsonl(stream: BinaryIO, name: str, *, options: IngestOptions) -> Iterator[Raw | Rejected]:
    """A `Raw` for each row of `stream`, its locator `name:line`; a `Rejected` for each line that is no row.

    Blank lines are skipped and counted in the numbering. A line over the limit is skipped without being held whole.
    """
    rows = 0
    for number, line in enumerate(_lines(stream, options.max_line_bytes), start=1):
        where = f"{name}:{number}"
        if line is None:
            rows += 1
            yield _too_long(where, options.max_line_bytes)
        elif line.strip():
            rows += 1
            yield read_row(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line, where)
    if rows == 0:
        yield reject(name, Reason.EMPTY, "found no rows, expected one JSON object a line; check the export")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of `stream`, None for one of more than `limit` bytes."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
            pass
        yield None


def _too_long(where: str, limit: int) -> Rejected:
    return reject(
        where,
        Reason.TOO_LARGE,
        f"found a line of more than {limit:,} bytes, expected one article a line; "
        "split the row, or raise ingest.max_line_bytes",
    )


def read_row(line: bytes, where: str) -> Raw | Rejected:
    """The `Raw` of one JSON object, or why it is no row."""
    body = line.strip()
    try:
        row = _DECODER.decode(body)
    except msgspec.ValidationError as error:
        return reject(
            where, Reason.INVALID_RECORD, f"{error}; expected an object with a string `text`; correct the row"
        )
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return malformed(body, where, str(error))
    if not row.text.strip():
        return reject(
            where, Reason.EMPTY, "found an empty `text`, expected the article's words; fill it or drop the row"
        )
    return Raw(id=digest_of(MediaType.JSON, body), body=body, locators=(where,), media_type=MediaType.JSON)


def malformed(body: bytes, where: str, error: str) -> Rejected:
    """What is wrong with bytes that are no JSON: the byte that is no UTF-8, or what stands where JSON has none."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as broken:
        detail = f"found byte 0x{body[broken.start]:02x} at {broken.start} of it, expected UTF-8; save it as UTF-8"
        return reject(where, Reason.BAD_ENCODING, detail)
    return reject(where, Reason.BAD_JSON, f"found malformed JSON ({error}), expected one object; correct it")
