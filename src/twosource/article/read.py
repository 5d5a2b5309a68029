"""One raw input read closely: its article, the roles of its passages, its credits."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from html import unescape

import msgspec

from twosource.article.agencies import Agency, index_agencies
from twosource.article.captions import CaptionRules
from twosource.article.credits import CreditLine, credit_rules
from twosource.article.datelines import find_dateline
from twosource.article.draft import Draft
from twosource.article.language import guess_language
from twosource.article.options import ArticleOptions
from twosource.article.outlets import day_in_url, outlet_of_url
from twosource.article.passages import Layout, lay_out
from twosource.article.stamps import Stamp, find_stamps, parse_stamp, published_at
from twosource.model import (
    Article,
    Credit,
    Found,
    KnownBy,
    MediaType,
    Passage,
    Published,
    Raw,
    Reading,
    Reason,
    Rejected,
    Role,
    digest_of,
    span_of,
)
from twosource.model.input_row import InputRow
from twosource.text.encoding import Undecodable, decode_bytes

_STAGE = "article"
_DEFAULTS = ArticleOptions()
_STORY = frozenset({Role.LEDE, Role.BODY, Role.QUOTATION})


def read_article(raw: Raw, *, options: ArticleOptions = _DEFAULTS) -> Reading | Rejected:
    """The article in `raw` with its passages and credits, or why there is none.

    Policy: text that came as text is kept to the character. A stated field wins over what the text says; a date in the
    text wins over one in the address. Nothing is taken from file names, because files get renamed.
    """
    draft = _draft_of(raw, options)
    if isinstance(draft, Rejected):
        return draft
    if not draft.text.strip():
        return _reject(raw, Reason.EMPTY, "found no words, expected an article; check where it came from")
    layout = lay_out(
        draft.text,
        captions=_caption_rules(options.agencies),
        credits_=credit_rules(options.agencies),
        title=draft.title.value if draft.title else None,
    )
    _keep_composed_lines(layout, draft)
    article = _article_of(raw, draft, layout)
    return Reading(
        article=article,
        passages=_passages_of(article, layout),
        credits=_credits_of(article, layout, options.agencies),
    )


@cache
def _caption_rules(agencies: tuple[Agency, ...]) -> CaptionRules:
    return CaptionRules(index_agencies(agencies))


def _reject(raw: Raw, reason: Reason, detail: str) -> Rejected:
    return Rejected(what=raw.locators[0] if raw.locators else raw.id, stage=_STAGE, reason=reason, detail=detail)


def _draft_of(raw: Raw, options: ArticleOptions) -> Draft | Rejected:
    if raw.media_type is MediaType.JSON:
        return _draft_of_row(raw)
    if raw.media_type is MediaType.HTML:
        return _draft_of_page(raw, options)
    decoded = decode_bytes(raw.body)
    if isinstance(decoded, Undecodable):
        detail = f"found {decoded.found} at byte {decoded.offset}, expected UTF-8; save the file as UTF-8"
        return _reject(raw, Reason.BAD_ENCODING, detail)
    return Draft(text=decoded.text)


def _draft_of_page(raw: Raw, options: ArticleOptions) -> Draft | Rejected:
    from twosource.article.html.page import NoArticle, read_page  # noqa: PLC0415 - lxml and trafilatura, for HTML only

    try:
        return read_page(raw.body, min_words=options.min_html_words)
    except NoArticle as error:
        detail = f"{error}, expected an article of {options.min_html_words} words or more; save the story's own page"
        return _reject(raw, Reason.NO_ARTICLE, detail)


def _draft_of_row(raw: Raw) -> Draft | Rejected:
    try:
        row = msgspec.json.decode(raw.body, type=InputRow)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _reject(raw, Reason.INVALID_RECORD, f"{error}; expected an object with a string `text`; correct the row")
    stamp = parse_stamp(row.published) if row.published else None
    return Draft(
        text=row.text,
        id=str(row.id) if row.id not in {None, ""} else None,
        title=_stated(unescape(row.title) if row.title else None),
        outlet=_stated(row.outlet),
        url=row.url or None,
        published=published_at(stamp, KnownBy.FIELD, extent=None) if stamp else None,
    )


def _stated(value: str | None) -> Found | None:
    return Found(value=value.strip(), known_by=KnownBy.FIELD) if value and value.strip() else None


def _keep_composed_lines(layout: Layout, draft: Draft) -> None:
    for place, extent in enumerate(layout.lines):
        if extent in draft.furniture:
            layout.roles[place] = Role.FURNITURE


def _article_of(raw: Raw, draft: Draft, layout: Layout) -> Article:
    stated = (draft.title, draft.outlet, draft.url, draft.published)
    return Article(
        id=draft.id or digest_of(draft.text, *(repr(value) for value in stated if value is not None)),
        raw=raw.id,
        text=draft.text,
        title=_title_of(draft, layout),
        byline=draft.byline or _byline_of(draft, layout),
        outlet=draft.outlet or _outlet_of(draft, layout),
        dateline=_dateline_of(draft, layout),
        url=draft.url,
        published=draft.published or _published_in(draft, layout),
        modified=draft.modified or _modified_in(layout),
        language=draft.language or guess_language(draft.text),
    )


def _title_of(draft: Draft, layout: Layout) -> Found | None:
    if layout.headline is None:
        return draft.title
    if draft.title is None:
        return Found(value=draft.text[slice(*layout.headline)], known_by=KnownBy.TEXT, extent=layout.headline)
    return Found(value=draft.title.value, known_by=draft.title.known_by, extent=draft.title.extent or layout.headline)


def _byline_of(draft: Draft, layout: Layout) -> Found | None:
    names = next((line.names for line in layout.meta if line.names is not None), None)
    return Found(value=draft.text[slice(*names)], known_by=KnownBy.TEXT, extent=names) if names else None


def _outlet_of(draft: Draft, layout: Layout) -> Found | None:
    domain = outlet_of_url(draft.url) if draft.url else None
    if domain is not None:
        return Found(value=domain, known_by=KnownBy.NAME)
    name = layout.masthead
    return Found(value=draft.text[slice(*name)], known_by=KnownBy.TEXT, extent=name) if name else None


def _dateline_of(draft: Draft, layout: Layout) -> Found | None:
    """The dateline of the first paragraph that has one among the first three of the story."""
    prose = [extent for extent, role in zip(layout.lines, layout.roles, strict=True) if role in _STORY][:3]
    found = next((place for extent in prose if (place := find_dateline(draft.text, *extent)) is not None), None)
    return Found(value=draft.text[slice(*found)], known_by=KnownBy.TEXT, extent=found) if found else None


def _published_in(draft: Draft, layout: Layout) -> Published | None:
    """The time of publication that the page prints: the stamp, made finer by a byline line of the same day."""
    first = _date_stamp(draft, layout)
    printed = [stamp for line in layout.meta if not line.updated for stamp in line.stamps]
    updated = [stamp for line in layout.meta if line.updated for stamp in line.stamps]
    same_day = [stamp for stamp in printed + updated if first is None or stamp.day == first.day]
    to_the_minute = next((stamp for stamp in same_day if stamp.moment is not None), None)
    chosen = to_the_minute or first or next(iter(same_day), None)
    if chosen is not None:
        return published_at(chosen, KnownBy.TEXT, extent=chosen.extent)
    day = day_in_url(draft.url) if draft.url else None
    return Published(day=day, known_by=KnownBy.NAME) if day else None


def _modified_in(layout: Layout) -> datetime | None:
    """The last moment that a line above or below the story calls an update."""
    updates = [
        stamp.moment for line in layout.meta if line.updated for stamp in line.stamps if stamp.moment is not None
    ]
    return updates[-1] if updates else None


def _date_stamp(draft: Draft, layout: Layout) -> Stamp | None:
    """The stamp ("date 2024-11-02") that some collections put before the text, found above the story."""
    for extent, role in zip(layout.lines, layout.roles, strict=True):
        if role in _STORY:
            return None
        if role is Role.FURNITURE and draft.text.startswith("date ", *extent):
            return next(find_stamps(draft.text, *extent), None)
    return None


def _passages_of(article: Article, layout: Layout) -> tuple[Passage, ...]:
    seen: set[str] = set()
    passages: list[Passage] = []
    for (start, end), role in zip(layout.lines, layout.roles, strict=True):
        said = " ".join(article.text[start:end].split()).casefold()
        passages.append(Passage(span=span_of(article, start, end), role=role, repeats=said in seen))
        seen.add(said)
    return tuple(passages)


def _credits_of(article: Article, layout: Layout, agencies: tuple[Agency, ...]) -> tuple[Credit, ...]:
    found = credit_rules(agencies).find(article.text, _credit_lines(layout))
    return tuple(
        Credit(span=span_of(article, *credit.extent), agency=credit.agency, level=credit.level) for credit in found
    )


def _credit_lines(layout: Layout) -> list[CreditLine]:
    story = [place for place, role in enumerate(layout.roles) if role in _STORY]
    first, last = (story[0], story[-1]) if story else (0, 0)
    return [
        CreditLine(
            extent=extent,
            role=Role.CAPTION if extent in layout.photo_credits else role,
            head=place <= first,
            tail=place >= last,
        )
        for place, (extent, role) in enumerate(zip(layout.lines, layout.roles, strict=True))
    ]
