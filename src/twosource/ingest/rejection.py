"""How this stage says that something was not read."""

from __future__ import annotations

from twosource.model import Reason, Rejected

_STAGE = "ingest"


def reject(what: str, reason: Reason, detail: str) -> Rejected:
    """A rejection by this stage; `detail` says what was found, what was expected and what to do."""
    return Rejected(what=what, stage=_STAGE, reason=reason, detail=detail)
