"""The one place where the package counts: articles, texts, origins, voices. Every stage that counts calls this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.model.claim import FourNumbers
from twosource.model.lineage import Descent


def count_four_numbers(
    articles: Iterable[str], descents: Mapping[str, Descent], voices: Iterable[str] | None, *, of_claim: bool = True
) -> FourNumbers:
    """Articles, texts, origins and voices, each as a sorted set: every number opens to its members.

    Policy: each is an upper bound on independence: a copy that lineage did not see counts as an origin. An article
    without a descent is its own text and its own origin. Behind a claim, all texts of one agency are one origin, for an
    agency that repeats itself is no second source; a story (`of_claim` false) has as many origins as there were acts of
    newsgathering. `voices` is None where they were not measured, which is not the same as none.

    >>> first, second = (Descent(article=a, text=a, origin=f"unseen:ap:{a}", agency="ap") for a in "bc")
    >>> numbers = count_four_numbers(["a", "b", "c", "c"], {"b": first, "c": second}, ["Kremlin"])
    >>> numbers.articles, numbers.texts, numbers.origins, numbers.voices
    (('a', 'b', 'c'), ('a', 'b', 'c'), ('a', 'unseen:ap:b'), ('Kremlin',))
    >>> count_four_numbers("abc", {"b": first, "c": second}, None, of_claim=False).origins
    ('a', 'unseen:ap:b', 'unseen:ap:c')
    """
    members = sorted(set(articles))
    origins = join_origins(members, descents) if of_claim else {a: origin_of(a, descents) for a in members}
    return FourNumbers(
        articles=tuple(members),
        texts=tuple(sorted({text_of(a, descents) for a in members})),
        origins=tuple(sorted(set(origins.values()))),
        voices=None if voices is None else tuple(sorted(set(voices))),
    )


def join_origins(articles: Iterable[str], descents: Mapping[str, Descent]) -> dict[str, str]:
    """For each article behind a claim its origin; of several that are texts of one agency the first by name.

    Policy: what papers took from two texts of an agency is that agency's; what a paper took from an agency and what it
    found out itself stay two. Two reports of one paper stay two as well: each rests on what was then asked.
    """
    origins = {article: origin_of(article, descents) for article in articles}
    agencies = {origin: _agency_of(article, descents) for article, origin in origins.items()}
    first: dict[str, str] = {}
    for origin in sorted(agencies):
        first.setdefault(agencies[origin] or origin, origin)
    return {article: first[agencies[origin] or origin] for article, origin in origins.items()}


def _agency_of(article: str, descents: Mapping[str, Descent]) -> str | None:
    return descents[article].agency if article in descents else None


def text_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The text group of an article; its own id where lineage says nothing."""
    return descents[article].text if article in descents else article


def origin_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The origin of an article; its own id where lineage says nothing."""
    return descents[article].origin if article in descents else article
