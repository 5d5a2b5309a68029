"""The English names of the months and their short forms."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
        "november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
"""Lower-case name or short form, without a full stop, to the number of the month."""
