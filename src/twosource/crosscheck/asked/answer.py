"""What an account makes of one asked statement: every wording that bears on it, and the answer they amount to."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from twosource.crosscheck.asked.asked import Asked
from twosource.crosscheck.asked.asked_values import gives_other_value
from twosource.crosscheck.asked.bearing import Borne, bear_on, held_share, terms_of
from twosource.crosscheck.quoting import value_text
from twosource.model import (
    Account,
    Answer,
    Bearing,
    CheckedStatement,
    Claim,
    Descent,
    Evidence,
    Finding,
    FourNumbers,
    Reading,
    ReadingOf,
    Side,
    Statement,
    count_four_numbers,
)
from twosource.text.terms import TermWeights, groups_in

_AGAINST = frozenset({Bearing.DENIES, Bearing.OTHER_VALUE, Bearing.OPPOSITE})
_CONTESTS = frozenset({ReadingOf.CONFLICT, ReadingOf.DISAGREEMENT, ReadingOf.CORRECTION, ReadingOf.UPDATE})
_ONE_WAY = frozenset({ReadingOf.CORRECTION, ReadingOf.UPDATE})
"""What replaces the left side by the right one, and never the other way round."""
_NEAREST = 5  # wordings that bear neither way and are shown
_SAME_CLAIM = 0.6  # of the words: alignment has found the rest to say the same
_DENIED_WORDS = 0.5  # of the words must stand in what is denied

AskedOn = Callable[[date | None], Asked]
"""The asked statement as it reads on the day of an article: "on May 7" is of that year."""


@dataclass(frozen=True)
class Coverage:
    """An account ready to be asked: statements with their claims, readings, and how rare each word is."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    readings: Mapping[str, Reading]
    descents: Mapping[str, Descent]
    statements: Mapping[str, Statement]
    terms: Mapping[str, frozenset[str]]
    """Statement -> its words by group."""
    weights: TermWeights
    rarest: float

    @classmethod
    def of(cls, account: Account) -> Coverage:
        """The account, with the weight of every word among its statements."""
        statements = {s.id: s for claim in account.claims for s in claim.statements}
        terms = _terms_by_statement(list(statements.values()))
        return cls(
            claims=account.claims,
            findings=account.findings,
            readings={r.article.id: r for r in account.readings},
            descents={d.article: d for d in account.descents},
            statements=statements,
            terms=terms,
            weights=TermWeights.among(terms.values()),
            rarest=math.log(1 + max(1, len(terms))),
        )


def _terms_by_statement(statements: Sequence[Statement]) -> dict[str, frozenset[str]]:
    """The words of each statement, pronouns read from the statement before it in its article."""
    ordered = sorted(statements, key=lambda s: (s.span.article, s.span.start, s.id))
    befores = [None, *ordered]
    return {
        s.id: terms_of(s, before if before is not None and before.span.article == s.span.article else None)
        for s, before in zip(ordered, befores, strict=False)
    }


@dataclass(frozen=True)
class _Hit:
    claim: Claim
    statement: Statement
    borne: Borne


def answer_statement(asked_on: AskedOn, coverage: Coverage) -> CheckedStatement:
    """The evidence for and against one statement, with the four numbers of each.

    Policy: found only where coverage says so and nothing in it stands against that; whatever stands against it makes
    it contested. A wording that alignment has put in one claim with one that says so counts where it gives the same
    values and names. There is no verdict: evidence is shown with its words, and the reader judges.
    """
    hits = _with_same_claim(list(_hits(asked_on, coverage)))
    evidence = {id(h): _evidence(h, coverage) for h in hits}
    says = [h for h in hits if h.borne.bearing is Bearing.SAYS_SO]
    opposed = [evidence[id(h)] for h in hits if h.borne.bearing in _AGAINST]
    opposed += [e for h in says for e in _found_against(h, asked_on(None), coverage)]
    rest = [h for h in hits if h.borne.bearing is not Bearing.SAYS_SO and h.borne.bearing not in _AGAINST]
    against = _in_order(opposed)
    supporting = _in_order([evidence[id(h)] for h in says])
    return CheckedStatement(
        text=asked_on(None).statement.span.quote,
        answer=_answer(supporting, against),
        numbers=_count(supporting, coverage),
        against=_count(against, coverage),
        evidence_for=supporting,
        evidence_against=against,
        nearest=_nearest([evidence[id(h)] for h in rest]),
    )


def _answer(supporting: Sequence[Evidence], against: Sequence[Evidence]) -> Answer:
    if against:
        return Answer.CONTESTED
    return Answer.FOUND if supporting else Answer.NOT_FOUND


def _hits(asked_on: AskedOn, coverage: Coverage) -> Iterator[_Hit]:
    for claim in coverage.claims:
        for statement in claim.statements:
            reading = coverage.readings[statement.span.article]
            published = reading.article.published
            asked = asked_on(published.day if published else None)
            terms = coverage.terms[statement.id]
            borne = bear_on(asked, statement, terms, reading, weights=coverage.weights, rarest=coverage.rarest)
            if borne is not None:
                yield _Hit(claim, statement, _seen_later(borne, claim, asked, coverage))


