"""Time expressions: found, read into a small algebra, placed on the calendar, rendered to TIMEX3 last.

text -> scan (classes of tokens) -> seeds (what the rules read) -> grow, join (loosened, with the time of day)
     -> points, offsets (the calendar) -> meaning (type, value, interval) -> mentions
"""

from __future__ import annotations

from twosource.annotate.time.tagger import annotate_time, find_times

__all__ = ["annotate_time", "find_times"]
