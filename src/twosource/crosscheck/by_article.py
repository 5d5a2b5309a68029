"""The statements of a story, article by article."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.model import Statement


def group_by_article(statements: Iterable[Statement], articles: Iterable[str]) -> dict[str, list[Statement]]:
    """The statements of each article, in order of the articles' ids and as they come; some articles have none."""
    told: dict[str, list[Statement]] = {article: [] for article in sorted(articles)}
    for statement in statements:
        told[statement.span.article].append(statement)
    return told
