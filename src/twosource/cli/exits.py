"""What the exit code of a command says."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of every command; the help pages and `docs/cli.md` explain them in these words."""

    DONE = 0
    """All input was read and the work is done."""
    SOME_REJECTED = 1
    """Some input was not read; the rest was, and the result is written."""
    REFUSED = 2
    """Wrong usage, a wrong option, or a file that cannot be written; nothing was done."""
    NOTHING_READ = 3
    """Nothing could be read; nothing is written."""
    BELOW_FLOOR = 4
    """A figure is below its floor, or was measured on other gold."""
    OUR_BUG = 5
    """twosource broke a promise of its own: please report it."""
    CONTESTED = 6
    """`check`: coverage says something that cannot stand beside the text."""
    NOT_FOUND = 7
    """`check`: coverage does not say what the text says."""
    UNMEASURED = 8
    """`check`: the text states nothing that can be looked for, or its time needs the day it was said."""
    BROKEN_PIPE = 141
    """Whoever read the output stopped reading, as `head` does."""


def exit_for(read: Sequence[object], rejected: Sequence[object]) -> Exit:
    """What reading amounts to.

    >>> exit_for(["an article"], []).name, exit_for(["one"], ["another"]).name, exit_for([], ["all"]).name
    ('DONE', 'SOME_REJECTED', 'NOTHING_READ')
    """
    if not read:
        return Exit.NOTHING_READ
    return Exit.SOME_REJECTED if rejected else Exit.DONE
