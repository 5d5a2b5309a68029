"""What two reports must both say before their figures answer one question: whose, of which time, and which way told."""

from __future__ import annotations

import re
from functools import cache

from twosource.crosscheck.slots.firms import words_of_firms
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.moving import are_in_order, is_measured, moves, size_of, times_apart
from twosource.crosscheck.slots.plans import is_planned
from twosource.crosscheck.slots.same_slot import counted_class, share_anchor
from twosource.crosscheck.slots.slot_use import SlotKind, SlotUse
from twosource.crosscheck.slots.units import measure_of
from twosource.model import EntityKind, Named, Quantity, Slot
from twosource.text.terms import group_of, lemma_of

_SPAN = re.compile(
    r"\b(?:since|fiscal|full[- ]year|annual(?:ly|ised|ized)?|a year (?:ago|earlier|before)"
    r"|(?:a|per|each|every) (?:day|week|month|year)"
    r"|(?:first|second|third|fourth)[- ](?:quarter|half)"
    r"|(?:this|last|past|previous|prior|next|coming) (?:\w+ )?(?:week|weekend|month|quarter|year|season|decade)s?"
    r"|(?:for|over|during|within|in) (?:the|all of) (?:(?:week|month|quarter|year)\b|past\b|last\b)"
    r"|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What makes a figure one of a stretch of time: "since March", "in the third quarter", "this year", "in 2008"."""
_STEP = re.compile(
    r"\b(?:(?P<by>by|up|down|rose|risen|fell|fallen|gain(?:ed|s)?|lost|shed|add(?:ed|s)|climb(?:ed|s)|drop(?:ped|s)|jumped"
    r"|soared|surged|slid|slipped|slumped|plunged|tumbled|sank|declined|increased|decreased|advanced|grew)"
    r"|(?P<to>to|at)|(?P<from>from|(?<!more )(?<!less )(?<!fewer )than)) (?:(?:as much as|about|around|nearly|almost"
    r"|roughly|more than|less than|fewer than|another|just|some|over|by|an?|the) )*$",
    re.IGNORECASE,
)
"""How a figure stands to what it moved from: by so much, to so much, or from so much."""
_STEP_CHARS = 32
_RUNNING = re.compile(r"\b(?:so far|to date)\b", re.IGNORECASE)
_WINDOW = re.compile(
    r"\b(?:in|within|over|during|past|last|every|next) (?:an? |the |only |just |about |less than )*$", re.IGNORECASE
)
_FORESEEN = re.compile(
    r"\b(?:expect(?:s|ed|ing|ations?)?|forecasts?|outlook|guidance|estimates?|predict(?:s|ed)?|projected|analysts?"
    r"|economists?|target(?:s|ed)?|consensus|view)\b",
    re.IGNORECASE,
)
_COMMON = "united new north south east west northern southern eastern western national international general central"
_ONE_THING_NEAR = 0.35  # half of the updates read that share a name and less than this are of two things
_NAMELESS_NEAR = 0.45
_SAME_WORDS = 0.9
_PRICED_NEAR = 0.4
_TOLL_NEAR = 0.6
_NAMELESS_DAYS = 7
_BESIDE_CHARS = 3  # "Lehman Brothers LEH.N", "Google (GOOG.O)"
_MANY = 4  # an article with as many counts of a kind tells of many things
_HALF = 0.5
_COUNT_RATIO = 15.0  # the widest true difference of the development packs, but for petitions
_WORDS = 2  # "four people were killed" shares one word with every other toll
_FEW = 2
_PRICE_RATIO = 1.4  # every conflict of the gold packs lies under it


def doubt_update(match: Match) -> str | None:
    """Why a figure that moves may be one of two figures, if there is a reason.

    Policy: a reporter takes two figures for one that has moved where both sentences name whose it is, or tell it in
    the same words while neither article has a second figure of the kind; where both are of one stretch of time, told
    the same way ("by", "to"), and neither is foreseen and the other told. A price or share always needs the name.
    """
    left, right = match.left, match.right
    reasons = (
        (_is_foreseen(left) != _is_foreseen(right), "what is foreseen, and what is so"),
        (of_two_spans(left, right), "figures of two stretches of time"),
        (_told_two_ways(left, right), "a level, and by how much it moved"),
        (left.fate != right.fate, "people of whom one side alone tells what became"),
        (not (_priced_alike(match) if is_measured(left) else _counted_alike(match)), "figures of two things, perhaps"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def doubt_toll(match: Match) -> str | None:
    """The same for two tolls of one moment or a floor that is left: named alike, or in almost the same words."""
    if of_two_spans(match.left, match.right):
        return "figures of two stretches of time"
    alone = max(match.left.alike, match.right.alike) == 1 or match.likeness.days >= 1.0
    return (
        None if _names_one(match) or (alone and match.likeness.near >= _TOLL_NEAR) else "tolls of two things, perhaps"
    )


def doubt_floor(match: Match) -> str | None:
    """Why a count far above an earlier floor may be of others, if there is a reason."""
    if of_two_spans(match.left, match.right):
        return "figures of two stretches of time"
    left, right = match.left, match.right
    if left.article == right.article and max(left.alike, right.alike) > _FEW and match.likeness.days < 1.0:
        return "one of many counts of an article"
    later = are_in_order(match.left, match.right) and match.likeness.near >= _NAMELESS_NEAR
    return None if later or _names_one(match) else "counts of two things, perhaps"


def doubt_measure(match: Match) -> str | None:
    """Why two sums or shares that lie apart may be of two things: no owner in both, other spans, or far apart."""
    left, right = match.left, match.right
    if not _is_money_or_share(left):
        return None
    named = bool(_owners(left) & _owners(right))
    reasons = (
        (of_two_spans(left, right), "figures of two stretches of time"),
        (_told_two_ways(left, right), "a level, and by how much it moved"),
        (_is_share(left) and not named, "shares of two things, perhaps"),
        (not named and not words_of_firms(left.house) & words_of_firms(right.house), "sums of two things, perhaps"),
        (times_apart(left, right) > _PRICE_RATIO, "sums or shares too far apart to be one"),
    )
    return next((reason for holds, reason in reasons if holds), None)


def doubt_count(match: Match) -> str | None:
    """Why two counts or lengths of time that lie apart may be of two things: no name in both, or one of many."""
    left, right = match.left, match.right
    if any(_RUNNING.search(use.text) for use in (left, right)):
        return "a figure that is still growing"
    if _is_money_or_share(left) or share_anchor(left, right) or (is_measured(left) and left.kind is not SlotKind.TIME):
        return None
    if not is_measured(left) and ((moves(left) or moves(right)) and are_in_order(left, right)):
        return "a value that may have changed"
    if any(_WINDOW.search(use.before[-_STEP_CHARS:]) for use in (left, right)) or not _is_one_noun(left, right):
        return "counts of two things, perhaps"
    told = match.likeness.verbs >= 1.0 and match.likeness.noun >= _HALF and max(left.alike, right.alike) < _MANY
    alike = told and match.likeness.near >= _PRICED_NEAR
    return None if alike or _names_one(match) else "counts of two things, perhaps"


def of_two_spans(left: SlotUse, right: SlotUse) -> bool:
    """Whether one figure is of a stretch of time and the other of none or another.

    >>> [m.group() for m in _SPAN.finditer("fell in the third quarter of 2008 and since")]
    ['third quarter', '2008', 'since']
    """
    one, two = _spans(left.text), _spans(right.text)
    return one != two and not one & two


@cache
def _common() -> frozenset[str]:
    """The groups of words that many names share."""
    return frozenset(group_of(word) for word in _COMMON.split())


def _spans(text: str) -> frozenset[str]:
    return frozenset(found.group().lower().replace("-", " ") for found in _SPAN.finditer(text))


def _told_two_ways(left: SlotUse, right: SlotUse) -> bool:
    """Whether one is told as a step and the other as a level, or one as what was before: "by", "to", "from"."""
    steps = [found.lastgroup if (found := _STEP.search(use.before[-_STEP_CHARS:])) else None for use in (left, right)]
    return steps[0] != steps[1] and (None not in steps or not {"by", "from"}.isdisjoint(steps))


def _is_foreseen(use: SlotUse) -> bool:
    """Whether a figure is what somebody expects, or a sum or share that analysts had expected."""
    return is_planned(use) or (is_measured(use) and _FORESEEN.search(use.text) is not None)


def _priced_alike(match: Match) -> bool:
    """Whether both name whose price, sum or share it is, in words like each other."""
    return bool(_owners(match.left) & _owners(match.right)) and match.likeness.near >= _PRICED_NEAR


def _counted_alike(match: Match) -> bool:
    """Whether both count one thing: named, or told alike where neither article counts a second of the kind."""
    left, right, likeness = match.left, match.right, match.likeness
    told = likeness.verbs >= 1.0 and likeness.noun >= 1.0
    shared = len(left.near & right.near)
    if not _is_one_noun(left, right) or (times_apart(left, right) > _COUNT_RATIO and not told):
        return False
    if (likeness.near >= _SAME_WORDS and shared >= _WORDS) or (told and left.countries & right.countries):
        return True
    many_tolls = left.fate is not None and min(left.alike, right.alike) > 1
    if _names_one(match) and min(_size(left), _size(right)) > 1 and (told or not many_tolls):
        return True
    alone = max(left.alike, right.alike) == 1 and _days_between(left, right) <= _NAMELESS_DAYS
    return told and alone and likeness.near >= _NAMELESS_NEAR and shared >= _WORDS


def _is_one_noun(left: SlotUse, right: SlotUse) -> bool:
    """Whether things are counted by one noun; people have many ("customers", "Canadians")."""
    nouns = [counted_class(use) for use in (left, right)]
    words = [v.noun if isinstance(v := use.slot.value, Quantity) else None for use in (left, right)]
    if None in nouns or None in words or group_of("person") in nouns:
        return True
    return len({lemma_of(word.lower()) for word in words if word is not None}) == 1


def _names_one(match: Match) -> bool:
    """Whether both clauses share a name that tells something, and words."""
    named = (match.left.names & match.right.names) - _common()
    return bool(named) and max(match.likeness.near, match.likeness.around) >= _ONE_THING_NEAR


def _owners(use: SlotUse) -> frozenset[str]:
    """The words of the name in the clause that a sum is most likely of: the last before it, else the first behind."""
    place = use.slot.span.start
    named = sorted((s for s in use.statement.slots if _may_own(s) and _is_inside(s, use)), key=lambda s: s.span.start)
    before = [s.span for s in named if s.span.end <= place]
    chosen = before[-1:] or [s.span for s in named if s.span.start > place][:1]
    while len(before) > 1 and chosen[0].start - before[-2].end <= _BESIDE_CHARS:
        before.pop()
        chosen.insert(0, before[-1])
    return words_of_firms(span.quote for span in chosen) - _common()


def _may_own(slot: Slot) -> bool:
    return isinstance(slot.value, Named) and slot.value.kind is not EntityKind.PLACE


def _is_inside(slot: Slot, use: SlotUse) -> bool:
    return use.clause[0] <= slot.span.start < use.clause[1]


def _is_money_or_share(use: SlotUse) -> bool:
    value = use.slot.value
    unit = value.unit if isinstance(value, Quantity) else None
    return unit is not None and measure_of(unit).dimension in {"share", "points", unit}


def _is_share(use: SlotUse) -> bool:
    value = use.slot.value
    unit = value.unit if isinstance(value, Quantity) else None
    return unit is not None and measure_of(unit).dimension in {"share", "points"}


def _size(use: SlotUse) -> float:
    return size_of(use.slot.value) if isinstance(use.slot.value, Quantity) else 0.0


def _days_between(left: SlotUse, right: SlotUse) -> int:
    if left.reported is None or right.reported is None:
        return 0
    return abs((left.reported - right.reported).days)
