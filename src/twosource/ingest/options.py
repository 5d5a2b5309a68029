"""What a user may set about reading input."""

from __future__ import annotations

from twosource.model import Record


class IngestOptions(Record, frozen=True, kw_only=True):
    """Limits on what is read. They bound memory: no input is held whole beyond them."""

    max_file_bytes: int = 16_000_000
    """Text and HTML files: 160 times the longest of 27,805 development articles, because pages carry scripts."""
    max_line_bytes: int = 8_000_000
    """One line of JSON Lines: 80 times the longest of 27,805 development rows, which has 101,181 bytes."""
