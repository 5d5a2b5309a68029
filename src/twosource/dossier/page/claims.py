"""Claims with the four numbers, and under each number the words it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import ClaimEntry, Numbers, OriginProof, Quote, VoiceProof
from twosource.model import (
    QUOTED_TWO_WAYS,
    SPELLED_TWO_WAYS,
    Claim,
    Finding,
    FourNumbers,
    ReadingOf,
    Role,
    Statement,
    Witness,
)


def count_numbers(numbers: FourNumbers) -> Numbers:
    """How many stand in each of the four, None where voices were not measured."""
    return Numbers(
        articles=len(numbers.articles),
        texts=len(numbers.texts),
        origins=len(numbers.origins),
        voices=None if numbers.voices is None else len(numbers.voices),
    )


_CONTESTED = "contested"
_CORRECTED = "corrected"
_INSIDE = "one article contradicts itself"
_TWO_VOICES = "two voices of one article disagree"
_SPELLED = "a name is spelled in two ways"
_QUOTED = "a quotation has two wordings"
_BY_RULE = {SPELLED_TWO_WAYS: _SPELLED, QUOTED_TWO_WAYS: _QUOTED}
"""What is no dispute: shown, and not counted as one."""
_CONTESTS = (_CONTESTED, _CORRECTED, _INSIDE, _TWO_VOICES, _SPELLED, _QUOTED)
_BY_READING = {
    ReadingOf.CONFLICT: _CONTESTED,
    ReadingOf.DISAGREEMENT: _CONTESTED,
    ReadingOf.CORRECTION: _CORRECTED,
}


def compose_claims(claims: Sequence[Claim], desk: Desk) -> tuple[ClaimEntry, ...]:
    """The claims in order of weight; what stands in captions alone, and is mostly about the picture, comes last.

    Policy: who took a picture, in brackets under it, is no claim about the story and is left out.
    """
    against = _contests(desk.dossier.findings)
    ordered = sorted(claims, key=lambda c: all(s.role is Role.CAPTION for s in c.statements))
    return tuple(_entry_of(c, desk, against) for c in ordered if not all(map(_is_picture_credit, c.statements)))


def _is_picture_credit(statement: Statement) -> bool:
    words = statement.span.quote.strip()
    return statement.role is Role.CAPTION and words.startswith("(") and words.endswith((")", ")."))


def _contests(findings: Sequence[Finding]) -> dict[str, set[str]]:
    """What stands against each statement, in words: other sources, a correction, or only its own article."""
    against: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        words = _BY_READING.get(finding.reading)
        if finding.rule in _BY_RULE:
            words = _BY_RULE[finding.rule]
        elif words == _CONTESTED and finding.within_article:
            words = _TWO_VOICES if finding.reading is ReadingOf.DISAGREEMENT else _INSIDE
        if words is not None:
            against[finding.left.statement].add(words)
            against[finding.right.statement].add(words)
    return against


def _entry_of(claim: Claim, desk: Desk, against: Mapping[str, set[str]]) -> ClaimEntry:
    numbers = count_numbers(claim.numbers)
    found = {words for statement in claim.statements for words in against.get(statement.id, ())}
    origins = _origin_proofs(claim.statements, desk)
    contests = [words for words in _CONTESTS if words in found] or [_CONTESTED]
    return ClaimEntry(
        id=claim.id,
        text=_wording_of(claim, desk),
        numbers=numbers,
        notes=(*(contests if claim.contested else ()), *_notes_on(numbers, shown=len(origins))),
        contested=claim.contested and not set(contests) <= set(_BY_RULE.values()),
        origins=origins,
        voices=tuple(_voice_proof(w, desk) for w in claim.witnesses if w.kind == "voice"),
        texts=desk.text_groups(claim.numbers.articles),
    )


def _wording_of(claim: Claim, desk: Desk) -> str:
    """The words that stand for the claim, without the dateline of the article they are from; a clause has a capital."""
    chosen = next((s.span for s in claim.statements if s.span.quote == claim.text), None)
    return _with_capital(desk.wording(chosen) if chosen else claim.text)


def _with_capital(words: str) -> str:
    """The words with a capital, where they are a clause from within a sentence.

    >>> _with_capital("the bridge is shut."), _with_capital("iTunes is shut.")
    ('The bridge is shut.', 'iTunes is shut.')
    """
    first = words.partition(" ")[0]
    return words[:1].upper() + words[1:] if first.isalpha() and first.islower() else words


def _notes_on(numbers: Numbers, *, shown: int) -> tuple[str, ...]:
    """What the numbers mean, said modestly; `shown` is the number of origins whose words are shown."""
    notes = []
    if shown > numbers.origins:
        notes.append("one agency, publisher or wording counts as one origin")
    if numbers.origins == 1:
        notes.append("single origin")
    if numbers.voices is None:
        notes.append("voices not measured")
    elif numbers.voices == 1:
        notes.append("no second voice found")
    return tuple(notes)


def _origin_proofs(statements: Iterable[Statement], desk: Desk) -> tuple[OriginProof, ...]:
    quotes: dict[str, list[Quote]] = defaultdict(list)
    members: dict[str, list[str]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: (desk.place.get(s.span.article, 0), s.span.start)):
        letter = desk.letters.get(desk.origin_of(statement.span.article), "?")
        quotes[letter].append(desk.quote(statement.span, said_by=statement.said_by))
        members[letter].append(statement.span.article)
    return tuple(
        OriginProof(origin=desk.cites(members[letter])[0], quotes=tuple(quotes[letter]))
        for letter in sorted(quotes, key=lambda x: (len(x), x))
    )


def _voice_proof(witness: Witness, desk: Desk) -> VoiceProof:
    ordered = sorted(witness.spans, key=lambda s: (desk.place.get(s.article, 0), s.start))
    return VoiceProof(voice=witness.id, quotes=tuple(desk.quote(span) for span in ordered))
