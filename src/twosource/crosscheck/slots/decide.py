"""What two values bound to one question amount to: agreement, conflict, update, correction, or nothing to be said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from twosource.crosscheck.decision import Decision
from twosource.crosscheck.slots.agreements import do_agree
from twosource.crosscheck.slots.bounds_left import has_left_bound
from twosource.crosscheck.slots.compare_slots import Comparison, Fit, Rule, compare_quantities, compare_whens
from twosource.crosscheck.slots.date_doubts import are_neighbours, doubt_dates, doubt_series, is_slip_of_year
from twosource.crosscheck.slots.figure_doubts import doubt_figures
from twosource.crosscheck.slots.firms import are_of_a_series, are_of_two_firms, are_two_measures, share_no_name
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.moments import doubt_moment, may_be_two_groups
from twosource.crosscheck.slots.moving import (
    are_in_order,
    count_one_toll,
    falls,
    grew_within_a_day,
    has_grown,
    is_bounded,
    is_measured,
    move_together,
    moves,
    size_of,
)
from twosource.crosscheck.slots.one_question import doubt_count, doubt_floor, doubt_measure, doubt_toll, doubt_update
from twosource.crosscheck.slots.plain_differences import BY_ANOTHER_COUNT
from twosource.crosscheck.slots.plans import are_two_events, is_planned
from twosource.crosscheck.slots.same_slot import share_anchor
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import EntityKind, Grain, Named, Quantity, ReadingOf, When
from twosource.text.normalise import fold
from twosource.text.terms import find_terms, group_of

_CORRECTS = re.compile(
    r"\b(?:correct(?:ed|s)|(?<!technical )(?<!market )(?<!price )correction|revis(?:ed|ion)"
    r"|earlier (?:reported|put|version|estimated?)"
    r"|(?:had )?previously (?:reported|put|stated|estimated|thought)|(?:initially|originally) (?:said|reported"
    r"|put|stated|estimated|thought)|misstated"
    r"|(?:mistakenly|wrongly|erroneously) (?:said|reported|put|stated|given))\b",
    re.IGNORECASE,
)
_WAS_WRONG = re.compile(r"\b(?:misstated|(?:mistaken|wrong|erroneous|incorrect)ly|correct(?:ed|ion))\b", re.IGNORECASE)

_WITH_THE_DOER = re.compile(
    r"\binclud(?:ing|es?) (?:the )?(?:\w+ )?(?:suspect|gunman|gunmen|shooter|attacker|assailant|killer|bomber)s?\b",
    re.IGNORECASE,
)
"""Counts those who did it among the dead, as other reports of the same day do not."""
_BEARING = re.compile(r"[^.;]{0,40}?\b(?P<way>(?:north|south)?(?:east|west)|north|south|away)(?:ern)?\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:second|third|fourth) time\b|\bagain\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:later|earlier|ago|after|before|overnight|since|next day)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:on|for|in|over|during|so far) (?:the |this )?(?:past |last )?(?:week|month|quarter|year)\b|\bsince\b",
    re.IGNORECASE,
)
_BOUND_LEFT = 0.6  # see the page on findings for how many that were read are right
_LIKELY = 0.5  # below this, two flat figures of the development packs are as often two things as one
_CERTAIN = 0.8  # from here on two figures of a plan are one figure told twice
_CROWDING = frozenset({"length", "mass", "area", "speed", "share", "points"})
_MANY = 4  # an article with as many figures of one unit (yards, per cents) is a table in words
_SMALL = 10  # counts under ten stand for many things in one story
_AGE_YEARS = 3  # ages of one person that reports differ in lie this close; others are two people
_AGE_NEAR = 0.45
_FAR_RATIO = (
    2.0  # every conflict of the gold packs lies under 1.4; of the false ones read elsewhere two in three over 2
)
_SURE = 0.6  # below this, bounds and round figures of the development packs are mostly two different things
_SAME_SENTENCE = 0.9  # statements this alike differ in the value and hardly in anything else
_RANKED_NEAR = 0.3  # "last inspected" of two reports share this much next to the date
_ALIKE_NEAR = 0.35  # and the words next to the value are alike, too: a sentence may hold two dates
_SAME_WORDS = 0.6  # next to the value, words this alike outweigh that different names stand in the clauses
_ONE_EVENT_DAYS = 7  # coverage of one event; later pieces of the development packs look back or tell of the next event
_SCOPE_SHARE = 0.3  # scopes worded by two reporters share at least this much of the shorter one
_PERIODS = ("since ", "so far", "this ", "last ", "during ", "per ", "a ", "in the past")
_LARGEST_MOVE = 200  # petitions and tolls grow from the first dozens to thousands
_MOVING_DAYS = 45  # counts of one event still move weeks later
_LARGEST_RATIO = 15  # the widest true difference of the development packs is 18 children for 1, the next 12-fold
_MISDATED_NEAR = 0.25  # what the clauses of a vote, an indictment and a disappearance in two years share
_NEIGHBOUR_NEAR = 0.4  # and of one event in two neighbouring years
_NEIGHBOUR_WORDS = 0.6  # of two names in words less alike than these, 3 of 3 that were read did two things
_LONG_NAME = 3
_SAID_NEAR = 0.5  # and where one date is that of the saying, next to the value
_ADJACENT_DAYS = 3  # dates of one event that get mixed up lie this close: arrival 7 or 8 May, filed Thursday or Friday


_DATED_APART = Decision(
    ReadingOf.CONFLICT,
    "perhaps one event in two months or years",
    at_most=0.5,  # 3 of 3 on the packs and 3 of 4 that were read elsewhere are right
)


def decide_reading(match: Match) -> Decision | None:
    """What two slots of one question are to each other; the earlier report is on the left where that is known.

    Policy: the weakest reading that the words allow. Values that can both be right are *scope*. Values apart are a
    *correction* where one side says that something was wrong, an *update* where the count moves (tolls, prices,
    forecasts) and the reports have an order, a *conflict* where both state flatly what cannot change, and *unclear*
    otherwise. Dates apart are a conflict only where they look like one event dated twice; repeated events (visits,
    tests) have many dates. Reports more than a week apart that do not look back speak of two events.
    """
    if match.left.statement.id == match.right.statement.id:
        return None
    rule = match.comparison.rule.value
    if match.comparison.fit is Fit.SAME:
        return Decision(ReadingOf.AGREEMENT, rule) if do_agree(match) else None
    if match.left.bearer != match.right.bearer:
        return Decision(ReadingOf.UNCLEAR, BY_ANOTHER_COUNT)
    if are_of_two_firms(match.left, match.right) or are_two_measures(match.left, match.right):
        return None
    return None if _other_kinds(match.left, match.right) else _decide_one_kind(match)


def _decide_one_kind(match: Match) -> Decision | None:
    """The reading of two values of one kind that are not equal."""
    if has_left_bound(match) and not _counts_others(match) and doubt_floor(match) is None:
        return Decision(ReadingOf.UPDATE, "a bound that a count has left behind", at_most=_BOUND_LEFT)
    if _subjects_apart(match):
        return None
    if has_grown(match) and doubt_floor(match) is None:
        return Decision(ReadingOf.UPDATE, "a value that moves, said to have changed")
    return _decide_fit(match) if match.comparison.fit is Fit.FITS else _decide_difference(match)


def _counts_others(match: Match) -> bool:
    """Whether two counts of the dead or hurt are of other people: named apart, or narrowed in two ways."""
    of_people = match.left.fate is not None
    return of_people and (_subjects_apart(match) or _scopes_apart(match.left, match.right))


def _decide_fit(match: Match) -> Decision | None:
    """Values that can both be right; dates only where both hang on one verb: a visit may span the day of a parade."""
    saying = match.left.saying or match.right.saying
    if match.left.kind is SlotKind.DATE and (match.likeness.verbs < 1.0 or saying):
        return None
    return Decision(ReadingOf.SCOPE, match.comparison.rule.value)


def _decide_difference(match: Match) -> Decision | None:
    if _same_words(match.left, match.right):
        return None
    if _is_corrected(match.left, match.right):
        doubt = None if _takes_up(match) else "a value that was revised, perhaps another"
        return _unless(doubt, ReadingOf.CORRECTION, "one side says that an earlier value was wrong")
    decided = _decide_dates(match) if match.left.kind is SlotKind.DATE else _decide_numbers(match)
    is_sure = decided is not None and decided.reading is ReadingOf.CONFLICT
    return _DATED_APART if not is_sure and is_dated_apart(match) else decided


def _other_kinds(left: SlotUse, right: SlotUse) -> bool:
    """Whether the values answer two questions: a price and one per share, part and whole, two countries, two scales."""
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    sizes = sorted(size_of(v) for v in (a, b))
    unlike = left.share != right.share or left.added or right.added
    lengths = a.unit is not None and measure_of(a.unit).dimension == "length" and not share_anchor(left, right)
    unlike = unlike or (a.unit is not None and _bearing(left) != _bearing(right))
    unlike = unlike or (lengths and (left.measured is None) != (right.measured is None))
    unlike = unlike or (a.unit is not None and ("new" in left.sequence) != ("new" in right.sequence))
    unlike = unlike or (a.unit == "percent" and _over_a_period(left) != _over_a_period(right))
    unlike = unlike or _looks_back(left) != _looks_back(right)
    elsewhere = bool(left.countries and right.countries) and not left.countries & right.countries
    if _is_age(left) and sizes[1] - sizes[0] > _AGE_YEARS:
        return True
    reach = _LARGEST_MOVE if moves(left) and moves(right) else _LARGEST_RATIO
    return unlike or elsewhere or sizes[1] > reach * sizes[0]


def _over_a_period(use: SlotUse) -> bool:
    """Whether a share is one of a stated time: "lost half of its value on the year so far"."""
    return _PERIOD.search(use.text) is not None


def _looks_back(use: SlotUse) -> bool:
    """Whether a bare count of those killed or hurt stands beside a date of long before: the toll of another event."""
    value = use.slot.value
    counted = isinstance(value, Quantity) and value.unit is None and group_of("kill") in use.near
    if not counted or use.reported is None:
        return False
    ends = [v.latest for s in use.statement.slots if isinstance(v := s.value, When) and v.latest is not None]
    return any((use.reported.date() - end).days > _MOVING_DAYS for end in ends)


def _bearing(use: SlotUse) -> str | None:
    """Where a distance leads: "southwest" of "85 km southwest of the capital"; a place has one distance each way."""
    value = use.slot.value
    if not isinstance(value, Quantity) or value.unit is None or measure_of(value.unit).dimension != "length":
        return None
    place = use.text.find(use.slot.span.quote)
    found = _BEARING.match(use.text, place) if place >= 0 else None
    return found["way"].lower() if found else None


def _same_words(left: SlotUse, right: SlotUse) -> bool:
    """Whether the clauses are one, or two dates are told in the same words ("this year") and anchored on two days."""
    if fold(left.text).text == fold(right.text).text:
        return True
    told_alike = fold(left.slot.span.quote).text == fold(right.slot.span.quote).text
    return left.kind is SlotKind.DATE and told_alike


def _is_corrected(left: SlotUse, right: SlotUse) -> bool:
    return _corrects(left) != _corrects(right) or (_corrects(left) and left.article == right.article)


def _takes_up(match: Match) -> bool:
    """Whether the side that corrects counts the same in hardly other words.

    Policy: news of business revises a sum or share in most of its sentences, and seldom the one that another article
    has, so of these only what an article takes back itself is a correction.
    """
    one_fate = match.left.fate == match.right.fate
    return one_fate and not is_measured(match.left) and match.score >= _CERTAIN and match.likeness.near >= _SAME_WORDS


def _subjects_apart(match: Match) -> bool:
    """Whether both clauses name somebody and nobody is named in both: two ships each have their own length."""
    left, right = match.left, match.right
    if left.article == right.article and not left.names & right.names:
        return match.likeness.sentence < _SAME_SENTENCE
    one_count = match.likeness.noun >= 1.0 and match.likeness.verbs >= 1.0 and match.score >= _CERTAIN
    if one_count and move_together(match) and not is_measured(left):
        return _places_apart(left, right)
    named_apart = bool(left.names and right.names) and not left.names & right.names
    return named_apart and (match.likeness.near < _SAME_WORDS or (is_measured(left) and move_together(match)))


def _places_apart(left: SlotUse, right: SlotUse) -> bool:
    """Whether the two clauses name places or people and share none; what a petition is called parts nobody."""
    a, b = (frozenset(_where_and_who(use)) for use in (left, right))
    return bool(a and b) and not a & b


def _where_and_who(use: SlotUse) -> Iterable[str]:
    for slot in use.statement.slots:
        if isinstance(slot.value, Named) and slot.value.kind in {EntityKind.PLACE, EntityKind.PERSON}:
            yield from (group_of(word.lower().removesuffix("'s")) for word in slot.value.name.split())


def compare_values(left: SlotUse, right: SlotUse) -> Comparison | None:
    """How the two values fit; None where they are not comparable."""
    a, b = left.slot.value, right.slot.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        if left.bearer != right.bearer and a.unit is None and b.unit is None:
            return compare_quantities(replace(a, noun="it"), replace(b, noun="it"))
        return compare_quantities(a, b)
    if isinstance(a, When) and isinstance(b, When):
        return compare_whens(a, b)
    return None


def _corrects(use: SlotUse) -> bool:
    """Whether the statement says that a figure was another; of a time, only where it is said to have been wrong."""
    says_so = _CORRECTS if use.kind is SlotKind.NUMBER else _WAS_WRONG
    return says_so.search(use.statement.span.quote) is not None


def _decide_numbers(match: Match) -> Decision | None:
    left, right = match.left, match.right
    if match.comparison.rule is Rule.DATE:
        return None
    if _scopes_apart(left, right):
        return Decision(ReadingOf.SCOPE, "counts with different scope")
    moving = move_together(match)
    if not _is_lasting(left, right) and _far_apart(left, right, days=_MOVING_DAYS if moving else _ONE_EVENT_DAYS):
        return None
    moved = _decide_moving(match) if moving else None
    if moved is not None:
        return moved
    return _unless(_doubt(match, moving=moving), ReadingOf.CONFLICT, match.comparison.rule.value)


def _told_alike(match: Match) -> bool:
    """Whether the statements differ in hardly anything but the value, and neither is a later report."""
    alike = match.likeness.sentence >= _SAME_SENTENCE and match.likeness.near >= _ALIKE_NEAR
    beside = match.left.article == match.right.article and not match.left.names & match.right.names
    return alike and not beside and not are_in_order(match.left, match.right)


def _doubt(match: Match, *, moving: bool) -> str | None:
    """Why two numbers that cannot both be right are still no conflict, if there is a reason."""
    left, right = match.left, match.right
    if _stand_side_by_side(left, right):
        return "two figures of one article"
    momentary = doubt_moment(left, right, match.comparison.rule)
    if momentary is not None:
        return momentary
    if is_planned(left) != is_planned(right):
        return "what is planned, and what is so"
    if _told_alike(match) and not (moving and count_one_toll(left, right) and left.reported and right.reported):
        return None
    apart = doubt_figures(left, right) or doubt_measure(match) or doubt_count(match)
    if apart is not None:
        return apart
    reasons = (
        (share_no_name(left, right), "figures of two things, perhaps"),
        (_is_one_of_many(match), "one of many figures of its kind"),
        (match.comparison.rule is Rule.CLOCK, "times of day, perhaps of two time zones"),
        (may_be_two_groups(left, right), "shares of two groups, perhaps"),
        (moving, "a value that may have changed"),
        (match.score < _CERTAIN and (is_planned(left) or is_planned(right)), "a plan that may have changed"),
        (left.reported is None or right.reported is None, "no date of publication on one side"),
        (_ratio(left, right) >= _FAR_RATIO, "figures too far apart to be one"),
        (
            _is_small(left, right) and (match.score < _CERTAIN or not left.names & right.names),
            "small counts, perhaps of two things",
        ),
        (_is_age(left) and match.likeness.near < _AGE_NEAR, "ages, perhaps of two people"),
        (match.score < _LIKELY and not share_anchor(left, right), "perhaps two questions"),
        (match.score < _SURE and (is_bounded(left) or is_bounded(right)), "a bound that another value breaks"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def _is_one_of_many(match: Match) -> bool:
    """Whether an article states many figures of this unit; money is left out, for a price has its name beside it."""
    left, right = match.left, match.right
    value = left.slot.value
    measured = isinstance(value, Quantity) and value.unit is not None and measure_of(value.unit).dimension in _CROWDING
    return measured and max(left.alike, right.alike) >= _MANY and match.score < _CERTAIN


def _stand_side_by_side(left: SlotUse, right: SlotUse) -> bool:
    """Whether one article gives two counts, two ages or a list of measures: it seldom contradicts itself."""
    value = left.slot.value
    if left.article != right.article or not isinstance(value, Quantity):
        return False
    return value.unit is None or max(left.alike, right.alike) >= _MANY or not left.names & right.names


def _is_age(use: SlotUse) -> bool:
    return isinstance(use.slot.value, Quantity) and use.slot.value.noun == "age"


def _is_small(*uses: SlotUse) -> bool:
    values = [use.slot.value for use in uses]
    counts = [v for v in values if isinstance(v, Quantity) and v.unit is None and v.noun != "age"]
    return any((v.low or 0) < _SMALL for v in counts)


def _ratio(left: SlotUse, right: SlotUse) -> float:
    sizes = [size_of(use.slot.value) for use in (left, right) if isinstance(use.slot.value, Quantity)]
    return max(sizes) / min(sizes) if len(sizes) == 2 and min(sizes) > 0 else 1.0


def _decide_moving(match: Match) -> Decision | None:
    """An update where the order of two values that move is known; None where it is not."""
    left, right = match.left, match.right
    if grew_within_a_day(match):
        return _unless(doubt_toll(match), ReadingOf.UPDATE, "a toll of one day, which only grows")
    if not are_in_order(left, right):
        return None
    if falls(left, right):
        return Decision(ReadingOf.UNCLEAR, "a toll that falls")
    return _unless(doubt_update(match), ReadingOf.UPDATE, "a value that moves, reported later")


def _unless(doubt: str | None, reading: ReadingOf, rule: str) -> Decision:
    """The reading by its rule, or unclear where there is a doubt."""
    return Decision(ReadingOf.UNCLEAR, doubt) if doubt else Decision(reading, rule)


def _is_lasting(left: SlotUse, right: SlotUse) -> bool:
    """Whether both measure one thing, which no later report changes: the weight of a gorilla, the height of a wall."""
    return left.anchor is not None and left.anchor.is_thing and left.anchor == right.anchor


def _far_apart(left: SlotUse, right: SlotUse, *, days: int) -> bool:
    if left.reported is None or right.reported is None:
        return False
    return abs((left.reported - right.reported).days) > days


def _scopes_apart(left: SlotUse, right: SlotUse) -> bool:
    """Whether the counts are narrowed in two ways, or one of them by a period that the other does not state."""
    if (_WITH_THE_DOER.search(left.text) is None) != (_WITH_THE_DOER.search(right.text) is None):
        return True
    a, b = (_scope_terms(use) for use in (left, right))
    if a and b:
        return len(a & b) < _SCOPE_SHARE * min(len(a), len(b))
    return _is_period(left) != _is_period(right)


def _scope_terms(use: SlotUse) -> set[str]:
    value = use.slot.value
    return {t.group for t in find_terms(" ".join(value.scope))} if isinstance(value, Quantity) else set()


def _is_period(use: SlotUse) -> bool:
    value = use.slot.value
    return isinstance(value, Quantity) and any(part.startswith(_PERIODS) for part in value.scope)


def _decide_dates(match: Match) -> Decision | None:
    left, right = match.left, match.right
    alike = _told_alike(match)
    if is_misdated(match):
        return Decision(ReadingOf.CONFLICT, "one event in two years")
    if are_two_events(left, right) or not (alike or _may_be_dated_twice(match)):
        return None
    if _far_apart(left, right, days=_ONE_EVENT_DAYS) or _is_a_second(left) != _is_a_second(right):
        return None
    if is_planned(left) and not alike:
        alike_enough = _look_alike(left, right) or match.score >= _CERTAIN  # 1 of 5 that were read are one plan
        moved = alike_enough and left.article != right.article
        return Decision(ReadingOf.UNCLEAR, "perhaps a plan that moved") if moved else None
    ranked = left.article != right.article and left.sequence & right.sequence & {"first", "last"}
    ranked_near = bool(ranked) and match.likeness.near >= _RANKED_NEAR
    one_event = alike or (match.score >= _SURE and ranked_near)
    one_event = one_event or (match.score >= _CERTAIN and _look_alike(left, right))
    if not one_event:
        return None
    doubt = doubt_dates(left, right) or (None if alike else doubt_series(left, right))
    return _unless(doubt, ReadingOf.CONFLICT, Rule.DATE.value)


def _is_a_second(use: SlotUse) -> bool:
    """Whether the clause tells of another time: "enlisted a second time"."""
    return _SECOND.search(use.text) is not None


def is_misdated(match: Match) -> bool:
    """Whether two articles date by a stated year what one verb says of one name, and the years look like a slip."""
    left, right = match.left, match.right
    named = bool(left.names & right.names) and match.likeness.near >= _MISDATED_NEAR
    told = match.likeness.verbs >= 1.0 and left.article != right.article and not (is_planned(left) or is_planned(right))
    bounded = left.bounded or right.bounded or are_two_events(left, right)
    reworded = match.likeness.sentence < _SAME_WORDS
    return named and told and reworded and not bounded and is_slip_of_year(left, right)


def is_dated_apart(match: Match) -> bool:
    """Whether two articles date by neighbouring months or years what both tell of one name, in whatever verbs.

    Policy: a date of the saying ("regulators said this month that they had approved it") counts where all else is
    alike, for who acts says so at once.
    """
    left, right = match.left, match.right
    alike = match.likeness.near >= _NEIGHBOUR_NEAR or match.likeness.sentence >= _SAME_WORDS
    if not (alike and left.article != right.article and _is_one_act(match) and are_neighbours(left, right)):
        return False
    saying = left.saying or right.saying
    told = not saying or (match.likeness.verbs >= 1.0 and match.likeness.near >= _SAID_NEAR)
    told = told and not (is_planned(left) or is_planned(right) or left.bounded or right.bounded)
    again = _is_the_first_of(left, right) or _is_the_first_of(right, left) or are_of_a_series(left, right)
    return told and not again and not are_two_events(left, right)


def _is_one_act(match: Match) -> bool:
    """Whether both tell of one name and one verb, or of one name in like words, or of a long one."""
    shared = match.left.names & match.right.names
    alike = match.likeness.near >= _NEIGHBOUR_WORDS or match.likeness.sentence >= _SAME_WORDS
    return bool(shared) and (alike or match.likeness.verbs >= 1.0 or len(shared) >= _LONG_NAME)


def _is_the_first_of(one: SlotUse, two: SlotUse) -> bool:
    """Whether one is told as the first and the other is later: "in 2017 the first to attend", "attended in 2019"."""
    a, b = one.slot.value, two.slot.value
    if not (isinstance(a, When) and isinstance(b, When)) or a.latest is None or b.earliest is None:
        return False
    return "first" in one.sequence and "first" not in two.sequence and a.latest < b.earliest


def _may_be_dated_twice(match: Match) -> bool:
    """Whether both dates hang on one verb and date what is said, not the saying."""
    return match.likeness.verbs >= 1.0 and not match.left.saying and not match.right.saying


def _look_alike(left: SlotUse, right: SlotUse) -> bool:
    """Whether two dates are the kind of pair that one event gets by error: days apart, or one figure off."""
    a, b = left.slot.value, right.slot.value
    if not (isinstance(a, When) and isinstance(b, When)) or not (a.earliest and b.earliest and a.latest and b.latest):
        return False
    if a.grain is not b.grain or any(_RELATIVE.search(use.slot.span.quote) for use in (left, right)):
        return False
    coarse = {a.grain, b.grain} & {Grain.YEAR, Grain.DECADE, Grain.CENTURY}
    gap = max((a.earliest - b.latest).days, (b.earliest - a.latest).days)
    if gap <= _ADJACENT_DAYS and not coarse:
        return True
    same_day = (a.earliest.month, a.earliest.day) == (b.earliest.month, b.earliest.day)
    return same_day and not coarse
