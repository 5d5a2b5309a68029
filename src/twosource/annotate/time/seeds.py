"""Seeds: what the rules read, the longest reading wherever two overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.annotate.time.algebra import Expression, Mod
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.pattern import compile_pattern
from twosource.annotate.time.rules import all_rules
from twosource.annotate.time.rules.rule import Phrase, Rule
from twosource.annotate.time.scan import Scan

_STRETCH = "~OTHER+ (OTHER{1,2} ~OTHER+)*"
_MARGIN = 2  # tokens that a rule may take beside a stretch: "units-long" takes one
OWNERS = frozenset("its their his her".split())


@dataclass(frozen=True, slots=True)
class Seed:
    """A stretch of tokens and what it says; `part` is the time of day joined to it."""

    start: int
    end: int
    expression: Expression
    rule: str
    mod: Mod | None = None
    part: Cal | None = None
    plural: bool = False


def find_seeds(scan: Scan) -> list[Seed]:
    """What the rules read in order of place, not overlapping: the longest first, of equals the earlier rule's.

    >>> from twosource.annotate.time.scan import scan
    >>> [(seed.rule, seed.start, seed.end) for seed in find_seeds(scan("In May 2024 it rained two weeks."))]
    [('month-year', 1, 3), ('duration', 5, 7)]
    """
    return _choose_longest([seed for start, end in _stretches(scan.codes) for seed in _read(scan, start, end)])


def _stretches(codes: str) -> Iterator[tuple[int, int]]:
    """Where words of time stand close together."""
    for match in compile_pattern(_STRETCH).finditer(codes):
        yield max(0, match.start() - _MARGIN), match.end() + _MARGIN


def _read(scan: Scan, start: int, end: int) -> Iterator[Seed]:
    for rule in _rules_behind(frozenset(scan.codes[start:end])):
        for match in rule.compiled.finditer(scan.codes, start, end):
            expression = rule.build(Phrase(scan, match))
            if expression is not None:
                owned = scan.word(match.start()) in OWNERS
                yield Seed(match.start() + owned, match.end(), expression, rule.id)


@lru_cache(maxsize=4096)
def _rules_behind(codes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules whose trigger is among the codes, in their order."""
    return tuple(rule for rule in all_rules() if not codes.isdisjoint(rule.needs))


def _choose_longest(found: Sequence[Seed]) -> list[Seed]:
    taken: set[int] = set()
    chosen: list[Seed] = []
    for seed in sorted(found, key=lambda s: s.start - s.end):
        places = range(seed.start, seed.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(seed)
    return sorted(chosen, key=lambda s: s.start)


def drop_overlaps(seeds: Sequence[Seed]) -> list[Seed]:
    """The seeds after growing, each begun where the one before it ends."""
    kept: list[Seed] = []
    for seed in seeds:
        overlaps = bool(kept) and seed.start < kept[-1].end
        kept.append(replace(seed, start=kept[-1].end) if overlaps else seed)
    return kept
