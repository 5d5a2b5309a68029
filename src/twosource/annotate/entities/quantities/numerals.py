"""Numbers as they are written: digits, words, mixtures, ordinals and vague plurals."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from twosource.model import Bound

# "1,200.5", "5", with letters stuck to it: "5kg", "3bn", "143million"; commas after two digits are Indian.
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)([a-z]*)$", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.IGNORECASE)


class Number(NamedTuple):
    """A number read at a token: its value, the token after it, and what kind of number it is."""

    value: float
    after: int
    ordinal: bool = False
    vague: bool = False
    """At least so many: "hundreds"."""
    suffix: str = ""
    """A measure stuck to the digits: "5kg"; other letters make a code ("3D") and no number."""


BoundPhrase = tuple[Bound, tuple[str, ...]]
"""What a bound says, and the words that say it."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists for quantities."""

    cardinals: dict[str, float]
    magnitudes: dict[str, float]
    magnitude_letters: dict[str, float]
    vague: dict[str, float]
    ordinals: dict[str, float]
    before: dict[str, tuple[BoundPhrase, ...]]
    """Last word -> the bounds that stand before a number, the longest first."""
    behind: dict[str, tuple[BoundPhrase, ...]]
    """First word -> the bounds that stand behind a number, the longest first."""
    currencies: dict[str, str]
    measures: dict[str, str]
    plurals: dict[str, str]
    stops: frozenset[str]
    scope_openers: frozenset[str]
    identifiers: frozenset[str]
    participles: frozenset[str]
    money: frozenset[str]
    """Words beside which pounds are money."""
    openers: frozenset[str]
    """Every word that a number may begin with."""


@cache
def load_lexicon() -> Lexicon:
    """The word lists, read once."""
    source = files("twosource.annotate.entities.lexicon").joinpath("quantities.toml").read_text("utf-8")
    table: dict[str, Any] = tomllib.loads(source)
    words = table["words"]
    return Lexicon(
        **{key: table[key] for key in ("cardinals", "magnitudes", "magnitude_letters", "vague", "ordinals")},
        before=_bounds(table["bounds"], key_word=-1),
        behind=_bounds(table["after"], key_word=0),
        currencies=table["currencies"],
        measures=table["measures"],
        plurals=dict(pair.split("=") for pair in words["plurals"].split()),
        stops=frozenset(words["stops"].split()),
        scope_openers=frozenset(words["scope_openers"].split()),
        identifiers=frozenset(words["identifiers"].split()),
        participles=frozenset(words["participles"].split()),
        money=frozenset(words["money"].split()),
        openers=frozenset({"a", "an", "half", *table["cardinals"], *table["ordinals"], *table["vague"]}),
    )


def _bounds(groups: dict[str, str], *, key_word: int) -> dict[str, tuple[BoundPhrase, ...]]:
    """The phrases of all bounds by one of their words, so that few are tried: "no more than" before "more than"."""
    found: dict[str, list[BoundPhrase]] = {}
    for name, source in groups.items():
        for phrase in (tuple(words.split()) for words in source.split(";") if words.strip()):
            found.setdefault(phrase[key_word], []).append((Bound[name.upper()], phrase))
    return {word: tuple(sorted(phrases, key=lambda entry: -len(entry[1]))) for word, phrases in found.items()}


def read_number(forms: Sequence[str], place: int) -> Number | None:
    """The number that begins at token `place`, or None; `forms` are lower case.

    >>> read_number(["twenty-seven", "leaders"], 0).value, read_number(["1.2", "billion"], 0).value
    (27.0, 1200000000.0)
    >>> read_number(["half", "a", "million"], 0).value, read_number(["a", "dozen"], 0).value
    (500000.0, 12.0)
    >>> read_number(["80th"], 0).ordinal, read_number(["hundreds", "of"], 0).vague
    (True, True)
    """
    lexicon = load_lexicon()
    form = forms[place]
    ordinal = _read_ordinal(form, lexicon)
    if ordinal is not None:
        return Number(ordinal, place + 1, ordinal=True)
    if form in lexicon.vague:
        return _read_vague(forms, place, lexicon)
    if form == "half" and place + 2 < len(forms) and forms[place + 1] == "a" and forms[place + 2] in lexicon.magnitudes:
        return Number(lexicon.magnitudes[forms[place + 2]] / 2, place + 3)
    if form in {"a", "an"}:
        return _read_article(forms, place, lexicon)
    if form[0].isdigit():
        return _read_digits(forms, place, lexicon)
    return _read_words(forms, place, lexicon)


