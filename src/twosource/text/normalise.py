"""Rewriting text without losing the place of a single character."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_SIMPLE = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " "})
_ODD = re.compile(r"\s{2,}|[^\S ]|[^\x00-\x7f\s]")


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
    pieces: list[str] = []
    origin: list[int] = []
    plain = text.translate(_SIMPLE)
    place = 0
    for odd in _ODD.finditer(plain):
        start, stop = odd.span()
        if place < start:
            pieces.append(plain[place:start].lower())
            origin.extend(range(place, start))
        _append_odd(pieces, origin, odd)
        place = stop
    pieces.append(plain[place:].lower())
    origin.extend(range(place, len(plain) + 1))
    return Mapped("".join(pieces), origin)


def _append_odd(pieces: list[str], origin: list[int], odd: re.Match[str]) -> None:
    """Appends one run of white space, or one character beyond ASCII, in its plain form."""
    folded = _fold_character(odd[0]) if not odd[0][0].isspace() else " "
    for letter in folded:
        if letter == " " and pieces and pieces[-1].endswith(" "):
            continue
        pieces.append(letter)
        origin.append(odd.start())


@lru_cache(maxsize=4_096)
def _fold_character(character: str) -> str:
    """The plain form of one character; an accent that stands alone, which decomposes to a blank, is dropped."""
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().translate(_SIMPLE).strip()
