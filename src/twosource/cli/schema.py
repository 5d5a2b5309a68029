"""`twosource schema`: the JSON Schemas of the contract."""

from __future__ import annotations

from typing import Annotated

import msgspec
from cyclopts import Parameter

from twosource.cli.output import STDOUT, write_bytes
from twosource.contract import SCHEMA_NAMES, schema_of


def schema(name: Annotated[str | None, Parameter(help="Which line; all names without.")] = None, /) -> int:
    """The JSON Schema of one line, or the names there are."""
    if name is None:
        write_bytes("".join(f"{known}\n" for known in SCHEMA_NAMES).encode(), STDOUT)
    else:
        write_bytes(msgspec.json.format(msgspec.json.encode(schema_of(name)), indent=2) + b"\n", STDOUT)
    return 0
