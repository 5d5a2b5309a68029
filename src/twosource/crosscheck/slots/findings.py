"""Findings of one story: slots paired, scored, compared, and one representative pair kept for each two values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from twosource.crosscheck.options import CrosscheckOptions
from twosource.crosscheck.quoting import value_text
from twosource.crosscheck.sides import Pairing, finding_of, side_of_use
from twosource.crosscheck.slots.candidates import find_candidates
from twosource.crosscheck.slots.compare_slots import Fit
from twosource.crosscheck.slots.corrections import pair_corrections
from twosource.crosscheck.slots.dated_quotes import pair_dated_quotes
from twosource.crosscheck.slots.decide import compare_values, decide_reading, is_dated_apart, is_misdated
from twosource.crosscheck.slots.deployed import pair_deployed
from twosource.crosscheck.slots.half_day_slips import pair_half_day_slips
from twosource.crosscheck.slots.market_moves import find_market_moves, pair_market_moves
from twosource.crosscheck.slots.match import Key, Match, Rivals
from twosource.crosscheck.slots.plain_differences import leave_plain_difference
from twosource.crosscheck.slots.price_series import find_price_levels, pair_price_levels
from twosource.crosscheck.slots.running_clock import pair_running_clocks
from twosource.crosscheck.slots.same_slot import compare_uses, is_telling, score_likeness, share_anchor, term_weights
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses
from twosource.model import Descent, Finding, Reading, ReadingOf, Statement, origin_of, text_of
from twosource.text.normalise import fold

_NO_DATE = datetime(1, 1, 1)  # noqa: DTZ001 - stands for no date; all times of publication are kept without a zone


def find_slot_findings(
    story: str,
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    options: CrosscheckOptions,
) -> list[Finding]:
    """Findings on numbers, dates and times between texts, and inside one article.

    Policy: copies of one text are compared once, through the first article that carries the words; two articles of one
    text never stand against each other. A value is held against the value of another article that answers the same
    question best: where the other article says the same elsewhere, nothing differs. Where an article takes a figure
    back, its own words stand for these two values, whoever else prints either.
    """
    uses = _one_per_text(find_slot_uses(statements, readings), descents)
    levels = find_price_levels(uses, readings)
    scored = _without_levels(_score_all(uses, descents, options), {level.use.key for level in levels})
    rivals = Rivals.among(scored)
    pairings = [p for m in scored if (p := _pair(m, rivals, readings, descents, options)) is not None]
    moves = pair_market_moves(find_market_moves(statements, readings), readings, descents)
    moves += pair_price_levels(levels, readings, descents)
    moves += pair_running_clocks(uses, readings, descents)
    moves += pair_dated_quotes(uses, readings, descents)
    moves += pair_deployed(uses, readings, descents)
    moves += pair_half_day_slips(uses, readings, descents)
    told = _beside_corrections(_beside_moves(pairings, moves), list(pair_corrections(uses, readings)))
    return [finding_of(story, p) for p in _representatives([*told, *moves])]


def _without_levels(matches: Sequence[Match], levels: set[Key]) -> list[Match]:
    """The matches without two values apart of which one is a price of some minute: no other figure contradicts it."""
    timed = (m.comparison.fit is Fit.DIFFERS and not levels.isdisjoint((m.left.key, m.right.key)) for m in matches)
    return [m for m, held in zip(matches, timed, strict=True) if not held] if levels else list(matches)


def _beside_moves(pairings: Iterable[Pairing], moves: Sequence[Pairing]) -> list[Pairing]:
    """The pairings without what a move of a price between the same two statements says already."""
    moved = {frozenset((m.left.statement, m.right.statement)) for m in moves}
    return [p for p in pairings if not _is_hard(p) or frozenset((p.left.statement, p.right.statement)) not in moved]


def _is_hard(pairing: Pairing) -> bool:
    return pairing.decision.reading in {ReadingOf.CONFLICT, ReadingOf.UPDATE}


def _beside_corrections(pairings: Iterable[Pairing], corrections: Sequence[Pairing]) -> list[Pairing]:
    """Corrections first; two values that one article takes back are found there and between no other articles."""
    corrected = {_two_values(c) for c in corrections}
    return [*corrections, *(p for p in pairings if _two_values(p) not in corrected)]


def _two_values(pairing: Pairing) -> tuple[str, ...]:
    return (pairing.slot, *sorted((pairing.left.value, pairing.right.value)))


def _score_all(uses: Sequence[SlotUse], descents: Mapping[str, Descent], options: CrosscheckOptions) -> list[Match]:
    weights = term_weights(uses)
    order = {use.key: place for place, use in enumerate(sorted(uses, key=_when_reported))}
    found = []
    for a, b in find_candidates(uses, descents, options.max_shared):
        likeness = compare_uses(a, b, weights)
        comparison = compare_values(a, b) if likeness is not None else None
        if likeness is not None and comparison is not None:
            left, right = (a, b) if order[a.key] < order[b.key] else (b, a)
            bridged = a.bearer != b.bearer
            telling = bridged or share_anchor(a, b) or (comparison.fit is Fit.SAME and is_telling(a) and is_telling(b))
            score = score_likeness(a.kind, likeness, telling=telling)
            found.append(Match(left, right, likeness, comparison, score))
    return found


def _one_per_text(uses: Iterable[SlotUse], descents: Mapping[str, Descent]) -> list[SlotUse]:
    """Of the same words in the same text group, the first."""
    seen: dict[tuple[str, str, str], SlotUse] = {}
    for use in sorted(uses, key=_when_reported):
        key = (text_of(use.article, descents), fold(use.text).text, value_text(use.slot.value))
        seen.setdefault(key, use)
    return sorted(seen.values(), key=lambda u: u.key)


def _when_reported(use: SlotUse) -> tuple[bool, datetime, tuple[str, int, int, str]]:
    """Earliest report first; an article without a date comes last."""
    return (use.reported is None, use.reported or _NO_DATE, use.key)


def _pair(
    match: Match,
    rivals: Rivals,
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    options: CrosscheckOptions,
) -> Pairing | None:
    bound = match.score >= options.same_slot or is_dated_apart(match)
    if not bound or not (rivals.leave(match) or is_misdated(match)):
        return None
    decision = leave_plain_difference(match, decide_reading(match))
    if decision is None:
        return None
    one_origin = origin_of(match.left.article, descents) == origin_of(match.right.article, descents)
    if decision.reading is ReadingOf.AGREEMENT and one_origin:
        return None
    left, right = (side_of_use(use, readings) for use in (match.left, match.right))
    score = min(match.score, decision.at_most)
    return Pairing(slot=match.left.kind.value, left=left, right=right, decision=decision, score=score)


def _representatives(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Of all pairs with the same two values and reading, the surest."""
    best: dict[tuple[str, ...], Pairing] = {}
    for pairing in sorted(pairings, key=_surest_first):
        best.setdefault((pairing.decision.reading.value, _taken_back_by(pairing), *_two_values(pairing)), pairing)
    return _without_conversions(list(best.values()))


