"""One article as stories see it: its terms, how often and where they stand, and what its numbers count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.model import Article, Passage, Reading, Role
from twosource.stories.terms import LEAD, NAME, NUMBER, TITLE, capitals, terms_of

_BODY_CHARS = 2_600  # about 400 words: 200 and 800 words measured .3 and .2 points lower B-cubed
_LEAD_WORDS = 60
_TITLE_WORDS = 10  # of an article without a title, its first words
_NONE: frozenset[str] = frozenset()
_URL = re.compile(r"https?://\S+|www\.\S+")


@dataclass(frozen=True, slots=True)
class Profile:
    """Distinct terms in order of first occurrence; `counts`, `marks` run beside them."""

    article: str
    day: int | None
    """Day of publication as a proleptic ordinal."""
    terms: tuple[str, ...]
    counts: tuple[int, ...]
    marks: tuple[int, ...]
    counted: Mapping[str, frozenset[str]]
    """What stands behind a number in title and lead -> the numbers: `{"package": {"12th"}}`."""


def profile_of(reading: Reading, *, day: int | None) -> Profile:
    """The profile of an article; `day` is given by the caller, who may know it from another copy of the text."""
    title, text = story_text(reading)
    return profile_of_text(reading.article.id, title, text, day=day)


def profile_of_text(article: str, title: str, text: str, *, day: int | None) -> Profile:
    """The profile of a title and a text.

    >>> profile = profile_of_text("a", "EU adopts 12th package", "Sanctions on Russia grew.", day=None)
    >>> profile.terms
    ('eu', 'adopt', '12th', 'package', 'sanction', 'russia', 'grew')
    >>> dict(profile.counted)
    {'package': frozenset({'12th'})}
    """
    body = text[:_BODY_CHARS].split()
    head = title.split() or body[:_TITLE_WORDS]
    chunks = Counter(head)
    chunks.update(body)
    counts: dict[str, int] = {}
    marks: dict[str, int] = {}
    for chunk, times in chunks.items():
        for form, mark in terms_of(chunk):
            counts[form] = counts.get(form, 0) + times
            marks[form] = marks.get(form, 0) | mark
    lead = body[:_LEAD_WORDS]
    _mark(marks, lead, LEAD)
    _mark(marks, head, TITLE | LEAD)
    if "capital" in chunks:
        _add_capital(body, counts, marks)
    return Profile(article, day, tuple(counts), tuple(counts.values()), tuple(marks.values()), _counted(head, lead))


def _mark(marks: dict[str, int], chunks: Sequence[str], bits: int) -> None:
    for chunk in chunks:
        for form, _ in terms_of(chunk):
            marks[form] |= bits


def _add_capital(body: Sequence[str], counts: dict[str, int], marks: dict[str, int]) -> None:
    """Kyiv for an article that says "the Ukrainian capital"."""
    for before, chunk in pairwise(body):
        country = terms_of(before)[0].form if chunk.startswith("capital") and terms_of(before) else ""
        city = capitals().get(country) if before[0].isupper() else None
        if city is not None:
            counts.setdefault(city, 1)
            marks[city] = marks.get(city, 0) | NAME | LEAD


def _counted(*runs: Sequence[str]) -> dict[str, frozenset[str]]:
    """Number and the word behind it, through hyphens: "12th package", "23-year-old"."""
    found: dict[str, frozenset[str]] = {}
    for run in runs:
        number = None
        for chunk in run:
            for form, mark in terms_of(chunk):
                if number is not None and not mark & NUMBER:
                    found[form] = found.get(form, _NONE) | {number}
                number = form if mark & NUMBER else None
    return found


def story_text(reading: Reading) -> tuple[str, str]:
    """Title and running text of an article: furniture and repeated passages left out, links taken away."""
    article = reading.article
    title = article.title.value if article.title is not None else ""
    kept = [p for p in reading.passages if p.role is not Role.FURNITURE and not p.repeats]
    if not reading.passages:
        return title, _URL.sub(" ", article.text)
    headlines = [p for p in kept if p.role is Role.HEADLINE]
    if not title and headlines:
        title = headlines[0].span.quote
    body = [p for p in kept if p.role is not Role.HEADLINE]
    return title, _URL.sub(" ", "\n".join(_shorten(article, body)))


def _shorten(article: Article, passages: Sequence[Passage]) -> list[str]:
    """Passages up to the length that is read: long articles cost no more than short ones."""
    taken: list[str] = []
    left = _BODY_CHARS
    for passage in passages:
        if left <= 0:
            break
        taken.append(article.text[passage.span.start : passage.span.end])
        left -= passage.span.length
    return taken
