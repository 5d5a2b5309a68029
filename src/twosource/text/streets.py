"""Streets as articles name them."""

from __future__ import annotations

KIND_OF_STREET = (
    r"(?:Street|St|Avenue|Ave|Boulevard|Blvd|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Terrace|Way|Highway|Hwy|Circle"
    r"|Parkway|Pkwy)"
)
"""A pattern for the word that ends the name of a street, with its capital."""
