"""Prices of shares on the move: a series over the day, so two figures are an update and never a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of
from twosource.model import PRICE_MOVED, Descent, Reading, ReadingOf, Statement, span_of, text_of
from twosource.text.clauses import split_clauses

_NOBODY = r"(?!(?:The|Its|Their|These|Those|Such|Most|Many|Some|All|Other|Common|Preferred)\b)"  # "The shares rose"
_SHARES = re.compile(
    rf"(?:\b{_NOBODY}(?P<owner>[A-Z]\w+)(?:\s+\([A-Z.:\s]{{2,12}}\)|\s+(?:Inc|Corp|Ltd|Co|plc)\.?)*(?:['’]s)?\s+(?:shares|stock)\b"
    r"|\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?P<held>[A-Z]\w+)|\b(?P<ticked>[A-Z]\w+)\s+\([A-Z.:]{2,10}\))"
)
_NAMES = r"(?:[A-Z]\w+(?:, | and )?)+"
_FLAT = re.compile(rf"\b(?P<names>{_NAMES}) (?:was|were) (?:little changed|unchanged|flat)\b")
_UP = (
    "rose|climbed|jumped|gained|soared|surged|advanced|rallied|(?:edged|was|were|trading|traded) up"
    "|(?<=to )(?:rise|climb|jump)"
)
_DOWN = (
    "fell|dropped|declined|lost|slid|slipped|dipped|plunged|tumbled|sank|(?:edged|was|were|trading|traded) down"
    "|(?<=to )(?:fall|drop|slip|dip|slide)"
)
_ADVERBS = (
    r"(?:\s+(?:by|about|around|roughly|nearly|almost|just|more than|less than|over|as much as|slightly|another))*"
)
_MOVE = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b{_ADVERBS}"
    r"(?:\s+(?:\$?\d+(?:\.\d+)?(?: cents)?,? or )?(?P<share>\d+(?:\.\d+)?)\s?(?:%|percent|per cent))?"
)
_OVER_TIME = re.compile(
    r"\b(?:so far|since|(?:[Tt]his|last|past|previous|next) (?:\w+ ){0,2}"
    r"(?:days|sessions|weeks?|months?|quarters?|years?|decade)"
    r"|(?:for|over|in) the (?:week|month|quarter|year)|(?:in|over) (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:19|20)\d\d)|year[- ]to[- ]date|of (?:its|their) value)\b"
)
_SLIGHT = re.compile(r"\b(?:dip|slip|edge|inch|slight|modest|a little|marginal)\w*", re.IGNORECASE)
_CUES = ("hares", "tock", "(", "changed", "flat")  # one stands wherever `_SHARES` or `_FLAT` is found
_SERIES_DAYS = 2  # a price of another day is another figure
_SLIGHT_SHARE = 1.0
_FLAT_SHARE = 0.5  # moves under half a per cent are reported as "little changed"


@dataclass(frozen=True)
class MarketMove:
    """Whose shares moved, which way, how far, and where that is said."""

    owner: str
    direction: int
    percent: float | None
    statement: Statement
    start: int
    end: int

    @property
    def value(self) -> str:
        """The move in one normal form.

        >>> MarketMove("acme", -1, 1.5, None, 0, 0).value, MarketMove("acme", 0, None, None, 0, 0).value
        ('-1.5 percent', 'little changed')
        """
        if self.percent is not None:
            return f"{'-' if self.direction < 0 else '+'}{self.percent:g} percent"
        return {-1: "down", 0: "little changed", 1: "up"}[self.direction]


def find_market_moves(statements: Iterable[Statement], readings: Mapping[str, Reading]) -> list[MarketMove]:
    """Every move of a named company's shares, in order of the statements."""
    return [m for s in statements for m in _moves_in(s, readings[s.span.article].article.text)]


