"""The cross-check of one story: its claims with the four numbers, its findings, its voices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from twosource.crosscheck.courses.investigations import pair_investigations
from twosource.crosscheck.courses.measures import pair_measures
from twosource.crosscheck.courses.notes import pair_notes
from twosource.crosscheck.courses.open_questions import pair_open_questions
from twosource.crosscheck.courses.person_courses import pair_person_courses
from twosource.crosscheck.courses.sequels import pair_sequels
from twosource.crosscheck.courses.silences import pair_silences
from twosource.crosscheck.courses.stoppages import pair_stoppages
from twosource.crosscheck.courses.turns import pair_turns
from twosource.crosscheck.one_sentence import find_one_sentence
from twosource.crosscheck.opposition.opposed_voices import pair_opposed_voices
from twosource.crosscheck.options import DEFAULTS, CrosscheckOptions
from twosource.crosscheck.rank import Standing, choose_text, find_standing, spread_weights, weigh_claim
from twosource.crosscheck.readers_words import leave_readers_words
from twosource.crosscheck.sides import Pairing, finding_of
from twosource.crosscheck.slots.findings import find_slot_findings
from twosource.crosscheck.slots.kinships import pair_kinships
from twosource.crosscheck.slots.person_ages import pair_person_ages
from twosource.crosscheck.told_twice import leave_told_twice
from twosource.crosscheck.voices import VoiceBook, resolve_voices
from twosource.crosscheck.witnesses import find_witnesses, voices_of
from twosource.crosscheck.wordings.addresses import pair_addresses
from twosource.crosscheck.wordings.quotations import pair_quotations
from twosource.crosscheck.wordings.word_slips import pair_all_spellings
from twosource.model import (
    Claim,
    Descent,
    Finding,
    Reading,
    ReadingOf,
    Record,
    Side,
    Statement,
    Story,
    Voice,
    count_four_numbers,
    digest_of,
)

_CONTESTS = frozenset({ReadingOf.CONFLICT, ReadingOf.DISAGREEMENT, ReadingOf.CORRECTION})


class StoryCheck(Record, frozen=True, kw_only=True):
    """What one story amounts to: claims by weight, findings by gravity, voices by name."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...]


def check_story(
    story: Story,
    readings: Sequence[Reading],
    claims_alignment: Sequence[Sequence[Statement]],
    descents: Sequence[Descent],
    *,
    options: CrosscheckOptions = DEFAULTS,
) -> StoryCheck:
    """Claims, findings and voices of one story, whatever the order of the arguments' members.

    Policy: nothing fires unless one slot is bound on both sides. A claim is contested where a conflict, correction or
    disagreement touches one of its statements. Counts are upper bounds; there is no verdict on who is right.
    """
    reading_of = {r.article.id: r for r in readings}
    descent_of = {d.article: d for d in descents}
    in_order = [reading_of[a] for a in sorted(reading_of)]
    statements = sorted((s for group in claims_alignment for s in group), key=_place)
    book = resolve_voices(statements, in_order)
    groups = {_claim_id(group): group for group in claims_alignment}
    claim_of = {s.id: name for name, group in groups.items() for s in group}
    findings = find_slot_findings(story.id, statements, reading_of, descent_of, options)
    findings += [finding_of(story.id, p) for p in _pair_all(statements, reading_of, descent_of, book)]
    findings = leave_told_twice(findings)
    named = [_name_sides(f, claim_of, book) for f in findings]
    standing = find_standing(statements, in_order, descent_of)
    claims = _claims(story, groups, descent_of, book, standing, _contested(named))
    return StoryCheck(claims=claims, findings=_in_gravity(named), voices=book.voices)


def _pair_all(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """What is found by other means than slots: voices opposed, spellings, quotations, open questions, silences."""
    statements = leave_readers_words(statements, readings)
    told = pair_open_questions(statements, readings, descents)
    told += pair_sequels(statements, readings, descents)
    told += pair_person_courses(statements, readings, descents)
    told += pair_measures(statements, readings, descents)
    told += pair_stoppages(statements, readings, descents)
    told += pair_investigations(statements, readings, descents, known=told)
    return [
        *pair_opposed_voices(statements, readings, descents, book),
        *told,
        *pair_all_spellings(statements, readings, descents),
        *pair_addresses(statements, readings, descents),
        *pair_quotations(statements, readings, descents, book),
        *pair_person_ages(statements, readings, descents),
        *pair_kinships(statements, readings, descents),
        *pair_silences(statements, readings, descents),
        *pair_notes(statements, readings),
        *pair_turns(statements, readings, descents),
    ]


def _place(statement: Statement) -> tuple[str, int, str]:
    return (statement.span.article, statement.span.start, statement.id)


def _claim_id(group: Sequence[Statement]) -> str:
    return digest_of("claim", *sorted(s.id for s in group))


def _contested(findings: Sequence[Finding]) -> set[str]:
    return {s.statement for f in findings if f.reading in _CONTESTS for s in (f.left, f.right)}


def _name_sides(finding: Finding, claim_of: Mapping[str, str], book: VoiceBook) -> Finding:
    return replace(finding, left=_name(finding.left, claim_of, book), right=_name(finding.right, claim_of, book))


def _name(side: Side, claim_of: Mapping[str, str], book: VoiceBook) -> Side:
    voice = None if side.voice is None else book.resolve(side.voice)
    return replace(side, claim=claim_of.get(side.statement), voice=voice)


def _claims(
    story: Story,
    groups: Mapping[str, Sequence[Statement]],
    descents: Mapping[str, Descent],
    book: VoiceBook,
    standing: Standing,
    contested: set[str],
) -> tuple[Claim, ...]:
    claims = []
    for name, group in groups.items():
        members = tuple(sorted(group, key=_place))
        articles, same = [s.span.article for s in members], find_one_sentence(members)
        numbers = count_four_numbers(articles, descents, voices_of(members, book), same_words=same)
        touched = any(s.id in contested for s in members)
        claims.append(
            Claim(
                id=name,
                story=story.id,
                text=choose_text(members, standing.central).span.quote,
                statements=members,
                numbers=numbers,
                witnesses=find_witnesses(members, descents, book),
                contested=touched,
                weight=weigh_claim(members, numbers, standing, contested=touched),
            )
        )
    return spread_weights(claims, standing.words)


_GRAVITY = {
    ReadingOf.CONFLICT: 0,
    ReadingOf.DISAGREEMENT: 1,
    ReadingOf.CORRECTION: 2,
    ReadingOf.UPDATE: 3,
    ReadingOf.UNCLEAR: 4,
    ReadingOf.SCOPE: 5,
    ReadingOf.AGREEMENT: 6,
}


def _in_gravity(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (_GRAVITY[f.reading], -f.score, f.id)))
