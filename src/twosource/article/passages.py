"""Lines to passages with roles, and what the lines above the story say about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.article.bylines import MetaLine, read_meta_line
from twosource.article.captions import CaptionRules
from twosource.article.credits import CreditRules
from twosource.article.furniture import (
    is_author_note,
    is_furniture,
    is_masthead,
    is_section_label,
    opens_link_list,
)
from twosource.article.headlines import choose_headline, is_prose
from twosource.article.lines import split_lines
from twosource.model import Extent, Role
from twosource.text.quotes import find_quotes
from twosource.text.trim import trim

_QUOTED_SHARE = 0.6  # paragraphs above it hold one speaker's words and at most a clause that names him
_LINKS_AFTER_POINTER = 6  # the longest of 19 link lists in three development sets has 4 entries
# A few capitalised words and what joins them: "Marta Vane", "The Herald", "News of the Coast".
_NAMES_ONLY = re.compile(r"[A-ZÀ-Þ][\w.’'&-]*(?:[ ,]+(?:[A-ZÀ-Þ][\w.’'&-]*|and|of|the|de|van|von|al)){0,5}")
# Given name, initial, surname: "Marta J. Vane".
_PERSON = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'-]+(?: [A-Z]\.)?(?: [A-ZÀ-Þ][a-zà-ÿA-Z’'-]+){1,2}")
_RUN_ON = re.compile(r" +(?=[A-Z“\"‘'])")
_PICTURE = re.compile(r"\d{1,3} ?(?:/|of) ?(?P<all>\d{1,3}) (?=[A-Z“\"‘'])")
# Four words or more in capitals, and no end of a sentence behind them: "FERRY TALKS STALL AGAIN".
_SHOUTED = re.compile(r"(?=[^a-z\n]*[A-Z]{3})[^a-z\n .:]+(?:[ ]+[^a-z\n ]+){2,29}[ ]+[^a-z\n ]*[^a-z\n .!?:\"”’')]")
_MOST_SHOUTED = 1 / 3  # of the lines: more, and the article is written so
_CAPTION_PARTS = (Role.FURNITURE, Role.CAPTION, Role.FURNITURE)
_NOT_STORY = (Role.FURNITURE, Role.CAPTION)


@dataclass(kw_only=True)
class Layout:
    """The lines of one article with their roles, and the lines that say who and when."""

    lines: list[Extent]
    roles: list[Role]
    meta: list[MetaLine] = field(default_factory=list)
    headline: Extent | None = None
    masthead: Extent | None = None
    photo_credits: set[Extent] = field(default_factory=set)
    """The lines cut off a caption, which credit its picture."""


def lay_out(text: str, *, captions: CaptionRules, credits_: CreditRules, title: str | None) -> Layout:
    """Every line of `text` with its role.

    Policy: what cannot be shown to be furniture or caption is the story. Rules that need context act only above the
    first prose (section names, bylines, times) and below a pointer ("Read more:") that announces links.
    """
    lines = _with_title_apart(text, split_lines(text), title)
    layout = Layout(lines=lines, roles=[Role.BODY] * len(lines))
    last_prose = _last_prose(text, lines)
    for place, (start, end) in enumerate(lines):
        layout.roles[place] = _role_alone(layout, text, (start, end), captions, last=place >= last_prose)
    _cut_photo_credits(layout, text, captions)
    _mark_galleries(layout, text)
    _mark_credit_lines(layout, text, credits_)
    _mark_head(layout, text, title)
    _mark_links(layout, text)
    _mark_shouted_lines(layout, text)
    _mark_author_notes(layout, text)
    _mark_lede_and_quotations(layout, text)
    return layout


def _with_title_apart(text: str, lines: list[Extent], title: str | None) -> list[Extent]:
    """The lines, with a title that the first one runs on from on a line of its own: "Mine closes Miners said ..."."""
    start, end = lines[0] if lines else (0, 0)
    if not title or end - start <= len(title) or text[start : start + len(title)].casefold() != title.casefold():
        return lines
    rest = _RUN_ON.match(text, start + len(title), end)
    return [(start, start + len(title)), (rest.end(), end), *lines[1:]] if rest else lines


def _last_prose(text: str, lines: Sequence[Extent]) -> int:
    for place in range(len(lines) - 1, -1, -1):
        line = text[slice(*lines[place])]
        if not is_furniture(line) and (is_prose(line) or line.endswith(")")):
            return place
    return len(lines)


def _role_alone(layout: Layout, text: str, extent: Extent, captions: CaptionRules, *, last: bool) -> Role:
    line = text[slice(*extent)]
    if is_furniture(line):
        author = read_meta_line(text, *extent)
        if author is not None:
            layout.meta.append(author)
        return Role.FURNITURE
    if captions.is_caption(line, last=last):
        return Role.CAPTION
    meta = read_meta_line(text, *extent)
    if meta is not None:
        layout.meta.append(meta)
        return Role.FURNITURE
    return Role.BODY


def _cut_photo_credits(layout: Layout, text: str, captions: CaptionRules) -> None:
    """Makes lines of furniture of labels before a caption and of the credit behind it: "... in Orsk. (Roe/Reuters)"."""
    for place in range(len(layout.lines) - 1, -1, -1):
        if layout.roles[place] is not Role.CAPTION:
            continue
        start, end = layout.lines[place]
        labels, cut = captions.label_end(text[start:end]), captions.credit_start(text[start:end])
        begin, stop = start + labels, end if cut is None else start + cut
        pieces = [trim(text, start, begin), trim(text, begin, stop), trim(text, stop, end)]
        whole = [(p, role) for p, role in zip(pieces, _CAPTION_PARTS, strict=True) if p[0] < p[1]]
        layout.lines[place : place + 1] = [piece for piece, _ in whole]
        layout.roles[place : place + 1] = [role for _, role in whole]
        layout.photo_credits.update(piece for piece, role in whole if role is Role.FURNITURE)


def _mark_galleries(layout: Layout, text: str) -> None:
    """Numbered pictures of one gallery, two or more of them, are of anything: "3/30 The pier at dusk ..."."""
    pictures = [(place, m["all"]) for place, line in enumerate(layout.lines) if (m := _PICTURE.match(text, *line))]
    counts = Counter(number for _, number in pictures)
    for place, number in pictures:
        if counts[number] > 1:
            layout.roles[place] = Role.FURNITURE


def _mark_credit_lines(layout: Layout, text: str, rules: CreditRules) -> None:
    """Above the first prose and from the last on, a line that holds only a credit is no part of the story."""
    prose = [
        place
        for place, extent in enumerate(layout.lines)
        if layout.roles[place] is Role.BODY and is_prose(text[slice(*extent)])
    ]
    first, last = (prose[0], prose[-1]) if prose else (0, 0)
    for place, extent in enumerate(layout.lines):
        at_edge = place <= first or place >= last - 2
        if at_edge and layout.roles[place] is Role.BODY and rules.is_credit_line(text, extent):
            layout.roles[place] = Role.FURNITURE


def _mark_head(layout: Layout, text: str, title: str | None) -> None:
    """Sections and mastheads above the first prose are furniture; one of the other lines there may be the headline."""
    for place, extent in enumerate(layout.lines):
        line = text[slice(*extent)]
        if layout.roles[place] is Role.BODY and is_prose(line):
            break
        if layout.roles[place] is Role.BODY and is_section_label(line):
            layout.roles[place] = Role.FURNITURE
        elif layout.roles[place] is Role.BODY and is_masthead(line):
            layout.roles[place] = Role.FURNITURE
            layout.masthead = layout.masthead or extent
    candidates = [e for e, role in zip(layout.lines, layout.roles, strict=True) if role not in _NOT_STORY]
    layout.headline = choose_headline(text, candidates, title=title)
    if layout.headline is not None:
        layout.roles[layout.lines.index(layout.headline)] = Role.HEADLINE
    if layout.headline is not None or title is not None:
        _mark_names(layout, text)


def _mark_names(layout: Layout, text: str) -> None:
    """Between headline and first prose, lines of a few capitalised words name the writer, the outlet or the section."""
    for place, extent in enumerate(layout.lines):
        if layout.roles[place] is Role.BODY and is_prose(text[slice(*extent)]):
            return
        if layout.roles[place] is Role.BODY and _NAMES_ONLY.fullmatch(text, *extent):
            layout.roles[place] = Role.FURNITURE
            if _PERSON.fullmatch(text, *extent):
                layout.meta.append(MetaLine(extent, (), updated=False))


def _mark_links(layout: Layout, text: str) -> None:
    """Lines without an end of sentence under "Read more:" are links to other pages."""
    left = 0
    for place, extent in enumerate(layout.lines):
        line = text[slice(*extent)]
        if opens_link_list(line):
            layout.roles[place], left = Role.FURNITURE, _LINKS_AFTER_POINTER
        elif left and layout.roles[place] is Role.BODY and not is_prose(line) and not line.endswith((".", "”", '"')):
            layout.roles[place], left = Role.FURNITURE, left - 1
        elif layout.roles[place] is not Role.FURNITURE:
            left = 0


def _mark_shouted_lines(layout: Layout, text: str) -> None:
    """Headlines of other articles, and headings, which stand in capitals between paragraphs that do not."""
    body = [place for place, role in enumerate(layout.roles) if role is Role.BODY]
    prose = [place for place in body if is_prose(text[slice(*layout.lines[place])])]
    shouted = [place for place in body if _SHOUTED.fullmatch(text, *layout.lines[place])]
    if not prose or len(shouted) > _MOST_SHOUTED * len(body):
        return
    for place in shouted:
        if prose[0] < place:
            layout.roles[place] = Role.FURNITURE


def _mark_author_notes(layout: Layout, text: str) -> None:
    """Below the story, who its writer is."""
    for place in range(len(layout.lines) - 1, 0, -1):
        if layout.roles[place] is Role.BODY:
            if not is_author_note(text[slice(*layout.lines[place])]):
                return
            layout.roles[place] = Role.FURNITURE


def _mark_lede_and_quotations(layout: Layout, text: str) -> None:
    lede_found = False
    for place, extent in enumerate(layout.lines):
        if layout.roles[place] is not Role.BODY:
            continue
        if not lede_found and is_prose(text[slice(*extent)]):
            layout.roles[place], lede_found = Role.LEDE, True
        elif _is_quotation(text[slice(*extent)]):
            layout.roles[place] = Role.QUOTATION


def _is_quotation(line: str) -> bool:
    if line[0] not in '"“«„”':
        return False
    return sum(quote.end - quote.start for quote in find_quotes(line)) >= _QUOTED_SHARE * len(line)
