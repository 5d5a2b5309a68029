"""What a traded thing costs from moment to moment: the levels of one price in one article, or on two days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.compare_slots import Fit, compare_quantities
from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import PRICE_MOVED, Descent, Quantity, Reading, ReadingOf, text_of

_TRADED = {
    word: line.split()[0]
    for line in (
        "bitcoin btc",
        "ethereum ether eth",
        "ripple xrp",
        "litecoin ltc",
        "gold bullion",
        "silver",
        "copper",
        "oil crude wti",
        "brent",
        "wheat",
        "sterling",
    )
    for word in line.split()
}
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_THING = re.compile(rf"\b(?:bitcoin cash|brent crude|{'|'.join(_TRADED)})\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?P<month>(?:{_MONTHS})[a-z]*\.?) (?:[A-Z][a-z]+ )?(?:{'|'.join(_TRADED)})\b")
_ROUND = r"(?:\s(?:about|around|just|nearly|almost|less|more|than|over|under|above|below))*"
_STANDS = re.compile(
    r"\b(?:trad(?:ed|ing|es)|priced|valued|chang(?:ed|ing) hands|sell(?:s|ing)|sold|quoted|worth|stood|stands"
    r"|hover(?:s|ed|ing)|struggling|settled|closed|opened|back)\b(?:\s[a-z]+){0,3}?"
    rf"\s(?:at|for|around|near|above|below|under|over){_ROUND}\s?$"
)
_MOVES = re.compile(
    r"\b(?:fell|fallen|dropp(?:ed|ing)|plunged|tumbled|slid|slumped|sank|rose|risen|climbed|jumped|soared|surged|back|down"
    rf"|up)\b[^.;,]{{0,32}}?\bto{_ROUND}\s?$"
)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d\d)\s?(?P<half>[ap])\.?m\b\.?\s*[-–—|:]", re.IGNORECASE)
_CUES = (
    "rad",
    "price",
    "value",
    "hand",
    "sell",
    "sold",
    "quot",
    "worth",
    "st",
    "sett",
    "hover",
    "clos",
    "open",
    "back",
    " to ",
)
_LOOK_BACK_CHARS = 64
_NOON = 12
_DAYS = 10  # a price of weeks before is a comparison and no step of a series
_SERIES = Decision(ReadingOf.UPDATE, PRICE_MOVED)
_IN_ONE = 0.75
_IN_TWO = 0.6


@dataclass(frozen=True)
class PriceLevel:
    """One price of one thing, and the minute of the day that a running page prints over it."""

    thing: str
    use: SlotUse
    minute: int | None


def find_price_levels(uses: Iterable[SlotUse], readings: Mapping[str, Reading]) -> list[PriceLevel]:
    """Every sum that says what something trades at, is worth or moved to, by thing, article and place.

    Policy: a low, a high and what a price moved from are no levels, and things are those of the list above.
    """
    found = []
    for use in uses:
        thing = _thing_of(readings[use.article].article.text, use) if _is_price(use) else None
        if thing is not None:
            found.append(PriceLevel(thing, use, _minute_over(readings[use.article].article.text, use)))
    return sorted(found, key=lambda level: (level.thing, level.use.key))


def pair_price_levels(
    levels: Sequence[PriceLevel], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each step of a price: between neighbours of one article, and between the last words of two days.

    Policy: articles of one day are not held against each other, for their minutes are not known. The order inside an
    article is that of its clock, where it prints one, else that of the text, whose lead is the latest.
    """
    found: list[Pairing] = []
    for _, of_thing in groupby(levels, key=lambda each: each.thing):
        by_article = [list(group) for _, group in groupby(of_thing, key=lambda each: each.use.article)]
        series = [_in_order(group, readings) for group in by_article]
        found += [_pairing(a, b, readings, _IN_ONE) for each in series for a, b in _steps(each)]
        ends = sorted((each[-1] for each in series), key=lambda level: (str(level.use.reported), level.use.key))
        found += [_pairing(a, b, readings, _IN_TWO) for a, b in _steps(ends) if _on_two_days(a, b, descents)]
    return found


