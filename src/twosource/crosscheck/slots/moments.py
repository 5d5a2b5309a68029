"""Figures and hours that hold for a moment only: two of them may both be right."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.compare_slots import Rule
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Quantity

_MARKET = re.compile(
    r"\b(?:Dow|Nasdaq|NASDAQ|Nikkei|FTSE|DAX|Hang Seng|Brent|crude|bullion|futures|[Ii]ndex|indexes|indices)\b|S&P"
    r"|\b(?:intraday|yields?)\b"
    r"|\b(?:a|per) (?:barrel|ounce|bushel)\b"
)
_SWAPS = re.compile(r"\b(?:[Ss]waps?|basis points?)\b")
_TRADED = re.compile(
    r"\b(?:[Ss]hares|stock|trading|trade|premarket|pre-market|after-hours|intraday|session)\b|\(\s?[A-Z]{2,5}\.[A-Z]{1,2}\s?\)"
)  # "(CAGR.PA)": the code of a share and its exchange
_MOVED = re.compile(
    r"\b(?:up|down|rose|risen|fell|fallen|gain\w*|lost|added|shed|slid|slip\w*|climb\w*|drop\w*|jump\w*|surg\w+|soar\w*"
    r"|tumbl\w+|plung\w+|rall\w+|clos\w+|end\w*|trad\w+|high|low)\b"
)
_STAMP = re.compile(
    r"\d{1,2}(?:\s?:\s?\d\d)?\s?[ap]\s?\.?\s?m\b[ .]*\||\bupdated?:?\s(?:at\s)?\d{1,2}[:.]\d\d", re.IGNORECASE
)

_SHARES = frozenset({"share", "points"})
_OF_A_GROUP = re.compile(r"\b(?:polls?|polled|voters?|leads?|among|population|respondents|approv\w+)\b", re.IGNORECASE)


def _is_share(use: SlotUse) -> bool:
    """Whether a per cent or a point is of those who are asked or counted, of which each report tells another group."""
    value = use.slot.value
    return (
        isinstance(value, Quantity)
        and measure_of(value.unit or "one").dimension in _SHARES
        and _OF_A_GROUP.search(use.text) is not None
    )


def may_be_two_groups(left: SlotUse, right: SlotUse) -> bool:
    """Whether both are shares of those who are asked in a poll, of whom each report tells another group."""
    return _is_share(left) and _is_share(right)


def are_of_two_markets(left: SlotUse, right: SlotUse) -> bool:
    """Whether both clauses speak of the market, and no index that one of them names is named in the other."""
    one, two = (_MARKET.findall(use.text) for use in (left, right))
    named = [{name for name in names if not name.islower()} for names in (one, two)]
    return bool(one and two and (named[0] or named[1])) and not named[0] & named[1]


def doubt_moment(left: SlotUse, right: SlotUse, rule: Rule) -> str | None:
    """Why two values that lie apart may be of two moments, however alike their sentences are, if there is a reason.

    Policy: an index or a price of the market has another figure each minute, and reports of one day seldom tell the
    minute. An hour before a bar ("8:10 am | Reply") is printed by the page and told by nobody.
    """
    if rule is Rule.CLOCK:
        stamped = any(_STAMP.search(use.text) for use in (left, right))
        if stamped:
            return "an hour that the page prints"
        return "two times of day in one article" if left.article == right.article else None
    is_price = rule is Rule.NUMBER and (
        all(_MARKET.search(use.text) for use in (left, right)) or _are_swaps(left, right) or _trade(left, right)
    )
    return "two moments of a market" if is_price else None


def _are_swaps(left: SlotUse, right: SlotUse) -> bool:
    """Whether both sentences tell what it costs to insure a debt."""
    return all(_SWAPS.search(use.statement.span.quote) for use in (left, right))


def _trade(left: SlotUse, right: SlotUse) -> bool:
    """Whether one tells of trade in a share, and both say that it moved: "rose 7.7 percent", "surged 13 percent"."""
    traded = any(_TRADED.search(use.text) for use in (left, right))
    return traded and all(_MOVED.search(use.text) for use in (left, right))
