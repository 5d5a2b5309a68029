"""The one place where the package counts: articles, texts, origins, voices. Every stage that counts calls this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from twosource.model.claim import FourNumbers
from twosource.model.lineage import Descent


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
