"""Bytes to `Raw`: files, folders and standard input; what cannot be read becomes a `Rejected`, never an exception."""

from __future__ import annotations

from twosource.ingest.find import find_raws
from twosource.ingest.jsonl import InputRow
from twosource.ingest.merge import merge_raws
from twosource.ingest.options import IngestOptions

__all__ = ["IngestOptions", "InputRow", "find_raws", "merge_raws"]
