"""What is known of words that may name events: kinds and senses from WordNet 3.1, and how near two words are.

The table is `event_words.tsv`, its licence `event_words.LICENSE.txt`: counted words, event nouns, and verbs and event
nouns of two words. Senses are numbered anew, and only those that two words have; a noun has the senses of the verbs it
is derived from. `event_vectors.npy` has a row a line. `training/event_alignment/build_words.py` makes both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import starmap
from typing import Literal

import numpy as np
import numpy.typing as npt

from twosource.text.terms import lemma_of

Part = Literal["v", "n", "a"]
Vectors = npt.NDArray[np.float32]
_FOLDER = "twosource.claims"
_KINDS = {
    **dict(enumerate("adjective adjective adverb thing act animal artifact attribute body thought speech".split())),
    **dict(enumerate("event feeling food group place motive object person phenomenon plant possession".split(), 11)),
    **dict(enumerate("process quantity relation shape state substance time".split(), 22)),
    **dict(enumerate("body change thought speech contest eating contact making emotion motion".split(), 29)),
    **dict(enumerate("perception possession social state weather adjective".split(), 39)),
}
_EVENT_KINDS = ("act", "event", "phenomenon", "process")


@dataclass(frozen=True, slots=True)
class EventWord:
    """A dictionary form as one part of speech, and what the table says of it: nothing for a word it does not have."""

    lemma: str
    part: Part
    uses: float = 0.0
    """Logarithm of how often it is met, 0 to 8."""
    derived: bool = False
    """A noun that is made from a verb."""
    kinds: Mapping[str, float] = field(default_factory=dict)
    """What it names ("act", "person"), each with its share of the uses."""
    first: frozenset[str] = frozenset()
    """Senses: the first one, and those it is derived from."""
    senses: frozenset[str] = frozenset()
    """The first four."""
    wider: frozenset[str] = frozenset()
    """The first one, and what it is a kind of or leads to."""
    row: int | None = None
    """Its vector."""

    @property
    def event_share(self) -> float:
        """Of its uses as a noun, those that name an event."""
        return sum(self.kinds.get(kind, 0.0) for kind in _EVENT_KINDS) if self.part == "n" else 0.0


@cache
def load_event_words() -> Mapping[tuple[str, str], EventWord]:
    """The table by dictionary form and part of speech, read at first use.

    >>> words = load_event_words()
    >>> bool(words["apprehend", "v"].senses & words["arrest", "n"].senses), words["visit", "n"].event_share > 0.6
    (True, True)
    """
    table = files(_FOLDER).joinpath("event_words.tsv").read_text("utf-8")
    words = starmap(_read_line, enumerate(table.splitlines()))
    return {(word.lemma, word.part): word for word in words}


def _read_line(row: int, line: str) -> EventWord:
    lemma, part, uses, marks, kinds, *senses = line.split("\t")
    first, others, wider = (frozenset(cell.split()) for cell in (*senses, "", "", "")[:3])
    pairs = [kind.partition("=") for kind in kinds.split()]
    return EventWord(
        lemma=lemma,
        part="v" if part == "v" else "n" if part == "n" else "a",
        uses=float(uses),
        derived="d" in marks,
        kinds={_KINDS[int(number)]: int(share) / 100 for number, _, share in pairs},
        first=first,
        senses=first | others,
        wider=first | wider,
        row=row,
    )


@cache
def load_vectors() -> Vectors:
    """A row a word, each of length one; near words point the same way.

    >>> rows = [load_event_words()[word, "v"].row for word in ("rob", "steal", "visit")]
    >>> rob, steal, visit = (load_vectors()[row] for row in rows)
    >>> bool(rob @ steal > 0.5 > rob @ visit)
    True
    """
    rows = np.load(BytesIO(files(_FOLDER).joinpath("event_vectors.npy").read_bytes())).astype(np.float32)
    lengths: Vectors = np.linalg.norm(rows, axis=1, keepdims=True)
    vectors: Vectors = rows / lengths
    return vectors


@lru_cache(maxsize=16_384)
def find_event_word(form: str, lemma: str, part: Part) -> EventWord:
    """What is known of a word as it stands in a text, with the dictionary form that a parser gives it.

    Policy: a parser may cut a letter too many or too few; the first form that the table has is taken.

    >>> find_event_word("foiled", "foile", "v").lemma, find_event_word("zorbing", "zorb", "v").row
    ('foil', None)
    """
    words = load_event_words()
    known = (words[c, part] for c in _candidates(form.lower().strip("'\"`"), lemma.lower()) if (c, part) in words)
    return next(known, EventWord(lemma.lower(), part))


def _candidates(form: str, lemma: str) -> Iterator[str]:
    yield from (lemma, lemma_of(form), form, form.removesuffix("s"))
    for ending in ("ing", "ed"):
        if form.endswith(ending):
            stem = form.removesuffix(ending)
            yield from (stem, f"{stem}e", stem[:-1])


def find_phrase(first: str, second: str, part: Part) -> EventWord | None:
    """What is known of two words as one ("take" and "place"), None where they are two.

    >>> find_phrase("take", "place", "v") is None, find_phrase("take", "table", "v") is None
    (False, True)
    """
    return load_event_words().get((f"{first}_{second}", part))
