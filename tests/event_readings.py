"""Short articles read by the news model, for tests of events."""

from __future__ import annotations

from functools import cache

from twosource.evaluation.alignment import read_grammar
from twosource.model import Reading


def read_lines(*lines: str) -> list[Reading]:
    """One sentence an article, the articles named a, b, c and so on."""
    return [_read(chr(97 + number), line) for number, line in enumerate(lines)]


@cache
def _read(name: str, line: str) -> Reading:
    return read_grammar(name, line)
