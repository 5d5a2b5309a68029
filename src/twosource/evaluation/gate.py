"""Floors: what every figure was measured at, on which gold, and below which it must not fall."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec.structs import replace

from twosource.errors import ConfigError
from twosource.evaluation.metric import Metric
from twosource.model import Record

_SLACK = 0.005  # half a percent: a trade-off in the third digit between two figures needs no ceremony
_SLACK_OF_MODEL = 0.02  # int8 arithmetic rounds otherwise on processors without VNNI instructions
_SLACK_OF_FEW = 0.05  # of the news model too, and one item of a few dozen is worth two percent
_BY_MODEL = frozenset({"syntax", "vectors", "alignment"})
_OF_FEW = frozenset({"findings", "check"})


class Floor(Record, frozen=True, kw_only=True):
    """What is pinned about one figure."""

    floor: float
    measured: float
    gold: str
    """Digest of the gold that it was measured on."""
    command: str
    """What measures it."""


Floors = dict[str, Floor]
"""By the key of the metric."""


class Standing(StrEnum):
    """How a figure stands to its floor."""

    HELD = "held"
    BELOW = "below its floor"
    OTHER_GOLD = "measured on other gold"
    NEW = "no floor yet"
    MISSING = "not measured"


FAILS = frozenset({Standing.BELOW, Standing.OTHER_GOLD, Standing.MISSING})


class Verdict(Record, frozen=True, kw_only=True):
    """One figure beside its floor."""

    key: str
    standing: Standing
    metric: Metric | None
    floor: Floor | None

    @property
    def gain(self) -> float | None:
        """How much better than what was measured when the floor was set; negative is worse."""
        if self.metric is None or self.floor is None:
            return None
        change = self.metric.value - self.floor.measured
        return change if self.metric.higher_is_better else -change


def read_floors(path: Path) -> Floors:
    """The floors in a file, none where there is no file. Raises `ConfigError` for a file that cannot be read."""
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigError(str(error), option="--floors", given=str(path), allowed="a floors file") from error


def write_floors(path: Path, floors: Floors) -> None:
    """The floors as JSON, in order of key, so that a change is one line in a diff."""
    path.parent.mkdir(parents=True, exist_ok=True)
    ordered = {key: floors[key] for key in sorted(floors)}
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def judge(
    metrics: Sequence[Metric], floors: Mapping[str, Floor], *, gold: Mapping[str, str], areas: Iterable[str]
) -> list[Verdict]:
    """Every figure measured beside its floor, then every floor of these areas whose figure was not measured.

    A figure that rests on no unit at all (its gold is not there) was not measured.
    """
    measured = [metric for metric in metrics if metric.units]
    judged = [_judge_one(metric, floors.get(metric.key), gold.get(metric.key, "")) for metric in measured]
    known, chosen = {metric.key for metric in measured}, set(areas)
    missing = [key for key in sorted(floors) if key not in known and key.partition("/")[0] in chosen]
    return judged + [Verdict(key=key, standing=Standing.MISSING, metric=None, floor=floors[key]) for key in missing]


def _judge_one(metric: Metric, floor: Floor | None, gold: str) -> Verdict:
    return Verdict(key=metric.key, standing=_standing(metric, floor, gold), metric=metric, floor=floor)


def _standing(metric: Metric, floor: Floor | None, gold: str) -> Standing:
    if floor is None:
        return Standing.NEW
    if floor.gold != gold:
        return Standing.OTHER_GOLD
    return Standing.BELOW if _is_worse(metric.value, floor.floor, metric) else Standing.HELD


def _is_worse(value: float, than: float, metric: Metric) -> bool:
    """NaN is worse than any floor: a figure that cannot be computed does not hold."""
    return not (value >= than if metric.higher_is_better else value <= than)


def raise_floors(
    floors: Mapping[str, Floor],
    verdicts: Iterable[Verdict],
    *,
    gold: Mapping[str, str],
    command: str,
    lower: bool = False,
) -> Floors:
    """New floors from what was measured: a floor only ever gets stricter, unless `lower` is asked for.

    `lower` lets those floors fall that their figures are below, accepts other gold, notes what was measured where a
    floor is held by less, and drops the floors of figures that are no longer measured.
    """
    updated = dict(floors)
    for verdict in verdicts:
        metric, floor = verdict.metric, verdict.floor
        if metric is None:
            if lower:
                del updated[verdict.key]
            continue
        new = _floor_for(metric, gold[verdict.key], f"{command} {metric.area}")
        if floor is None or (lower and verdict.standing is not Standing.HELD):
            updated[verdict.key] = new
        elif lower or _may_replace(verdict):
            stricter = max if metric.higher_is_better else min
            updated[verdict.key] = replace(new, floor=stricter(floor.floor, new.floor))
    return updated


def _may_replace(verdict: Verdict) -> bool:
    """Figures better than the one the floor was set by."""
    return verdict.standing is Standing.HELD and (verdict.gain or 0.0) > 0.0


def _floor_for(metric: Metric, gold: str, command: str) -> Floor:
    slack = _slack_of(metric) * abs(metric.value)
    floor = metric.value - slack if metric.higher_is_better else metric.value + slack
    outward = math.floor if metric.higher_is_better else math.ceil  # a floor holds for what it was set by
    return Floor(floor=outward(floor * 1e4) / 1e4, measured=round(metric.value, 4), gold=gold, command=command)


def _slack_of(metric: Metric) -> float:
    """The share of a figure that its floor lies under it."""
    if metric.area in _OF_FEW:
        return _SLACK_OF_FEW
    return _SLACK_OF_MODEL if metric.area in _BY_MODEL or metric.name.startswith("model_") else _SLACK
