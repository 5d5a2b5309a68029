"""Rewriting text without losing the place of a single character."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

_SIMPLE = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Mapped:
    """A rewritten text that knows where each of its characters came from.

    `origin[i]` is the offset in the source text of character `i`; one more entry closes the last character.
    """

    text: str
    origin: Sequence[int]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The smallest source range that covers characters `start`..`end` of the rewritten text.

        >>> folded = fold("ﬁre in  Kyiv")
        >>> folded.text, folded.to_source(0, 4)
        ('fire in kyiv', (0, 3))
        """
        if start >= end:
            return self.origin[start], self.origin[start]
        last = self.origin[end - 1]
        after = bisect_right(self.origin, last)
        return self.origin[start], self.origin[after] if after < len(self.origin) else last + 1


def fold(text: str) -> Mapped:
    r"""`text` in one plain form, with the place of every character kept.

    Lower case, compatibility forms decomposed, accents dropped, quotation marks, dashes and white space plain.

    >>> fold("“Žižek”\n\tsaid").text
    '"zizek" said'
    """
    letters: list[str] = []
    origin: list[int] = []
    for place, character in enumerate(text):
        for piece in _fold_character(character):
            if piece == " " and letters and letters[-1] == " ":
                continue
            letters.append(piece)
            origin.append(place)
    origin.append(len(text))
    return Mapped("".join(letters), origin)


def _fold_character(character: str) -> str:
    if character.isspace():
        return " "
    plain = character.translate(_SIMPLE)
    if plain.isascii():
        return plain.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).lower()
