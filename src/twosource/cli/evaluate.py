"""`twosource evaluate`: figures on gold data, and their floors."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.table import Table

from twosource.cli.exits import Exit
from twosource.cli.output import STDOUT, messages, write_lines
from twosource.errors import ConfigError
from twosource.evaluation.areas import AREAS, choose_areas, digests_of, errors_of, evaluate_area, folder_of
from twosource.evaluation.gate import (
    FAILS,
    Standing,
    Verdict,
    judge,
    raise_floors,
    read_floors,
    write_floors,
)
from twosource.evaluation.metric import Metric

_COMMAND = "twosource evaluate"


@Parameter(name="*")
@dataclass(frozen=True, kw_only=True)
class FloorFlags:
    """What to do with the floors."""

    gate: Annotated[bool, Parameter(help="Fail where a figure is below its floor, or measured on other gold.")] = False
    update_floors: Annotated[bool, Parameter(help="Raise floors to what is measured; none falls.")] = False
    lower_floors: Annotated[bool, Parameter(help="With --update-floors: let floors fall, too.")] = False
    floors: Annotated[Path, Parameter(help="The file of floors.")] = Path("eval/floors.json")


def evaluate(
    area: Annotated[str, Parameter(help=f"One of {', '.join(AREAS)}; or all.")],
    /,
    *,
    data: Annotated[Path, Parameter(help="The folder of the gold data.")],
    flags: FloorFlags = FloorFlags(),
    json: Annotated[bool, Parameter(help="JSON lines instead of a table.")] = False,
    errors: Annotated[bool, Parameter(help="List every error by rule as JSON lines instead (time).")] = False,
) -> int:
    """Measures, compares with the floors, and with --gate fails where one does not hold."""
    _refuse_odd_flags(flags)
    areas = choose_areas(area)
    if errors:
        write_lines((e for name in areas for e in errors_of(name, folder_of(name, data))), STDOUT)
        return Exit.DONE
    floors = read_floors(flags.floors)
    metrics, gold = _measure(areas, data)
    verdicts = judge(metrics, floors, gold=gold, areas=areas)
    if json:
        write_lines(verdicts, STDOUT)
    else:
        Console(width=None if sys.stdout.isatty() else _WIDTH).print(_table(verdicts))
    if flags.update_floors:
        changed = raise_floors(floors, verdicts, gold=gold, command=_COMMAND, lower=flags.lower_floors)
        write_floors(flags.floors, changed)
    return _gate(verdicts) if flags.gate else Exit.DONE


_WIDTH = 160  # where there is no terminal to ask: a table row that is not folded


def _refuse_odd_flags(flags: FloorFlags) -> None:
    if flags.lower_floors and not flags.update_floors:
        raise ConfigError(
            "changes nothing by itself", option="--lower-floors", given="alone", allowed="--update-floors"
        )
    if flags.gate and not flags.floors.exists():
        raise ConfigError("no floors there", option="--floors", given=str(flags.floors), allowed="a floors file")


def _measure(areas: Sequence[str], data: Path) -> tuple[list[Metric], dict[str, str]]:
    """Metrics and gold digests of all areas, several at once; how long each took goes to standard error."""
    folders = [folder_of(area, data) for area in areas]
    metrics: list[Metric] = []
    gold: dict[str, str] = {}
    for area, folder, (found, seconds) in zip(areas, folders, _measure_all(areas, folders), strict=True):
        metrics += found
        gold |= digests_of(found, folder)
        messages().print(f"{area}: {len(found)} figures in {seconds:.1f} s")
    return metrics, gold


def _measure_all(areas: Sequence[str], folders: Sequence[Path]) -> Iterator[tuple[tuple[Metric, ...], float]]:
    """One area here; more than one each in a process of its own, as many at a time as there are cores."""
    if len(areas) == 1:
        yield _measure_one(areas[0], folders[0])
        return
    workers = min(len(areas), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_measure_one, areas, folders)


def _measure_one(area: str, folder: Path) -> tuple[tuple[Metric, ...], float]:
    start = time.perf_counter()
    return evaluate_area(area, folder), time.perf_counter() - start


def _table(verdicts: Sequence[Verdict]) -> Table:
    table = Table()
    for heading in ("figure", "value", "95 % interval", "units", "floor", "gain", ""):
        table.add_column(heading, justify="left" if heading in {"figure", ""} else "right")
    for verdict in verdicts:
        style = "red" if verdict.standing in FAILS else "green" if (verdict.gain or 0) > 0 else ""
        table.add_row(*_cells(verdict), style=style)
    return table


def _cells(verdict: Verdict) -> tuple[str, ...]:
    metric, floor = verdict.metric, verdict.floor
    interval = "" if metric is None or metric.low is None else f"{metric.low:.3f} - {metric.high:.3f}"
    return (
        verdict.key,
        "" if metric is None else f"{metric.value:.3f}",
        interval,
        "" if metric is None else f"{metric.units:,}",
        "" if floor is None else f"{floor.floor:.3f}",
        "" if verdict.gain is None else f"{verdict.gain:+.3f}",
        "" if verdict.standing is Standing.HELD else verdict.standing.value,
    )


def _gate(verdicts: Sequence[Verdict]) -> Exit:
    failed = [verdict for verdict in verdicts if verdict.standing in FAILS]
    for verdict in failed:
        floor = "" if verdict.floor is None else f"; `{verdict.floor.command} --data DIR` measures it"
        messages().print(f"gate: {verdict.key}: {verdict.standing.value}{floor}", markup=False)
    return Exit.BELOW_FLOOR if failed else Exit.DONE
