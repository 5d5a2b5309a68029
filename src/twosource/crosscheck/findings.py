"""Findings of one story: slots paired, scored, compared, and one representative pair kept for each two values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from twosource.crosscheck.decide import Decision, decide_reading
from twosource.crosscheck.options import CrosscheckOptions
from twosource.crosscheck.same_slot import compare_uses, score_likeness, term_weights
from twosource.crosscheck.slot_use import SlotUse, find_slot_uses
from twosource.crosscheck.wording import quote_of, value_text
from twosource.model import Descent, Finding, Reading, ReadingOf, Side, Statement, digest_of, origin_of, text_of
from twosource.text.normalise import fold

_NO_DATE = datetime(1, 1, 1)  # noqa: DTZ001 - stands for no date; all times of publication are kept without a zone


@dataclass(frozen=True)
class Paired:
    """Two slots of one question, the earlier report first, with what they are to each other."""

    left: SlotUse
    right: SlotUse
    decision: Decision
    score: float


def find_slot_findings(
    story: str,
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    options: CrosscheckOptions,
) -> list[Finding]:
    """Findings on numbers, dates and times between texts, and inside one article.

    Policy: copies of one text are compared once, through the first article that carries the words; two articles of one
    text never stand against each other.
    """
    uses = _one_per_text(find_slot_uses(statements, readings), descents)
    weights = term_weights(uses)
    paired = [
        p for a, b in _candidates(uses, descents, options) if (p := _pair(a, b, weights, descents, options)) is not None
    ]
    return [_finding(story, p, readings) for p in _representatives(paired)]


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


def _candidates(
    uses: Sequence[SlotUse], descents: Mapping[str, Descent], options: CrosscheckOptions
) -> Iterable[tuple[SlotUse, SlotUse]]:
    """Pairs of one kind that share a word of their clauses; within one article, or between two texts."""
    holders: dict[tuple[str, str], list[int]] = {}
    for place, use in enumerate(uses):
        for term in use.around:
            holders.setdefault((use.kind.value, term), []).append(place)
    pairs: set[tuple[int, int]] = set()
    for places in holders.values():
        if len(places) <= options.max_shared:
            pairs.update(combinations(places, 2))
    for i, j in sorted(pairs):
        a, b = uses[i], uses[j]
        if a.article == b.article or text_of(a.article, descents) != text_of(b.article, descents):
            yield a, b


def _pair(
    a: SlotUse, b: SlotUse, weights: Mapping[str, float], descents: Mapping[str, Descent], options: CrosscheckOptions
) -> Paired | None:
    likeness = compare_uses(a, b, weights)
    if likeness is None:
        return None
    score = score_likeness(a.kind, likeness)
    if score < options.same_slot:
        return None
    left, right = sorted((a, b), key=_when_reported)
    decision = decide_reading(left, right)
    if decision is None:
        return None
    one_origin = origin_of(a.article, descents) == origin_of(b.article, descents)
    if decision.reading is ReadingOf.AGREEMENT and one_origin:
        return None
    return Paired(left, right, decision, score)


def _representatives(paired: Iterable[Paired]) -> list[Paired]:
    """Of all pairs with the same two values and reading, the surest; one side stands in few findings of a kind."""
    best: dict[tuple[str, ...], Paired] = {}
    for pair in sorted(paired, key=lambda p: (-p.score, p.left.key, p.right.key)):
        values = sorted((value_text(pair.left.slot.value), value_text(pair.right.slot.value)))
        best.setdefault((pair.left.kind.value, pair.decision.reading.value, *values), pair)
    return list(best.values())


def _finding(story: str, pair: Paired, readings: Mapping[str, Reading]) -> Finding:
    left, right = _side(pair.left, readings), _side(pair.right, readings)
    ends = [f"{s.span.article}:{s.span.start}" for s in (left, right)]
    return Finding(
        id=digest_of("finding", story, pair.left.kind.value, *ends, left.value, right.value),
        story=story,
        reading=pair.decision.reading,
        slot=pair.left.kind.value,
        left=left,
        right=right,
        rule=pair.decision.rule,
        score=round(pair.score, 4),
        within_article=left.span.article == right.span.article,
    )


def _side(use: SlotUse, readings: Mapping[str, Reading]) -> Side:
    article = readings[use.article].article
    return Side(
        span=quote_of(article, use),
        value=value_text(use.slot.value),
        statement=use.statement.id,
        voice=use.statement.said_by[-1] if use.statement.said_by else None,
        reported=article.published.day if article.published else None,
    )
