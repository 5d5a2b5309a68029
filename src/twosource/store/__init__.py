"""The store: SQLite as the system of record. The only place that speaks SQL."""

from twosource.store.connect import IN_MEMORY, Store, open_readonly, open_store
from twosource.store.read import find_earlier, find_runs, read_account, read_raw, read_reading
from twosource.store.search import Hit, search_articles
from twosource.store.trace import Proof, Trace, trace_record
from twosource.store.write import Saved, check_spans, save_account

__all__ = [
    "IN_MEMORY",
    "Hit",
    "Proof",
    "Saved",
    "Store",
    "Trace",
    "check_spans",
    "find_earlier",
    "find_runs",
    "open_readonly",
    "open_store",
    "read_account",
    "read_raw",
    "read_reading",
    "save_account",
    "search_articles",
    "trace_record",
]
