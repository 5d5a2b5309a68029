"""The shape any finder of speech has, rules or a trained model, so that one can stand in for the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from twosource.model import Extent, Stance


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution before its voice is known: bare ranges of the text, each part possibly broken."""

    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]
    source: tuple[Extent, ...] = ()
    stance: Stance = Stance.SAID
    weak: bool = False
    """Tells what somebody does or wants rather than says; inside another's speech it is no attribution of its own."""
    within: tuple[Extent, ...] = ()
    """The cue of the attribution this one stands inside, where the ranges do not tell."""

    def cue_in(self, text: str) -> str:
        """The cue in lower case, with what stands between its parts; empty where there is none."""
        return text[self.cue[0][0] : self.cue[-1][1]].lower() if self.cue else ""


class SpeechFinder(Protocol):
    """Finds who is said to say what in one text."""

    def __call__(self, text: str, /) -> Sequence[Speech]:
        """The attributions of `text`, in order of their first character."""
        ...