def _seen_later(borne: Borne, claim: Claim, asked: Asked, coverage: Coverage) -> Borne:
    """The same, with another value that coverage has since replaced by the text's marked as such."""
    if borne.bearing is not Bearing.OTHER_VALUE:
        return borne
    own = {value_text(slot.value) for slot in asked.values}
    replaced = any(
        f.reading in _ONE_WAY and f.story == claim.story and f.right.value in own and f.left.value == borne.value
        for f in coverage.findings
    )
    return Borne(Bearing.OUTDATED, borne.share, borne.value, borne.slots) if replaced else borne


def _with_same_claim(hits: Sequence[_Hit]) -> list[_Hit]:
    """The same hits, with those that only lack words raised where a wording of their claim says so."""
    says = {h.claim.id for h in hits if h.borne.bearing is Bearing.SAYS_SO}
    return [_raised(h) if h.claim.id in says and _may_be_raised(h.borne) else h for h in hits]


def _may_be_raised(borne: Borne) -> bool:
    return borne.bearing is Bearing.OTHER_WORDS and borne.complete and borne.share >= _SAME_CLAIM


def _raised(hit: _Hit) -> _Hit:
    borne = hit.borne
    return _Hit(hit.claim, hit.statement, Borne(Bearing.SAYS_SO, borne.share, borne.value, borne.slots, complete=True))


def _evidence(hit: _Hit, coverage: Coverage) -> Evidence:
    span = hit.statement.span
    published = coverage.readings[span.article].article.published
    return Evidence(
        span=span,
        bearing=hit.borne.bearing,
        share=round(hit.borne.share, 3),
        story=hit.claim.story,
        claim=hit.claim.id,
        value=hit.borne.value,
        voice=_voice_of(hit.claim, hit.statement),
        reported=published.day if published else None,
    )


def _voice_of(claim: Claim, statement: Statement) -> str | None:
    """The voice that the claim's witnesses give for these words."""
    voices = [w.id for w in claim.witnesses if w.kind == "voice" and statement.span in w.spans]
    return voices[0] if voices else None


def _found_against(hit: _Hit, asked: Asked, coverage: Coverage) -> Iterator[Evidence]:
    """What findings set against the very value, or the very words, that speak for the text."""
    values = {value_text(slot.value) for slot in hit.borne.slots}
    for finding in coverage.findings:
        if finding.reading not in _CONTESTS:
            continue
        sides = ((finding.left, finding.right), (finding.right, finding.left))
        for own, other in sides[:1] if finding.reading in _ONE_WAY else sides:
            if own.statement != hit.statement.id:
                continue
            if _is_denied_in(finding, own, asked, coverage) or (
                own.value in values and _is_apart(finding, other, asked, coverage)
            ):
                yield _side_evidence(finding, other)


def _is_denied_in(finding: Finding, own: Side, asked: Asked, coverage: Coverage) -> bool:
    if finding.reading is not ReadingOf.DISAGREEMENT:
        return False
    return held_share(asked, groups_in(own.span.quote), coverage.weights, coverage.rarest) >= _DENIED_WORDS


def _is_apart(finding: Finding, other: Side, asked: Asked, coverage: Coverage) -> bool:
    """Whether the other side's value leaves no room for the text's; a count that moved on need not."""
    statement = coverage.statements.get(other.statement)
    if finding.reading in _ONE_WAY or statement is None:
        return True
    return gives_other_value(asked, statement, coverage.readings[other.span.article], other.value)


def _side_evidence(finding: Finding, side: Side) -> Evidence:
    disagrees = finding.reading is ReadingOf.DISAGREEMENT
    return Evidence(
        span=side.span,
        bearing=Bearing.DENIES if disagrees else Bearing.OTHER_VALUE,
        share=round(finding.score, 3),
        story=finding.story,
        claim=side.claim or "",
        value=None if disagrees else side.value,
        voice=side.voice,
        reported=side.reported,
    )


def _count(evidence: Sequence[Evidence], coverage: Coverage) -> FourNumbers:
    voices = {e.voice for e in evidence if e.voice is not None}
    return count_four_numbers((e.span.article for e in evidence), coverage.descents, voices)


def _in_order(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Each place once, the earliest report first; a place inside another one adds nothing."""
    kept: list[Evidence] = []
    for one in sorted(evidence, key=lambda e: (-e.span.length, e.span.article, e.span.start)):
        if not any(_is_inside(one, other) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=_by_report))


def _is_inside(one: Evidence, other: Evidence) -> bool:
    a, b = one.span, other.span
    return a.article == b.article and b.start <= a.start and a.end <= b.end


def _by_report(evidence: Evidence) -> tuple[bool, str, str, int]:
    return (evidence.reported is None, str(evidence.reported), evidence.span.article, evidence.span.start)


def _nearest(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The wordings that hold most of the text; of wordings of one claim the nearest."""
    best: dict[str, Evidence] = {}
    for one in sorted(evidence, key=lambda e: (-e.share, *_by_report(e))):
        best.setdefault(one.claim, one)
    return tuple(best.values())[:_NEAREST]
