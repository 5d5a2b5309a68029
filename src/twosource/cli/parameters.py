"""Parameters that several commands share, described once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from twosource.errors import ConfigError


def refuse_unknown_options(kind: object, values: object) -> None:  # noqa: ARG001 - the signature of a validator
    """A path may be `-`, but a misspelt option must not be taken for one."""
    for value in values if isinstance(values, (list, tuple)) else [values]:
        if isinstance(value, str) and value.startswith("-") and value != "-":
            allowed = f"those that --help lists; for a file of that name write ./{value}"
            raise ConfigError(f"unknown option {value}", option="command line", given=value, allowed=allowed)


def refuse_missing_folder(kind: object, value: object) -> None:  # noqa: ARG001 - the signature of a validator
    """A file that cannot be written is told before the work, not after it."""
    if value is None or value == "-":
        return
    folder = Path(str(value)).resolve().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise ValueError(f"{value} cannot be written; expected a file in a folder that is there and can be written to")


Paths = Annotated[
    list[str],
    Parameter(
        help="Files (text, HTML, JSON Lines, JSON, .gz) and folders; - is standard input.",
        allow_leading_hyphen=True,
        validator=refuse_unknown_options,
    ),
]
"""What to read."""

Output = Annotated[
    str,
    Parameter(
        name=("--output", "-o"),
        help="The file to write; - is standard output.",
        allow_leading_hyphen=True,
        validator=(refuse_unknown_options, refuse_missing_folder),
    ),
]
"""Where to write."""

OptionsFile = Annotated[
    Path | None, Parameter(name="--options", help="A TOML file; `twosource options` writes one to start from.")
]
"""The options of the stages."""
