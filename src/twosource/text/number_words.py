"""Numbers in words."""

from __future__ import annotations

UP_TO_TWENTY = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=1,
    )
}
"""One to twenty."""
NUMBER_WORDS = (
    {"zero": 0}
    | UP_TO_TWENTY
    | {word: 10 * tens for tens, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)}
)
"""Zero to twenty, and the tens to ninety."""