def _read_ordinal(form: str, lexicon: Lexicon) -> float | None:
    match = _ORDINAL.match(form)
    if match:
        return float(match.group(1))
    if form in lexicon.ordinals:
        return float(lexicon.ordinals[form])
    return _after_tens(form, lexicon.ordinals, lexicon)


def _after_tens(form: str, units: dict[str, float], lexicon: Lexicon) -> float | None:
    """Tens and a unit in one token: "twenty-seven", "twenty-seventh"."""
    tens, dash, unit = form.partition("-")
    return (
        float(lexicon.cardinals[tens] + units[unit]) if dash and tens in lexicon.cardinals and unit in units else None
    )


def _read_vague(forms: Sequence[str], place: int, lexicon: Lexicon) -> Number | None:
    """Vague plurals, alone or one of another: "hundreds of", "tens of thousands of"."""
    value = lexicon.vague[forms[place]]
    if (
        tuple(forms[place + 1 : place + 2]) == ("of",)
        and forms[place + 2 : place + 3]
        and forms[place + 2] in lexicon.vague
    ):
        return Number(lexicon.vague[forms[place + 2]] * value / 2, place + 3, vague=True)
    return Number(float(value), place + 1, vague=True) if forms[place + 1 : place + 2] else None


def _read_article(forms: Sequence[str], place: int, lexicon: Lexicon) -> Number | None:
    following = forms[place + 1] if place + 1 < len(forms) else ""
    if following in lexicon.magnitudes:
        return _scaled(forms, Number(1, place + 1), lexicon)
    return Number(2, place + 3) if following == "couple" and forms[place + 2 : place + 3] == ["of"] else None


def _read_digits(forms: Sequence[str], place: int, lexicon: Lexicon) -> Number | None:
    match = _DIGITS.match(forms[place])
    if match is None:
        return None
    value = float(match.group(1).replace(",", ""))
    suffix = match.group(2)
    if not suffix:
        return _scaled(forms, Number(value, place + 1), lexicon)
    scale = lexicon.magnitude_letters.get(suffix) or lexicon.magnitudes.get(suffix)
    if scale is not None:
        return Number(value * scale, place + 1)
    return Number(value, place + 1, suffix=suffix) if suffix in lexicon.measures else None


def _read_words(forms: Sequence[str], place: int, lexicon: Lexicon) -> Number | None:
    """Words up to a hundred, then their magnitudes: "two hundred and five thousand"."""
    value = _small(forms[place], lexicon)
    if value is None:
        return None
    number = _scaled(forms, Number(value, place + 1), lexicon)
    at = number.after + 1 if forms[number.after : number.after + 1] == ["and"] and number.value >= 100 else number.after
    rest = _small(forms[at], lexicon) if at < len(forms) and number.value >= 100 and at >= number.after else None
    if rest is not None and rest < 100 and number.value % 100 == 0:
        return _scaled(forms, Number(number.value + rest, at + 1), lexicon)
    return number


def _small(form: str, lexicon: Lexicon) -> float | None:
    if form in lexicon.cardinals:
        return float(lexicon.cardinals[form])
    return _after_tens(form, lexicon.cardinals, lexicon)


def _scaled(forms: Sequence[str], number: Number, lexicon: Lexicon) -> Number:
    value, after = number.value, number.after
    while after < len(forms) and forms[after] in lexicon.magnitudes:
        value *= lexicon.magnitudes[forms[after]]
        after += 1
    return number._replace(value=float(value), after=after)
