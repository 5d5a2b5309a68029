"""Claims with the four numbers, and under each number the words it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.dossier.page.desk import Desk
from twosource.dossier.page.records import ClaimEntry, Numbers, OriginProof, Quote, VoiceProof
from twosource.model import Claim, FourNumbers, Statement, Witness


def count_numbers(numbers: FourNumbers) -> Numbers:
    """How many stand in each of the four, None where voices were not measured."""
    return Numbers(
        articles=len(numbers.articles),
        texts=len(numbers.texts),
        origins=len(numbers.origins),
        voices=None if numbers.voices is None else len(numbers.voices),
    )


def compose_claims(claims: Sequence[Claim], desk: Desk) -> tuple[ClaimEntry, ...]:
    """The claims in order of weight."""
    return tuple(_entry_of(claim, desk) for claim in claims)


def _entry_of(claim: Claim, desk: Desk) -> ClaimEntry:
    numbers = count_numbers(claim.numbers)
    return ClaimEntry(
        id=claim.id,
        text=claim.text,
        numbers=numbers,
        notes=_notes_on(numbers, contested=claim.contested),
        contested=claim.contested,
        origins=_origin_proofs(claim.statements, desk),
        voices=tuple(_voice_proof(w, desk) for w in claim.witnesses if w.kind == "voice"),
        texts=desk.text_groups(claim.numbers.articles),
    )


def _notes_on(numbers: Numbers, *, contested: bool) -> tuple[str, ...]:
    """What the numbers mean, said modestly."""
    notes = ["contested"] if contested else []
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
