"""What a user may set about reading input."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from twosource.model import Record


class IngestOptions(Record, frozen=True, kw_only=True):
    """Limits on what is read. They bound memory: no input is held whole beyond them."""

    max_file_bytes: Annotated[int, Meta(ge=1, description="a text, HTML or JSON file with more bytes is not read")] = (
        16_000_000
    )
    # 160 times the longest of 27,805 development articles, because pages carry scripts.
    max_line_bytes: Annotated[int, Meta(ge=1, description="a line of JSON Lines with more bytes is not read")] = (
        8_000_000
    )
    # 80 times the longest of 27,805 development rows, which has 101,181 bytes.
