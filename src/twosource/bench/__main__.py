"""`python -m twosource.bench [PREFIX...]`: measure, print, and fail where a promised limit is broken."""

from __future__ import annotations

import argparse
import sys

from rich.console import Console

from twosource.bench.harness import Measured, NotMeasured, find_cases, measure
from twosource.bench.report import compare_rows, explain, render_lines, render_table
from twosource.errors import ConfigError


def main() -> int:
    """The exit code: 0, 1 where a limit is broken or a case failed, 2 for a case that is not there."""
    options = _read_arguments()
    try:
        results = [m for case in find_cases(options.case) for m in measure(case, repeats=options.repeat)]
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    measured = [m for m in results if isinstance(m, Measured)]
    left_out = [n for n in results if isinstance(n, NotMeasured)]
    _write(measured, left_out, as_json=options.json)
    return int(any(not m.kept for m in measured) or any(n.failed for n in left_out))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m twosource.bench", description="Measure each case in its own process."
    )
    parser.add_argument("case", nargs="*", help="run the cases whose name starts so; all without one")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each case, the best counts (default 3)")
    parser.add_argument("--json", action="store_true", help="write JSON lines instead of a table")
    return parser.parse_args()


def _write(measured: list[Measured], left_out: list[NotMeasured], *, as_json: bool) -> None:
    rows = compare_rows(measured)
    if as_json:
        sys.stdout.buffer.write(render_lines(rows, left_out))
        return
    Console(width=None if sys.stdout.isatty() else 150).print(render_table(rows))
    sys.stdout.writelines(f"{explain(n)}\n" for n in left_out)


if __name__ == "__main__":
    raise SystemExit(main())
