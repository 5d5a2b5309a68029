"""Measurements as a table for people or as JSON lines for programs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec
from rich.table import Table

from twosource.bench.harness import Measured, NotMeasured
from twosource.model import Record

_HEADINGS = (
    "case",
    "size",
    "units/CPU-s",
    "MB/CPU-s",
    "CPU-s",
    "wall s",
    "peak MiB",
    "KB/unit",
    "growth",
    "ours / peer",
    "limit",
)


class Row(Record, frozen=True, kw_only=True):
    """One measurement with what it means beside the others."""

    measured: Measured
    peer_ratio: float | None = None
    """On a peer's row: our units a CPU-second as a multiple of the peer's, at the same size."""
    growth: float | None = None
    """Exponent of CPU time over size from the smallest to the largest: 1 is linear, 2 is quadratic."""


def compare_rows(measured: Sequence[Measured]) -> list[Row]:
    """Every measurement with its ratio to the peer and its growth, in the order given.

    >>> def at(name, size, cpu_s, peer_of=None):
    ...     return Measured(name=name, size=size, unit="d", units=size, cpu_s=cpu_s, wall_s=cpu_s, peak_mib=1,
    ...                     grown_mib=1, peer_of=peer_of)
    >>> rows = compare_rows([at("a/x", 10, 1.0), at("a/x", 100, 10.0), at("a/y", 100, 30.0, "a/x")])
    >>> [(r.growth, r.peer_ratio and round(r.peer_ratio, 3)) for r in rows]
    [(None, None), (1.0, None), (None, 3.0)]
    """
    return [Row(measured=m, peer_ratio=_peer_ratio(m, measured), growth=_growth(m, measured)) for m in measured]


def _peer_ratio(peer: Measured, measured: Sequence[Measured]) -> float | None:
    ours = [m for m in measured if m.name == peer.peer_of and m.size == peer.size]
    return ours[0].rate / peer.rate if ours else None


def _growth(last: Measured, measured: Sequence[Measured]) -> float | None:
    """Stated once, beside the largest size."""
    same = sorted((m for m in measured if m.name == last.name), key=lambda m: m.size)
    first = same[0]
    if same[-1] is not last or first.size == last.size or not (first.cpu_s and last.cpu_s):
        return None
    return math.log(last.cpu_s / first.cpu_s) / math.log(last.size / first.size)


def render_table(rows: Sequence[Row]) -> Table:
    """The table for people."""
    table = Table(title="twosource benchmark")
    for heading in _HEADINGS:
        table.add_column(heading, justify="left" if heading == "case" else "right")
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Row) -> tuple[str, ...]:
    m = row.measured
    limit = "" if m.wall_limit_s is None else f"{'kept' if m.kept else 'BROKEN'} {m.wall_limit_s:g} s"
    return (
        m.name,
        f"{m.size:,}",
        f"{m.rate:,.1f} {m.unit}",
        "" if m.megabytes_rate is None else f"{m.megabytes_rate:.3g}",
        f"{m.cpu_s:.3f}",
        f"{m.wall_s:.3f}",
        f"{m.peak_mib:,.0f}",
        "" if m.units < 2 else f"{m.grown_bytes / 1e3:.3g}",
        "" if row.growth is None else f"n^{row.growth:.2f}",
        "" if row.peer_ratio is None else f"{row.peer_ratio:.2f}x",
        limit,
    )


def explain(left_out: NotMeasured) -> str:
    """What was left out, or failed, and why.

    >>> explain(NotMeasured(name="a/x", why="pip install y"))
    'a/x: not measured: pip install y'
    """
    return f"{left_out.name}: {'FAILED' if left_out.failed else 'not measured'}: {left_out.why}"


def render_lines(rows: Sequence[Row], left_out: Sequence[NotMeasured]) -> bytes:
    """One JSON object a line, measurements first, then what was left out."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in [*rows, *left_out])
