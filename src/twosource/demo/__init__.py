"""The demonstration corpus: sixteen invented articles as package data, and what must be found in them."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["demo_articles", "demo_expectation"]


def demo_articles() -> Path:
    """The folder of the demonstration corpus: plain text files and one JSONL feed, as a reporter would have them.

    >>> sorted(path.suffix for path in demo_articles().iterdir())[0]
    '.jsonl'
    """
    return Path(str(files("twosource.demo"))) / "articles"


def demo_expectation() -> Path:
    """The file that says what must be found in the demonstration corpus.

    >>> demo_expectation().name
    'expected.json'
    """
    return Path(str(files("twosource.demo"))) / "expected.json"
