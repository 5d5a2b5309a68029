"""The sentences of an article that may stand in the account: whole, once, and never furniture."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from twosource.dossier.sameness import content_words
from twosource.model import Article, Passage, Reading, Role, Span, span_of
from twosource.text.sentences import split_sentences
from twosource.text.words import find_words

_OUTLET_SIGN = re.compile(  # "(CNN) A plane", "(AP) — A plane", "(Reuters) - A plane"
    r"(?:\([A-Z]{2,8}\)[^\S\n]*[—–-]*|\([A-Z][a-z]+\)[^\S\n]*[—–-]+)[^\S\n]*(?=[A-Z“\"])"
)
_REST_OF_DATELINE = re.compile(r"[^\S\n]*(?:\([^)\n]{1,40}\)|,[^\n—–:]{1,24})?[^\S\n]*[:–—-]+\s*")

_OPENING_MARK = re.compile(r"(?:[–—•*-]+|(?:UPDATED?|BREAKING|JUST IN)\b[^:\n]{0,24}(?::\d\d[^:\n]{0,8})?:)[^\S\n]+")


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence with its role and its place among the telling sentences of the article, 0 for the first."""

    span: Span
    role: Role
    place: int

    @cached_property
    def content(self) -> frozenset[str]:
        """The words it is compared by."""
        return content_words(self.span.quote)

    @cached_property
    def length_words(self) -> int:
        """Words, for choosing sentences of readable length."""
        return len(find_words(self.span.quote))


def find_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences of everything but furniture and repeated passages, in order.

    Policy: an article without passages is read as one passage of body, so that a caller may pass bare texts.
    """
    article = reading.article
    whole = Passage(span=span_of(article, 0, len(article.text)), role=Role.BODY)
    found: list[Sentence] = []
    for passage in reading.passages or (whole,):
        if passage.role is Role.FURNITURE or passage.repeats:
            continue
        begin = _after_dateline(article, passage.span.start)
        for start, end in split_sentences(article.text, begin, passage.span.end):
            found.append(Sentence(span=span_of(article, start, end), role=passage.role, place=len(found)))
    return tuple(found)


def words_after_dateline(article: Article, span: Span) -> str:
    """The words of a span without the dateline, the dash of a list or the "UPDATE:" that it opens with.

    >>> text = "(CNN) A plane fell."
    >>> article = Article(id="a", raw="r", text=text)
    >>> words_after_dateline(article, span_of(article, 0, len(text)))
    'A plane fell.'
    """
    begin = _after_dateline(article, span.start)
    mark = _OPENING_MARK.match(article.text, begin)
    begin = mark.end() if mark else begin
    return article.text[begin : span.end] if begin < span.end else span.quote


def _after_dateline(article: Article, start: int) -> int:
    """Where the words of a passage begin: after the place and agency of a dateline, or after "(CNN)" alone."""
    extent = article.dateline.extent if article.dateline else None
    if extent is None or extent[0] != start:
        sign = _OUTLET_SIGN.match(article.text, start)
        return sign.end() if sign else start
    found = _REST_OF_DATELINE.match(article.text, extent[1])
    return found.end() if found else start


def sentence_at(sentences: tuple[Sentence, ...], offset: int) -> Sentence | None:
    """The sentence that covers `offset`, None where it lies in furniture or between sentences."""
    place = bisect_right(sentences, offset, key=lambda s: s.span.start) - 1
    if place < 0 or offset >= sentences[place].span.end:
        return None
    return sentences[place]
