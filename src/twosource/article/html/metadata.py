"""What a page states about its article: JSON-LD, OpenGraph and meta tags, in that order of trust."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# The types of schema.org that carry a story: NewsArticle and its kinds, BlogPosting and its kinds, Report.
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting)$|^Report$")
_META_KEYS = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title", "headline", "sailthru.title"),
    "byline": ("author", "article:author_name", "byl", "dc.creator", "parsely-author", "dcterms.creator"),
    "published": (
        "article:published_time", "datepublished", "date", "pubdate", "dc.date", "dcterms.created", "parsely-pub-date",
        "publish-date", "publishdate", "sailthru.date", "dc.date.issued", "article.published", "og:published_time",
    ),
    "modified": ("article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site"),
    "url": ("og:url", "twitter:url"),
    "credit": ("dc.source", "source", "article:source", "news_source", "copyright"),
    "language": ("og:locale", "content-language", "language", "dc.language"),
}  # fmt: skip
_MAX_VALUE_CHARS = 500


@dataclass(frozen=True, kw_only=True)
class PageMetadata:
    """Fields that a page states; None where it states none."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    url: str | None = None
    credit: str | None = None
    language: str | None = None
    body: str | None = None
    """The article's own words, where JSON-LD carries them."""


def read_metadata(tree: Any) -> PageMetadata:
    """The metadata of a parsed page: JSON-LD first, meta tags where it is silent, the page's own elements last."""
    linked = _from_json_ld(tree)
    stated = _from_meta(tree)
    shown = _from_elements(tree)
    fields = {
        name: linked.get(name) or stated.get(name) or shown.get(name) for name in PageMetadata.__dataclass_fields__
    }
    return PageMetadata(**fields)


def _from_json_ld(tree: Any) -> dict[str, str]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        for node in _nodes_of(script.text or ""):
            if _is_article(node):
                return _article_fields(node)
    return {}


def _nodes_of(script: str) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD script, graphs and lists opened; nothing from a script that is not JSON."""
    try:
        waiting: list[Any] = [json.loads(script.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            yield node
            waiting.extend(value for key, value in node.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE_TYPES.search(kind) for kind in named)


def _article_fields(node: dict[str, Any]) -> dict[str, str]:
    page = node.get("mainEntityOfPage")
    found = {
        "title": _words(node.get("headline")) or _words(node.get("name")),
        "byline": _names(node.get("author")) or _names(node.get("creator")),
        "published": _words(node.get("datePublished")) or _words(node.get("dateCreated")),
        "modified": _words(node.get("dateModified")),
        "outlet": _names(node.get("publisher")) or _names(node.get("sourceOrganization")),
        "url": _words(node.get("url")) or _words(page.get("@id") if isinstance(page, dict) else page),
        "credit": _words(node.get("creditText")) or _names(node.get("provider")) or _names(node.get("copyrightHolder")),
        "language": _words(node.get("inLanguage")),
        "body": node.get("articleBody") if isinstance(node.get("articleBody"), str) else None,
    }
    return {name: value for name, value in found.items() if value}


def _words(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split())[:_MAX_VALUE_CHARS] or None if isinstance(value, str) else None


def _names(value: object) -> str | None:
    """Names of people or organisations, however they are nested; links to author pages are not names."""
    if isinstance(value, dict):
        return _words(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := _names(item)))) or None
    words = _words(value)
    return None if words and words.startswith(("http://", "https://")) else words


def _from_meta(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for tag in tree.iterfind(".//meta"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        value = _names(tag.get("content")) if key.endswith("author") else _words(tag.get("content"))
        if key and value:
            values.setdefault(key, value)
    return {
        field: value
        for field, keys in _META_KEYS.items()
        if (value := next((values[key] for key in keys if key in values), None))
    }


def _from_elements(tree: Any) -> dict[str, str]:
    """What only the page's own elements say: its heading, its byline, its first machine-readable time."""
    found = {
        "title": _text_of(tree, ".//h1") or _text_of(tree, ".//title"),
        "byline": _text_of(tree, ".//*[@rel='author']") or _by_class(tree, "byline") or _by_class(tree, "author"),
        "published": _attribute(tree, ".//time[@datetime]", "datetime"),
        "url": _attribute(tree, ".//link[@rel='canonical']", "href"),
        "credit": _by_class(tree, "source") or _by_class(tree, "credit-line"),
        "language": tree.get("lang"),
    }
    return {name: value for name, value in found.items() if value}


def _text_of(tree: Any, path: str) -> str | None:
    element = tree.find(path)
    return _words("".join(element.itertext())) if element is not None else None


def _by_class(tree: Any, name: str) -> str | None:
    pattern = re.compile(rf"(?:^|[\s_-]){name}(?:$|[\s_-])", re.IGNORECASE)
    for element in tree.iter("span", "p", "div", "a", "address"):
        if pattern.search(element.get("class") or ""):
            words = _words("".join(element.itertext()))
            if words and len(words) <= 160:
                return words
    return None


def _attribute(tree: Any, path: str, name: str) -> str | None:
    element = tree.find(path)
    return _words(element.get(name)) if element is not None else None