def _without_conversions(pairings: Sequence[Pairing]) -> list[Pairing]:
    """The same, without a conflict between two units where one of the values has one in its own unit."""
    conflicts = [p for p in pairings if p.decision.reading is ReadingOf.CONFLICT]
    told = {v for p in conflicts if not _is_converted(p) for v in (p.left.value, p.right.value)}
    twice = [p for p in conflicts if _is_converted(p) and not told.isdisjoint((p.left.value, p.right.value))]
    return [p for p in pairings if p not in twice]


def _is_converted(pairing: Pairing) -> bool:
    """Whether the two values are measured in two units: "450 lb", "181 kg"."""
    units = {side.value.rsplit(maxsplit=1)[-1] for side in (pairing.left, pairing.right)}
    return pairing.slot == "number" and len(units) == 2


def _taken_back_by(pairing: Pairing) -> str:
    """The article that takes its own figure back: each that does so says it for itself."""
    left, right = pairing.left.span.article, pairing.right.span.article
    return right if pairing.decision.reading is ReadingOf.CORRECTION and left == right else ""


def _surest_first(pairing: Pairing) -> tuple[float, str, str, str, int, int]:
    """The surest pairing to a tenth, then the earliest reported."""
    left, right = pairing.left, pairing.right
    days = (str(left.reported or "9999"), str(right.reported or "9999"))
    places = (f"{left.span.article} {right.span.article}", left.span.start, right.span.start)
    return (-round(pairing.score, 1), *days, *places)
