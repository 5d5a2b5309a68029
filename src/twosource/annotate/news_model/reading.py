"""What any back end finds in one text, and the shape it has to have to stand in for the news model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

from twosource.model import EntityKind, Extent, ParsedSentence

WIDTH = 384


def _no_vectors() -> npt.NDArray[np.float32]:
    return np.zeros((0, WIDTH), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class FoundSpeech:
    """One attribution as ranges of the text."""

    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    source: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class FoundName:
    """One name as a range of the text."""

    place: Extent
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What a back end finds in one text, in order; what it does not read is left empty."""

    speech: tuple[FoundSpeech, ...] = ()
    names: tuple[FoundName, ...] = ()
    syntax: tuple[ParsedSentence, ...] = ()
    vectors: npt.NDArray[np.float32] = field(default_factory=_no_vectors)
    """[sentences, 384], each of length one."""


class TextReader(Protocol):
    """Reads one text: all that a back end has to do.

    `TrainedNames` and `TrainedSpeech` make finders of it. It must read every text without an error, and give the same
    text the same reading whatever it read before; ranges are half-open, in characters of the text.
    """

    def __call__(self, text: str, /) -> ModelReading:
        """What is found in `text`."""
        ...