def _moves_in(statement: Statement, text: str) -> Iterator[MarketMove]:
    if not any(cue in statement.span.quote for cue in _CUES):
        return
    for start, end in split_clauses(text, statement.span.start, statement.span.end):
        flat = _FLAT.search(text, start, end)
        if flat:
            for name in re.findall(r"[A-Z]\w+", flat["names"]):
                yield MarketMove(name.lower(), 0, None, statement, start, end)
            continue
        shares = _SHARES.search(text, start, end)
        move = _choose_move(text, shares.end(), end) if shares else None
        if shares and move and not _OVER_TIME.search(statement.span.quote):
            owner = shares["owner"] or shares["held"] or shares["ticked"]
            percent = float(move["share"]) if move["share"] else None
            yield MarketMove(owner.lower(), 1 if move["up"] else -1, percent, statement, start, end)


def _choose_move(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first move with a figure, else the first move."""
    moves = list(_MOVE.finditer(text, start, end))
    return next((m for m in moves if m["share"]), moves[0] if moves else None)


def pair_market_moves(
    moves: Sequence[MarketMove], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Moves of one company's shares in two articles of nearly one day: an update where they differ.

    Policy: which figure is the later is not read from the stamps alone, for market reports are stamped at their last
    edit; so the reading is update in either order. "Little changed" and a move under half a per cent say the same, and
    so do a figure and a rounding of it, and "fell" and "fell 4 percent". A move over weeks is none of the day. A text
    that is filed again with another figure is an update, too.
    """
    first: dict[tuple[str, str, str], MarketMove] = {}
    for move in sorted(moves, key=lambda m: (m.statement.span.article, m.start)):
        first.setdefault((text_of(move.statement.span.article, descents), move.owner, move.value), move)
    return [
        _pairing(a, b, readings)
        for a, b in combinations(first.values(), 2)
        if a.owner == b.owner and _differ(a, b) and _one_series(a, b, readings)
    ]


def _differ(a: MarketMove, b: MarketMove) -> bool:
    if a.direction == b.direction and (a.percent is None) != (b.percent is None):
        return _is_slight(a) != _is_slight(b)
    if a.direction == b.direction and _is_rounded(a, b):
        return False
    small = [m for m in (a, b) if m.percent is not None and m.percent < _FLAT_SHARE]
    return a.value != b.value and not (small and 0 in {a.direction, b.direction})


def _is_rounded(a: MarketMove, b: MarketMove) -> bool:
    """Whether one figure is the other with fewer decimals: "5 percent" and "4.9 percent"."""
    if a.percent is None or b.percent is None:
        return False
    decimals = min(len(f"{p:g}".partition(".")[2]) for p in (a.percent, b.percent))
    return round(a.percent, decimals) == round(b.percent, decimals)


def _is_slight(move: MarketMove) -> bool:
    """Whether a move is under one per cent, or told without a figure as small: "shares of Orla dipped"."""
    if move.percent is not None:
        return move.percent < _SLIGHT_SHARE
    return _SLIGHT.search(move.statement.span.quote, *_inside(move)) is not None


def _inside(move: MarketMove) -> tuple[int, int]:
    return move.start - move.statement.span.start, move.end - move.statement.span.start


def _one_series(a: MarketMove, b: MarketMove, readings: Mapping[str, Reading]) -> bool:
    left, right = a.statement.span.article, b.statement.span.article
    one, two = (_moment(readings[x]) for x in (left, right))
    near = one is None or two is None or abs((one - two).days) <= _SERIES_DAYS
    return near and left != right


def _moment(reading: Reading) -> datetime | None:
    published = reading.article.published
    return datetime.combine(published.day, datetime.min.time()) if published else None


def _pairing(a: MarketMove, b: MarketMove, readings: Mapping[str, Reading]) -> Pairing:
    one, two = sorted((a, b), key=lambda m: _reported_first(m, readings))
    left, right = (
        side_of(r, m.statement, span_of(r.article, m.start, m.end), m.value)
        for m, r in ((m, readings[m.statement.span.article]) for m in (one, two))
    )
    decision = Decision(ReadingOf.UPDATE, PRICE_MOVED)
    return Pairing(slot="number", left=left, right=right, decision=decision, score=0.8)


def _reported_first(move: MarketMove, readings: Mapping[str, Reading]) -> tuple[str, str, int]:
    article = move.statement.span.article
    return (str(_moment(readings[article])), article, move.start)
