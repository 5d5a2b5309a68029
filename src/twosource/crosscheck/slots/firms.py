"""Whose figures two are: of one firm or of two, of profit or of sales, of one bond or of another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import EntityKind, Named, Quantity

_OF_BUSINESS = re.compile(
    r"\b(?:earn(?:ed|ings)|profits?|losses|(?:net|pretax|operating|quarterly|-quarter) (?:loss|income|profit)|revenues?"
    r"|sales|shares?|stocks?|quarter(?:ly)?|dividends?|forecasts?|analysts|outlook|deliveries|sold|writedowns?|write-downs?"
    r"|closing price|market value|same-store|takeovers?|yields?|index|percent (?:to|at) \$\d)\b"
    r"|\b(?:to|at) \$\d+\.\d\d\b",
    re.IGNORECASE,
)
_OF_A_DAY_OF_TRADE = re.compile(
    r"\b(?:clos(?:e[ds]?|ing)|shares?|stocks?|traded|trading|weeks? end(?:ed|ing))\b", re.IGNORECASE
)
_ROSE_OR_FELL = re.compile(
    r"\b(?:(?:edg|clos|end|inch)(?:ed|ing|es?) (?:up|down|higher|lower)|rose|risen|fell|fallen|falling|rising|gained"
    r"|lost|dropped|climbed|declined|jumped|slipped|slid|plunged|surged|tumbled|increased|decreased|shrank|grew|unchanged)\b"
    r"|\b(?:up|down) (?:(?:by|about|nearly|almost|more than) )*[$£€]?\d"
)
_MEASURES = {
    "profit": "profit",
    "profits": "profit",
    "earnings": "profit",
    "earned": "profit",
    "income": "profit",
    "loss": "loss",
    "losses": "loss",
    "revenue": "revenue",
    "revenues": "revenue",
    "sales": "sales",
    "deliveries": "sales",
    "shares": "price",
    "stock": "price",
    "charge": "charge",
    "dividend": "dividend",
    "deficit": "deficit",
    "write-down": "charge",
    "writedown": "charge",
}
_WORD = re.compile(r"[a-z][a-z-]+", re.IGNORECASE)
_NUMBERS = {"two": "2", "three": "3", "five": "5", "six": "6", "seven": "7", "ten": "10", "thirty": "30"}
_BOND = re.compile(rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})-(?P<unit>month|year)s?\b", re.IGNORECASE)
_NO_FIRMS = frozenset(
    """
    inc corp co company group ltd plc sa ag nv the of and stores holdings international partners reuters estimates
    thomson ap new york london tokyo stock exchange nyse nasdaq wall street federal reserve fed treasury bank
    """.split()
)
"""Words of names that part no two firms, and who only reports, trades or rules."""


def are_of_two_firms(left: SlotUse, right: SlotUse) -> bool:
    """Whether two figures of business are of two firms.

    Policy: a firm is the one named in the clause, else in the statement, else at the head of the article. Where either
    side names none, or one of them tells of no business, nothing is said.
    """
    if any(_OF_BUSINESS.search(use.statement.span.quote) is None for use in (left, right)):
        return False
    one, two = (_whose(use) for use in (left, right))
    return bool(one and two) and not one & two


def are_two_measures(left: SlotUse, right: SlotUse) -> bool:
    """Whether two clauses speak of profit and of sales, of a share price and of revenue, or of bonds of two terms."""
    for kinds in (_measures(left), _measures(right)), (_bonds(left), _bonds(right)):
        if kinds[0] and kinds[1] and not kinds[0] & kinds[1]:
            return True
    return False


def are_days_of_trade(left: SlotUse, right: SlotUse) -> bool:
    """Whether both dates are of a market or a weekly count, which has a figure for each day or week."""
    return all(_OF_A_DAY_OF_TRADE.search(use.text) for use in (left, right))


def are_of_a_series(left: SlotUse, right: SlotUse) -> bool:
    """Whether both clauses tell how far something rose or fell, which has a figure for each day or month."""
    return all(_ROSE_OR_FELL.search(use.text) for use in (left, right))


def share_no_name(left: SlotUse, right: SlotUse) -> bool:
    """Whether two shares, points or sums of business stand in clauses without one name, in articles of two firms."""
    value = left.slot.value
    measured = isinstance(value, Quantity) and value.unit is not None
    if not measured or left.names & right.names or words_of_firms(left.house) & words_of_firms(right.house):
        return False
    return _OF_BUSINESS.search(f"{left.text} {right.text}") is not None


def _whose(use: SlotUse) -> frozenset[str]:
    named = [s for s in use.statement.slots if isinstance(s.value, Named) and _is_firm(s.value.kind)]
    inside = words_of_firms(s.span.quote for s in named if use.clause[0] <= s.span.start < use.clause[1])
    return inside or words_of_firms(s.span.quote for s in named) or words_of_firms(use.house)


def _is_firm(kind: EntityKind) -> bool:
    return kind is EntityKind.ORGANISATION


def words_of_firms(names: Iterable[str]) -> frozenset[str]:
    """The words of names that part one firm from another: neither "Inc" nor who only reports, trades or rules."""
    words = (word.lower() for name in names for word in _WORD.findall(name))
    return frozenset(word for word in words if word not in _NO_FIRMS)


def _measures(use: SlotUse) -> frozenset[str]:
    return frozenset(_MEASURES[w] for w in _WORD.findall(use.text.lower()) if w in _MEASURES)


def _bonds(use: SlotUse) -> frozenset[str]:
    """The terms of the bonds of a clause, whatever the value itself is."""
    found = ((m["number"].lower(), m["unit"].lower()) for m in _BOND.finditer(use.text))
    return frozenset(f"{_NUMBERS.get(number, number)} {unit}" for number, unit in found)
