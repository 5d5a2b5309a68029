"""A time of day and the day beside it made one: "8:52 AM on May 7", "Thursday night", "the night of June 20"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import PARTS
from twosource.annotate.time.pattern import compile_pattern
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.seeds import Seed
from twosource.annotate.time.tokens import Token

_DAYS = frozenset("festival weekday month-day day-month day-word iso-date slashed-date".split())
_CLOCKS = frozenset("clock hour military-clock part-of-day".split())
_GAP = "(COMMA? AT? | OF | IN)"
_PLURALS = frozenset("mornings afternoons evenings nights".split())


def join_clocks(scan: Scan, seeds: Sequence[Seed]) -> list[Seed]:
    """The seeds with each time of day joined to the day it stands beside."""
    joined: list[Seed] = []
    for seed in seeds:
        if joined and (both := _joined(scan, joined[-1], seed)):
            joined[-1] = both
        else:
            joined.append(_with_night(scan, seed))
    return joined


def _joined(scan: Scan, left: Seed, right: Seed) -> Seed | None:
    gap = scan.codes[left.end : right.start]
    if left.rule == "night-of" and gap == Token.OF:
        return replace(right, start=left.start, part=Cal(part=PARTS["night"]))
    if not compile_pattern(_GAP).fullmatch(gap) or (gap == Token.IN and scan.word(left.end) != "on"):
        return None
    if left.rule in _DAYS and right.rule in _CLOCKS:
        return _day_then_clock(scan, left, right)
    if left.rule in _CLOCKS and right.rule in _DAYS and gap != Token.AT:
        return _clock_then_day(left, right)
    return None


def _day_then_clock(scan: Scan, day: Seed, clock: Seed) -> Seed | None:
    part = _part_of(clock)
    if part is None or day.part is not None:
        return None
    return replace(day, end=clock.end, part=part, plural=scan.word(clock.end - 1) in _PLURALS)


def _clock_then_day(clock: Seed, day: Seed) -> Seed | None:
    part = _part_of(clock)
    if part is None or day.part is not None:
        return None
    return replace(day, start=clock.start, part=part, mod=clock.mod or day.mod)


def _part_of(seed: Seed) -> Cal | None:
    return seed.expression.cal if isinstance(seed.expression, Point) and seed.expression.toward is None else None


def _with_night(scan: Scan, seed: Seed) -> Seed:
    """The night that follows a day, elsewhere a unit, here a part of it: "Thursday night"."""
    word = scan.word(seed.end)
    if seed.rule not in _DAYS or seed.part is not None or word not in {"night", "nights"}:
        return seed
    return replace(seed, end=seed.end + 1, part=Cal(part=PARTS["night"]), plural=word in _PLURALS)
