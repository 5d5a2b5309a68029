"""Seeds grown over the words that loosen or narrow them: "early", "the end of", "about", "or so"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from twosource.annotate.time.algebra import Duration, Mod, Offset, Point, Range
from twosource.annotate.time.pattern import compile_pattern
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.seeds import OWNERS, Seed
from twosource.annotate.time.tokens import Token

_REACH = 8  # tokens; no pattern here takes more than five
_PHASE = """
    (THE EARLY? BEGINNING OF THE? | THE? <!CURRENT EARLY HYPHEN? | THE? OTHER (BEGINNING | HALF | OTHER) OF THE? |
    EARLY IN THE?) !ANY
"""
_SOONER = "LATER (IN THE?)? !ANY"
_ABOUT = "(ABOUT | NO? MORE THAN | AT LEAST THE? | UP TO | IN | FEW | OTHER) !ANY"
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
_AFTERTHOUGHTS = {"so": Mod.APPROX, "more": Mod.EQUAL_OR_MORE}
_CLOCKS = frozenset({"clock", "hour"})
_MEASURED = _CLOCKS | {"ago", "later"}
_SOONER_OF = frozenset({Token.THIS, Token.THAT, Token.LAST, Token.NEXT, Token.CURRENT, Token.THE})
_SOONER_OF |= {Token.DAY_WORD, Token.WEEKDAY}


def grow(scan: Scan, seed: Seed) -> Seed:
    """The seed with the words around it that loosen or narrow it, and what they make of it."""
    if isinstance(seed.expression, Point | Offset | Range):
        seed = _take_phase(scan, seed)
    if seed.mod is None:
        seed = _take_about(scan, seed)
    return _take_afterthought(scan, seed)


def _take_phase(scan: Scan, seed: Seed) -> Seed:
    """A phase before or within: "the end of May", "earlier this week", "the early 1990s"."""
    start = _begin(_PHASE, scan, seed.start)
    if (mod := _first_of(_PHASES, scan, start, seed.start)) and _phase_fits(scan, seed, start):
        return replace(seed, start=start, mod=mod)
    start = _begin(_SOONER, scan, seed.start)
    if (mod := _first_of(_PHASES, scan, start, seed.start)) and _sooner_fits(scan, seed, start):
        return replace(seed, start=start, mod=mod)
    inner = (scan.word(i) for i in range(seed.start, seed.end) if scan.code(i) == Token.EARLY)
    return replace(seed, mod=next((_PHASES[word] for word in inner), None))


def _begin(pattern: str, scan: Scan, end: int) -> int:
    """Where the words that match and stop before the token `end` begin; `end` itself where none match."""
    match = compile_pattern(pattern).search(scan.codes, max(0, end - _REACH), end)
    return match.start() if match else end


def _first_of(mods: Mapping[str, Mod], scan: Scan, start: int, end: int) -> Mod | None:
    return next((mod for i in range(start, end) if (mod := mods.get(scan.word(i)))), None)


def _phase_fits(scan: Scan, seed: Seed, start: int) -> bool:
    return scan.word(start) not in OWNERS and seed.rule not in _CLOCKS


def _sooner_fits(scan: Scan, seed: Seed, start: int) -> bool:
    """Not every "later" belongs to what follows: "two days later Monday" is two times."""
    counted = seed.rule == "weekday" and scan.code(start - 1) in {Token.UNIT, Token.UNITS}
    return scan.code(seed.start) in _SOONER_OF and not counted


def _take_about(scan: Scan, seed: Seed) -> Seed:
    start = _begin(_ABOUT, scan, seed.start)
    mod = _first_of(_ABOUTS, scan, start, seed.start)
    return replace(seed, start=start, mod=mod) if mod and _about_fits(scan, seed, scan.word(start)) else seed


def _about_fits(scan: Scan, seed: Seed, word: str) -> bool:
    """Whether the word before measures the seed: "over two weeks" may be during them, "over a week" is more."""
    is_length = isinstance(seed.expression, Duration)
    if word in {"over", "under", "some"}:
        return is_length and (word != "over" or scan.code(seed.start) == Token.A)
    if is_length or seed.rule in _MEASURED:
        return True
    return word in {"around", "about"} and isinstance(seed.expression, Point) and seed.rule != "weekday"


def _take_afterthought(scan: Scan, seed: Seed) -> Seed:
    """What is added behind: "two weeks or so", "a year or more"."""
    mod = _AFTERTHOUGHTS.get(scan.word(seed.end + 1)) if scan.word(seed.end) == "or" else None
    return replace(seed, end=seed.end + 2, mod=seed.mod or mod) if mod else seed
