"""Where the development data lies: outside the repository, and absent on most machines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[1].parent / "shared"


def shared_or_skip(relative: str) -> Path:
    """The path of `relative` under the development data; skips the test, saying why, where it is absent.

    TWOSOURCE_SHARED names another folder. Where TWOSOURCE_REQUIRE_SHARED is set, absence is a failure.
    """
    path = Path(os.environ.get("TWOSOURCE_SHARED", str(_BESIDE))) / relative
    if not path.exists():
        reason = f"development data not found: {path}; set TWOSOURCE_SHARED to its folder"
        if os.environ.get("TWOSOURCE_REQUIRE_SHARED"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path
