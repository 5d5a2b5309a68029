"""`twosource version`: what runs here."""

from __future__ import annotations

import platform
import sqlite3

from twosource.cli.output import STDOUT, write_bytes
from twosource.plan import STAGES
from twosource.version import __version__


def version() -> int:
    """Versions of the package, of its stages, and of what it runs on."""
    stages = ", ".join(f"{name} {number}" for name, number in STAGES)
    lines = (
        f"twosource {__version__}",
        f"stages: {stages}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}",
        f"{platform.system()} {platform.machine()}",
    )
    write_bytes("".join(f"{line}\n" for line in lines).encode(), STDOUT)
    return 0
