"""One article as stories see it: its terms, how often and where they stand, and what its numbers count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import itemgetter

from twosource.model import Article, Grain, Passage, Reading, Role
from twosource.stories.scene import Scene, cut_denials, find_scene
from twosource.stories.terms import LEAD, NAME, NUMBER, TITLE, Term, capitals, terms_of

_BODY_CHARS = 1_600  # about 250 words; 2,600 measured .004 lower multi-article B-cubed on 2015, .012 lower on 5W1H
_LEAD_WORDS = 60
_TITLE_TERMS = 8  # of an article without a title, its first terms
_NONE: frozenset[str] = frozenset()
_NO_DAYS: frozenset[int] = frozenset()
_DAILY = frozenset({Grain.DAY, Grain.PART_OF_DAY, Grain.HOUR, Grain.MINUTE})
_EVENT_CHARS = 1_200
_NEAR_DAYS = 21
_FORM = itemgetter(0)
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
    happened: frozenset[int]
    """Days near publication that the beginning of the text tells of, where times were annotated."""
    counted: Mapping[str, frozenset[str]]
    """What stands behind a number in title and lead -> the numbers: `{"package": {"12th"}}`."""
    scene: Scene


def profile_of(reading: Reading, *, day: int | None) -> Profile:
    """The profile of an article; `day` is given by the caller, who may know it from another copy of the text."""
    title, text = story_text(reading)
    return profile_of_text(reading.article.id, title, text, day=day, happened=event_days(reading))


def event_days(reading: Reading) -> frozenset[int]:
    """The days, stated to the day or finer, that the beginning of an article tells of: when it happened.

    Days far from publication are background ("in September 2001") and left out.
    """
    published = reading.article.published
    if published is None or not reading.times:
        return _NO_DAYS
    latest, found = published.day.toordinal(), set()
    for mention in reading.times:
        when = mention.when
        if when is None or when.grain not in _DAILY or when.earliest is None or when.earliest != when.latest:
            continue
        day = when.earliest.toordinal()
        if mention.span.start < _EVENT_CHARS and abs(latest - day) <= _NEAR_DAYS:
            found.add(day)
    return frozenset(found)


def profile_of_text(
    article: str, title: str, text: str, *, day: int | None, happened: frozenset[int] = _NO_DAYS
) -> Profile:
    """The profile of a title and a text.

    >>> profile = profile_of_text("a", "EU adopts 12th package", "Sanctions on Russia grew.", day=None)
    >>> profile.terms
    ('eu', 'adopt', '12th', 'package', 'sanction', 'russia', 'grew')
    >>> dict(profile.counted)
    {'package': frozenset({'12th'})}
    """
    told, denied = cut_denials(text[:_BODY_CHARS])
    chunks = told.split()
    lead = terms_of(chunks[:_LEAD_WORDS])
    head = terms_of(title.split()) or lead[:_TITLE_TERMS]
    counts, marks = _tally(head, lead, terms_of(chunks[_LEAD_WORDS:]))
    if "capital" in told:
        _add_capital(chunks, counts, marks)
    columns = tuple(counts), tuple(counts.values()), tuple(marks.values())
    return Profile(article, day, *columns, happened, _counted(head, lead), find_scene(title, told, denied))


def _tally(head: Sequence[Term], lead: Sequence[Term], rest: Sequence[Term]) -> tuple[dict[str, int], dict[str, int]]:
    """How often each form stands in all three together, and its marks; both in order of first occurrence."""
    counts: dict[str, int] = Counter(map(_FORM, chain(head, lead, rest)))
    marks = dict.fromkeys(counts, 0)
    for form, mark in rest:
        if mark:
            marks[form] |= mark
    for form, mark in lead:
        marks[form] |= mark | LEAD
    for form, mark in head:
        marks[form] |= mark | TITLE | LEAD
    return counts, marks


def _add_capital(chunks: Sequence[str], counts: dict[str, int], marks: dict[str, int]) -> None:
    """Kyiv for an article that says "the Ukrainian capital"."""
    for before, chunk in pairwise(chunks):
        if chunk.startswith("capital") and before[0].isupper():
            for country, _ in terms_of([before]):
                city = capitals().get(country)
                if city is not None:
                    counts.setdefault(city, 1)
                    marks[city] = marks.get(city, 0) | NAME | LEAD


def _counted(*runs: Sequence[Term]) -> dict[str, frozenset[str]]:
    """Number and the term behind it: "12th package", "23-year-old"."""
    found: dict[str, frozenset[str]] = {}
    for run in runs:
        number = None
        for form, mark in run:
            if mark & NUMBER:
                number = form
            elif number is not None:
                found[form] = found.get(form, _NONE) | {number}
                number = None
    return found


def story_text(reading: Reading) -> tuple[str, str]:
    """Title and running text of an article: furniture and repeated passages left out, links taken away."""
    article = reading.article
    if not reading.passages:
        return title_of(reading), _without_links(article.text[: 2 * _BODY_CHARS])
    body = [p for p in story_passages(reading) if p.role is not Role.HEADLINE]
    return title_of(reading), _without_links("\n".join(_shorten(article, body)))


def title_of(reading: Reading) -> str:
    """The title of an article, else its headline; "" where it has neither."""
    title = reading.article.title
    if title is not None and title.value:
        return title.value
    return next((p.span.quote for p in story_passages(reading) if p.role is Role.HEADLINE), "")


def story_passages(reading: Reading) -> list[Passage]:
    """The passages that tell the story: no furniture, nothing printed twice."""
    return [p for p in reading.passages if p.role is not Role.FURNITURE and not p.repeats]


def _without_links(text: str) -> str:
    return _URL.sub(" ", text) if "http" in text or "www." in text else text


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
