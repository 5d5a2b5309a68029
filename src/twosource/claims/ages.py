"""How old somebody is said to be: a number of years that no counting rule sees, for nothing is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Article, Bound, Extent, Quantity, QuantityMention, span_of
from twosource.text.cued import Cued
from twosource.text.number_words import UP_TO_TWENTY

_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(UP_TO_TWENTY)})"
_WHO = r"(?:he|she|boy|girl|child|man|woman)"
_PATTERNS = (
    Cued(re.compile(rf"\b{_NUMBER}[- ]years?[- ]olds?\b", re.IGNORECASE), ("year",)),
    Cued(re.compile(rf"\baged? {_NUMBER}\b(?! (?:and|to|or)\b)", re.IGNORECASE), ("age",)),
    Cued(
        re.compile(rf"\b{_WHO} (?:is|was) {_NUMBER}(?=[.,;)\n]|\s+(?:and|but)\b|$)", re.IGNORECASE), (" is ", " was ")
    ),
)


def find_ages(article: Article, extent: Extent) -> Iterator[QuantityMention]:
    """The ages stated at `extent`: "a four-year-old boy", "aged 12", "he is 3".

    Policy: an age of months is none of these, and a range of ages is none.

    >>> article = Article(id="a", raw="r", text="The four-year-old boy fell; later police said he is 3.")
    >>> [(m.span.quote, m.value.low) for m in find_ages(article, (0, len(article.text)))]
    [('four-year-old', 4.0), ('3', 3.0)]
    """
    plain = article.text[extent[0] : extent[1]].lower()
    for place, pattern in enumerate(_PATTERNS):
        for found in pattern.pattern.finditer(article.text, *extent) if pattern.stands_in(plain) else ():
            word = found["number"].lower()
            years = float(UP_TO_TWENTY.get(word) or word)
            start, end = found.span() if place == 0 else found.span("number")
            value = Quantity(low=years, high=years, bound=Bound.EXACT, noun="age")
            yield QuantityMention(span=span_of(article, start, end), value=value)
