"""Time expressions: TIMEX3 values, and the intervals they mean."""
