"""Whether two equal values are two reports that agree: told in two wordings, both of them by words that say it."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.misread_days import is_misread_day
from twosource.crosscheck.slots.no_figures import are_in_one_name, tells_nothing
from twosource.crosscheck.slots.one_wording import is_one_wording
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.crosscheck.slots.two_things import are_two_things
from twosource.model import Grain, Quantity, When

_TIME_SCORE = 0.75  # of lengths of time that agree, 2 of 7 that were read below this are right, and 11 of 11 above
_NAMES_NO_DAY = re.compile(
    r"(?:(?:just|very) )?(?:early|late|earlier|later|mid)?[\s-]*(?:in )?(?:the )?(?:early|late)?[\s-]*"
    r"(?:morning|afternoon|evening|night|day)",
    re.IGNORECASE,
)


def do_agree(match: Match) -> bool:
    """Whether two slots of equal values are an agreement.

    Policy: the same words in two articles are one report that was printed twice (a tweet, a sentence of an agency:
    `one_wording`), and say no more than it. Words that state no figure and no date (`no_figures`) agree with nothing,
    nor do values that are shown to be of two things (`two_things`). Lengths of time ("two weeks") need words that are
    more alike, for there are few of them. A part of a day ("late in the evening") has its day from the day of
    publication: it agrees with a stated day only where its own sentence names that day elsewhere. On which day somebody
    said it is no agreement.
    """
    left, right = match.left, match.right
    if left.saying or right.saying or tells_nothing(left) or tells_nothing(right):
        return False
    if is_misread_day(left) or is_misread_day(right):
        return False
    if left.kind is SlotKind.TIME and isinstance(left.slot.value, Quantity) and match.score < _TIME_SCORE:
        return False
    if are_in_one_name(left, right) or are_two_things(match) or is_one_wording(left, right):
        return False
    return left.kind is not SlotKind.DATE or (_names_its_day(left) and _names_its_day(right))


def _names_its_day(use: SlotUse) -> bool:
    """Whether the words of a date, or another time of its sentence, name the day."""
    value = use.slot.value
    if not isinstance(value, When) or value.grain is not Grain.PART_OF_DAY:
        return True
    return _NAMES_NO_DAY.fullmatch(use.slot.span.quote) is None or any(_is_on(value, t) for t in _other_times(use))


def _other_times(use: SlotUse) -> list[When]:
    others = [s for s in use.statement.slots if s.span != use.slot.span]
    return [s.value for s in others if isinstance(s.value, When) and not _NAMES_NO_DAY.fullmatch(s.span.quote)]


def _is_on(value: When, other: When) -> bool:
    return other.earliest is not None and (other.earliest, other.latest) == (value.earliest, value.latest)
