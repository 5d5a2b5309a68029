"""Who stands behind a claim: origins for the saying, voices for the fact, each with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.crosscheck.one_sentence import find_one_sentence
from twosource.crosscheck.voices import VoiceBook
from twosource.model import Descent, Span, Statement, Witness, join_origins


def voices_of(statements: Sequence[Statement], book: VoiceBook) -> tuple[str, ...]:
    """The voices for the fact: the innermost speaker of each statement, for those before him only pass his words on."""
    return tuple(sorted({book.resolve(s.said_by[-1]) for s in statements if s.said_by}))


def find_witnesses(
    statements: Sequence[Statement], descents: Mapping[str, Descent], book: VoiceBook
) -> tuple[Witness, ...]:
    """The origins (for the saying) and the voices (for the fact) behind a claim, each with the words that show it."""
    origins: dict[str, list[Statement]] = {}
    voices: dict[str, list[Statement]] = {}
    same = find_one_sentence(statements)
    origin_of = join_origins({s.span.article for s in statements}, descents, same_words=same)
    for statement in statements:
        origins.setdefault(origin_of[statement.span.article], []).append(statement)
        if statement.said_by:
            voices.setdefault(book.resolve(statement.said_by[-1]), []).append(statement)
    found = [_witness("origin", name, origins[name]) for name in sorted(origins)]
    return (*found, *(_witness("voice", name, voices[name]) for name in sorted(voices)))


def _witness(kind: str, name: str, statements: Sequence[Statement]) -> Witness:
    spans: list[Span] = sorted({s.id: s.span for s in statements}.values(), key=lambda s: (s.article, s.start))
    return Witness(
        kind="origin" if kind == "origin" else "voice",
        id=name,
        articles=tuple(sorted({s.article for s in spans})),
        spans=tuple(spans),
    )
