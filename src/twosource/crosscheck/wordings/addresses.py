"""One street with two house numbers, or one number in two kinds of street: "the 1800 block of Hewitt Avenue"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from twosource.crosscheck.attributed import holder_of
from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.decision import Decision
from twosource.crosscheck.quoting import clause_at, quote_around
from twosource.crosscheck.sides import Pairing, is_one_text, side_of, when_reported
from twosource.model import Descent, Extent, Reading, ReadingOf, Side, Statement

_KINDS = (
    "street st|avenue ave|road rd|drive dr|boulevard blvd|lane ln|place pl|court ct|way|highway hwy|parkway pkwy"
    "|terrace|circle|trail"
)
_KIND_OF = {word: words.split()[0] for words in _KINDS.split("|") for word in words.split()}
_KIND = "|".join(word.capitalize() for word in _KIND_OF)
_SIDE = r"(?:(?P<side>[NSEW]|North|South|East|West)\.? )?"
_NAME = r"(?P<name>(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z][\w'’-]*)(?: [A-Z][a-z][\w'’-]*){0,2}?)"
_ADDRESS = re.compile(
    rf"\b(?P<number>\d{{3,5}})(?P<block>[- ]block of)? {_SIDE}{_NAME}(?: (?P<kind>{_KIND})\b|(?! ?[A-Z]))"
)
_HOUSES = 100  # of a block: number 333 stands in the 300 block
_ROUND = 1_000  # and 43145 is said to stand in "the 43000 block"
_SURE = 0.8  # 11 of 12 that were read, nearly all in coverage of crimes, are right
_TWO_PLACES = Decision(ReadingOf.CONFLICT, "one address with two numbers or two kinds of street")


@dataclass(frozen=True)
class _Address:
    """A house or a block of a street, as one article tells it."""

    article: str
    extent: Extent
    street: str
    towards: str
    """The side of the town: "n"; empty where none is told."""
    kind: str
    number: int
    is_block: bool

    def has(self, other: _Address) -> bool:
        """Whether a block has a house or block of this number; "the 43000 block" has houses up to 43999."""
        width = _ROUND if self.number % _ROUND == 0 and not other.is_block else _HOUSES
        return self.is_block and self.number <= other.number < self.number + width


def pair_addresses(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each two addresses of one street that cannot both be right, in the first places that tell them.

    Policy: the name of the street must be the same, and each article must tell of one number of it, for who lists more
    tells of more acts. A house of a block stands in it, and two houses are next to each other. East and West are two
    streets.
    """
    streets = _by_street(readings) if len(readings) > 1 else ()
    apart = [pair for street in streets for pair in combinations(street, 2) if _are_apart(*pair)]
    told = group_by_article(statements, readings) if apart else {}
    found: dict[frozenset[str], Pairing] = {}
    for pair in apart:
        sides = [side for each in pair if (side := _side_at(each, readings[each.article], told)) is not None]
        if len(sides) == len(pair) and not is_one_text(sides[0], sides[1], descents):
            earlier, later = sorted(sides, key=when_reported)
            found.setdefault(frozenset((earlier.value, later.value)), _pairing(earlier, later))
    return list(found.values())


def _by_street(readings: Mapping[str, Reading]) -> Iterator[list[_Address]]:
    """For each street of which two articles or more tell one number, the first place of each, in order of report."""
    told: dict[str, dict[str, list[_Address]]] = {}
    for article in sorted(readings, key=lambda a: (_day_of(readings[a]), a)):
        for address in _addresses_in(article, readings[article].article.text):
            told.setdefault(address.street, {}).setdefault(article, []).append(address)
    for street in sorted(told):
        once = [here[0] for here in told[street].values() if len({(a.number, a.kind) for a in here}) == 1]
        if len(once) > 1:
            yield once


def _day_of(reading: Reading) -> tuple[bool, str]:
    published = reading.article.published
    return published is None, str(published.day if published else "")


def _addresses_in(article: str, text: str) -> Iterator[_Address]:
    for found in _ADDRESS.finditer(text):
        if found["kind"] or found["block"]:
            yield _Address(
                article=article,
                extent=found.span(),
                street=found["name"].lower(),
                towards=(found["side"] or "")[:1].lower(),
                kind=_KIND_OF[found["kind"].lower()] if found["kind"] else "",
                number=int(found["number"]),
                is_block=found["block"] is not None,
            )


def _are_apart(one: _Address, two: _Address) -> bool:
    """Whether a street has two numbers of which one is a block's, or one number stands in two kinds of street."""
    if one.towards and two.towards and one.towards != two.towards:
        return False
    kinds_apart = bool(one.kind and two.kind) and one.kind != two.kind
    if one.number == two.number:
        return kinds_apart
    blocks = one.is_block or two.is_block
    return blocks and not (one.has(two) or two.has(one) or kinds_apart)


def _side_at(address: _Address, reading: Reading, told: Mapping[str, Sequence[Statement]]) -> Side | None:
    """The clause that tells an address; None in what nobody states."""
    holder = holder_of(address.extent, told.get(address.article, ()))
    if holder is None:
        return None
    clause = clause_at(reading.article.text, holder, address.extent[0])
    span = quote_around(reading.article, clause, address.extent)
    return side_of(reading, holder, span, reading.article.text[slice(*address.extent)])


def _pairing(left: Side, right: Side) -> Pairing:
    return Pairing("place", left, right, _TWO_PLACES, _SURE)
