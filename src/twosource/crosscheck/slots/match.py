"""Two slots laid beside each other, and whether each is the other's best answer to the question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from twosource.crosscheck.slots.compare_slots import Comparison, Fit
from twosource.crosscheck.slots.same_slot import Likeness
from twosource.crosscheck.slots.slot_use import SlotUse

_TIE = 0.02  # two answers whose scores lie this close are equally good
_EQUAL_BONUS = 0.25  # an equal value in the other article is the better answer even where its words fit a little less

Key = tuple[str, int, int, str]


class Match(msgspec.Struct, frozen=True, gc=False):
    """Two slots that may be one question, the earlier report first."""

    left: SlotUse
    right: SlotUse
    likeness: Likeness
    comparison: Comparison
    score: float


@dataclass(frozen=True)
class Rivals:
    """For each slot, the best answer that each other article has to its question."""

    best: dict[tuple[Key, str], float]

    @classmethod
    def among(cls, matches: Iterable[Match]) -> Rivals:
        """The best answers among these matches; an equal value gets a bonus."""
        best: dict[tuple[Key, str], float] = {}
        for match in matches:
            score = match.score + (_EQUAL_BONUS if match.comparison.fit is not Fit.DIFFERS else 0.0)
            for one, other in ((match.left, match.right), (match.right, match.left)):
                key = (one.key, other.article)
                best[key] = max(best.get(key, 0.0), score)
        return cls(best)

    def leave(self, match: Match) -> bool:
        """Whether neither slot has a better answer in the other's article."""
        return all(
            match.score >= self.best[(one.key, other.article)] - _TIE or match.comparison.fit is not Fit.DIFFERS
            for one, other in ((match.left, match.right), (match.right, match.left))
        )
