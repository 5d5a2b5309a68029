"""Numbers bound to what they count or measure."""

from __future__ import annotations

from twosource.annotate.entities.quantities.annotate import annotate_quantities

__all__ = ["annotate_quantities"]
