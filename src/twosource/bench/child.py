"""The process that one measurement runs in: `python -m twosource.bench.child MODULE:FUNCTION SIZE`."""

from __future__ import annotations

import importlib
import resource
import sys
import time
from pathlib import Path

import msgspec

from twosource.bench.harness import Work, WorkDone, in_mib


def measure_work(work: Work) -> WorkDone:
    """What the work took in this process, and in those that it started and waited for; memory is that of the largest.

    >>> measure_work(lambda: 7).units
    7
    """
    before_mib = _held_mib()
    wall, cpu = time.perf_counter(), _cpu_s()
    units = work()
    cpu_s, wall_s = _cpu_s() - cpu, time.perf_counter() - wall
    peak_mib = _peak_mib()
    return WorkDone(units=units, cpu_s=cpu_s, wall_s=wall_s, peak_mib=peak_mib, grown_mib=peak_mib - before_mib)


_WHOSE = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _cpu_s() -> float:
    used = [resource.getrusage(who) for who in _WHOSE]
    return sum(each.ru_utime + each.ru_stime for each in used)


_PAGES = Path("/proc/self/statm")


def _held_mib() -> float:
    """Resident memory now, where the system tells; else the most there was, so that what is grown is told too low."""
    if not _PAGES.exists():
        return _peak_mib()
    return int(_PAGES.read_text(encoding="ascii").split()[1]) * resource.getpagesize() / (1024 * 1024)


def _peak_mib() -> float:
    return in_mib(max(resource.getrusage(who).ru_maxrss for who in _WHOSE))


def main() -> None:
    """Prepare, measure, and write one `WorkDone` to standard output."""
    place, size = sys.argv[1:]
    module, _, function = place.partition(":")
    prepare = getattr(importlib.import_module(module), function)
    sys.stdout.buffer.write(msgspec.json.encode(measure_work(prepare(int(size)))))


if __name__ == "__main__":
    main()
