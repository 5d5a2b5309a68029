"""The lineage drawing: where every origin, article and line stands on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twosource.dossier.dates import MONTHS
from twosource.dossier.page.records import LineageEntry, OriginEntry
from twosource.dossier.wording import shorten
from twosource.model import Relation

WIDTH = 960
_RIGHT = 930
_UNDATED = 424
_AXIS_LEFT = 500
_TOP = 46
_ROW = 42
_GAP = 14
_TICK_APART = 74
_NAME_CHARS = 42  # what fits left of the axis at 14.5 units
_WHAT_CHARS = 62  # the same at 12.5 units


@dataclass(frozen=True, kw_only=True)
class Node:
    """An article or unseen origin on the time axis."""

    x: float
    y: float
    place: int
    """Number of the origin, for its colour and pattern."""
    letter: str
    label: str
    outlet: str
    what: str
    unseen: bool
    heads: bool
    """The first row of its origin: carries the badge."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line from what was taken to who took it."""

    path: str
    style: str
    place: int


@dataclass(frozen=True, kw_only=True)
class Tick:
    """A day on the time axis."""

    x: float
    label: str


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """The whole sheet."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    undated: float | None
    """Where the column of articles without a date stands."""


def draw_lineage(origins: Sequence[OriginEntry]) -> Drawing:
    """A sheet with one row an article, origin under origin, time to the right.

    An origin that is not in the corpus has a row of its own with a dashed node, left of everything taken from it.
    """
    days = sorted({e.published for o in origins for e in o.entries if e.published})
    axis = _Axis(days)
    nodes: list[Node] = []
    lines: list[Line] = []
    y = float(_TOP + _ROW / 2)
    for place, origin in enumerate(origins):
        block = _block_nodes(origin, place, axis, y)
        nodes.extend(block)
        lines.extend(_block_lines(origin, block))
        y += _ROW * len(block) + _GAP
    undated = any(e.published is None for o in origins for e in o.entries)
    return Drawing(
        width=WIDTH,
        height=int(y - _ROW / 2),
        nodes=tuple(nodes),
        lines=tuple(lines),
        ticks=axis.ticks(),
        undated=_UNDATED if undated else None,
    )


class _Axis:
    def __init__(self, days: Sequence[date]) -> None:
        self._days = days
        self._first = days[0].toordinal() if days else 0
        self._span = max(days[-1].toordinal() - self._first, 1) if days else 1

    def x(self, day: date | None) -> float:
        if day is None:
            return _UNDATED
        if len(self._days) == 1:
            return (_AXIS_LEFT + _RIGHT) / 2
        share = (day.toordinal() - self._first) / self._span
        return round(_AXIS_LEFT + 60 + share * (_RIGHT - _AXIS_LEFT - 90), 1)

    def ticks(self) -> tuple[Tick, ...]:
        kept: list[Tick] = []
        several_years = len({day.year for day in self._days}) > 1
        for day in self._days:
            x = self.x(day)
            if not kept or x - kept[-1].x >= _TICK_APART:
                year = f" {day.year}" if several_years else ""
                kept.append(Tick(x=x, label=f"{day.day} {MONTHS[day.month - 1][:3]}{year}"))
        return tuple(kept)


def _block_nodes(origin: OriginEntry, place: int, axis: _Axis, top: float) -> list[Node]:
    nodes: list[Node] = []
    if origin.unseen:
        dated = [axis.x(e.published) for e in origin.entries if e.published]
        x = max(min(dated, default=_AXIS_LEFT + 60) - 46, _AXIS_LEFT - 20)
        nodes.append(_node(origin, place, x=x, y=top))
    for entry in origin.entries:
        y = top + _ROW * len(nodes)
        nodes.append(_node(origin, place, x=axis.x(entry.published), y=y, entry=entry, heads=not nodes))
    return nodes


def _node(
    origin: OriginEntry, place: int, *, x: float, y: float, entry: LineageEntry | None = None, heads: bool = True
) -> Node:
    return Node(
        x=x,
        y=y,
        place=place,
        letter=origin.letter,
        label=entry.label if entry else "not in this corpus",
        outlet=shorten(entry.outlet or entry.opening, _NAME_CHARS) if entry else "",
        what=shorten(entry.what if entry else origin.what.removesuffix(", not in this corpus"), _WHAT_CHARS),
        unseen=entry is None,
        heads=heads,
    )


_STYLES = {
    Relation.COPY: "copy",
    Relation.CUT: "copy",
    Relation.EMBED: "copy",
    Relation.REWRITE: "rewrite",
    Relation.UPDATE: "update",
    Relation.TEMPLATE: "update",
    Relation.SHARED_SOURCE: "update",
}


def _block_lines(origin: OriginEntry, nodes: Sequence[Node]) -> list[Line]:
    """A line to each article that has a parent on the sheet, from that parent."""
    by_label = {n.label: n for n in nodes if not n.unseen}
    root = nodes[0]
    lines = []
    for entry in origin.entries:
        child = by_label[entry.label]
        parent = by_label.get(entry.parent or "", root)
        if child is parent or (entry.relation is None and not origin.unseen):
            continue
        style = _STYLES[entry.relation] if entry.relation else "copy"
        lines.append(Line(path=_path(parent, child, style), style=style, place=child.place))
    return lines


def _path(parent: Node, child: Node, style: str) -> str:
    """Down from the parent, then across to the child; a rewrite's line is wavy."""
    start = f"M{parent.x:g} {parent.y + 10:g} V{child.y:g}"
    gap = 11 if child.x >= parent.x else -11
    stop = child.x - gap
    if abs(stop - parent.x) < 2 or (gap > 0) != (stop > parent.x):
        return f"M{parent.x:g} {parent.y + 10:g} V{child.y - 10:g}"
    return f"{start} {_wave(parent.x, stop)}" if style == "rewrite" else f"{start} H{stop:g}"


def _wave(begin: float, end: float) -> str:
    step = 6 if end > begin else -6
    count = int(abs(end - begin) // 12)
    waves = " ".join(f"q{step / 2:g} -6 {step:g} 0 q{step / 2:g} 6 {step:g} 0" for _ in range(count))
    return f"{waves} H{end:g}"
