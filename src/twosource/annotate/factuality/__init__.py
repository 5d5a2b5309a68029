"""Whether what a predicate tells happened, is planned, denied, alleged or only thought of."""

from __future__ import annotations

from twosource.annotate.factuality.annotate import annotate_factuality

__all__ = ["annotate_factuality"]
