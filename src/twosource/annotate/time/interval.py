"""Intervals of days: what a mention covers, opened by "since" and "until", tied together in "from ... to ...".

Policy: "since X" begins with X and has no end; "until X", "till X" and "by X" end with X and have no beginning. Two
mentions that state one range ("between 1985 and 1987") both carry the whole of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import msgspec

from twosource.annotate.time.algebra import Duration, Toward
from twosource.annotate.time.calendar import DAYS_IN, Cal, Unit, add_days, clock_of, days_of, grain_of, shift
from twosource.annotate.time.scan import Scan
from twosource.annotate.time.seeds import Seed
from twosource.annotate.time.tokens import Token
from twosource.model import Basis, Grain, Span, TimeMention, When

_GRAINS = {
    Unit.DAY: Grain.DAY,
    Unit.NIGHT: Grain.DAY,
    Unit.WEEK: Grain.WEEK,
    Unit.WEEKEND: Grain.WEEK,
    Unit.FORTNIGHT: Grain.WEEK,
    Unit.MONTH: Grain.MONTH,
    Unit.QUARTER: Grain.QUARTER,
    Unit.YEAR: Grain.YEAR,
    Unit.DECADE: Grain.DECADE,
    Unit.CENTURY: Grain.CENTURY,
}
_LONGEST_WINDOW = 10_000  # units
_OPEN_END = frozenset({"since"})
_OPEN_START = frozenset({"until", "till", "by"})
_SURE_LINKS = frozenset({"to", "through", "-", "–", "—"})
_LINKS_AFTER = {"between": _SURE_LINKS | {"and"}, "from": _SURE_LINKS | {"until", "till"}}


def when_of_cal(cal: Cal, basis: Basis, anchor: Span | None) -> When | None:
    """The interval of a unit; None where it is not decided."""
    days = days_of(cal)
    if days is None:
        return None
    return When(earliest=days[0], latest=days[1], grain=grain_of(cal), basis=basis, clock=clock_of(cal), anchor=anchor)


def when_of_days(first: Cal, last: Cal, basis: Basis, anchor: Span | None) -> When | None:
    """The interval from the first to the last of two units."""
    left, right = days_of(first), days_of(last)
    if left is None or right is None or left[0] > right[1]:
        return None
    return When(earliest=left[0], latest=right[1], grain=grain_of(first), basis=basis, anchor=anchor)


def when_of_window(duration: Duration, published: date | None) -> When | None:
    """The stretch before or after the day of publication that "the past two weeks" or "the next three days" covers."""
    number, unit = duration.amounts[0]
    if unit is Unit.HOUR and number is not None:
        number, unit = math.ceil(number / 24), Unit.DAY
    if (
        published is None
        or number is None
        or duration.toward is None
        or unit not in _GRAINS
        or number > _LONGEST_WINDOW
    ):
        return None
    past = duration.toward is Toward.LAST
    edge = _edge(published, int(-number if past else number), unit)
    if edge is None:
        return None
    first, last = (edge, published) if past else (published, edge)
    return When(earliest=first, latest=last, grain=_GRAINS[unit], basis=Basis.RELATIVE)


def _edge(day: date, amount: int, unit: Unit) -> date | None:
    if unit in DAYS_IN:
        return add_days(day, amount * DAYS_IN[unit])
    moved = shift(day, amount, unit)
    span = days_of(moved) if moved else None
    return (span[0] if amount < 0 else span[1]) if span else None


def tie_ranges(tokens: Scan, seeds: Sequence[Seed], mentions: Sequence[TimeMention]) -> list[TimeMention]:
    """The mentions with their intervals opened or tied by the words between and before them."""
    tied = list(mentions)
    done: set[int] = set()
    for i in range(1, len(tied)):
        if i - 1 not in done and _is_range(tokens, seeds[i - 1], seeds[i]):
            whole = _covering(tied[i - 1].when, tied[i].when)
            if whole is not None:
                tied[i - 1], tied[i] = _with_when(tied[i - 1], whole), _with_when(tied[i], whole)
                done |= {i - 1, i}
    return [m if i in done else _open(tokens, seeds[i], m) for i, m in enumerate(tied)]


def _is_range(tokens: Scan, left: Seed, right: Seed) -> bool:
    """Whether one word between two expressions makes a range of them, perhaps with one before: "between X and Y"."""
    link, lead = tokens.word(left.end), tokens.word(left.start - 1)
    return right.start - left.end == 1 and link in _LINKS_AFTER.get(lead, _SURE_LINKS)


def _covering(left: When | None, right: When | None) -> When | None:
    if left is None or right is None or left.earliest is None or right.latest is None:
        return None
    if left.earliest > right.latest:
        return None
    return msgspec.structs.replace(left, latest=right.latest, grain=right.grain, clock=None)


def _open(tokens: Scan, seed: Seed, mention: TimeMention) -> TimeMention:
    lead, when = tokens.word(seed.start - 1), mention.when
    if when is not None and lead in _OPEN_END:
        return _with_when(mention, msgspec.structs.replace(when, latest=None))
    owns = lead == "by" and tokens.code(seed.end) == Token.POSSESSIVE  # "cut off by Tuesday's flood" is no limit
    if when is not None and lead in _OPEN_START and not owns:
        return _with_when(mention, msgspec.structs.replace(when, earliest=None))
    return mention


def _with_when(mention: TimeMention, when: When) -> TimeMention:
    return msgspec.structs.replace(mention, when=when)
