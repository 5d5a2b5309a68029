"""The published shape of one row of JSON Lines input."""

from __future__ import annotations

import msgspec


class InputRow(msgspec.Struct, frozen=True, kw_only=True):
    """One article as a JSON object: `text` is required, everything else optional, other fields are ignored.

    Offsets in every output refer to exactly this `text`. A null means the same as leaving the field out.

    >>> msgspec.json.decode('{"text": "Rain fell.", "rating": 5}', type=InputRow).text
    'Rain fell.'
    """

    text: str
    id: str | int | None = None
    """Used as the article's id, as a string; where it is absent the id is a digest of the content."""
    title: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time, with or without a zone; common printed forms are read too."""
    outlet: str | None = None
    url: str | None = None
