"""The dossier as JSON: the facts of the page in the order of the page."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from twosource.dossier.page import compose_page
from twosource.model import Account, Dossier

FORMAT = "twosource-dossier/1"
"""Name and version of the shape; it changes when a field goes or means something else. Fields may be added."""


def render_json(account: Account, dossiers: Sequence[Dossier]) -> str:
    """The account as one JSON object, indented, ending in a line break; the same account gives the same bytes."""
    page = {"format": FORMAT, **msgspec.to_builtins(compose_page(account, dossiers))}
    return msgspec.json.format(msgspec.json.encode(page), indent=2).decode() + "\n"
