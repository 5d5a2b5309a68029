"""Which words of an article are somebody's statement, with quotation marks or without: they prove no taking.

Beside quotations these are posts of social networks that a page embeds, which come out as a paragraph signed with a
name, a handle and a date; and appeals to call the police, which every outlet prints as they were given out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Extent
from twosource.text.posts import SIGNATURE
from twosource.text.quotes import find_quotes

_POST_CHARS = 320
"""A post has 280 characters at most; the rest is room for addresses that the page spells out."""
_BROKEN_LINES = 3
"""Lines on which a quotation that its own line leaves open is still looked for its end: some texts are hard-wrapped."""
_LONGEST = {"'": 600, "‘": 600}
_LONGEST_DOUBLE = 2_000
_LONGEST_OPEN = 700
# Of 85,000 closed quotations of 7,800 articles 100 are longer than 900 characters; the longest that was read and had
# its own marks had 1,764, a statement of a central bank printed whole aside; of single marks it was the next word's
# apostrophe or the end of another quotation. Paragraphs that open and go on in the next have 952 at most, 718 in 99 %.
_SIGNED = re.compile(rf"[-–—]{{1,2}}[ ]*{SIGNATURE}")  # an embedded post
_DOUBLE_MARK = re.compile(r"[\"“”«»]|``|''")
_OPENS = re.compile(r"[“«]|``|\"(?=\S)")
_OPENS_NEXT = re.compile(r"\s*(?:[\"“«]|``)")
_NUMBER = (
    r"(?:\+\d[\d ().-]{7,}\d|\(?\b\d{3}\)?[ .-]{0,2}\d{3}[ .-]\d{4}\b|\b\d{3}[.-]\d{4}\b|\b0\d{9,10}\b"
    r"|\d-TIPS?\b|\b[\d-]{3,}[A-Z]{4,}\b|\bTIPS?[ ]?\(\d{4}\))"
)
_CALL = r"\b(?:call(?:s|ing)?|contact(?:ing)?|text|reach|tip ?line|hot ?line)\b"
_APPEAL = re.compile(
    rf"{_CALL}[^\n]{{0,140}}?(?:{_NUMBER}|[Cc]rime ?[Ss]toppers)"
    r"|\b[Aa]ny(?:one|body) (?:who|with|having)\b[^\n.]{0,120}?\b(?:call|contact|text|phone|e-?mail|come forward)\b"
)
_APPEAL_SIGNS = ("nyone ", "nybody ", "toppers", "TIPS", " tip")
_SENTENCE_START = re.compile(r"(?:.*[.!?][\"”')]*[^\S\n]+(?=[A-Z(“\"]|\Z))?", re.DOTALL)
_SENTENCE_END = re.compile(r"[^\n]*?(?:[.!?](?=[ \n\"”)]|$)|(?=\n)|$)")


def find_statements(text: str) -> list[Extent]:
    r"""The stretches of `text` that somebody else worded, sorted and separate.

    Policy: only what its own form shows is taken for a statement. A sentence that the police gave out and a reporter
    wrote down without marks looks like any other sentence, and counts as the reporter's. Where a mark was lost, the
    sentence behind the other mark is somebody's, and not all that follows it.

    >>> text = "He quit. “It is over.”\n\nIt is over! — Ann Roe (@annroe) May 4, 2024"
    >>> [text[start:end] for start, end in find_statements(text)]
    ['It is over.', 'It is over! — Ann Roe (@annroe) May 4, 2024']
    """
    found, unmarked = list(_find_quoted(text, 0, len(text))), list(_find_unmarked(text))
    return list(join_ranges(sorted([*found, *unmarked])))


def _find_quoted(text: str, begin: int, stop: int) -> Iterator[Extent]:
    """What stands in quotation marks between two places, as far as both marks are there."""
    part = text[begin:stop] if begin or stop < len(text) else text
    for quote in find_quotes(part):
        start, end = begin + quote.start, begin + quote.end
        end = end if quote.closed else _find_end(text, end)
        if _has_both_marks(text, start, end, closed=quote.closed or end > begin + quote.end):
            yield start, end
            continue
        sentence = _SENTENCE_END.match(text, start)
        cut = min(end, max(start + 1, sentence.end() if sentence else end))
        yield start, cut
        yield from _find_quoted(text, cut, end)


def _has_both_marks(text: str, start: int, end: int, *, closed: bool) -> bool:
    """Whether a quotation ends where a mark says so, or may go on in the next paragraph."""
    mark = text[start - 1 : start]
    if closed:
        return end - start <= _LONGEST.get(mark, _LONGEST_DOUBLE) and "“" not in text[start:end]
    line = text.rfind("\n", 0, start) + 1
    opens_paragraph = not text[line : start - 1].strip()
    return end - start <= _LONGEST_OPEN and (opens_paragraph or bool(_OPENS_NEXT.match(text, end)))


def _find_unmarked(text: str) -> Iterator[Extent]:
    """Posts and appeals; a look for what none of them lacks spares most texts the search."""
    if "@" in text:
        yield from _find_posts(text)
    if any(sign in text for sign in _APPEAL_SIGNS):
        yield from _find_appeals(text)


def _find_end(text: str, place: int) -> int:
    """Where a quotation ends that its line leaves open: at a mark on one of the next lines, unless that one opens.

    Policy: an empty line ends a paragraph, and with it the search; what opens anew there speaks for itself.
    """
    stop = place
    for _ in range(_BROKEN_LINES):
        if text[stop : stop + 1] != "\n" or text[stop + 1 : stop + 2] in {"", "\n"}:
            return place
        begin, stop = stop + 1, text.find("\n", stop + 1)
        stop = len(text) if stop < 0 else stop
        mark = _DOUBLE_MARK.search(text, begin, stop)
        if mark is not None:
            return place if _OPENS.match(text, mark.start()) else mark.start()
    return place


def _find_posts(text: str) -> Iterator[Extent]:
    """From the start of the paragraph, or the end of the post before, to the end of the signature."""
    before = 0
    for signature in _SIGNED.finditer(text):
        begin = text.rfind("\n", before, signature.start()) + 1
        yield max(begin, before, signature.start() - _POST_CHARS), signature.end()
        before = signature.end()


def _find_appeals(text: str) -> Iterator[Extent]:
    """The whole sentences in which the reader is asked to call."""
    for appeal in _APPEAL.finditer(text):
        line = text.rfind("\n", 0, appeal.start()) + 1
        begin = _SENTENCE_START.match(text, line, appeal.start())
        end = _SENTENCE_END.match(text, appeal.end())
        yield begin.end() if begin else line, end.end() if end else appeal.end()


def join_ranges(extents: list[Extent]) -> Iterator[Extent]:
    """Sorted ranges with overlapping and touching ones joined.

    >>> list(join_ranges([(0, 3), (2, 5), (7, 9)]))
    [(0, 5), (7, 9)]
    """
    current: Extent | None = None
    for start, end in extents:
        if current is not None and start <= current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current is not None:
            yield current
        current = (start, end)
    if current is not None:
        yield current
