"""How many cores there are to read on."""

from __future__ import annotations

import os


def count_cores() -> int:
    """The cores that this process may use; where the system does not tell (macOS, Windows), those that it has.

    >>> count_cores() >= 1
    True
    """
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
