"""How a finding prints its sides: the shortest clause that carries the value, and the value in one normal form."""

from __future__ import annotations

from datetime import timedelta

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Article, Bound, Extent, Grain, Named, Quantity, Span, Statement, When, span_of
from twosource.text.clauses import split_clauses
from twosource.text.words import find_words

_MAX_WORDS = 25  # the longest clause that is quoted whole; beyond it the words nearest to the value are
_BEGINNING_CHARS = 240  # nearly always hold more than 25 words
_MANY = {"person": "people", "child": "children", "man": "men", "woman": "women", "country": "countries"}
_MANY |= {word: word for word in "dead wounded injured hurt killed deceased staff police aircraft".split()}
_PREFIX = {Bound.EXACT: "", Bound.AT_LEAST: "at least ", Bound.AT_MOST: "at most ", Bound.ABOUT: "about "}


def clause_at(text: str, statement: Statement, place: int) -> Extent:
    """The clause of a statement that holds a place of its article's text, else the whole statement."""
    clauses = split_clauses(text, *statement.span.extent)
    return next((c for c in clauses if c[0] <= place < c[1]), statement.span.extent)


def quote_of(article: Article, use: SlotUse) -> Span:
    """The clause around the value, cut to the words nearest to it where it is long."""
    return quote_around(article, use.clause, use.slot.span.extent)


def quote_around(article: Article, clause: Extent, value: Extent) -> Span:
    """The clause, cut to the words nearest to the value where it is long."""
    start, end = _clip(article.text, clause, value)
    return span_of(article, start, end)


def beginning_of(article: Article, extent: Extent) -> Span:
    """A range, cut to its first words where it is long."""
    start, end = extent
    words = find_words(article.text, start, min(end, start + _BEGINNING_CHARS))
    if len(words) <= _MAX_WORDS:
        words = find_words(article.text, start, end)
    return span_of(article, start, words[_MAX_WORDS - 1].end if len(words) > _MAX_WORDS else end)


def _clip(text: str, clause: Extent, slot: Extent) -> Extent:
    words = find_words(text, *clause)
    if len(words) <= _MAX_WORDS:
        return clause
    inside = [i for i, w in enumerate(words) if w.start < slot[1] and slot[0] < w.end]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    spare = max(0, _MAX_WORDS - (last - first + 1))
    begin = max(0, first - (2 * spare) // 3)
    stop = min(len(words) - 1, begin + _MAX_WORDS - 1)
    return words[begin].start, max(words[stop].end, slot[1])


def value_text(value: Named | When | Quantity) -> str:
    """A value in its normal form.

    >>> value_text(Quantity(low=105e9, high=105e9, bound=Bound.EXACT, unit="USD"))
    '105000000000 USD'
    >>> value_text(Quantity(low=20, high=None, bound=Bound.AT_LEAST, noun="country"))
    'at least 20 countries'
    """
    if isinstance(value, Named):
        return value.name
    return _quantity_text(value) if isinstance(value, Quantity) else _when_text(value)


def _quantity_text(value: Quantity) -> str:
    low, high = value.low, value.high
    if value.bound is Bound.BETWEEN and low is not None and high is not None and low != high:
        number = f"{_number(low)}-{_number(high)}"
    else:
        known = low if low is not None else high
        number = _PREFIX.get(value.bound, "") + ("" if known is None else _number(known))
    if value.ordinal:
        return f"number {number} {value.noun or ''}".strip()
    noun = _plural("year" if value.noun == "age" else value.noun, low) if value.noun else ""
    return " ".join(part for part in (number, value.unit or noun) if part)


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:.10g}"


def _plural(noun: str, number: float | None) -> str:
    """The noun as it stands behind a number.

    >>> [_plural(noun, 2) for noun in ("casualty", "church", "staff", "country", "day")]
    ['casualties', 'churches', 'staff', 'countries', 'days']
    """
    if number == 1:
        return noun
    if noun not in _MANY and noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    usual = f"{noun}es" if noun.endswith(("ch", "sh", "x")) else f"{noun}s"
    return _MANY.get(noun, noun if noun.endswith("s") else usual)


def _when_text(value: When) -> str:
    """ISO 8601 at the stated grain; an interval with a slash, ".." for an open end."""
    first, last = value.earliest, value.latest
    if first is None or last is None:
        return f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}"
    clock = f"T{value.clock:%H:%M}" if value.clock else ""
    if first == last:
        return first.isoformat() + clock
    if value.grain is Grain.YEAR and (first.month, first.day) == (1, 1) and first.year == last.year:
        return f"{first.year:04}"
    if (
        value.grain is Grain.MONTH
        and first.day == 1
        and (last + timedelta(days=1)).day == 1
        and first.month == last.month
    ):
        return f"{first:%Y-%m}"
    return f"{first.isoformat()}/{last.isoformat()}"
