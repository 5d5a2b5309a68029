"""What was read: raw bytes, the article made of them, its passages and credits, and what was rejected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum

import msgspec

from twosource.model.record import Extent, Record


class MediaType(StrEnum):
    """What the bytes of a `Raw` are."""

    PLAIN = "text/plain"
    HTML = "text/html"
    JSON = "application/json"


class Raw(Record, frozen=True, kw_only=True):
    """One piece of input as it came: bytes, and every place they were found at."""

    id: str
    body: bytes
    locators: tuple[str, ...]
    """File, file:line, file[item] or URL, sorted; the same bytes found twice are one Raw with two locators."""
    media_type: MediaType
    fetched: datetime | None = None


class Reason(StrEnum):
    """Why something was rejected."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too large"
    BAD_ENCODING = "bad encoding"
    BAD_JSON = "bad JSON"
    INVALID_RECORD = "invalid record"
    NO_ARTICLE = "no article found"
    UNREADABLE = "unreadable"
    UNSUPPORTED = "unsupported format"
    DUPLICATE_ID = "id used for two different articles"
    OVER_LIMIT = "over a limit"
    STAGE_FAILED = "stage failed"


class Rejected(Record, frozen=True, kw_only=True):
    """Something dropped, where, by which stage, and why. Nothing is dropped without one."""

    what: str
    """File, file:line, URL or article id."""
    stage: str
    reason: Reason
    detail: str
    """What was found, what was expected, and what to do: for people, never parsed."""


class KnownBy(StrEnum):
    """How a field of an article is known."""

    FIELD = "field"
    """Given as a field of the input record."""
    META = "meta"
    """Read from JSON-LD, OpenGraph or meta tags."""
    TEXT = "text"
    """Found in the article's own words, at `extent`."""
    NAME = "name"
    """Read from the file name or URL."""


class Found(Record, frozen=True, kw_only=True):
    """A value with the way it is known, and the place in the text if it stands there."""

    value: str
    known_by: KnownBy
    extent: Extent | None = None


class Published(Record, frozen=True, kw_only=True):
    """When an article was published: the local day as stated, and the moment if one is stated."""

    day: date
    known_by: KnownBy
    moment: datetime | None = None
    """Without a zone. In UTC where the zone is known, else as stated."""
    zone_known: bool = False
    extent: Extent | None = None


class Article(Record, frozen=True, kw_only=True):
    """One piece of coverage as one outlet published it, with its own text."""

    id: str
    raw: str
    text: str
    title: Found | None = None
    byline: Found | None = None
    outlet: Found | None = None
    dateline: Found | None = None
    """The place (and agency) an article opens with: `Beijing/Moscow:`, `CITY (AP) —`."""
    url: str | None = None
    published: Published | None = None
    modified: datetime | None = None
    language: str | None = None
    cleaner: int = 1
    """Version of the rules that made `text` out of the raw bytes."""


class Span(Record, frozen=True, kw_only=True):
    """Exact words at an exact place: the evidence under everything.

    >>> Span(article="a", start=4, end=7, quote="fox").length
    3
    """

    article: str
    start: int
    end: int
    quote: str

    @property
    def length(self) -> int:
        """Characters covered."""
        return self.end - self.start

    @property
    def extent(self) -> Extent:
        """The bare range."""
        return (self.start, self.end)

    def shared_with(self, extent: Extent) -> int:
        """Characters of the span that lie in a range.

        >>> Span(article="a", start=4, end=7, quote="fox").shared_with((6, 20))
        1
        """
        start, end = extent
        return min(end, self.end) - max(start, self.start) if self.start < end and start < self.end else 0

    def holds_in(self, text: str) -> bool:
        """Whether these words stand at this place of `text`."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.quote


def span_of(article: Article, start: int, end: int) -> Span:
    """The span of `article.text[start:end]`.

    >>> span_of(Article(id="a", raw="r", text="the fox"), 4, 7).quote
    'fox'
    """
    return Span(article=article.id, start=start, end=end, quote=article.text[start:end])


class Role(StrEnum):
    """What a passage is for."""

    HEADLINE = "headline"
    LEDE = "lede"
    BODY = "body"
    QUOTATION = "quotation"
    CAPTION = "caption"
    FURNITURE = "furniture"


class Passage(Record, frozen=True, kw_only=True):
    """A paragraph-sized stretch of an article with one role. Passages do not overlap and are in order."""

    span: Span
    role: Role
    repeats: bool = False
    """Says again, word for word, an earlier passage of this article (a caption printed twice): feeds nothing."""


class CreditLevel(StrEnum):
    """How much of an article a credit speaks for."""

    WHOLE = "whole"
    PART = "part"
    CLAIM = "claim"
    NONE = "none"
    """An agency's name that credits no text: a photo credit, a call sign, a bare mention."""


class Credit(Record, frozen=True, kw_only=True):
    """An agency named in an article, and how much of the article that speaks for."""

    span: Span
    agency: str
    """Canonical name, for instance `AP`, `PTI`, `RIA Novosti`."""
    level: CreditLevel


def spans_of(record: msgspec.Struct) -> Iterator[Span]:
    """Every span that a record carries, at any depth, in order of fields."""
    if isinstance(record, Span):
        yield record
        return
    for name in record.__struct_fields__:
        yield from _spans_in(getattr(record, name))


def _spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, msgspec.Struct):
        yield from spans_of(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans_in(item)
