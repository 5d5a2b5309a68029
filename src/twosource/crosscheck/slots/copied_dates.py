"""A sentence taken over with its "last week": no event was last week in two reports that lie weeks apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.sides import Pairing, side_of_use
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.model import Descent, Reading, ReadingOf, Role, When, text_of
from twosource.text.normalise import fold
from twosource.text.quotes import find_quotes
from twosource.text.words import find_forms

_FROM_TODAY = re.compile(
    r"\b(?:last|next|this|past|coming) (?:week|month|year|quarter|summer|winter|spring|fall|autumn|\w+day)\b"
    r"|\b(?:yesterday|tomorrow|today)\b|\b(?:days?|weeks?|months?|years?) ago\b",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"\W*(?:[A-Z][\w-]*\s){1,4}to [a-z]+ "
)  # "Harbour Board to meet next month": a post, or a headline
_FEWEST = 10  # words; shorter sentences are said again of another week
_WEEKS_APART = 14  # days between the reports; what is printed again within days is a late copy
_COPIED = Decision(ReadingOf.CONFLICT, "one sentence with one relative date in reports of two times")
_SCORE = 0.8  # see the page on findings for how many that were read are right


def pair_copied_dates(
    uses: Iterable[SlotUse], readings: Mapping[str, Reading], descents: Mapping[str, Descent]
) -> list[Pairing]:
    """Each relative date of a sentence that two texts print word for word, weeks apart.

    Policy: the days differ because the reports do; who takes over a sentence with "last week" dates it anew. A short
    sentence may be said of another week, and words in quotation marks are dated from when they were said.
    """
    found: list[Pairing] = []
    for one, two in _in_one_sentence(uses):
        apart = text_of(one.article, descents) != text_of(two.article, descents) and _are_weeks_apart(one, two)
        if apart and not any(_is_quoted(use, readings) for use in (one, two)):
            left, right = (side_of_use(use, readings) for use in (one, two))
            found.append(Pairing(slot="date", left=left, right=right, decision=_COPIED, score=_SCORE))
    return found


def _in_one_sentence(uses: Iterable[SlotUse]) -> Iterator[tuple[SlotUse, SlotUse]]:
    """Each two relative dates that stand in one place of one sentence, one report after the other."""
    told: dict[tuple[str, str, int], list[SlotUse]] = {}
    for use in uses:
        if use.kind is SlotKind.DATE and use.reported and _FROM_TODAY.search(use.slot.span.quote):
            place = use.slot.span.start - use.statement.span.start
            told.setdefault((fold(use.statement.span.quote).text, use.slot.span.quote, place), []).append(use)
    for (sentence, *_), same in told.items():
        if len(same) > 1 and len(find_forms(sentence)) >= _FEWEST:
            yield from pairwise(sorted(same, key=lambda u: (str(u.reported), u.key)))


def _are_weeks_apart(one: SlotUse, two: SlotUse) -> bool:
    a, b = one.slot.value, two.slot.value
    if not (one.reported and two.reported and isinstance(a, When) and isinstance(b, When)):
        return False
    apart = a.latest is not None and b.earliest is not None and a.latest < b.earliest
    return apart and (two.reported - one.reported).days >= _WEEKS_APART


def _is_quoted(use: SlotUse, readings: Mapping[str, Reading]) -> bool:
    if _POSTED.match(use.statement.span.quote):
        return True
    quotes = find_quotes(readings[use.article].article.text)
    return use.statement.role is Role.QUOTATION or any(q.start <= use.slot.span.start < q.end for q in quotes)
