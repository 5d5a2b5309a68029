"""The page before it is written down: records that HTML, Markdown and JSON share."""

from __future__ import annotations

from twosource.dossier.page.story import compose_page

__all__ = ["compose_page"]
