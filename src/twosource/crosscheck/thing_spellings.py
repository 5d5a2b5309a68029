"""One named thing in two spellings: "Scooteney Road" in one article and "Scootney Road" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from twosource.crosscheck.by_article import group_by_article
from twosource.crosscheck.sides import Pairing
from twosource.crosscheck.spellings import TWO_SPELLINGS, Spelled, is_slip, pair_two
from twosource.model import Descent, EntityKind, Reading, Role, Span, Statement, span_of
from twosource.text.spelling import fold_american

_SLOT = {EntityKind.PLACE: "place", EntityKind.ORGANISATION: "organisation"}
_QUOTED = re.compile(r"[“\"‘'](?:The )?(?P<name>[A-Z][\w’-]+(?: [A-Z][\w-]+){1,3})[,.]?[”\"’']")
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")
_OWNED = re.compile(r"['’]s?$")
_COUNTY = frozenset({"county", "parish", "township", "district", "province"})  # neighbours are often called alike
_OF_A_PLACE = re.compile(r"(?:i?an|n|a)$")
_SURE = 0.8  # a choice: one word of two or more differs by a letter or two

Name = tuple[str, ...]


def pair_thing_spellings(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """For each two spellings of a name of two words or more that is no person's, the first place of each.

    Policy: all words but one must be the same, and that one a letter or two apart. British and American spelling,
    another number and two counties are no second spelling. Titles in quotation marks count as names.
    """
    told = group_by_article(statements, readings)
    things = _things(readings)
    found = []
    for one, two in _close(list(things)):
        names = (things[one].spelled(), things[two].spelled())
        sides = pair_two(*names, told, readings, descents)
        if sides is not None:
            slot = _SLOT.get(things[one].kind or things[two].kind or EntityKind.OTHER, "other")
            found.append(Pairing(slot, *sides, TWO_SPELLINGS, _SURE))
    return found


@dataclass
class _Thing:
    """A named thing: how it is first written, what the annotator takes it for, and where it stands."""

    words: Name
    kind: EntityKind | None = None
    spans: list[Span] = field(default_factory=list)

    def spelled(self) -> Spelled:
        """The same, as spellings are looked up."""
        return Spelled(self.words, tuple(self.spans), is_person=False)


def _things(readings: Mapping[str, Reading]) -> dict[Name, _Thing]:
    """Every name that is no person's and every quoted title, by its words in lower case."""
    things: dict[Name, _Thing] = {}
    for article in sorted(readings):
        for span, kind in (*_named(readings[article]), *_quoted(readings[article])):
            words = tuple(_CAPITALISED.findall(_OWNED.sub("", span.quote)))
            if len(words) > 1:
                thing = things.setdefault(tuple(w.lower() for w in words), _Thing(words))
                thing.kind = thing.kind or kind
                thing.spans.append(span)
    return things


def _named(reading: Reading) -> Iterator[tuple[Span, EntityKind | None]]:
    yield from ((m.span, m.kind) for m in reading.entities if m.kind is not EntityKind.PERSON)


def _quoted(reading: Reading) -> Iterator[tuple[Span, EntityKind | None]]:
    for passage in reading.passages:
        if passage.role is not Role.FURNITURE:
            for found in _QUOTED.finditer(reading.article.text, *passage.span.extent):
                yield span_of(reading.article, *found.span("name")), None


def _close(names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Every two names that differ in one word by a slip, in order; of those that also differ by a plural, the first."""
    holders: dict[tuple[int, int, Name], list[Name]] = {}
    for name in sorted(names):
        for place in range(len(name)):
            rest = tuple(fold_american(w) for n, w in enumerate(name) if n != place)
            holders.setdefault((len(name), place, rest), []).append(name)
    seen: set[tuple[Name, str, str]] = set()
    for (_, place, rest), alike in sorted(holders.items()):
        for one, two in combinations(alike, 2):
            first, second = sorted((fold_american(one[place]), fold_american(two[place])))
            fresh = (rest, first, second) not in seen and _COUNTY.isdisjoint(rest)
            if fresh and _are_two_spellings(first, second):
                seen.add((rest, first, second))
                yield one, two


def _are_two_spellings(one: str, two: str) -> bool:
    """Whether two words are one but for a slip, and not a place and those who live there.

    >>> _are_two_spellings("scootney", "scooteney"), _are_two_spellings("carolina", "carolinian")
    (True, False)
    """
    joined = "-" in one + two or _OF_A_PLACE.sub("", one) == _OF_A_PLACE.sub("", two)
    return not joined and is_slip(one, two)
