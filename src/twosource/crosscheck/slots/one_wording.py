"""Whether two values are told in the same words: one report that was printed twice, or one saying quoted twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Quantity
from twosource.text.number_words import NUMBER_WORDS
from twosource.text.spelling import begin_alike
from twosource.text.words import find_forms

_ONE_WORDING = 6  # words; shorter clauses ("that left one man dead") are worded alike by reporters who share nothing
_HELD_WHOLE = 11  # words; under that a clause inside a longer one is more often a set phrase, the counts of a charge
_SHARED_PAIRS = 0.75  # of the pairs of neighbouring words: a choice, a word put in breaks two of them
_HEAD_WORDS = 1  # a broadcaster's sign before the sentence of an agency
_ONE_SENTENCE = (
    12  # words in a row; of 38 judged pairs that share as many, 27 are one quotation and 11 an agency's words
)
_WEAK_RUN = 5  # words in a row about "today" or "one"
_WEAK_COUNT = 10  # a smaller count tells little by itself
_DIGITS = {word: str(number) for word, number in NUMBER_WORDS.items()}
_THIS_DAY = re.compile(r"(?:today|tonight|th(?:is|at) (?:day|morning|afternoon|evening|night))$", re.IGNORECASE)
_MARK = re.compile(r'["“”]')


def is_one_wording(left: SlotUse, right: SlotUse) -> bool:
    """Whether the clauses are the same but for a word, hold one another, or a long run of words is about both values.

    Policy: who quotes the words of another report or speaker adds nothing to them, however his own sentence goes on. A
    value that tells little by itself ("today", "one destiny") needs fewer shared words to be a quotation.
    """
    return _are_one_clause(left, right) or _are_one_sentence(left, right)


def _are_one_clause(left: SlotUse, right: SlotUse) -> bool:
    shorter, longer = sorted((_forms(left.text), _forms(right.text)), key=lambda forms: (len(forms), forms))
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


def _are_one_sentence(left: SlotUse, right: SlotUse) -> bool:
    """Whether the words before and behind the two values are the same for long, beyond the clause as well."""
    run = _shared_run(left, right)
    if run >= _ONE_SENTENCE:
        return True
    if run < _WEAK_RUN:
        return False
    this_day = all(_THIS_DAY.match(use.slot.span.quote) is not None for use in (left, right))
    return this_day or (_is_small(left) and _is_small(right) and (_is_quoted(left) or _is_quoted(right)))


def _shared_run(left: SlotUse, right: SlotUse) -> int:
    """How many words in a row two statements share, those of the values among them; 0 where the values differ."""
    (before, value, after), (others_before, other, others_after) = _split(left), _split(right)
    held = begin_alike(value, other)
    if held == 0:
        return 0
    behind = begin_alike((*value[held:], *after), (*other[held:], *others_after))
    return held + behind + begin_alike(before[::-1], others_before[::-1])


def _split(use: SlotUse) -> tuple[tuple[str, ...], ...]:
    """The words of a statement before its value, of the value, and behind it."""
    return _forms(use.before), _forms(use.slot.span.quote), _forms(use.behind)


def _forms(text: str) -> tuple[str, ...]:
    return tuple(_DIGITS.get(form, form) for form in find_forms(text))


def _is_quoted(use: SlotUse) -> bool:
    """Whether a value stands between marks of quotation, of which the statement may hold one only."""
    before, behind = (_MARK.findall(part) for part in (use.before, use.slot.span.quote + use.behind))
    opened = bool(before) and (before[-1] == "“" or (before[-1] == '"' and before.count('"') % 2 == 1))
    return opened or (bool(behind) and (behind[0] == "”" or (behind[0] == '"' and behind.count('"') % 2 == 1)))


def _is_small(use: SlotUse) -> bool:
    """Whether a value is a rank or a small count."""
    value = use.slot.value
    if not isinstance(value, Quantity) or value.unit is not None or value.noun == "age" or value.low != value.high:
        return False
    return value.ordinal or (value.low or 0) < _WEAK_COUNT
