"""Names and quantities in an article, by rules and word lists."""

from __future__ import annotations

from twosource.annotate.entities.annotate import annotate_entities
from twosource.annotate.entities.protocol import Name, NameFinder
from twosource.annotate.entities.quantities.annotate import annotate_quantities

__all__ = ["Name", "NameFinder", "annotate_entities", "annotate_quantities"]
