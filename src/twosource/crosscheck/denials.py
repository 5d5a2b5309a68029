"""Where one voice denies what another says: a disagreement between voices, never a conflict of facts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from twosource.crosscheck.decide import Decision
from twosource.crosscheck.sides import Pairing, side_of
from twosource.crosscheck.voices import VoiceBook
from twosource.model import (
    Descent,
    Modality,
    Polarity,
    Reading,
    ReadingOf,
    Side,
    Span,
    Statement,
    span_of,
    text_of,
)
from twosource.text.clauses import split_clauses
from twosource.text.terms import find_terms, is_verb

_FRAME = frozenset(
    """
    say tell announce confirm report state add note statement spokesman spokesperson deny denial reject dismiss refute
    dispute rebuff claim allegation allegation accusation official authority minister ministry president accord ask
    """.split()
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|refut\w+|rebuff\w*|disput(?:es|ed|ing))\b", re.IGNORECASE
)
_OUTLET = "outlet"  # stands for the article's own voice where nobody is quoted
_MIN_SHARED = 3  # two shared words are the topic; three are a claim
_BESIDE = 0.1  # an article that sets one beside the other has done the matching for us
_OF_DENIAL = {True: 0.34, False: 0.5}  # share of the denial's weight that is shared, with "denied" and without
_OF_ASSERTION = {True: 0.2, False: 0.3}  # and of the assertion's: a long sentence may assert other things too


@dataclass(frozen=True)
class Position:
    """A statement with its voice and the terms of what it asserts or denies."""

    statement: Statement
    voice: str
    terms: frozenset[str]
    verbs: frozenset[str]


def pair_denials(
    statements: Sequence[Statement],
    readings: Mapping[str, Reading],
    descents: Mapping[str, Descent],
    book: VoiceBook,
) -> list[Pairing]:
    """For each voice that denies something, the assertion of another voice that it denies most plainly.

    Policy: the denial must have a voice. Where it says "denied", the assertion may be anybody's, the outlet's own
    included; a plain "not" stands only against another voice, and only where it says little else. Both must share a
    verb and two more words of content, and these must carry a good part of what each speaks of.
    """
    weights = _weights(statements)
    denials = [p for s in statements if _is_denial(s) and (p := _position(s, book))]
    claims = [p for s in statements if s.polarity is Polarity.AFFIRMED and (p := _position(s, book))]
    best: dict[str, tuple[float, Position, Position]] = {}
    for denial, claim in product(denials, claims):
        score = _score(denial, claim, weights) if _may_stand_against(denial, claim, descents) else 0.0
        key = denial.voice
        if score and (key not in best or _order(score, denial, claim) < _order(*best[key])):
            best[key] = (score, denial, claim)
    return [_pairing(*best[key], readings) for key in sorted(best)]


def _order(score: float, denial: Position, claim: Position) -> tuple[float, str, str]:
    return (-score, denial.statement.id, claim.statement.id)


def _weights(statements: Iterable[Statement]) -> dict[str, float]:
    counts: dict[str, int] = {}
    total = 0
    for statement in statements:
        total += 1
        for group in {t.group for t in find_terms(statement.span.quote)}:
            counts[group] = counts.get(group, 0) + 1
    return {group: math.log((1 + total) / count) for group, count in counts.items()}


def _is_denial(statement: Statement) -> bool:
    if statement.polarity is not Polarity.DENIED or not statement.said_by:
        return False
    return _is_explicit(statement) or len(find_terms(statement.span.quote)) <= _SHORT_TERMS


_SHORT_TERMS = 12  # a longer sentence with "not" in it says mostly other things


def _is_explicit(statement: Statement) -> bool:
    return _DENIES.search(statement.span.quote) is not None


def _position(statement: Statement, book: VoiceBook) -> Position | None:
    terms = [t for t in find_terms(statement.span.quote) if t.group not in _FRAME and t.lemma not in _FRAME]
    voice = book.resolve(statement.said_by[-1]) if statement.said_by else _OUTLET
    own = set(voice.lower().split())
    kept = [t for t in terms if t.lemma not in own]
    if not kept:
        return None
    verbs = frozenset(t.group for t in kept if is_verb(t.lemma))
    return Position(statement, voice, frozenset(t.group for t in kept), verbs)


def _may_stand_against(denial: Position, claim: Position, descents: Mapping[str, Descent]) -> bool:
    one, two = denial.statement.span.article, claim.statement.span.article
    if claim.voice == _OUTLET and not _is_explicit(denial.statement):
        return False
    return denial.voice != claim.voice and (one == two or text_of(one, descents) != text_of(two, descents))


def _score(denial: Position, claim: Position, weights: Mapping[str, float]) -> float:
    explicit = _is_explicit(denial.statement)
    shared = denial.terms & claim.terms
    if len(shared) < _MIN_SHARED or not denial.verbs & claim.verbs:
        return 0.0
    if not explicit and claim.statement.modality is Modality.CONDITIONAL:
        return 0.0
    weight = sum(weights[t] for t in shared)
    of_denial = weight / sum(weights[t] for t in denial.terms)
    of_claim = weight / sum(weights[t] for t in claim.terms)
    enough = of_denial >= _OF_DENIAL[explicit] and of_claim >= _OF_ASSERTION[explicit]
    beside = _BESIDE if denial.statement.span.article == claim.statement.span.article else 0.0
    return min(1.0, (of_denial + of_claim) / 2 + beside) if enough else 0.0


def _pairing(score: float, denial: Position, claim: Position, readings: Mapping[str, Reading]) -> Pairing:
    shared = denial.terms & claim.terms
    asserted = _side(claim, readings, shared, value="asserted")
    denied = _side(denial, readings, shared, value="denied")
    left, right = sorted((asserted, denied), key=_reported_first)
    decision = Decision(ReadingOf.DISAGREEMENT, "one voice denies what another says")
    return Pairing(slot="polarity", left=left, right=right, decision=decision, score=score)


def _reported_first(side: Side) -> tuple[bool, str, str, int]:
    return (side.reported is None, str(side.reported), side.span.article, side.span.start)


def _side(position: Position, readings: Mapping[str, Reading], shared: frozenset[str], *, value: str) -> Side:
    statement = position.statement
    reading = readings[statement.span.article]
    return side_of(reading, statement, _clause(reading, statement, shared), value)


def _clause(reading: Reading, statement: Statement, shared: frozenset[str]) -> Span:
    """The clause of the statement that carries most of what both speak of."""
    text = reading.article.text
    clauses = split_clauses(text, statement.span.start, statement.span.end)
    start, end = max(clauses, key=lambda c: (len({t.group for t in find_terms(text, *c)} & shared), -c[0]))
    return span_of(reading.article, start, end)
