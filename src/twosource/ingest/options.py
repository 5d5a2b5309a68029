"""What a user may set about reading input."""

from __future__ import annotations

from twosource.model import Record


class IngestOptions(Record, frozen=True, kw_only=True):
    """Limits on what is read. They bound memory: no input is held whole beyond them."""

    max_file_bytes: int = 16_000_000
    """Text and HTML files; the longest of 39,000 development articles has 0.2 MB, the heaviest news pages 5 MB."""
    max_line_bytes: int = 8_000_000
    """One line of JSON Lines; 40 times the longest development article."""
