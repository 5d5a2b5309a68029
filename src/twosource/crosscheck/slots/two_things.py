"""What shows that two equal values are of two things: other figures beside them, other sides, polls or markets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.crosscheck.slots.compare_slots import Fit, compare_quantities
from twosource.crosscheck.slots.firms import are_of_two_firms, are_two_measures
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.moments import are_of_two_markets, may_be_two_groups
from twosource.crosscheck.slots.moving import is_share
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import Quantity
from twosource.text.number_words import NUMBER_WORDS

_FOR = re.compile(r"\bin fav(?:o|ou)r\b|\bvot\w+ (?:for|yes|to (?:approve|confirm|convict|impeach))\b", re.IGNORECASE)
_AGAINST = re.compile(r"\bagainst\b|\bvot\w+ no\b|\boppos\w+\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:before|until)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since)\s+$", re.IGNORECASE)
_POLL_WORDS = 3  # shared next to a share of a poll; of 9 that share fewer and were read 6 are of two groups or polls
_LEAD_CHARS = 12
_ASKED = re.compile(
    r"(?:percent|per cent|%)(?: of [\w' ]{1,30}?)?,? "
    r"(?:say|said|see|think|thought|believe|who (?:say|think|believe|would)|favou?r|approve|disapprove|oppose|prefer"
    r"|want|support|view|trust|would|(?:are|were) willing)\b"
    r"|\b(?:polls?|polled|survey\w*|voters|respondents|pollsters?|approval|forecast|economists)\b",
    re.IGNORECASE,
)
_ASKED_SCORE = 0.7  # of shares of those who are asked that agree with less, 5 of 7 that were read are of two questions
# Of judged agreements that share so little, dates and figures below this, 26 of 40 are right, of all others 327 of 347.
_LOOSE_SCORE = 0.8
_OF_POINTS = frozenset({"percentage", "point"}) | NUMBER_WORDS.keys()


def are_two_things(match: Match) -> bool:
    """Whether the words about two equal values show that they are of two things.

    Policy: shares beside which each report has another share, and times beside which each has another count, are of two
    groups, two months or two places; those in favour are not those against; before an hour is not after it; a share of
    those who are asked needs words of its question in both; two figures of the market need one name;
    figures of business need one firm and one measure (`firms`); and a date needs a name or two words in both clauses.
    """
    left, right = match.left, match.right
    if are_of_two_firms(left, right) or _share_hardly_a_word(match):
        return True
    if left.kind is SlotKind.NUMBER:
        return (
            are_two_measures(left, right)
            or _of_two_sides(left, right)
            or _are_two_shares(match)
            or _stand_beside_others(left, right)
        )
    return _are_before_and_after(left, right) or _stand_beside_others(left, right)


def _share_hardly_a_word(match: Match) -> bool:
    """Whether the clauses of a date, or of a figure that is not surely one, share no name and no two words."""
    left, right = match.left, match.right
    loose = left.kind is SlotKind.DATE or (left.kind is SlotKind.NUMBER and match.score < _LOOSE_SCORE)
    if not loose or left.names & right.names:
        return False
    return len((left.around & right.around) - left.names - right.names) <= 1


def _of_two_sides(left: SlotUse, right: SlotUse) -> bool:
    """Whether one clause counts those in favour and the other those against."""
    sides = [(_FOR.search(use.text) is not None, _AGAINST.search(use.text) is not None) for use in (left, right)]
    return sorted(sides) == [(False, True), (True, False)]


def _are_two_shares(match: Match) -> bool:
    """Whether two shares are of two questions, markets or leads, as far as the words next to them tell."""
    left, right = match.left, match.right
    shared = left.near & right.near
    if may_be_two_groups(left, right) and len(shared) < _POLL_WORDS:
        return True
    value = left.slot.value
    if isinstance(value, Quantity) and _kind_of(value) == "points":
        return shared <= _OF_POINTS
    asked = match.score < _ASKED_SCORE and any(_ASKED.search(use.text) for use in (left, right))
    return is_share(left) and (asked or are_of_two_markets(left, right))


def _are_before_and_after(left: SlotUse, right: SlotUse) -> bool:
    leads = [use.before[-_LEAD_CHARS:] for use in (left, right)]
    before, after = ([rule.search(lead) is not None for lead in leads] for rule in (_BEFORE, _AFTER))
    return (before[0] and after[1]) or (before[1] and after[0])


def _stand_beside_others(left: SlotUse, right: SlotUse) -> bool:
    """Whether the clauses have figures of one kind beside the value, and no figure of the one fits the other's."""
    kinds = _telling_kinds(left)
    one, two = (list(_beside(use, kinds)) for use in (left, right))
    fits = [found.fit for a in one for b in two if (found := compare_quantities(a, b)) is not None]
    return bool(fits) and all(fit is Fit.DIFFERS for fit in fits)


def _telling_kinds(use: SlotUse) -> frozenset[str]:
    """The kinds of figures that part two values: a share parts shares and dates, and a count lengths of time."""
    if use.kind is SlotKind.NUMBER:
        return frozenset({"share"}) if is_share(use) else frozenset()
    return frozenset({"share", "count"} if use.kind is SlotKind.TIME else {"share"})


def _beside(use: SlotUse, kinds: frozenset[str]) -> Iterator[Quantity]:
    start, end = use.clause
    for slot in use.statement.slots:
        value = slot.value
        beside = slot.span != use.slot.span and start <= slot.span.start < end
        if beside and isinstance(value, Quantity) and _kind_of(value) in kinds:
            yield value


def _kind_of(value: Quantity) -> str | None:
    if value.ordinal or value.noun == "age":
        return None
    return "count" if value.unit is None else measure_of(value.unit).dimension
