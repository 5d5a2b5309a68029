"""Numbers whose noun stands elsewhere: "the number of people killed rose to 19", "the correct figure is 43"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from twosource.model import Bound, Extent, Quantity, QuantityMention, Reading, span_of
from twosource.text.cued import Cued
from twosource.text.sentences import split_sentences
from twosource.text.terms import lemma_of

_NUMBER_OF = re.compile(
    r"\bnumbers? of (?:[a-z-]+ ){0,2}?(?P<noun>people|children|women|men|[a-z]{2,}s)\b", re.IGNORECASE
)
_TOLL = re.compile(r"\b(?:death )?toll\b", re.IGNORECASE)
_REACHES = re.compile(
    r"\b(?:to|at|of|is|was|stands|stood|reached|reaches|passed|hit)\s+(?:\w+ly\s+|about\s+|at least\s+)?$"
)
_CORRECT = re.compile(
    r"\b(?:correct|right|actual|true) (?:figure|number|count|total|age|sum) (?:is|was)\b", re.IGNORECASE
)
_FIGURE = Cued(
    re.compile(_CORRECT.pattern + r"\s+(?P<number>\d[\d,]*(?:\.\d+)?)", re.IGNORECASE),
    ("correct ", "right ", "actual ", "true "),
)
_OWNED = re.compile(r"\s(?:[A-Za-z-]+\s){0,2}?(?P<noun>people|children|women|men|[a-z]{3,}s)['’](?:s\b|(?=\s))")
_LOOK_BACK_CHARS = 24


def name_bare_numbers(
    reading: Reading, extent: Extent, inside: Sequence[QuantityMention]
) -> tuple[QuantityMention, ...]:
    """The numbers `inside` the statement at `extent`; a bare one gets the noun that the words before it name.

    Policy: "number of X" and "toll" name what a bare number behind "to", "at", "is" counts; "the correct figure is"
    takes up the last count before it; "400 people's records" counts the people. A number that none of these explains
    stays bare.
    """
    text = reading.article.text
    corrected = _corrected(reading, extent, inside)
    return tuple(_named(q, _noun_before(text, extent, q, reading.quantities)) for q in (*inside, *corrected))


def _corrected(reading: Reading, extent: Extent, known: Sequence[QuantityMention]) -> list[QuantityMention]:
    """The figure behind "the correct figure is", where it was no quantity for want of a noun."""
    found = _FIGURE.search(reading.article.text, *extent)
    if found is None or any(q.span.start < found.end("number") and found.start("number") < q.span.end for q in known):
        return []
    number = float(found["number"].replace(",", ""))
    value = Quantity(low=number, high=number, bound=Bound.EXACT)
    return [QuantityMention(span=span_of(reading.article, found.start("number"), found.end("number")), value=value)]


def _named(mention: QuantityMention, noun: str | None) -> QuantityMention:
    bare = mention.value.noun is None and mention.value.unit is None
    return replace(mention, value=replace(mention.value, noun=noun)) if bare and noun else mention


def _noun_before(text: str, extent: Extent, mention: QuantityMention, known: Sequence[QuantityMention]) -> str | None:
    owner = _OWNED.match(text, mention.span.end, extent[1])
    if owner:
        return lemma_of(owner["noun"].lower())
    start = mention.span.start
    if not _REACHES.search(text, max(extent[0], start - _LOOK_BACK_CHARS), start):
        return None
    if _CORRECT.search(text, extent[0], start):
        return _last_noun(text, start, known)
    counted = _NUMBER_OF.search(text, extent[0], start)
    if counted:
        return lemma_of(counted["noun"])
    return "person" if _TOLL.search(text, extent[0], start) else None


def _last_noun(text: str, start: int, mentions: Sequence[QuantityMention]) -> str | None:
    """The noun of the last count before `start`, in this sentence or the one before."""
    sentences = [s for s in split_sentences(text, 0, start) if s[0] < start]
    begin = sentences[-2][0] if len(sentences) > 1 else 0
    nouns = [q.value.noun for q in mentions if begin <= q.span.start and q.span.end <= start and q.value.noun]
    return nouns[-1] if nouns else None
