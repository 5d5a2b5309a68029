"""The protocol of a benchmark, and the runner that gives each measurement its own process.

A module `bench/<area>.py` takes part by having a tuple `CASES`, and is found by its place alone. A `Case` names a
function that *prepares* and returns the work; only the work is measured, and it returns how many units it did:

    def prepare_fold(size: int) -> Work:
        texts = make_texts(size)
        return lambda: sum(1 for text in texts if fold(text).text)

    def prepare_unidecode(size: int) -> Work:
        peer, texts = importlib.import_module("unidecode"), make_texts(size)   # absent on most machines
        return lambda: sum(1 for text in texts if peer.unidecode(text))

    CASES = (
        Case(name="text/fold", what="...", prepare=prepare_fold, sizes=(100, 1_000)),
        Case(name="text/fold by unidecode", what="...", prepare=prepare_unidecode, sizes=(100, 1_000),
             peer_of="text/fold", requires=("Unidecode",)),
        Command(name="startup/help", what="...", arguments=("--help",), wall_limit_s=0.3),
    )

A peer is a case with `peer_of`: it does the same work with other software, and the report gives our throughput as a
multiple of its own. Where a distribution in `requires` is not installed the case is reported as not measured, with
what to install; peers never become dependencies (install twosource and the peers into an environment of their own and
run the benchmark from there). A `Command` runs `python -m twosource.cli.main` with its arguments
as a whole, cold process; its exit code must be 0.

Inputs are made by the module itself from a fixed seed, or read from the development data in `DATA`.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import math
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from twosource.errors import ConfigError, StageError
from twosource.model import Record

DATA = Path(os.environ.get("TWOSOURCE_SHARED") or Path(__file__).resolve().parents[4] / "shared")
"""The development data: the folder named by TWOSOURCE_SHARED, or `shared` beside the checkout. It may be absent."""

Work = Callable[[], int]
"""What is measured; returns the units done."""


class Case(Record, frozen=True, kw_only=True):
    """One piece of work, measured at each of its sizes in a process of its own."""

    name: str
    """`area/what`; a selection on the command line is a prefix of it."""
    what: str
    prepare: Callable[[int], Work]
    """A module-level function: given a size it returns the work, with inputs made and imports done."""
    sizes: tuple[int, ...]
    unit: str = "documents"
    unit_bytes: float | None = None
    """UTF-8 bytes of a unit on average; where known the report gives MB for each CPU-second too."""
    peer_of: str | None = None
    requires: tuple[str, ...] = ()
    """Distributions that must be installed, by their names on the package index."""
    needs: Path | None = None
    """A file or folder without which the case is not measured."""


class Command(Record, frozen=True, kw_only=True):
    """One whole run of the command line from a cold start, in an empty folder."""

    name: str
    what: str
    arguments: tuple[str, ...]
    wall_limit_s: float | None = None
    """The promise: more wall-clock seconds than this is a failure."""
    program: tuple[str, ...] = ("-m", "twosource.cli.main")
    """What the interpreter runs; the arguments follow."""
    needs: Path | None = None
    """A file or folder without which the command is not measured."""


class WorkDone(Record, frozen=True, kw_only=True):
    """What one process measured of its work."""

    units: int
    cpu_s: float
    wall_s: float
    peak_mib: float
    """Peak resident memory of the whole process."""
    grown_mib: float
    """Peak resident memory above what the process held before the work began; the whole peak for a command."""


class Measured(WorkDone, frozen=True, kw_only=True):
    """The best of the repeats of one case at one size."""

    name: str
    size: int
    unit: str
    unit_bytes: float | None = None
    peer_of: str | None = None
    wall_limit_s: float | None = None

    @property
    def rate(self) -> float:
        """Units for each CPU-second."""
        return self.units / self.cpu_s if self.cpu_s else math.inf

    @property
    def megabytes_rate(self) -> float | None:
        """Millions of bytes for each CPU-second; None where the size of a unit is not known."""
        return None if self.unit_bytes is None else self.rate * self.unit_bytes / 1e6

    @property
    def grown_bytes(self) -> float:
        """Bytes of memory for each unit above what the inputs hold: workings and results."""
        return self.grown_mib * 1024 * 1024 / self.units if self.units else 0.0

    @property
    def kept(self) -> bool:
        """Whether the promised limit, where there is one, was kept."""
        return self.wall_limit_s is None or self.wall_s < self.wall_limit_s


class NotMeasured(Record, frozen=True, kw_only=True):
    """A case that was left out, and what it would take, or that failed, and how."""

    name: str
    why: str
    failed: bool = False


def find_cases(selection: Iterable[str] = ()) -> list[Case | Command]:
    """Every case of every module of this package whose name starts with one of `selection`, sorted by name."""
    prefixes = tuple(selection)
    folder = [str(Path(__file__).parent)]
    modules = [importlib.import_module(m.name) for m in pkgutil.iter_modules(folder, "twosource.bench.")]
    cases: list[Case | Command] = [case for module in modules for case in getattr(module, "CASES", ())]
    chosen = [case for case in cases if not prefixes or case.name.startswith(prefixes)]
    if not chosen:
        raise ConfigError(
            "no such case", option="case", given=", ".join(prefixes), allowed=", ".join(c.name for c in cases)
        )
    return sorted(chosen, key=lambda case: case.name)


def measure(case: Case | Command, *, repeats: int = 3) -> Iterator[Measured | NotMeasured]:
    """The best of `repeats` runs at each size, or why there is none.

    The best, because everything that disturbs a measurement makes it slower.
    """
    missing = _find_missing(case)
    if missing:
        yield NotMeasured(name=case.name, why=missing)
        return
    try:
        yield from _measure_all(case, repeats)
    except StageError as error:
        yield NotMeasured(name=case.name, why=str(error), failed=True)


def _measure_all(case: Case | Command, repeats: int) -> Iterator[Measured]:
    if isinstance(case, Command):
        yield min((_run_command(case) for _ in range(repeats)), key=lambda m: m.wall_s)
        return
    for size in case.sizes:
        yield min((_run_case(case, size) for _ in range(repeats)), key=lambda m: m.cpu_s)


def _find_missing(case: Case | Command) -> str | None:
    if case.needs and not case.needs.exists():
        return f"needs {case.needs}"
    if isinstance(case, Command):
        return None
    installed = {d.name.lower() for d in importlib.metadata.distributions()}
    missing = [name for name in case.requires if name.lower() not in installed]
    return f"pip install {' '.join(missing)}" if missing else None


def _run_case(case: Case, size: int) -> Measured:
    place = f"{case.prepare.__module__}:{case.prepare.__qualname__}"
    ran = _launch(["-m", "twosource.bench.child", place, str(size)], record=f"{case.name} at {size}")
    done = msgspec.json.decode(ran.output, type=WorkDone)
    return Measured(
        **msgspec.structs.asdict(done),
        name=case.name,
        size=size,
        unit=case.unit,
        unit_bytes=case.unit_bytes,
        peer_of=case.peer_of,
    )


def _run_command(case: Command) -> Measured:
    """The whole process from start to end, as the kernel counted it."""
    ran = _launch([*case.program, *case.arguments], record=case.name)
    return Measured(
        name=case.name,
        size=1,
        unit="runs",
        units=1,
        cpu_s=ran.cpu_s,
        wall_s=ran.wall_s,
        peak_mib=ran.peak_mib,
        grown_mib=ran.peak_mib,
        wall_limit_s=case.wall_limit_s,
    )


@dataclass(frozen=True, kw_only=True)
class _Ran:
    output: bytes
    cpu_s: float
    wall_s: float
    peak_mib: float


_LAUNCH = Path(__file__).with_name("launch.py")


def _launch(arguments: Sequence[str], *, record: str) -> _Ran:
    """Our interpreter with these arguments, in an empty folder. Raises `StageError` where it fails."""
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as taken:
        launcher = [sys.executable, "-S", str(_LAUNCH), taken.name, sys.executable]
        answer = subprocess.run(  # noqa: S603 - our own interpreter and modules
            [*launcher, *arguments], capture_output=True, check=False, cwd=folder, stdin=subprocess.DEVNULL
        )
        if answer.returncode:
            raise StageError(answer.stderr.decode("utf-8", "replace"), stage="bench", record=record)
        cpu_s, wall_s, peak = Path(taken.name).read_text(encoding="ascii").split()
    return _Ran(output=answer.stdout, cpu_s=float(cpu_s), wall_s=float(wall_s), peak_mib=in_mib(int(peak)))


def in_mib(ru_maxrss: int) -> float:
    """The kernel's figure in MiB: Linux counts KiB, macOS bytes."""
    return ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
