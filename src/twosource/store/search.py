"""Full-text search over every article in the store."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.errors import ConfigError, StoreError
from twosource.model import Record, Span
from twosource.store.connect import Store

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # noncharacters, which Unicode keeps out of all text that is interchanged
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")

_SEARCH = f"""
SELECT article.id, article.title, article.text, highlight(article_words, 1, '{_OPEN}', '{_CLOSE}')
FROM article_words JOIN article ON article.number = article_words.rowid
WHERE article_words MATCH ? ORDER BY article_words.rank, article.id LIMIT ?
"""  # noqa: S608 - two characters of our own


class Hit(Record, frozen=True, kw_only=True):
    """One article that answers a search, and the exact words in its text that do."""

    article: str
    title: str | None
    spans: tuple[Span, ...]
    """Empty where only the title answers."""


def search_articles(store: Store, query: str, *, limit: int = 20) -> list[Hit]:
    """The articles that answer the query, best first.

    The query is FTS5's: words are all required, `"a phrase"`, `OR`, `NOT`, `NEAR(a b, 5)`, `begin*`, `title: word`.
    Case and accents do not matter. Raises `ConfigError` for a query that cannot be read.
    """
    try:
        rows = store.query(_SEARCH, (query, limit))
    except StoreError as error:
        raise ConfigError(
            "not a query",
            option="search",
            given=query,
            allowed='words, "a phrase", OR, NOT, begin*; put words with punctuation in quotation marks',
        ) from error
    return [
        Hit(
            article=str(article),
            title=None if title is None else str(title),
            spans=tuple(span for span in _spans(str(article), str(marked)) if span.holds_in(str(text))),
        )
        for article, title, text, marked in rows
    ]


def _spans(article: str, marked: str) -> Iterator[Span]:
    """Where the marks stood, in offsets of the text without them."""
    for number, match in enumerate(_MARKED.finditer(marked)):
        start = match.start() - 2 * number
        yield Span(article=article, start=start, end=start + len(match.group(1)), quote=match.group(1))
