"""The one place where the package counts: articles, texts, origins, voices. Every stage that counts calls this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.model.claim import FourNumbers
from twosource.model.lineage import Descent

Articles = Sequence[str]


def count_four_numbers(
    articles: Iterable[str],
    descents: Mapping[str, Descent],
    voices: Iterable[str] | None,
    *,
    of_claim: bool = True,
    same_words: Iterable[Articles] = (),
) -> FourNumbers:
    """Articles, texts, origins and voices, each as a sorted set: every number opens to its members.

    Policy: each is an upper bound on independence: a copy that lineage did not see counts as an origin. An article
    without a descent is its own text and its own origin. Behind a claim, all texts of one agency are one origin, and so
    are all of one publisher, for who repeats himself is no second source, and articles that have a sentence of it word
    for word (`same_words`); a story (`of_claim` false) has as many origins as there were acts of newsgathering.
    `voices` is None where they were not measured, which is not the same as none.

    >>> first, second = (Descent(article=a, text=a, origin=f"unseen:ap:{a}", agency="ap") for a in "bc")
    >>> numbers = count_four_numbers(["a", "b", "c", "c"], {"b": first, "c": second}, ["Kremlin"])
    >>> numbers.articles, numbers.texts, numbers.origins, numbers.voices
    (('a', 'b', 'c'), ('a', 'b', 'c'), ('a', 'unseen:ap:b'), ('Kremlin',))
    >>> count_four_numbers("abc", {"b": first, "c": second}, None, of_claim=False).origins
    ('a', 'unseen:ap:b', 'unseen:ap:c')
    """
    members = sorted(set(articles))
    apart = {a: origin_of(a, descents) for a in members}
    origins = join_origins(members, descents, same_words=same_words) if of_claim else apart
    return FourNumbers(
        articles=tuple(members),
        texts=tuple(sorted({text_of(a, descents) for a in members})),
        origins=tuple(sorted(set(origins.values()))),
        voices=None if voices is None else tuple(sorted(set(voices))),
    )


def join_origins(
    articles: Iterable[str], descents: Mapping[str, Descent], *, same_words: Iterable[Articles] = ()
) -> dict[str, str]:
    """For each article behind a claim its origin; of several that count as one the first by name.

    Policy: what papers took from two texts of an agency is that agency's, and what a publisher says twice is his: he
    vouches for it once. What a paper took from an agency and what it found out itself stay two. Articles of one group
    of `same_words` have the claim from one place.
    """
    origins = {article: origin_of(article, descents) for article in articles}
    homes = {origin: origin for origin in origins.values()}
    for group in (*_by_source(origins, descents), *same_words):
        joined = {_home_of(origins[article], homes) for article in group if article in origins}
        homes.update(dict.fromkeys(joined, min(joined, default="")))
    return {article: _home_of(origin, homes) for article, origin in origins.items()}


def _home_of(origin: str, homes: Mapping[str, str]) -> str:
    while homes[origin] != origin:
        origin = homes[origin]
    return origin


def _by_source(origins: Mapping[str, str], descents: Mapping[str, Descent]) -> Iterable[Articles]:
    """The articles that go back to one agency, and those that carry a publisher's own text."""
    found: dict[tuple[str, str], list[str]] = {}
    for article in sorted(origins):
        descent = descents.get(article)
        if descent is not None and descent.agency is not None:
            found.setdefault(("agency", descent.agency), []).append(article)
        elif descent is not None and descent.family is not None and descent.text == descent.origin:
            found.setdefault(("publisher", descent.family), []).append(article)
    return found.values()


def text_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The text group of an article; its own id where lineage says nothing."""
    return descents[article].text if article in descents else article


def origin_of(article: str, descents: Mapping[str, Descent]) -> str:
    """The origin of an article; its own id where lineage says nothing."""
    return descents[article].origin if article in descents else article
