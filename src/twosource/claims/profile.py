"""What of a statement counts when it is laid beside another: terms, slots, predicate, and what forbids a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.model import Modality, Named, Polarity, Quantity, Role, Slot, SlotName, Statement, When
from twosource.text.streets import KIND_OF_STREET
from twosource.text.terms import group_of, groups_in, lemma_of
from twosource.text.words import find_forms

_SEQUENCE = {
    "first": "first",
    "initial": "first",
    "original": "first",
    "last": "last",
    "latest": "last",
    "previous": "last",
    "second": "second",
    "third": "third",
    "fourth": "fourth",
    "fifth": "fifth",
}
_SPEECH = frozenset("say tell announce confirm report state add note statement spokesman spokesperson".split())

TERM_WEIGHT = 0.55  # readable weights, set on the alignment of the seeds and five development packs
SLOT_WEIGHTS = {"numbers": 0.2, "times": 0.1, "names": 0.1, "predicate": 0.05}
"""What each part of a profile adds to a score, where both sides have it."""


@dataclass(frozen=True)
class Profile:
    """A statement as sets: all that `score_pair` and `clash` look at."""

    words: str
    terms: frozenset[str]
    said: frozenset[str]
    """The terms without those of the frame, which says who says it, and of an address, which says only where."""
    predicate: str | None
    names: frozenset[str]
    numbers: tuple[Quantity, ...]
    times: tuple[When, ...]
    sequence: frozenset[str]
    polarity: Polarity
    planned: bool
    caption: bool


def profile_of(statement: Statement) -> Profile:
    """The profile of one statement; words of saying are left out, for they are the frame and not the claim."""
    quote = statement.span.quote
    words = find_forms(quote)
    terms = groups_in(quote) - _SPEECH
    return Profile(
        words=" ".join(words),
        terms=terms,
        said=_said(statement, terms),
        predicate=group_of(statement.predicate) if statement.predicate else None,
        names=frozenset(_last_word(s.value.name) for s in _said_slots(statement) if isinstance(s.value, Named)),
        numbers=tuple(s.value for s in statement.slots if isinstance(s.value, Quantity)),
        times=tuple(s.value for s in statement.slots if s.name is SlotName.WHEN and isinstance(s.value, When)),
        sequence=frozenset(_SEQUENCE[form] for form in words if form in _SEQUENCE),
        polarity=statement.polarity,
        planned=statement.modality is Modality.PLANNED,
        caption=statement.role is Role.CAPTION,
    )


def _said(statement: Statement, terms: frozenset[str]) -> frozenset[str]:
    """The terms of what is said; `terms` itself where that is all there is."""
    said = _without_frame(statement)
    has_address = any(map(str.isdigit, said)) and _ADDRESS.search(said) is not None
    if not statement.frame and not has_address:
        return terms
    return groups_in(_ADDRESS.sub(" ", said) if has_address else said) & terms


_ADDRESS = re.compile(rf"\b\d{{1,5}}(?:[- ]block of)? (?:[NSEW]\.? )?(?:[A-Z\d][\w.'’-]* ){{1,3}}{KIND_OF_STREET}\b")


def _without_frame(statement: Statement) -> str:
    """What is said, without the words that say who says it."""
    quote, place, pieces = statement.span.quote, 0, []
    for start, end in statement.frame:
        pieces.append(quote[place : start - statement.span.start])
        place = max(place, end - statement.span.start)
    return " ".join((*pieces, quote[place:])) if pieces else quote


def _said_slots(statement: Statement) -> Iterator[Slot]:
    """The slots that are bound in what is said: the speaker is nobody it tells of."""
    frame = statement.frame
    return (s for s in statement.slots if not any(a < s.span.end and s.span.start < b for a, b in frame))


def _last_word(name: str) -> str:
    return group_of(lemma_of(name.rsplit(maxsplit=1)[-1])) if name.split() else name


def score_pair(left: Profile, right: Profile, overlap: float) -> float:
    """How surely two statements say the same, 0..1: 1 for equal words, else by words that overlap and slots."""
    if left.words == right.words:
        return 1.0
    score = TERM_WEIGHT * overlap
    available = TERM_WEIGHT
    for weight, agreement in zip(SLOT_WEIGHTS.values(), _agreements(left, right), strict=True):
        if agreement is not None:
            score += weight * agreement
            available += weight
    return score / available


def _agreements(left: Profile, right: Profile) -> tuple[float | None, ...]:
    """How far each part of `SLOT_WEIGHTS` agrees; None where a side does not have it."""
    return (
        _numbers_agree(left, right),
        _times_agree(left, right),
        _share(left.names, right.names),
        _same_predicate(left, right),
    )


def _share(left: frozenset[str], right: frozenset[str]) -> float | None:
    return len(left & right) / min(len(left), len(right)) if left and right else None


def _same_predicate(left: Profile, right: Profile) -> float | None:
    if left.predicate is None or right.predicate is None:
        return None
    return float(left.predicate == right.predicate or left.predicate in right.terms or right.predicate in left.terms)


def _numbers_agree(left: Profile, right: Profile) -> float | None:
    if not left.numbers or not right.numbers:
        return None
    return float(any(_equal(a, b) for a in left.numbers for b in right.numbers))


def _equal(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high, left.unit, left.ordinal) == (right.low, right.high, right.unit, right.ordinal)


def _times_agree(left: Profile, right: Profile) -> float | None:
    if not left.times or not right.times:
        return None
    pairs = [(a, b) for a in left.times for b in right.times if _is_open(a) == _is_open(b)]
    return float(any(_overlaps(a, b) for a, b in pairs)) if pairs else None


def _is_open(value: When) -> bool:
    return value.earliest is None or value.latest is None


def _overlaps(left: When, right: When) -> bool:
    starts_before_end = left.earliest is None or right.latest is None or left.earliest <= right.latest
    return starts_before_end and (right.earliest is None or left.latest is None or right.earliest <= left.latest)


def clash(left: Profile, right: Profile) -> bool:
    """Whether two statements must not be one claim: they deny each other, or bind one slot to different values.

    Policy: what a caption shows is no claim of the story's text, so the two meet only in the same words. Of several
    numbers or times one pair that agrees is enough; a clash needs values of one unit and noun, none of which agree.
    """
    if are_apart(left, right):
        return True
    if left.words == right.words:
        return False
    if left.times and right.times and _times_agree(left, right) == 0.0:
        return True
    return bool(left.numbers and right.numbers) and _numbers_clash(left, right)


def are_apart(left: Profile, right: Profile) -> bool:
    """Whether two statements clash at first sight: text and caption, denial and assertion, "first" and "last"."""
    other = left.polarity is not right.polarity or left.sequence != right.sequence
    return (other or left.caption is not right.caption) and left.words != right.words


def _numbers_clash(left: Profile, right: Profile) -> bool:
    comparable = [(a, b) for a in left.numbers for b in right.numbers if _one_measure(a, b)]
    return bool(comparable) and not any(_equal(a, b) or _bounded(a, b) for a, b in comparable)


def _one_measure(left: Quantity, right: Quantity) -> bool:
    if left.unit != right.unit or left.ordinal != right.ordinal:
        return False
    if left.unit is not None:
        return True
    if left.noun is None or right.noun is None:
        return False
    return left.noun == right.noun or group_of(left.noun) == group_of(right.noun)


def _bounded(left: Quantity, right: Quantity) -> bool:
    """Whether one bound takes in the other value: "at least 20" and 27, "about 121" and 121.2."""
    if left.low is None or right.low is None:
        return True
    return abs(left.low - right.low) <= 0.05 * max(abs(left.low), abs(right.low))  # rounding of large figures
