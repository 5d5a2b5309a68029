"""From the bytes of a page to a draft whose text has a place for everything: title, byline, credit, date, story."""

from __future__ import annotations

import re
from typing import Any

from twosource.article.draft import Draft
from twosource.article.html.metadata import PageMetadata, read_metadata
from twosource.article.stamps import parse_stamp, published_at
from twosource.model import Extent, Found, KnownBy
from twosource.text.encoding import Undecodable, decode_bytes
from twosource.text.words import find_words

# The encoding that a page or its XML declaration names.
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{2,}")
_HEAD_BYTES = 4_096
# Extraction keeps its paragraphs unless JSON-LD has clearly more; there is no set of pages to measure on.
_MIN_LINKED_BODY_SHARE = 1.2


class NoArticle(Exception):
    """The page holds no article; the message says what was found."""


def read_page(body: bytes, *, min_words: int) -> Draft:
    """The draft of an HTML page.

    The text is composed: title, byline and credit, date, then the story a paragraph a line, so that every field has its
    place. Raises `NoArticle` where fewer than `min_words` words of story are found.
    """
    tree = _parse(_decode(body))
    metadata = read_metadata(tree)
    story = _story_of(tree, metadata)
    words = len(find_words(story))
    if words < min_words:
        raise NoArticle(f"found {words} words of running text")
    return _compose(metadata, story)


def _decode(body: bytes) -> str:
    declared = _DECLARED.search(body[:_HEAD_BYTES])
    decoded = decode_bytes(body, declared=declared[1].decode("ascii", "replace") if declared else None)
    if isinstance(decoded, Undecodable):
        raise NoArticle(f"found {decoded.found} at byte {decoded.offset} in a page of no known encoding")
    return decoded.text


def _parse(text: str) -> Any:
    from lxml import etree, html  # noqa: PLC0415 - slow to import, and most inputs are no HTML

    without_declaration = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return html.document_fromstring(without_declaration.replace("\0", ""))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoArticle("found no elements in the page") from error


def _story_of(tree: Any, metadata: PageMetadata) -> str:
    from trafilatura import extract  # noqa: PLC0415 - slow to import, and most inputs are no HTML

    extracted = (
        extract(tree, output_format="txt", include_comments=False, include_tables=False, favor_precision=False) or ""
    )
    linked = metadata.body or ""
    if len(linked) > _MIN_LINKED_BODY_SHARE * len(extracted):
        return _BLANK_LINES.sub("\n", "\n".join(line.strip() for line in linked.splitlines()))
    return extracted


def _compose(metadata: PageMetadata, story: str) -> Draft:
    pieces: list[str] = []
    title = _append(pieces, metadata.title)
    byline = _append(pieces, metadata.byline)
    credit = _append(pieces, None if metadata.credit == metadata.byline else metadata.credit)
    stamp = parse_stamp(metadata.published) if metadata.published else None
    published = _append(pieces, metadata.published if stamp else None)
    _append(pieces, _without_title(story, metadata.title))
    modified = parse_stamp(metadata.modified) if metadata.modified else None
    return Draft(
        text="\n".join(pieces),
        title=_found(metadata.title, title),
        byline=_found(metadata.byline, byline),
        outlet=_found(metadata.outlet, None),
        url=metadata.url,
        published=published_at(stamp, KnownBy.META, extent=published) if stamp else None,
        modified=modified.moment if modified else None,
        language=metadata.language[:2].lower() if metadata.language else None,
        furniture=tuple(extent for extent in (byline, credit, published) if extent is not None),
    )


def _append(pieces: list[str], piece: str | None) -> Extent | None:
    if not piece:
        return None
    start = sum(len(each) + 1 for each in pieces)
    pieces.append(piece)
    return (start, start + len(piece))


def _without_title(story: str, title: str | None) -> str:
    first, _, rest = story.strip().partition("\n")
    return rest if title and first.strip() == title else story.strip()


def _found(value: str | None, extent: Extent | None) -> Found | None:
    return Found(value=value, known_by=KnownBy.META, extent=extent) if value else None
