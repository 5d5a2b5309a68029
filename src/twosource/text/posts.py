"""Posts of networks as pages embed them."""

from __future__ import annotations

SIGNATURE = (
    r"[^\n()]{1,60}\(@\w{1,20}\)[ ]*"
    r"(?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2},?[ ]\d{4}|\d{1,2}[ ][A-Z][a-z]{2,8}\.?[ ]\d{4})"
)
"""A pattern for who wrote a post: a name, a handle in brackets, a date with the month or the day first."""
