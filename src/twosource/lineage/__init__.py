"""Who took what from whom: aligned passages, relation and direction with reasons, texts and origins."""

from __future__ import annotations

from twosource.lineage.join import lineage_join
from twosource.lineage.options import LineageOptions, Strictness

__all__ = ["LineageOptions", "Strictness", "lineage_join"]
