"""A weekday that a report of days later names for what is still to come, and that was read as the last one."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.slot_use import SlotUse
from twosource.model import Grain, When
from twosource.text.terms import find_terms, is_verb

_WEEKDAY = re.compile(
    r"(?:(?:early|late|later|on) )*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s)?"
    r"(?: (?:morning|afternoon|evening|night))?$"
)
_BACK = re.compile(r"\b(?:last|past|previous|ago)\s+$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had|did|been)\b", re.IGNORECASE)
_DAYS_AGO = 4  # a weekday five days back is as often the one two days ahead: of 30 that were read 13
_BACK_CHARS = 12


def is_misread_day(use: SlotUse) -> bool:
    """Whether a bare weekday lies days before its report, and nothing in its clause is told as past.

    Policy: "Obama heads to Wisconsin on Thursday", printed on a Wednesday, means the day after. Where the clause has a
    verb of the past ("the crew landed on Thursday") the day is left as it was read.
    """
    value = use.slot.value
    if not isinstance(value, When) or value.grain not in {Grain.DAY, Grain.PART_OF_DAY}:
        return False
    if value.latest is None or use.reported is None or (use.reported.date() - value.latest).days < _DAYS_AGO:
        return False
    led_back = _BACK.search(use.before[-_BACK_CHARS:]) is not None
    return _WEEKDAY.match(use.slot.span.quote) is not None and not led_back and not _tells_of_past(use.text)


def _tells_of_past(clause: str) -> bool:
    """Whether a clause has a verb of the past.

    >>> [_tells_of_past(t) for t in ("who died on Tuesday", "which begins Monday", "a coup was put down")]
    [True, False, True]
    """
    if _WAS.search(clause):
        return True
    forms = ((term.lemma, clause[term.start : term.end].lower()) for term in find_terms(clause))
    return any(is_verb(lemma) and form != lemma and not form.endswith(("ing", "s")) for lemma, form in forms)
