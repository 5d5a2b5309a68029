"""What a user may set about making articles."""

from __future__ import annotations

from twosource.article.agencies import Agency
from twosource.model import Record


class ArticleOptions(Record, frozen=True, kw_only=True):
    """Settings of the article stage."""

    agencies: tuple[Agency, ...] = ()
    """News agencies beside the shipped list; one with the name of a shipped one takes its place."""
    min_html_words: int = 25
    """An HTML page from which fewer words come is no article but a log-in wall, a list of links or an error: 99 of 100
    articles in three development sets have 59 words or more. No set of pages is at hand to measure on."""
