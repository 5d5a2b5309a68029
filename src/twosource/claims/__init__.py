"""Statements of one article, and which statements of one story say the same."""

from __future__ import annotations

from twosource.claims.align import align_statements
from twosource.claims.event_links import align_events
from twosource.claims.extract import extract_statements
from twosource.claims.options import ClaimOptions

__all__ = ["ClaimOptions", "align_events", "align_statements", "extract_statements"]
