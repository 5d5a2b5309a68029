"""Where an attribution stands, in which statement, and who it says is speaking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.model import Attribution, Extent, Span, Statement
from twosource.text.words import find_words

PRONOUNS = frozenset("i he she it they we you there who which that".split())
"""Stand for a speaker and name nobody."""


def extent_over(spans: Sequence[Span]) -> Extent:
    """From the first to the last of some spans of one article; (0, 0) for none."""
    if len(spans) == 1:
        return spans[0].extent
    return (min([s.start for s in spans]), max([s.end for s in spans])) if spans else (0, 0)


def extent_of(attribution: Attribution) -> Extent:
    """From the first to the last of speaker, cue and content; (0, 0) where it has none of them."""
    return extent_over((*attribution.content, *attribution.cue, *attribution.source))


def do_meet(one: Extent, two: Extent) -> bool:
    """Whether two ranges share a character."""
    return one[0] < two[1] and two[0] < one[1]


def holder_of(extent: Extent, statements: Iterable[Statement]) -> Statement | None:
    """The first statement of an article that has some of a range of it."""
    start, end = extent
    return next((s for s in statements if s.span.start < end and start < s.span.end), None)


def speaker_of(attribution: Attribution) -> str:
    """The body spoken for, else the speaker, else the words for the speaker; empty where nobody is named."""
    return attribution.speaks_for or attribution.voice or " ".join(s.quote for s in attribution.source)


def share_a_word(one: str, two: str) -> bool:
    """Whether two names for a speaker share a word, and so may be of one.

    >>> share_a_word("Ana Reyes", "Mayor Reyes"), share_a_word("Ana Reyes", "Orla Stone")
    (True, False)
    """
    return not {w.form for w in find_words(one)}.isdisjoint(w.form for w in find_words(two))
