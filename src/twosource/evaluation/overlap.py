"""How much two ranges of a text overlap: by the numbers of the words they touch, marks aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

MIN_JACCARD = 0.5
"""Two contents are the same from this share of common words on: the definition of PolNeAR's scorers."""

_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_WORD = re.compile(r"\w")


class NumberedWords:
    """The words of one text by number."""

    def __init__(self, text: str) -> None:
        self._tokens = [(*match.span(), bool(_WORD.search(match[0]))) for match in _TOKEN.finditer(text)]
        self._starts = [start for start, _, _ in self._tokens]

    def touched(self, ranges: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the words that ranges touch.

        >>> sorted(NumberedWords("“No,” he said.").touched([(0, 6), (9, 11)]))
        [1, 5]
        """
        found: set[int] = set()
        for start, end in ranges:
            at = max(0, bisect_right(self._starts, start) - 1)
            while at < len(self._tokens) and self._tokens[at][0] < end:
                if self._tokens[at][1] > start and self._tokens[at][2]:
                    found.add(at)
                at += 1
        return frozenset(found)


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of common words in all words of two sets; 0 for two empty ones."""
    return len(left & right) / len(left | right) if left | right else 0.0
