"""Runs one command and writes what it took to a file: `python -S launch.py FILE PROGRAM ARGUMENT...`.

A process inherits the peak memory of the one it was forked from, so a benchmark that has modules loaded would report
its own size for every command. This script loads nothing but the standard library's smallest parts, and forks instead.
"""

from __future__ import annotations

import os
import sys
import time


def main() -> int:
    """The exit code of the command; one line of CPU seconds, wall seconds and the kernel's peak memory in the file."""
    file, *command = sys.argv[1:]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(child, 0)
    wall_s = time.perf_counter() - start
    with open(file, "w", encoding="ascii") as stream:  # noqa: PTH123 - pathlib would be most of this process
        stream.write(f"{usage.ru_utime + usage.ru_stime} {wall_s} {usage.ru_maxrss}")
    return abs(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    raise SystemExit(main())
