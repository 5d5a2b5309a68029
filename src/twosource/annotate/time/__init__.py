"""Time expressions: found, read into a small algebra, placed on the calendar, rendered to TIMEX3 last.

text -> scan (token types) -> rules (seeds) -> grow (loosened, joined) -> resolve (calendar) -> interval, render
"""

from __future__ import annotations

from twosource.annotate.time.tagger import annotate_time, find_times

__all__ = ["annotate_time", "find_times"]
