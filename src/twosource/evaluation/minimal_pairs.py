"""Synthetic minimal pairs from real claims: half contradict each other in one value, half only say it otherwise.

Marked synthetic everywhere: a figure on these pairs tells whether the comparison of values works when everything else
is equal. It tells nothing about finding the pairs in real coverage; the findings gold does that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from twosource.model import Record, digest_of


class PairKind(StrEnum):
    """The slot in which the two texts of a pair differ."""

    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DATE = "date"


class Change(StrEnum):
    """What was done to the first text to get the second."""

    OTHER_VALUE = "other value"
    OTHER_DATE = "other date"
    BOUND = "bound"
    ROUNDED = "rounded"
    CONVERTED = "unit converted"
    COARSER = "coarser date"
    REWORDED = "number reworded"


class MinimalPair(Record, frozen=True, kw_only=True):
    """Two texts that differ in one place; `conflict` tells whether both can be right. Synthetic."""

    id: str
    kind: PairKind
    change: Change
    conflict: bool
    left: str
    right: str


_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+\.\d+|\d+"
_SCALE = r"(?: (?:thousand|million|billion|trillion))?"
_MONEY = re.compile(rf"(?<![\w.,])\$(?P<n>{_NUMBER})(?P<rest>{_SCALE})(?![\w%-]|\.\d)")
_PERCENT = re.compile(rf"(?<![\w.,$-])(?P<n>{_NUMBER})(?P<rest> percent\b| per cent\b|%)(?!\s*(?:point|-))")
_MEASURE = re.compile(
    rf"(?<![\w.,$-])(?P<n>{_NUMBER})(?P<rest> (?:miles|kilometres|kilometers|pounds|kilograms|tons))\b"
)
_COUNT = re.compile(
    rf"(?<![\w.,$/:-])(?P<n>{_NUMBER})(?P<rest>{_SCALE} [a-z]{{4,}}s\b)(?! (?:old|ago|later|earlier)\b)"
)
_YEAR = re.compile(r"\b(?:in|In) (?P<n>(?:19|20)\d\d)\b(?![-–/,]|\s*(?:to|and|-)\s)(?P<rest>)")
_MONTH = re.compile(
    r"\b(?P<m>January|February|March|April|June|July|August|September|October|November|December)"
    r"(?P<d> \d{1,2},)? (?P<n>(?:19|20)\d\d)\b"
)
_BEFORE = re.compile(
    r"(?:\b(?:than|over|under|least|most|to|nearly|almost|about|around|roughly|approximately|some|many|much|below|above"
    r"|every|of|and|or|estimated|between)|(?<![.!?]\s)(?<!^)\b[A-Z][\w.]*)\s+$"
)
"""What makes a changed number no contradiction: a bound, a range, a part, a name that ends in a number."""
_TIME_NOUNS = frozenset("years months weeks days hours minutes seconds times points centuries decades percents".split())
_CONVERT = {"miles": ("kilometers", 1.609344), "pounds": ("kilograms", 0.45359237)}
_MONTHS = "January February March April May June July August September October November December".split()


def make_minimal_pairs(texts: Iterable[str]) -> tuple[MinimalPair, ...]:
    """Pairs from every text that holds exactly one value of a kind; up to two conflicts and two variants a kind.

    Policy: a text with two values of a kind makes no pair, for the second would be compared with the first. Every
    kind gives as many conflicts as variants, so that half of all pairs are true conflicts.

    >>> [p.right for p in make_minimal_pairs(["The storm killed 41 farmers in Ohio."]) if p.conflict]
    ['The storm killed 62 farmers in Ohio.']
    """
    seen: dict[str, MinimalPair] = {}
    for text in texts:
        clean = " ".join(text.split())
        for pair in _pairs_of(clean):
            seen.setdefault(pair.id, pair)
    return tuple(seen[key] for key in sorted(seen))


def _pairs_of(text: str) -> Iterator[MinimalPair]:
    for kind, pattern, changes in _RECIPES:
        hits = list(pattern.finditer(text))
        if len(hits) != 1 or not _usable(kind, hits[0]) or _BEFORE.search(text, 0, hits[0].start()):
            continue
        for change, conflict, new in _balanced(hits[0], changes):
            right = text[: hits[0].start()] + new + text[hits[0].end() :]
            yield _pair(kind, change, (text, right), conflict=conflict)


def _balanced(hit: re.Match[str], changes: Sequence[tuple[Change, bool, Make]]) -> list[tuple[Change, bool, str]]:
    """As many conflicts as compatible variants, the first of each that can be made."""
    made = [(change, conflict, new) for change, conflict, make in changes if (new := make(hit)) is not None]
    conflicts, variants = ([m for m in made if m[1] is side] for side in (True, False))
    number = min(len(conflicts), len(variants))
    return [*conflicts[:number], *variants[:number]]


def _pair(kind: PairKind, change: Change, texts: tuple[str, str], *, conflict: bool) -> MinimalPair:
    left, right = texts
    return MinimalPair(
        id=digest_of(kind, change, left, right), kind=kind, change=change, conflict=conflict, left=left, right=right
    )


def _usable(kind: PairKind, hit: re.Match[str]) -> bool:
    if kind is PairKind.DATE:
        return True
    number = _value(hit)
    noun = hit["rest"].split()[-1] if kind is PairKind.COUNT else ""
    looks_like_year = kind is PairKind.COUNT and "," not in hit["n"] and 1900 <= number <= 2100
    return number >= 2 and noun not in _TIME_NOUNS and not looks_like_year


def _value(hit: re.Match[str]) -> float:
    return float(hit["n"].replace(",", ""))


def _like(hit: re.Match[str], number: float) -> str:
    """A number in the format of the one it replaces."""
    decimals = len(hit["n"].partition(".")[2])
    return f"{number:,.{decimals}f}" if "," in hit["n"] or number >= 1_000 else f"{number:.{decimals}f}"


def _sign(hit: re.Match[str]) -> str:
    return "$" if hit.group().startswith("$") else ""


def _other_value(hit: re.Match[str]) -> str:
    """Half as much again and a little: beyond any rounding."""
    return _sign(hit) + _like(hit, _value(hit) * 1.5 + 0.5) + hit["rest"]


def _lower_value(hit: re.Match[str]) -> str | None:
    """A little over a third: beyond any rounding, and still a number to be said."""
    text = _like(hit, _value(hit) * 0.35)
    return _sign(hit) + text + hit["rest"] if float(text.replace(",", "")) >= 1 else None


def _bound(hit: re.Match[str]) -> str | None:
    """A bound below the value: "at least 90" of 100."""
    lower = _value(hit) * 0.9
    text = _like(hit, lower)
    return f"at least {_sign(hit)}{text}{hit['rest']}" if float(text.replace(",", "")) >= 1 else None


def _rounded(hit: re.Match[str]) -> str | None:
    """The value to two figures with "about", where that changes it."""
    number = _value(hit)
    rounded = float(f"{number:.2g}")
    if rounded == number or abs(rounded - number) > 0.05 * number:
        return None
    return f"about {_sign(hit)}{_like(hit, rounded)}{hit['rest']}"


def _reworded(hit: re.Match[str]) -> str | None:
    """Millions written out, and the other way round."""
    number = _value(hit)
    if hit["rest"].startswith(" million"):
        return f"{_sign(hit)}{number * 1e6:,.0f}{hit['rest'].removeprefix(' million')}"
    if number >= 1e6 and number % 1e5 == 0 and "illion" not in hit["rest"]:
        return f"{_sign(hit)}{number / 1e6:g} million{hit['rest']}"
    return None


def _per_cent(hit: re.Match[str]) -> str | None:
    return f"{hit['n']} per cent" if hit["rest"] != " per cent" else f"{hit['n']}%"


def _converted(hit: re.Match[str]) -> str | None:
    unit, factor = _CONVERT.get(hit["rest"].strip(), ("", 0.0))
    return f"{_value(hit) * factor:,.0f} {unit}" if unit and _value(hit) >= 20 else None


def _other_year(hit: re.Match[str]) -> str:
    return hit.group().replace(hit["n"], str(int(hit["n"]) - 3))


def _around_year(hit: re.Match[str]) -> str:
    return f"{hit.group().split()[0]} the {hit['n'][:3]}0s"


def _other_month(hit: re.Match[str]) -> str:
    month = _MONTHS[(_MONTHS.index(hit["m"]) + 4) % 12]
    return f"{month}{hit['d'] or ''} {hit['n']}"


def _year_before(hit: re.Match[str]) -> str:
    return hit.group().replace(hit["n"], str(int(hit["n"]) - 1))


def _coarser_month(hit: re.Match[str]) -> str | None:
    return f"{hit['m']} {hit['n']}" if hit["d"] else None


def _only_year(hit: re.Match[str]) -> str | None:
    return None if hit["d"] else str(hit["n"])


Make = Callable[[re.Match[str]], "str | None"]
_NUMBER_CHANGES: tuple[tuple[Change, bool, Make], ...] = (
    (Change.OTHER_VALUE, True, _other_value),
    (Change.OTHER_VALUE, True, _lower_value),
    (Change.BOUND, False, _bound),
    (Change.ROUNDED, False, _rounded),
    (Change.REWORDED, False, _reworded),
)
_RECIPES: tuple[tuple[PairKind, re.Pattern[str], tuple[tuple[Change, bool, Make], ...]], ...] = (
    (
        PairKind.DATE,
        _MONTH,
        (
            (Change.OTHER_DATE, True, _other_month),
            (Change.OTHER_DATE, True, _year_before),
            (Change.COARSER, False, _coarser_month),
            (Change.COARSER, False, _only_year),
        ),
    ),
    (PairKind.DATE, _YEAR, ((Change.OTHER_DATE, True, _other_year), (Change.COARSER, False, _around_year))),
    (PairKind.MONEY, _MONEY, _NUMBER_CHANGES),
    (PairKind.PERCENT, _PERCENT, (*_NUMBER_CHANGES[:4], (Change.REWORDED, False, _per_cent))),
    (PairKind.MEASURE, _MEASURE, (*_NUMBER_CHANGES, (Change.CONVERTED, False, _converted))),
    (PairKind.COUNT, _COUNT, _NUMBER_CHANGES),
)
