"""What an article is made from: its text, and the fields that the input stated beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from twosource.model import Extent, Found, Published


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Text and stated fields, before anything is read out of the text."""

    text: str
    id: str | None = None
    title: Found | None = None
    byline: Found | None = None
    outlet: Found | None = None
    url: str | None = None
    published: Published | None = None
    modified: datetime | None = None
    language: str | None = None
    furniture: tuple[Extent, ...] = ()
    """Lines that the composer wrote from metadata and that are known to be no part of the story."""
