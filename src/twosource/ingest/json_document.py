"""JSON that is no JSON Lines: one article as an object, or a list of them, however it is laid out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from twosource.ingest.document import read_whole
from twosource.ingest.jsonl import malformed, read_row
from twosource.ingest.options import IngestOptions
from twosource.ingest.rejection import reject
from twosource.model import Raw, Reason, Rejected

_ITEMS = msgspec.json.Decoder(list[msgspec.Raw])


def read_json(stream: BinaryIO, name: str, *, options: IngestOptions) -> Iterator[Raw | Rejected]:
    """A `Raw` for the object in `stream`, its locator `name`, or for each of a list of them, `name[1]` and so on.

    The file is held whole, so it meets the limit of a file; what has no end in sight belongs in JSON Lines.
    """
    whole = read_whole(stream, name, "fewer; write one object a line", options=options)
    if isinstance(whole, Rejected):
        yield whole
        return
    body = whole.removeprefix(b"\xef\xbb\xbf").strip()
    if body.startswith(b"["):
        yield from _read_list(body, name)
    else:
        yield read_row(body, name)


def _read_list(body: bytes, name: str) -> Iterator[Raw | Rejected]:
    try:
        items = _ITEMS.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield malformed(body, name, str(error))
        return
    for number, item in enumerate(items, start=1):
        yield read_row(bytes(item), f"{name}[{number}]")
    if not items:
        yield reject(name, Reason.EMPTY, "found an empty list, expected articles; check the export")
