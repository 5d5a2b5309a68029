"""Plain text and HTML: one article a file."""

from __future__ import annotations

from typing import BinaryIO

from twosource.ingest.options import IngestOptions
from twosource.ingest.rejection import reject
from twosource.model import MediaType, Raw, Reason, Rejected, digest_of
from twosource.text.encoding import Undecodable, decode_bytes


def read_whole(stream: BinaryIO, name: str, expected: str, *, options: IngestOptions) -> bytes | Rejected:
    """All bytes of `stream`, or the rejection of more than a file may have, with what was expected instead."""
    body = stream.read(options.max_file_bytes + 1)
    if len(body) <= options.max_file_bytes:
        return body
    limit = f"{options.max_file_bytes:,}"
    detail = f"found more than {limit} bytes, expected {expected}, or raise ingest.max_file_bytes"
    return reject(name, Reason.TOO_LARGE, detail)


def read_document(stream: BinaryIO, name: str, media_type: MediaType, *, options: IngestOptions) -> Raw | Rejected:
    """The whole of `stream` as one `Raw`, or why not: too large, empty, or in no encoding that can be read."""
    body = read_whole(stream, name, "one article; split it", options=options)
    if isinstance(body, Rejected):
        return body
    if not body.strip():
        return reject(name, Reason.EMPTY, "found no text, expected an article; check where the file came from")
    if media_type is MediaType.PLAIN and isinstance(broken := decode_bytes(body), Undecodable):
        detail = (
            f"found {broken.found} at byte {broken.offset}, expected UTF-8 or one legacy encoding; save it as UTF-8"
        )
        return reject(name, Reason.BAD_ENCODING, detail)
    return Raw(id=digest_of(media_type, body), body=body, locators=(name,), media_type=media_type)
