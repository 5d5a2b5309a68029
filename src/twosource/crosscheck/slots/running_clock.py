"""How long something has gone on, told by two reports: the later has the longer time, by what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Descent, Quantity, Reading, ReadingOf, Role, text_of

_RUNS = re.compile(
    r"\b(?:for|after|took|lasted|lasting|spent|been|past|last|over|more than|nearly|almost)\s"
    r"(?:(?:about|around|nearly|almost|more than|at least|over|some|roughly|only|just|the past|the last|the)\s)*$",
    re.IGNORECASE,
)
_UNITS = frozenset({"hour"})  # lengths told in days are of two waits in 4 of 4 that were read
_HOUR = 3600.0
_LEAST_HOURS = 12  # shorter times are those of a meeting or a flight
_LONGEST_HOURS = 24 * 30
_STEP_HOURS = 6
_SLACK_SHARE = 0.3
_SLACK_HOURS = 12  # of rounding, and of how long before its stamp a report was written
_UNTIMED_HOURS = 24  # a report whose hour is not known
_LOOK_BACK_CHARS = 40
_RUNNING = Decision(ReadingOf.UPDATE, "a time that runs on between two reports")
_SCORE = 0.75  # 3 of 3 in 700 stories, in two of them


def pair_running_clocks(
    uses: Iterable[SlotUse], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each two neighbouring reports of which the later says that something has lasted longer, by the time between them.

    Policy: the clock decides and not the words, of which one shared is enough: "trapped for 50 hours" and "searching
    for 85 hours" of a report two days later began together. Times that grow by another length are two things.
    """
    told = _told_of(use for use in uses if _has_lasted(use))
    found: list[Pairing] = []
    for place, use in enumerate(told):
        after = (u for u in told[place + 1 :] if text_of(u.article, descents) != text_of(use.article, descents))
        later = next((u for u in after if _runs_on(use, u)), None)
        if later is not None:
            left, right = (side_of_use(each, readings) for each in (use, later))
            found.append(Pairing(slot="time", left=left, right=right, decision=_RUNNING, score=_SCORE))
    return found


def _has_lasted(use: SlotUse) -> bool:
    value = use.slot.value
    timed = use.kind is SlotKind.TIME and isinstance(value, Quantity) and value.unit in _UNITS and not use.converted
    if not timed or use.reported is None or _hours(use) < _LEAST_HOURS:
        return False
    start = use.slot.span.start - use.statement.span.start
    return _RUNS.search(use.statement.span.quote[max(0, start - _LOOK_BACK_CHARS) : start]) is not None


def _hours(use: SlotUse) -> float:
    value = use.slot.value
    if not isinstance(value, Quantity) or value.unit is None:
        return 0.0
    return (value.low if value.low is not None else value.high or 0.0) * measure_of(value.unit).factor / _HOUR


def _told_of(uses: Iterable[SlotUse]) -> list[SlotUse]:
    """What each article tells of it, the earliest article first: the longest in hours, in days where none is."""
    best: dict[str, SlotUse] = {}
    for use in uses:
        best[use.article] = max(best.get(use.article, use), use, key=_fitness)
    return sorted(best.values(), key=lambda use: (str(use.reported), use.key))


def _fitness(use: SlotUse) -> tuple[bool, float, bool, int]:
    return (_unit(use) == "hour", _hours(use), use.statement.role is not Role.CAPTION, -use.slot.span.start)


def _runs_on(use: SlotUse, later: SlotUse) -> bool:
    """Whether two lengths differ by the time between the reports, within what rounding allows."""
    if (
        use.reported is None
        or later.reported is None
        or _unit(use) != _unit(later)
        or not use.sentence & later.sentence
    ):
        return False
    between = (later.reported - use.reported).total_seconds() / _HOUR
    grown = _hours(later) - _hours(use)
    untimed = any(each.reported is not None and each.reported.hour == 0 for each in (use, later))
    slack = max(_UNTIMED_HOURS if untimed else _SLACK_HOURS, between * _SLACK_SHARE)
    return 0 < between <= _LONGEST_HOURS and grown >= _STEP_HOURS and abs(grown - between) <= slack


def _unit(use: SlotUse) -> str:
    return (use.slot.value.unit or "") if isinstance(use.slot.value, Quantity) else ""
