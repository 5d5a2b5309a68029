"""`twosource options`: every option, as a TOML file to start from."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import groupby

from twosource.cli.output import STDOUT, write_bytes
from twosource.options import OptionLine, explain_options


def options() -> int:
    """A TOML file with every option commented out at its default."""
    write_bytes("".join(f"{line}\n" for line in _toml_lines()).encode(), STDOUT)
    return 0


def _toml_lines() -> Iterator[str]:
    yield "# Options of twosource. Take away a # and change the value; `--options FILE` reads it."
    for table, lines in groupby(explain_options(), key=lambda line: line.table):
        yield f"\n[{table}]"
        for line in lines:
            yield from _option_lines(line)


def _option_lines(line: OptionLine) -> Iterator[str]:
    if line.description:
        yield from textwrap.wrap(line.description, width=100, initial_indent="# ", subsequent_indent="# ")
    yield f"# {line.name} = {line.default}" if line.default else f"# {line.name} is not set"
