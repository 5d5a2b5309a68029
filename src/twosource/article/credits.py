"""Credits at four levels: which agency an article names, and how much of the article that speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.article.agencies import UNLISTED, Agency, AgencyIndex, index_agencies
from twosource.article.credit_rules import (
    AGENCY,
    CALL_SIGN,
    SIGN_OFF,
    UNNAMED_AGENCIES,
    CreditRule,
    Where,
    compiled_rules,
)
from twosource.model import CreditLevel, Extent, Role

_UNNAMED = "agencies"
"""Stands for agencies that are credited without a name."""
_SIGN_OFF_AGENCY = "Reuters"
_MAX_SIGN_OFF_CHARS = 1_500
_CONTEXT_CHARS = 400
_CONTEXT_MENTIONS = 20  # one line of 329,704 in three development sets names agencies more often
_CUT = "a "
"""Stands before words that were cut from a long line, so that no rule takes the cut for the line's start."""
_MAX_CREDIT_LINE_CHARS = 400  # the longest of 569 credit lines in three development sets has 328
# A sentence that has ended, or a dozen words in lower case: what stands before is no credit line.
_PROSE_BEFORE = re.compile(r"[a-z]{3,}[.!?][\"”’]? +|(?:\b[a-z]{2,}\b[^.]*){12,}")
# The outlet's own staff before the agency ("Herald staff and ...") or behind it ("... and staff").
_STAFF_BESIDE = re.compile(
    r"\b(?:staff|desk)\b[^,]*(?:,|\band\b|&|\bwith\b)[ ]*(?:the )?$|\bwith (?:the )?$", re.IGNORECASE
)
_STAFF_BEHIND = re.compile(r"[ ]*(?:,|and|&)[ ]+(?:[\w ]{0,30}\b)?staff\b(?! writer)", re.IGNORECASE)
# Nothing but separators and small words stands between the name and the start, or the end, of the byline.
_OPEN_BEFORE = re.compile(
    r"(?:^|[,;:|/(\[\"&–—-]|\b(?:by|of|for|from|and|with|the|in [a-z]+)(?=[ ]*$))[ ]*(?:the )?(?:[a-z]{2,8} )?$",
    re.IGNORECASE,
)
_OPEN_BEHIND = re.compile(
    r"[ ]*(?:$|[,;:|/)\]\"&–—-]|(?:staff|writers?|reporters?|news|wire|and|via)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundCredit:
    """An agency's name at a place, and how much it speaks for."""

    extent: Extent
    agency: str
    level: CreditLevel


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One line of an article as the credit rules see it."""

    extent: Extent
    role: Role
    head: bool
    """Stands above the story's second paragraph."""
    tail: bool
    """Stands in the story's last paragraph or below."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """An agency's name in a line, with what stands around it; other agencies are `AGENCY` there."""

    extent: Extent
    before: str
    after: str
    ambiguous: bool


class CreditRules:
    """The credit rules over one list of agencies."""

    def __init__(self, index: AgencyIndex) -> None:
        self._index = index

    def find(self, text: str, lines: Sequence[CreditLine]) -> list[FoundCredit]:
        """The credits of `text`, in order."""
        found = [credit for line in lines for credit in self._in_line(text, line)]
        return sorted(found, key=lambda credit: credit.extent)

    def is_credit_line(self, text: str, extent: Extent) -> bool:
        """Whether the line, at the edge of a story, holds a credit and nothing else."""
        start, end = extent
        if end - start > _MAX_CREDIT_LINE_CHARS:
            return False
        line = CreditLine(extent=extent, role=Role.BODY, head=True, tail=True)
        for mention in self._mentions_in(text, extent):
            rule = _deciding_rule(mention, line)
            if rule is not None and rule.alone and not _holds_prose(mention.before):
                return True
        return any(credit.extent == extent for credit in _signed_in(text, line, ()))

    def _in_line(self, text: str, line: CreditLine) -> Iterator[FoundCredit]:
        named = list(self._named_in(text, line))
        yield from named
        yield from _call_sign_in(text, line, named)
        if line.tail:
            yield from _signed_in(text, line, named)

    def _named_in(self, text: str, line: CreditLine) -> Iterator[FoundCredit]:
        for mention in self._mentions_in(text, line.extent):
            level = self._level_of(mention, line)
            if level is not None:
                start, end = mention.extent
                yield FoundCredit(mention.extent, self._index.name_of(text[start:end]), level)

    def _mentions_in(self, text: str, extent: Extent) -> Iterator[_Mention]:
        mentions = self._index.find_mentions(text, *extent)
        edges = [extent[0], *(edge for mention in mentions for edge in mention), extent[1]]
        gaps = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
        for place, mention in enumerate(mentions, start=1):
            if not gaps[place - 1].endswith(("@", "#")):
                before, after = _around(gaps, place)
                ambiguous = text[slice(*mention)].casefold() in self._index.ambiguous
                yield _Mention(mention, before, after, ambiguous)

    def _level_of(self, mention: _Mention, line: CreditLine) -> CreditLevel | None:
        """The level of one mention; None where the name may well mean something else."""
        if line.role is Role.CAPTION:
            return CreditLevel.NONE
        rule = _deciding_rule(mention, line)
        if rule is not None:
            return rule.level
        in_brackets = mention.before.endswith(("(", "[")) and mention.after.startswith((")", "]"))
        return CreditLevel.NONE if in_brackets or not mention.ambiguous else None


def _around(gaps: Sequence[str], place: int) -> tuple[str, str]:
    """What stands before and behind mention number `place` (from 1) of a line, each up to the length of the context."""
    before = AGENCY.join(gaps[max(0, place - _CONTEXT_MENTIONS) : place])
    after = AGENCY.join(gaps[place : place + _CONTEXT_MENTIONS])
    if len(before) > _CONTEXT_CHARS or place > _CONTEXT_MENTIONS:
        before = _CUT + before[-_CONTEXT_CHARS:]
    return before, after[:_CONTEXT_CHARS]


def _deciding_rule(mention: _Mention, line: CreditLine) -> CreditRule | None:
    for compiled in compiled_rules():
        if not _stands_where(compiled.rule.where, line):
            continue
        if compiled.after.match(mention.after) and compiled.before.match(mention.before):
            return compiled.rule
    return None


def _stands_where(where: Where, line: CreditLine) -> bool:
    return (
        where is Where.ANYWHERE
        or (line.tail and where in {Where.EDGE, Where.TAIL})
        or (line.head and where in {Where.EDGE, Where.HEAD})
    )


def _holds_prose(words: str) -> bool:
    return _PROSE_BEFORE.search(words) is not None


def _call_sign_in(text: str, line: CreditLine, named: Sequence[FoundCredit]) -> Iterator[FoundCredit]:
    sign = CALL_SIGN.match(text, *line.extent)
    if sign is not None and all(credit.extent != sign.span("sign") for credit in named):
        yield FoundCredit(sign.span("sign"), sign["sign"], CreditLevel.NONE)


def _signed_in(text: str, line: CreditLine, named: Sequence[FoundCredit]) -> Iterator[FoundCredit]:
    """A sign-off in the manner of one agency, or agencies credited without a name, at the end of the line."""
    start, end = line.extent
    place = max(start, text.rfind("(", start, end), end - _MAX_SIGN_OFF_CHARS)
    inside = [credit for credit in named if credit.extent[0] >= place]
    sign_off = SIGN_OFF.fullmatch(text, place, end)
    if sign_off is not None and all(credit.agency == _SIGN_OFF_AGENCY for credit in inside):
        yield FoundCredit((place, end), _SIGN_OFF_AGENCY, CreditLevel.WHOLE)
    unnamed = UNNAMED_AGENCIES.search(text, place, end) if not inside else None
    if unnamed is not None:
        yield FoundCredit(unnamed.span(), _UNNAMED, CreditLevel.PART)


@cache
def credit_rules(extra: tuple[Agency, ...] = ()) -> CreditRules:
    """The rules over the shipped agencies and `extra`."""
    return CreditRules(index_agencies(extra))


def credit_of_byline(byline: str) -> FoundCredit | None:
    """The agency that a byline field names, None where it names none.

    Policy: a byline field is read without regard to case, because exporters change it. An agency beside an outlet's own
    staff speaks for a part.

    >>> credit_of_byline("ANN ROE, Associated Press").agency, credit_of_byline("Afp Afp").agency
    ('AP', 'AFP')
    >>> credit_of_byline("Ann Roe") is None
    True
    """
    index = index_agencies()
    for match in _any_case(index.alternatives).finditer(byline):
        if match.group().casefold() in index.ambiguous and not _stands_alone(byline, match.span()):
            continue
        beside_staff = _STAFF_BESIDE.search(byline[: match.start()]) or _STAFF_BEHIND.match(byline, match.end())
        level = CreditLevel.PART if beside_staff else CreditLevel.WHOLE
        return FoundCredit(match.span(), index.name_of(match.group()), level)
    unlisted = UNLISTED.search(byline)
    if unlisted is not None:
        return FoundCredit(unlisted.span(), index.name_of(unlisted.group()), CreditLevel.WHOLE)
    return None


@cache
def _any_case(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def _stands_alone(byline: str, mention: Extent) -> bool:
    """Whether nothing but separators and words for staff stand around the name: `Ana` alone, not in `Ana Roe`."""
    start, end = mention
    return _OPEN_BEFORE.search(byline[:start]) is not None and _OPEN_BEHIND.match(byline, end) is not None
