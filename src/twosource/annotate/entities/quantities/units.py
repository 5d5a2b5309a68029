"""What a number measures: percent, money, length, weight, time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.annotate.entities.quantities.numerals import Number, load_lexicon

_PERCENT = frozenset({"%", "percent", "pc"})
_POINTS = frozenset({"point", "points"})
_SIGNS_BEFORE = frozenset("$€£¥₹₽₴₺₩₪")
_POUNDS = frozenset({"pound", "pounds"})
_MONEY_REACH = 6  # tokens either side: "fined the company 500 pounds", "450 pounds a month in rent"
_COUNTRY_SIGNS = frozenset({"us", "a", "au", "c", "hk", "nz", "s"})


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
    behind = _behind(forms, raws, number)
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
    if place > 1 and raws[place - 2] == "$" and sign.isupper() and forms[place - 1] in _COUNTRY_SIGNS:
        return currencies.get(sign.removesuffix("U") + "$", currencies["$"]), place - 2
    return (currencies[sign], place - 1) if sign in currencies and (sign.isupper() or sign == "Rs") else None


def _behind(forms: Sequence[str], raws: Sequence[str], number: Number) -> Unit:
    after = number.after
    if number.suffix:
        return Unit(load_lexicon().measures[number.suffix], after, after)
    hyphened = forms[after : after + 1] == ["-"]
    at = after + 1 if hyphened else after
    if at >= len(forms):
        return Unit(None, after, after)
    if forms[at] in _PERCENT or tuple(forms[at : at + 2]) == ("per", "cent"):
        end = at + 1 if forms[at] in _PERCENT else at + 2
        return Unit("percent", after, end, hyphened)
    if forms[at] == "percentage" and forms[at + 1 : at + 2] and forms[at + 1] in _POINTS:
        return Unit("percentage point", after, at + 2)
    return _measure(forms, raws, number, at)


def _measure(forms: Sequence[str], raws: Sequence[str], number: Number, at: int) -> Unit:
    after, currencies = number.after, load_lexicon().currencies
    national = currencies.get(" ".join(forms[at : at + 2]).removesuffix("s"))
    if national is not None and at + 1 < len(forms):
        return Unit(national, after, at + 2, hyphened=at > after)
    square = forms[at] in {"square", "cubic", "nautical"} and at + 1 < len(forms)
    word = forms[at + 1] if square else forms[at]
    name = _unit_named(word, raws[at])
    if name is None:
        return Unit(None, after, after)
    if word in _POUNDS and not _is_money(forms, number, at):
        name = "lb"
    full = f"{forms[at]} {name}" if square else name
    return Unit(full, after, at + (2 if square else 1), hyphened=at > after)


def _is_money(forms: Sequence[str], number: Number, at: int) -> bool:
    """Whether the pounds at a token are money: by a word for money near, by pence, by a sum in brackets, by their size.

    Policy: a weight where nothing says money. An adjective ("a 450-pound gorilla") asks only the words behind it.

    >>> [_is_money(text.split(), Number(450, 2), 2) for text in ("of 450 pounds each", "fined 450 pounds")]
    [False, True]
    """
    behind = forms[at + 1 : at + 1 + _MONEY_REACH]
    near = [*behind[:2]] if forms[at] == "pound" else [*forms[max(0, at - _MONEY_REACH) : at], *behind]
    priced = behind[:1] == ["("] and any(form in _SIGNS_BEFORE for form in behind[:3])
    large = number.value >= 1e9 or (number.value >= 1e6 and behind[:1] != ["of"])
    pence = forms[number.after - 1][-3:-2] == "."
    return priced or large or pence or not load_lexicon().money.isdisjoint(near)


def _unit_named(word: str, raw: str) -> str | None:
    lexicon = load_lexicon()
    single = word[:-1] if word.endswith("s") and len(word) > 3 else word
    found = lexicon.measures.get(word) or lexicon.measures.get(single)
    if found:
        return found
    money = lexicon.currencies.get(word) or lexicon.currencies.get(single)
    return money or (lexicon.currencies.get(raw) if raw.isupper() and len(raw) == 3 else None)
