"""Values that answer no question: numbers that point back or are names, the stamp of a page, labels and lists."""

from __future__ import annotations

import re

from twosource.crosscheck.slots.name_numbers import is_name_number
from twosource.model import Quantity, Slot, Statement, When
from twosource.text.terms import contents_in, find_terms

_OLD = re.compile(r"[\s-]+olds?\b", re.IGNORECASE)
_POSTED = re.compile(
    r"(?:^|[\n(|\[])\s*(?:[Ff]irst |[Ll]ast )?(?:[Pp]osted|[Pp]ublished|[Uu]pdated|[Mm]odified)\b[^.\n]{0,40}$"
    r"|\bposted (?:in|by) [A-Z][^.\n]{0,60} on $"
    r"|\(@\w+\)\s*$"
)
_DATELINE = re.compile(r"\)\s*[—–-]")  # "MILLFORD (March 3, 2024) — Officers said"
_TELEPHONE = re.compile(r"\d[\s-]+$")  # "912-234-2020" holds no year
_ZONE = re.compile(
    r"[\s,|]*(?:\d{1,2}\s?:\s?\d\d)?\s*(?:[ap]\s?\.?\s?m\s?\.?)?\s*(?:[ECMP][SD]?T|GMT|UTC|BST)\b", re.IGNORECASE
)
_STAMP = re.compile(r"\W*(?:first |last )?(?:published|updated?|posted|modified)\b", re.IGNORECASE)
_NOTE = re.compile(r"\W*updated?: ", re.IGNORECASE)  # "Update: the boy is 3" is a sentence
_UPDATE = re.compile(r"\bUPDATED?\b|\|\s*(?:[Ll]ast )?[Uu]pdated\b")
_LIST_COLONS = 3  # "Sex: M Age: 31 Condition: stable" is a list and no sentence
_LABEL_TERMS = 5  # shorter lines without a verb are labels in the development stories
_SPEAKERS = frozenset({"source", "spokesman", "spokesperson", "spokeswoman"})
_IDLE_ROWS = frozenset({"instance", "place", "time", "glance", "sight", "responder"})  # "in the first instance"
_DEFINITE = re.compile(r"\b(?:the|these|those|its|their|both)\s+(?:two|one|2|1)\b|\bboth\b", re.IGNORECASE)
_IDIOMS = re.compile(r"(?:one thing|four corners of|first (?:lady|ladies|family))\b", re.IGNORECASE)
_HERE = re.compile(r"\bhere $")  # "I would not be standing here today"
_SOME_DAY = re.compile(r"one day\b(?! (?:after|before|later|earlier|ago|ahead|of|only|in)\b)", re.IGNORECASE)
_A_LENGTH = re.compile(r"\b(?:for|in|within|after|only|just|than|over|least|about|before|by) $", re.IGNORECASE)
_SHOW = re.compile(r"\b(?:News|Super|Bloody) $")  # "Fox News Sunday"
_FIRST_YEAR = 1400  # a smaller number behind "the" is the number of a program
_LEAD_CHARS = 8
_POSTED_CHARS = 80
_BARE_TERMS = 2  # a line with fewer content words outside its times is a stamp
_CLOCK_TERMS = frozenset({"pm", "am", "edt", "est", "gmt", "et"})


def is_stamp(statement: Statement) -> bool:
    """Whether a statement is a label and no sentence: when it was published, the number of a clip."""
    words = statement.span.quote
    terms = len(contents_in(words))
    bare = terms > 0 and _has_time(statement) and _terms_beside_times(statement) < _BARE_TERMS
    label = terms < _LABEL_TERMS and (statement.predicate is None or _UPDATE.search(words) is not None)
    label = label or bare
    note = _NOTE.match(words) is not None and terms >= _LABEL_TERMS
    return label or (_STAMP.match(words) is not None and not note) or words.count(":") >= _LIST_COLONS


def _has_time(statement: Statement) -> bool:
    return any(isinstance(s.value, When) for s in statement.slots)


def _terms_beside_times(statement: Statement) -> int:
    start = statement.span.start
    taken = [s.span for s in statement.slots if isinstance(s.value, When)]
    terms = (t for t in find_terms(statement.span.quote) if t.lemma not in _CLOCK_TERMS)
    return sum(not any(s.start <= t.start + start < s.end for s in taken) for t in terms)


def is_idle(text: str, slot: Slot) -> bool:
    """Whether a value answers no question: it points back, is a name, counts no word, or is the stamp of a page."""
    value, (start, end) = slot.value, slot.span.extent
    aged = isinstance(value, Quantity) and value.unit is not None and _OLD.match(text, end) is not None
    named = is_name_number(text, start)
    wordless = isinstance(value, Quantity) and value.noun is not None and not any(c.isalpha() for c in value.noun)
    spoken = _is_idiom(text, start) or _is_in_a_name(text, slot)
    return aged or named or wordless or spoken or _points_back(text, slot) or _is_stamp_date(text, slot)


def _is_idiom(text: str, start: int) -> bool:
    """Whether a number is a way of speaking: "one thing", "would one day be proven".

    >>> [_is_idiom(t, t.index("one")) for t in ("would one day be known", "for one day", "one day later")]
    [True, False, False]
    """
    if _IDIOMS.match(text, start):
        return True
    some_day = _SOME_DAY.match(text, start) is not None
    return some_day and _A_LENGTH.search(text, max(0, start - _LEAD_CHARS), start) is None


def _is_in_a_name(text: str, slot: Slot) -> bool:
    """Whether a day or a year is part of a name: "Fox News Sunday", "the 1033 program"."""
    value, start = slot.value, slot.span.start
    if not isinstance(value, When):
        return False
    before = text[max(0, start - _LEAD_CHARS) : start]
    numbered = value.earliest is not None and value.earliest.year < _FIRST_YEAR and before.lower().endswith("the ")
    return numbered or _SHOW.search(before) is not None or _HERE.search(before) is not None


def _is_stamp_date(text: str, slot: Slot) -> bool:
    """Whether a date says when the page was posted, or stands beside a clock with its zone."""
    if not isinstance(slot.value, When):
        return False
    start, end = slot.span.extent
    if _TELEPHONE.search(text, max(0, start - 8), start):
        return True
    posted = _POSTED.search(text, max(0, start - _POSTED_CHARS), start) is not None
    dateline = text[max(0, start - 1) : start] == "(" and _DATELINE.match(text, end) is not None
    return posted or dateline or _ZONE.match(text, end) is not None


def _points_back(text: str, slot: Slot) -> bool:
    """Whether a number only takes up what was named before ("the two leaders"), or counts who speaks."""
    value = slot.value
    if isinstance(value, Quantity) and (value.noun in _SPEAKERS or (value.ordinal and value.noun in _IDLE_ROWS)):
        return True
    small = isinstance(value, Quantity) and value.unit is None and value.low == value.high and value.low in {1.0, 2.0}
    return small and _DEFINITE.search(text, max(0, slot.span.start - 8), slot.span.end) is not None
