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
from twosource.model import Descent, Reading, ReadingOf, Side, Statement

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

    street: str
    towards: str
    """The side of the town: "n"; empty where none is told."""
    kind: str
    number: int
    is_block: bool
    side: Side

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
    told: dict[str, dict[str, list[_Address]]] = {}
    if len(readings) == 1:
        return []
    for article, here in group_by_article(statements, readings).items():
        for address in _addresses_in(readings[article], here):
            told.setdefault(address.street, {}).setdefault(article, []).append(address)
    found: dict[frozenset[str], Pairing] = {}
    for street in sorted(told):
        once = [each[0] for each in told[street].values() if len({(a.number, a.kind) for a in each}) == 1]
        for one, two in combinations(sorted(once, key=lambda a: when_reported(a.side)), 2):
            if _are_apart(one, two) and not is_one_text(one.side, two.side, descents):
                values = frozenset((one.side.value, two.side.value))
                found.setdefault(values, Pairing("place", one.side, two.side, _TWO_PLACES, _SURE))
    return list(found.values())


def _are_apart(one: _Address, two: _Address) -> bool:
    """Whether a street has two numbers of which one is a block's, or one number stands in two kinds of street."""
    if one.towards and two.towards and one.towards != two.towards:
        return False
    kinds_apart = bool(one.kind and two.kind) and one.kind != two.kind
    if one.number == two.number:
        return kinds_apart
    blocks = one.is_block or two.is_block
    return blocks and not (one.has(two) or two.has(one) or kinds_apart)


def _addresses_in(reading: Reading, here: Sequence[Statement]) -> Iterator[_Address]:
    text = reading.article.text
    for found in _ADDRESS.finditer(text):
        holder = holder_of(found.span(), here) if found["kind"] or found["block"] else None
        if holder is not None:
            span = quote_around(reading.article, clause_at(text, holder, found.start()), found.span())
            yield _Address(
                street=found["name"].lower(),
                towards=(found["side"] or "")[:1].lower(),
                kind=_KIND_OF[found["kind"].lower()] if found["kind"] else "",
                number=int(found["number"]),
                is_block=found["block"] is not None,
                side=side_of(reading, holder, span, found[0]),
            )
