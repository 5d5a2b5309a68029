"""What a number measures: percent, money, length, weight, time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.entities.quantities.numerals import Number, load_lexicon

_PERCENT = frozenset({"%", "percent", "pc"})
_POINTS = frozenset({"point", "points"})
_SIGNS_BEFORE = frozenset("$€£¥₹₽₴₺₩₪")
_COUNTRY_SIGNS = frozenset({"us", "a", "c", "hk", "nz", "s"})


class Unit(NamedTuple):
    """A unit, and the tokens it takes: `first` may lie before the number ("$5")."""

    name: str | None
    first: int
    after: int
    hyphened: bool = False
    """The noun follows: "72-hour"."""


def read_unit(forms: Sequence[str], raws: Sequence[str], place: int, number: Number) -> Unit:
    """The unit of the number at `place`, behind it or before it; `name` is None where it only counts.

    >>> read_unit(["145", "per", "cent"], ["145", "per", "cent"], 0, Number(145, 1))
    Unit(name='percent', first=0, after=3, hyphened=False)
    >>> read_unit(["$", "5"], ["$", "5"], 1, Number(5, 2)).name
    'USD'
    """
    before = _sign_before(forms, raws, place)
    behind = _behind(forms, raws, number.after, number.suffix)
    if before is not None:
        name, first = before
        return Unit(name, first, behind.after if behind.name == name else number.after, behind.hyphened)
    return Unit(behind.name, place, behind.after, behind.hyphened)


def _sign_before(forms: Sequence[str], raws: Sequence[str], place: int) -> tuple[str, int] | None:
    currencies = load_lexicon().currencies
    if place == 0:
        return None
    sign = raws[place - 1]
    if sign in _SIGNS_BEFORE:
        if place > 1 and forms[place - 2] in _COUNTRY_SIGNS and raws[place - 2].isupper():
            return currencies.get(raws[place - 2] + sign, currencies[sign]), place - 2
        return currencies[sign], place - 1
    return (currencies[sign], place - 1) if sign in currencies and (sign.isupper() or sign == "Rs") else None


def _behind(forms: Sequence[str], raws: Sequence[str], after: int, suffix: str) -> Unit:
    lexicon = load_lexicon()
    if suffix and suffix not in lexicon.magnitude_letters:
        name = lexicon.measures.get(suffix) or ("m" if suffix == "m" else None)
        return Unit(name, after, after)
    hyphened = forms[after : after + 1] == ["-"]
    at = after + 1 if hyphened else after
    if at >= len(forms):
        return Unit(None, after, after)
    if forms[at] in _PERCENT or tuple(forms[at : at + 2]) == ("per", "cent"):
        end = at + 1 if forms[at] in _PERCENT else at + 2
        return Unit("percent", after, end, hyphened)
    if forms[at] == "percentage" and forms[at + 1 : at + 2] and forms[at + 1] in _POINTS:
        return Unit("percentage point", after, at + 2)
    return _measure(forms, raws, (after, at), hyphened=hyphened)


def _measure(forms: Sequence[str], raws: Sequence[str], places: tuple[int, int], *, hyphened: bool) -> Unit:
    after, at = places
    square = forms[at] in {"square", "cubic", "nautical"} and at + 1 < len(forms)
    word = forms[at + 1] if square else forms[at]
    name = _unit_named(word, raws[at])
    if name is None:
        return Unit(None, after, after)
    if name == "GBP" and tuple(forms[at + 1 : at + 2]) == ("of",):
        name = "lb"
    if word in {"us", "canadian", "australian"}:
        return Unit(None, after, after)
    full = f"{forms[at]} {name}" if square else name
    return Unit(full, after, at + (2 if square else 1), hyphened)


def _unit_named(word: str, raw: str) -> str | None:
    lexicon = load_lexicon()
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    found = lexicon.measures.get(word) or lexicon.measures.get(single)
    if found:
        return found
    money = lexicon.currencies.get(word) or lexicon.currencies.get(single)
    return money or (lexicon.currencies.get(raw) if raw.isupper() and len(raw) == 3 else None)
