"""The one place where the package counts: articles, texts, origins, voices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.crosscheck.voices import VoiceBook
from twosource.model import Descent, FourNumbers, Span, Statement, Witness


def count_four_numbers(
    articles: Iterable[str], descents: Mapping[str, Descent], voices: Iterable[str] | None
) -> FourNumbers:
    """Articles, texts, origins and voices, each as a sorted set: every number opens to its members.

    Policy: each is an upper bound on independence: a copy that lineage did not see counts as an origin. An article
    without a descent is its own text and its own origin. `voices` is None where they were not measured, which is not
    the same as none.

    >>> descent = Descent(article="b", text="t", origin="o")
    >>> numbers = count_four_numbers(["a", "b", "b"], {"b": descent}, ["Kremlin"])
    >>> numbers.articles, numbers.texts, numbers.origins, numbers.voices
    (('a', 'b'), ('a', 't'), ('a', 'o'), ('Kremlin',))
    """
    members = sorted(set(articles))
    return FourNumbers(
        articles=tuple(members),
        texts=tuple(sorted({text_of(a, descents) for a in members})),
        origins=tuple(sorted({origin_of(a, descents) for a in members})),
        voices=None if voices is None else tuple(sorted(set(voices))),
    )


def text_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The text group of an article; its own id where lineage says nothing."""
    return descents[article].text if article in descents else article


def origin_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The origin of an article; its own id where lineage says nothing."""
    return descents[article].origin if article in descents else article


def voices_of(statements: Sequence[Statement], book: VoiceBook) -> tuple[str, ...]:
    """The voices for the fact: the innermost speaker of each statement, for those before him only pass his words on."""
    return tuple(sorted({book.resolve(s.said_by[-1]) for s in statements if s.said_by}))


def find_witnesses(
    statements: Sequence[Statement], descents: Mapping[str, Descent], book: VoiceBook
) -> tuple[Witness, ...]:
    """The origins (for the saying) and the voices (for the fact) behind a claim, each with the words that show it."""
    origins: dict[str, list[Statement]] = {}
    voices: dict[str, list[Statement]] = {}
    for statement in statements:
        origins.setdefault(origin_of(statement.span.article, descents), []).append(statement)
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
