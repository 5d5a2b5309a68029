"""All that sets two voices of a story against each other, one pairing for each two statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.crosscheck.opposition.accusations import pair_attacks
from twosource.crosscheck.opposition.defences import pair_defences
from twosource.crosscheck.opposition.denials import pair_denials
from twosource.crosscheck.opposition.disputed import pair_disputed
from twosource.crosscheck.opposition.dissent import pair_dissent
from twosource.crosscheck.opposition.rejections import pair_rejections
from twosource.crosscheck.opposition.remedies import pair_remedies
from twosource.crosscheck.opposition.side_by_side import pair_voices_side_by_side, sayings_of
from twosource.crosscheck.sides import Pairing
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Descent, Reading, Statement


def pair_opposed_voices(
    statements: Sequence[Statement], readings: Mapping[str, Reading], descents: Mapping[str, Descent], book: VoiceBook
) -> list[Pairing]:
    """What one voice says against another: denied, rejected, attacked, defended, called for and opposed.

    Policy: the surer rules first; the less sure leave out what these have found, and of several rules that oppose the
    same two statements the surest is shown.
    """
    sayings = sayings_of(readings, book)
    opposed = pair_denials(statements, readings, descents, book)
    opposed += pair_voices_side_by_side(statements, readings, sayings)
    opposed += pair_rejections(statements, readings, book, known=opposed)
    opposed += pair_disputed(statements, readings, sayings, known=opposed)
    opposed += pair_dissent(statements, readings, sayings, known=opposed)
    opposed += pair_defences(statements, readings, book)
    opposed += pair_attacks(statements, readings, sayings)
    opposed += pair_remedies(statements, readings, descents, book)
    return _one_each(opposed)


def _one_each(pairings: Iterable[Pairing]) -> list[Pairing]:
    """One pairing for each two statements: the surest, and of two as sure the first.

    "Republicans, though, accused Democrats of it" is one dispute, known by the camps, the attack and the "though".
    """
    best: dict[frozenset[str], Pairing] = {}
    for pairing in pairings:
        key = frozenset((pairing.left.statement, pairing.right.statement))
        if len(key) == 1:  # two clauses of one statement
            key = frozenset((pairing.left.span.quote, pairing.right.span.quote))
        if key not in best or pairing.score > best[key].score:
            best[key] = pairing
    return list(best.values())
