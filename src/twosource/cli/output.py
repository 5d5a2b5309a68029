"""Writing results: JSON lines, whole files, and what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from twosource.errors import ConfigError
from twosource.model import Rejected

STDOUT = "-"


def write_lines(records: Iterable[msgspec.Struct], output: str) -> None:
    """One JSON object a line, to standard output or to a file."""
    encoder = msgspec.json.Encoder()
    write_bytes(b"".join(encoder.encode(record) + b"\n" for record in records), output)


def write_bytes(data: bytes, output: str) -> None:
    """The data to standard output, or to a file that is there whole or not at all.

    Raises `ConfigError` where the file cannot be written.
    """
    if output == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ConfigError(
            f"cannot be written ({error.strerror})", option="-o", given=output, allowed="a file in a writable folder"
        ) from error


def messages() -> Console:
    """Where everything goes that is no result: standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def tell_rejected(rejected: Sequence[Rejected], console: Console) -> None:
    """What was not read, why, and what to do: a table on a terminal, one line each elsewhere."""
    if not rejected:
        return
    from twosource.dossier.refusals import gather_refused  # noqa: PLC0415 - the dossier is loaded where it is needed

    gathered = gather_refused(rejected)
    if not console.is_terminal:
        for g in gathered:
            console.print(Text(f"not read: {g.what}: {g.reason}: {g.detail}"), no_wrap=True, overflow="ignore")
        return
    table = Table(title=f"Not read: {len(rejected):,}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    for heading in ("what", "reason", "what to do"):
        table.add_column(heading, overflow="fold")
    for g in gathered:
        table.add_row(Text(g.what), Text(g.reason), Text(g.detail))
    console.print(table, soft_wrap=False)
