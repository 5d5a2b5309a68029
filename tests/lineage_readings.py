"""Readings made by hand, so that lineage is tested without the article stage."""

from __future__ import annotations

from datetime import date, datetime
from random import Random

from twosource.engine.local import run_join
from twosource.evaluation.derivations import Derivation, derive
from twosource.lineage import LineageOptions, lineage_join
from twosource.model import (
    Article,
    Credit,
    CreditLevel,
    Descent,
    Found,
    KnownBy,
    Lineage,
    Passage,
    Published,
    Reading,
    Role,
    span_of,
)

_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "or", "il")]


def make_text(seed: int, *, sentences: int = 14) -> str:
    """Invented sentences of invented words, different for every seed, three sentences a paragraph."""
    draw = Random(seed)  # noqa: S311 - inputs, not secrets
    made = []
    for _ in range(sentences):
        words = ["".join(draw.choices(_SYLLABLES, k=draw.randrange(2, 4))) for _ in range(draw.randrange(10, 18))]
        made.append(" ".join(words).capitalize() + ".")
    return "\n\n".join(" ".join(made[at : at + 3]) for at in range(0, len(made), 3))


def derived_text(kind: Derivation, parent: str, other: str, seed: int) -> str:
    """The text of an article derived from `parent`, the same for the same seed."""
    return derive(kind, parent, other, Random(seed)).text  # noqa: S311 - inputs, not secrets


def make_reading(
    text: str, *, name: str = "a", outlet: str | None = None, at: str | None = None, credit: str | None = None
) -> Reading:
    """A reading of `text`; `at` is an ISO day or moment; `credit` is an agency credited for the whole text."""
    article = Article(
        id=name,
        raw="raw",
        text=text,
        outlet=Found(value=outlet, known_by=KnownBy.FIELD) if outlet else None,
        published=_published(at) if at else None,
    )
    credits_ = (Credit(span=span_of(article, 0, 1), agency=credit, level=CreditLevel.WHOLE),) if credit else ()
    return Reading(article=article, credits=credits_)


def with_role(reading: Reading, words: str, role: Role) -> Reading:
    """The reading with one more passage: these words, in this role."""
    start = reading.article.text.index(words)
    passage = Passage(span=span_of(reading.article, start, start + len(words)), role=role)
    passages = tuple(sorted((*reading.passages, passage), key=lambda p: p.span.start))
    return Reading(article=reading.article, passages=passages, credits=reading.credits)


def trace(*readings: Reading, options: LineageOptions | None = None) -> tuple[list[Lineage], dict[str, Descent]]:
    """Edges, and descents by article."""
    results, _ = run_join(lineage_join(options=options), readings)
    edges = [r for r in results if isinstance(r, Lineage)]
    return edges, {r.article: r for r in results if isinstance(r, Descent)}


def _published(at: str) -> Published:
    if "T" not in at:
        return Published(day=date.fromisoformat(at), known_by=KnownBy.FIELD)
    moment = datetime.fromisoformat(at)
    return Published(day=moment.date(), moment=moment, known_by=KnownBy.FIELD)
