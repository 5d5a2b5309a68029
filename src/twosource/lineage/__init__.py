"""Who took what from whom: aligned passages, relation and direction with reasons, texts and origins."""

from __future__ import annotations

from twosource.lineage.explain import Explanation, Row, RowKind, explain_edge, originality
from twosource.lineage.families import find_problems, load_families
from twosource.lineage.furniture import mark_furniture
from twosource.lineage.join import lineage_join
from twosource.lineage.options import LineageOptions, Strictness

__all__ = [
    "Explanation",
    "LineageOptions",
    "Row",
    "RowKind",
    "Strictness",
    "explain_edge",
    "find_problems",
    "lineage_join",
    "load_families",
    "mark_furniture",
    "originality",
]
