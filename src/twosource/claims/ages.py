"""How old somebody is said to be: a number of years that no counting rule sees, for nothing is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Article, Bound, Extent, Quantity, QuantityMention, span_of

_WORDS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=1,
    )
}
_NUMBER = rf"(?P<number>\d{{1,3}}|{'|'.join(_WORDS)})"
_WHO = r"(?:he|she|boy|girl|child|man|woman)"
_PATTERNS = (
    (("year",), re.compile(rf"\b{_NUMBER}[- ]years?[- ]olds?\b", re.IGNORECASE)),
    (("age",), re.compile(rf"\baged? {_NUMBER}\b(?! (?:and|to|or)\b)", re.IGNORECASE)),
    ((" is ", " was "), re.compile(rf"\b{_WHO} (?:is|was) {_NUMBER}(?=[.,;)\n]|\s+(?:and|but)\b|$)", re.IGNORECASE)),
)
"""Each behind letters of which one stands in whatever it matches."""


def find_ages(article: Article, extent: Extent) -> Iterator[QuantityMention]:
    """The ages stated at `extent`: "a four-year-old boy", "aged 12", "he is 3".

    Policy: an age of months is none of these, and a range of ages is none.

    >>> article = Article(id="a", raw="r", text="The four-year-old boy fell; later police said he is 3.")
    >>> [(m.span.quote, m.value.low) for m in find_ages(article, (0, len(article.text)))]
    [('four-year-old', 4.0), ('3', 3.0)]
    """
    plain = article.text[slice(*extent)].lower()
    for place, (cues, pattern) in enumerate(_PATTERNS):
        for found in pattern.finditer(article.text, *extent) if any(cue in plain for cue in cues) else ():
            word = found["number"].lower()
            years = float(_WORDS.get(word) or word)
            start, end = found.span() if place == 0 else found.span("number")
            value = Quantity(low=years, high=years, bound=Bound.EXACT, noun="age")
            yield QuantityMention(span=span_of(article, start, end), value=value)
