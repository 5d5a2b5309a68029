"""Statements of one article, and which statements of one story say the same."""

from __future__ import annotations

from twosource.claims.align import align_statements
from twosource.claims.extract import extract_statements
from twosource.claims.options import ClaimOptions

__all__ = ["ClaimOptions", "align_statements", "extract_statements"]
