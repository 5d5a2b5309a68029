"""Sentences that stand word for word in several articles: whoever prints them last has them from somewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from twosource.model import Role, Statement
from twosource.text.quotes import find_quotes
from twosource.text.words import find_forms, find_words

_LEAST_WORDS = 10  # outside quotation marks; shorter ones are plain news in anybody's words: "No one was hurt."
_MARKS = ("“", '"', "‘", "'", "«", "„", "``")


def find_one_sentence(statements: Sequence[Statement]) -> tuple[tuple[str, ...], ...]:
    """The articles behind one claim in groups that have a sentence of it word for word.

    Policy: two who write alone do not choose ten words alike. What somebody said they may both have heard: words in
    quotation marks do not count, whichever of the articles sets them, nor does a sentence from the middle of a
    quotation, which names no speaker.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        holders[_own_words(statement)].add(statement.span.article)
    shared = {words: articles for words, articles in holders.items() if words and len(articles) > 1}
    quoted = [" ".join(find_forms(s.span.quote)) for s in statements if shared and _is_quoted(s)]
    found = (tuple(sorted(a)) for words, a in shared.items() if not any(words in spoken for spoken in quoted))
    return tuple(sorted(found))


def _own_words(statement: Statement) -> str:
    """All words of a statement where enough of them are the article's own, else none."""
    if statement.role is Role.QUOTATION or (statement.attribution is not None and not statement.frame):
        return ""
    words = find_words(statement.span.quote)
    spoken = find_quotes(statement.span.quote) if len(words) >= _LEAST_WORDS else []
    own = sum(not any(q.start <= w.start < q.end for q in spoken) for w in words)
    return " ".join(w.form for w in words) if own >= _LEAST_WORDS else ""


def _is_quoted(statement: Statement) -> bool:
    """Whether a statement opens with quotation marks, so that most of it is somebody's words."""
    return statement.role is Role.QUOTATION or statement.span.quote.startswith(_MARKS)
