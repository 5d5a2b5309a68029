"""Seeds found by the rules, grown over the words that loosen them and joined with the time of day beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.annotate.time.algebra import Duration, Expression, Mod, Offset, Point, Range
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import PARTS
from twosource.annotate.time.rules import all_rules
from twosource.annotate.time.rules.rule import Phrase, Rule
from twosource.annotate.time.scan import Scan

_REACH = 8
_STRETCH = re.compile(r"[^_]+(?:_{1,2}[^_]+)*")
_PHASE = re.compile(r"(?:dk?bfd?|d?(?<!c)k-?|d?_[bG_]fd?|kid?)$")
_ABOUT = re.compile(r"(?:m|B?qj|@Ld?|u>|[iv_])$")
_SOONER = re.compile(r"h(?:id?)?$")
_PHASES = {
    "early": Mod.START,
    "beginning": Mod.START,
    "start": Mod.START,
    "outset": Mod.START,
    "earlier": Mod.START,
    "mid": Mod.MID,
    "middle": Mod.MID,
    "late": Mod.END,
    "end": Mod.END,
    "close": Mod.END,
    "later": Mod.END,
    "latter": Mod.END,
}
_ABOUTS = {
    "about": Mod.APPROX,
    "around": Mod.APPROX,
    "roughly": Mod.APPROX,
    "approximately": Mod.APPROX,
    "some": Mod.APPROX,
    "nearly": Mod.LESS_THAN,
    "almost": Mod.LESS_THAN,
    "barely": Mod.APPROX,
    "over": Mod.MORE_THAN,
    "more": Mod.MORE_THAN,
    "longer": Mod.MORE_THAN,
    "less": Mod.LESS_THAN,
    "fewer": Mod.LESS_THAN,
    "under": Mod.LESS_THAN,
    "least": Mod.EQUAL_OR_MORE,
    "most": Mod.EQUAL_OR_LESS,
    "up": Mod.EQUAL_OR_LESS,
}
_OWNERS = frozenset("its their his her".split())


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
    """What the rules read, the longest reading first wherever two overlap, grown and joined, in order of place."""
    found: list[Seed] = []
    for start, end in _stretches(scan.codes):
        for rule in _rules_behind(frozenset(scan.codes[start:end])):
            for match in rule.compiled.finditer(scan.codes, start, end):
                expression = rule.build(Phrase(scan, match))
                if expression is not None:
                    found.append(_without_owner(scan, Seed(match.start(), match.end(), expression, rule.id)))
    chosen = _choose_longest(found)
    grown = [_grow(scan, seed) for seed in chosen]
    return _join(scan, _drop_overlaps(grown))


def _stretches(codes: str) -> Iterator[tuple[int, int]]:
    """Where words of time stand close together, with two tokens more on either side."""
    for match in _STRETCH.finditer(codes):
        yield max(0, match.start() - 2), match.end() + 2


@lru_cache(maxsize=4096)
def _rules_behind(codes: frozenset[str]) -> tuple[Rule, ...]:
    """The rules whose trigger is among the codes, in their order."""
    return tuple(rule for rule in all_rules() if not codes.isdisjoint(rule.needs))


def _without_owner(scan: Scan, seed: Seed) -> Seed:
    return replace(seed, start=seed.start + 1) if scan.word(seed.start) in _OWNERS else seed


def _choose_longest(found: Sequence[Seed]) -> list[Seed]:
    taken: set[int] = set()
    chosen: list[Seed] = []
    for seed in sorted(found, key=lambda s: s.start - s.end):
        places = range(seed.start, seed.end)
        if taken.isdisjoint(places):
            taken.update(places)
            chosen.append(seed)
    return sorted(chosen, key=lambda s: s.start)


def _drop_overlaps(seeds: Sequence[Seed]) -> list[Seed]:
    kept: list[Seed] = []
    for seed in seeds:
        overlaps = bool(kept) and seed.start < kept[-1].end
        kept.append(replace(seed, start=kept[-1].end) if overlaps else seed)
    return kept


def _grow(scan: Scan, seed: Seed) -> Seed:
    left = scan.codes[max(0, seed.start - _REACH) : seed.start]
    if isinstance(seed.expression, Point | Offset | Range):
        seed = _grow_phase(scan, seed, left)
    if seed.mod is None:
        left = scan.codes[max(0, seed.start - _REACH) : seed.start]
        seed = _grow_about(scan, seed, left)
    return _grow_right(scan, seed)


def _grow_phase(scan: Scan, seed: Seed, left: str) -> Seed:
    for pattern in (_PHASE, _SOONER):
        match = pattern.search(left)
        if match is None:
            continue
        start = seed.start - len(match.group())
        mod = next((m for i in range(start, seed.start) if (m := _PHASES.get(scan.word(i)))), None)
        if mod is None or not _phase_fits(scan, seed, start, sooner=pattern is _SOONER):
            continue
        if seed.rule == "weekday" and scan.word(start) in {"earlier", "later"} and scan.code(start - 1) in "UV":
            continue
        return replace(seed, start=start, mod=mod)
    inner = next(
        (m for i in range(seed.start, seed.end) if scan.code(i) == "k" and (m := _PHASES.get(scan.word(i)))), None
    )
    return replace(seed, mod=inner) if inner else seed


def _phase_fits(scan: Scan, seed: Seed, start: int, *, sooner: bool) -> bool:
    if sooner:
        return scan.code(seed.start) in "xyldTWnc"
    if scan.word(start) in {"his", "her", "their", "its"}:
        return False
    return seed.rule not in {"clock", "hour"}


def _grow_about(scan: Scan, seed: Seed, left: str) -> Seed:
    match = _ABOUT.search(left)
    if match is None:
        return seed
    start = seed.start - len(match.group())
    mod = next((m for i in range(start, seed.start) if (m := _ABOUTS.get(scan.word(i)))), None)
    lengthy = isinstance(seed.expression, Duration) or seed.rule in {"ago", "later", "clock", "hour"}
    word = scan.word(start)
    fits = lengthy or (word in {"around", "about"} and isinstance(seed.expression, Point) and seed.rule != "weekday")
    if mod is None or not fits or (word in {"over", "under", "some"} and not isinstance(seed.expression, Duration)):
        return seed
    if word == "over" and scan.code(seed.start) != "a":
        return seed
    return replace(seed, start=start, mod=mod)


def _grow_right(scan: Scan, seed: Seed) -> Seed:
    if scan.word(seed.end) == "or" and scan.word(seed.end + 1) in {"so", "more"}:
        mod = Mod.APPROX if scan.word(seed.end + 1) == "so" else Mod.EQUAL_OR_MORE
        return replace(seed, end=seed.end + 2, mod=seed.mod or mod)
    return seed


_DAYS = frozenset("festival weekday month-day day-month day-word iso-date slashed-date".split())
_CLOCKS = frozenset("clock hour military-clock part-of-day".split())
_GAPS = frozenset({"", ",", "f", "@", "i", "f d", ",@"})


def _join(scan: Scan, seeds: Sequence[Seed]) -> list[Seed]:
    joined: list[Seed] = []
    for seed in seeds:
        if joined and (both := _joined(scan, joined[-1], seed)):
            joined[-1] = both
        else:
            joined.append(_with_night(scan, seed))
    return joined


def _joined(scan: Scan, left: Seed, right: Seed) -> Seed | None:
    gap = scan.codes[left.end : right.start]
    if gap == "f" and left.rule == "night-of":
        return replace(right, start=left.start, part=Cal(part="NI"))
    if gap not in _GAPS or (gap == "i" and scan.word(left.end) != "on"):
        return None
    if left.rule in _DAYS and right.rule in _CLOCKS and left.part is None and _point_part(right):
        return replace(left, end=right.end, part=_point_part(right), plural=_is_plural(scan, right))
    if left.rule in _CLOCKS and right.rule in _DAYS and right.part is None and _point_part(left):
        if gap == "@":
            return None
        return replace(right, start=left.start, part=_point_part(left), mod=left.mod or right.mod)
    return None


def _point_part(seed: Seed) -> Cal | None:
    return seed.expression.cal if isinstance(seed.expression, Point) and seed.expression.toward is None else None


def _is_plural(scan: Scan, seed: Seed) -> bool:
    return scan.word(seed.end - 1) in {"mornings", "afternoons", "evenings", "nights"}


def _with_night(scan: Scan, seed: Seed) -> Seed:
    """A reading of "Thursday night": the unit, here a part of day."""
    word = scan.word(seed.end)
    if seed.rule not in _DAYS or seed.part is not None or word not in {"night", "nights"}:
        return seed
    return replace(seed, end=seed.end + 1, part=Cal(part=PARTS["night"]), plural=word == "nights")
