"""Whether two equal values are two reports that agree: told in two wordings, both of them by words that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Grain, Quantity, When
from twosource.text.number_words import NUMBER_WORDS
from twosource.text.words import find_forms

_ONE_WORDING = 6  # words; shorter clauses ("that left one man dead") are worded alike by reporters who share nothing
_HELD_WHOLE = 11  # words; under that a clause inside a longer one is more often a set phrase, the counts of a charge
_SHARED_PAIRS = 0.75  # of the pairs of neighbouring words: a choice, a word put in breaks two of them
_TIME_SCORE = 0.75  # of lengths of time that agree, 2 of 7 that were read below this are right, and 11 of 11 above
_VAGUE = re.compile(r"\b(?:dozens|scores|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
_HEAD_WORDS = 1  # a broadcaster's sign before the sentence of an agency
_DIGITS = {word: str(number) for word, number in NUMBER_WORDS.items()}
_NAMES_NO_DAY = re.compile(
    r"(?:(?:just|very) )?(?:early|late|earlier|later|mid)?[\s-]*(?:in )?(?:the )?(?:early|late)?[\s-]*"
    r"(?:morning|afternoon|evening|night|day)",
    re.IGNORECASE,
)


def do_agree(match: Match) -> bool:
    """Whether two slots of equal values are an agreement.

    Policy: the same words in two articles are one report that was printed twice (a tweet, a sentence of an agency), and
    say no more than it; so do two that share three in four pairs of neighbouring words. Lengths of time ("two weeks")
    need words that are more alike, for there are few of them; "thousands" is no figure to agree on. A part of a day
    ("late in the evening") has its day from the day of publication: it agrees with a stated day only where its own
    sentence names that day elsewhere. On which day somebody said it is no agreement.
    """
    left, right = match.left, match.right
    if left.saying or right.saying or _is_one_wording(left, right):
        return False
    if any(_VAGUE.search(use.slot.span.quote) for use in (left, right)):
        return False
    if left.kind is SlotKind.TIME and isinstance(left.slot.value, Quantity) and match.score < _TIME_SCORE:
        return False
    return left.kind is not SlotKind.DATE or (_names_its_day(left) and _names_its_day(right))


def _is_one_wording(left: SlotUse, right: SlotUse) -> bool:
    """Whether the clauses are the same but for a word, or the longer one holds the whole of the shorter."""
    shorter, longer = sorted((_forms(left), _forms(right)), key=len)
    width = len(shorter)
    if width >= _ONE_WORDING and _share_pairs(shorter, longer):
        return True
    if width < (_ONE_WORDING if len(longer) - width <= _HEAD_WORDS else _HELD_WHOLE):
        return False
    return any(longer[i : i + width] == shorter for i in range(len(longer) - width + 1))


def _share_pairs(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether two clauses of one length, or a long one and what holds it, share nearly all their pairs of words."""
    one, two = (set(pairwise(forms)) for forms in (shorter, longer))
    most = len(one) if len(shorter) >= _HELD_WHOLE else len(two)
    return len(one & two) >= _SHARED_PAIRS * most


def _forms(use: SlotUse) -> tuple[str, ...]:
    return tuple(_DIGITS.get(form, form) for form in find_forms(use.text))


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
