"""`Raw` to `Reading`: the article with its metadata, the roles of its passages, and its credits at four levels."""

from __future__ import annotations

from twosource.article.agencies import Agency
from twosource.article.credits import credit_of_byline
from twosource.article.options import ArticleOptions
from twosource.article.read import read_article
from twosource.article.settle import settle_ids

__all__ = ["Agency", "ArticleOptions", "credit_of_byline", "read_article", "settle_ids"]
