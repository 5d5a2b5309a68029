"""The words that a reader tells stories by, as numbers, and how rare each is."""

from __future__ import annotations

from array import array
from math import log

import numpy as np
import numpy.typing as npt

from twosource.stories.background import load_background
from twosource.stories.chunks import Chunks, ChunkTable
from twosource.stories.runs import Ints
from twosource.stories.terms import form_counts, terms_in

NOTHING = -1
"""In place of the number of a word, for what is none."""

_CHUNKS_KEPT = 200_000  # 12 MB


class Wording:
    """A number for every word met: what a stretch without white space says, its terms bound to one word.

    >>> from twosource.stories.chunks import cut_chunks
    >>> wording = Wording()
    >>> wording.read(cut_chunks(["The truce-line talks", "talk"])).tolist(), wording.forms
    ([-1, 0, 1, 1], ['ceasefire line', 'talk'])
    """

    def __init__(self) -> None:
        self._chunks = ChunkTable(self._number_of_chunk)
        self._number = dict[str, int]()
        self._rarity = array("d")
        self.forms = list[str]()
        """Number -> the word in plain form."""

    @property
    def rarity(self) -> npt.NDArray[np.float64]:
        """Number -> how rare a word is in general, 0 for what does not start with a letter; not to be kept."""
        return np.frombuffer(self._rarity)

    def read(self, chunks: Chunks) -> Ints:
        """The word of each stretch without white space, `NOTHING` where it says none."""
        return self._chunks.find(chunks)

    def tidy(self) -> None:
        """Forget every word where there are too many; their numbers are given to others."""
        if len(self._chunks) > _CHUNKS_KEPT:
            self._chunks.clear()
            self._number.clear()
            self.forms.clear()
            self._rarity = array("d")

    def _number_of_chunk(self, chunk: str) -> int:
        form = " ".join([form for form, _ in terms_in(chunk)])
        if not form:
            return NOTHING
        number = self._number.setdefault(form, len(self.forms))
        if number == len(self.forms):
            self.forms.append(form)
            self._rarity.append(_rarity_of(form) if form[0].isalpha() else 0.0)
        return number


def _rarity_of(form: str) -> float:
    return round(log((load_background().passages + 1) / (form_counts().get(form, 0) + 0.5)), 4)