_APART = re.compile(r"\s(?:(?:a|an|per) \w+ )?(?:above|below|over|under|higher|lower|more|less)\b")


def _is_price(use: SlotUse) -> bool:
    """Whether a sum of money is the level of a price: "was trading at $6,562", "fell to $52 a barrel"."""
    value = use.slot.value
    money = isinstance(value, Quantity) and value.unit is not None and measure_of(value.unit).dimension == value.unit
    if not money or use.converted or _APART.match(use.behind) or not any(cue in use.text for cue in _CUES):
        return False
    start = use.slot.span.start - use.statement.span.start
    before = use.statement.span.quote[max(0, start - _LOOK_BACK_CHARS) : start]
    return _STANDS.search(before) is not None or _MOVES.search(before) is not None


def _thing_of(text: str, use: SlotUse) -> str | None:
    """What is traded: the last such thing before the sum in its sentence, else the first that the article names."""
    named = [found.group().lower() for found in _THING.finditer(text, use.statement.span.start, use.slot.span.start)]
    if not named:
        bare = re.match(r"\W*[Pp]rices?\b", use.text)
        first = _THING.search(text) if bare else None
        named = [first.group().lower()] if first else []
    return _TRADED.get(named[-1], named[-1].removesuffix(" crude")) if named else None


def _minute_over(text: str, use: SlotUse) -> int | None:
    """The minute of the last clock before a bar or dash: "2.05pm - UPDATE"."""
    clocks = list(_CLOCK.finditer(text, 0, use.slot.span.start))
    if not clocks:
        return None
    hour = int(clocks[-1]["hour"]) % _NOON + (_NOON if clocks[-1]["half"].lower() == "p" else 0)
    return hour * 60 + int(clocks[-1]["minute"])


def _in_order(levels: Sequence[PriceLevel], readings: Mapping[str, Reading]) -> list[PriceLevel]:
    """The levels of one article from the earliest: by the clock, with what stands above it first; else lead last."""
    if any(level.minute is not None for level in levels):
        return sorted(levels, key=lambda level: (-1 if level.minute is None else level.minute, level.use.key))
    lead = [level for level in levels if _is_lead(level.use, readings)]
    return [*(level for level in levels if level not in lead), *lead]


def _is_lead(use: SlotUse, readings: Mapping[str, Reading]) -> bool:
    first = next((p for p in readings[use.article].passages if p.role.value == "lede"), None)
    return first is not None and use.slot.span.start < first.span.end


def _steps(levels: Sequence[PriceLevel]) -> Iterator[tuple[PriceLevel, PriceLevel]]:
    """Each two neighbours whose prices are apart."""
    for a, b in pairwise(levels):
        one, two = a.use.slot.value, b.use.slot.value
        if isinstance(one, Quantity) and isinstance(two, Quantity) and a.use.statement.id != b.use.statement.id:
            comparison = compare_quantities(one, two)
            apart = comparison is not None and comparison.fit is Fit.DIFFERS
            if apart and a.use.rate == b.use.rate and _contract(a.use) == _contract(b.use):
                yield a, b


def _contract(use: SlotUse) -> str | None:
    """The month that a contract is for: "October crude rose to $83"."""
    found = _MONTH.search(use.text)
    return found["month"] if found else None


def _on_two_days(a: PriceLevel, b: PriceLevel, descents: Mapping[str, Descent]) -> bool:
    one, two = a.use.reported, b.use.reported
    apart = text_of(a.use.article, descents) != text_of(b.use.article, descents)
    return apart and one is not None and two is not None and 0 < (two.date() - one.date()).days <= _DAYS


def _pairing(a: PriceLevel, b: PriceLevel, readings: Mapping[str, Reading], score: float) -> Pairing:
    left, right = (side_of_use(level.use, readings) for level in (a, b))
    return Pairing(slot="number", left=left, right=right, decision=_SERIES, score=score)
