"""Sentences as the clause rules see them: words, marks, and each quotation as one opaque token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.model import Extent
from twosource.text.quotes import find_quotes
from twosource.text.sentences import split_sentences

QUOTE = "“”"
"""The form of a token that is a whole quotation, marks included."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?:St|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|Prof|Rev|Hon|Adm|Jr|Sr|Sens|Reps|Gens|Messrs|No)\.(?=\s)"
    r"|[A-Z]\.(?=\s[^\W\d_])"  # the J. of John J. Smith
    r"|\w+(?:[-.&/]\w+|['’](?![sS]\b)\w+)*|['’][sS]?\b|[^\w\s]"
)
_PARAGRAPH = re.compile(r"[^\n]+")
_LONG_CHARS = 4
_TITLE_MIN_WORDS = 4
_TITLE_MAX_TOKENS = 30
_TITLE_SHARE = 0.9
_MARKS = "\"“”'’‘«»„"


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: lower-case forms and ranges, in parallel lists; a quotation is one token of form `QUOTE`."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    paragraph: int
    titled: bool = False
    """A headline: nearly every longer word is capitalised."""

    def __len__(self) -> int:
        return len(self.forms)

    def raw(self, place: int) -> str:
        """The characters of one token."""
        return self.text[self.starts[place] : self.ends[place]]

    def capital(self, place: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.starts[place]].isupper()

    def extent(self, first: int, after: int) -> Extent:
        """The range of tokens `first`..`after`."""
        return self.starts[first], self.ends[after - 1]

    def quoted(self, place: int) -> bool:
        """Whether a token is a quotation."""
        return self.forms[place] == QUOTE


def find_units(text: str) -> Iterator[Unit]:
    r"""The sentences of `text`, paragraph by paragraph; never raises, whatever the quotation marks.

    >>> [unit.forms for unit in find_units('“Go. Now,” he said.\nIt rained.')]
    [['“”', 'he', 'said', '.'], ['it', 'rained', '.']]
    """
    plain = _double_marks(text)
    quotes = [(q.start, q.end) for q in find_quotes(plain) if _is_whole(plain, q.start, closed=q.closed)]
    opens = [start - 1 for start, _ in quotes]
    for number, match in enumerate(_PARAGRAPH.finditer(text)):
        begin, end = match.span()
        here = quotes[bisect_left(opens, begin) : bisect_left(opens, end)]
        yield from _units_of(text, _mask(plain, begin, end, here), begin, here, number)


def _double_marks(text: str) -> str:
    """`text` with two single marks for a double one made plain, length kept."""
    return text.replace("''", ' "').replace("``", ' "').replace("’’", " ”").replace("‘‘", " “")


def _is_whole(text: str, start: int, *, closed: bool) -> bool:
    """An unclosed mark opens a quotation only where it opens its paragraph."""
    return closed or not text[text.rfind("\n", 0, start) + 1 : start - 1].strip()


def _mask(text: str, begin: int, end: int, quotes: list[Extent]) -> str:
    """The paragraph with the words inside quotations blotted out, so that no sentence ends inside one."""
    masked = list(text[begin:end])
    for start, stop in quotes:
        last = stop
        while last > start and text[last - 1] in ".?!,… ":
            last -= 1
        for at in range(start - begin + 1, min(last, end) - begin):
            masked[at] = "x"
    return "".join(masked)


def _units_of(text: str, masked: str, begin: int, quotes: list[Extent], number: int) -> Iterator[Unit]:
    spans = _tokens(text, masked, begin, quotes)
    sentences = split_sentences(masked)
    place = 0
    for _, stop in sentences:
        after = place
        while after < len(spans) and spans[after][1] < begin + stop:
            after += 1
        if after > place:
            chunk = spans[place:after]
            titled = _is_title(text, chunk)
            yield Unit(text, [c[0] for c in chunk], [c[1] for c in chunk], [c[2] for c in chunk], number, titled)
        place = after


def _is_title(text: str, chunk: list[tuple[str, int, int]]) -> bool:
    """Whether nearly every longer word of a short sentence is capitalised."""
    if len(chunk) > _TITLE_MAX_TOKENS:
        return False
    long = [text[start].isupper() for form, start, end in chunk if end - start >= _LONG_CHARS and form != QUOTE]
    return len(long) >= _TITLE_MIN_WORDS and sum(long) >= _TITLE_SHARE * len(long)


def _tokens(text: str, masked: str, begin: int, quotes: list[Extent]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    place = 0
    for start, stop in quotes:
        _append_words(found, text, masked, begin, (place, start - 1 - begin))
        opening = start - 2 if text[start - 2 : start] in {"''", "``", "’’", "‘‘"} else start - 1
        closing = min(stop + 1, begin + len(masked))
        while closing > stop and text[closing - 1] not in _MARKS:
            closing -= 1
        found.append((QUOTE, opening, closing))
        place = closing - begin
    _append_words(found, text, masked, begin, (place, len(masked)))
    return found


def _append_words(found: list[tuple[str, int, int]], text: str, masked: str, begin: int, part: Extent) -> None:
    for match in _TOKEN.finditer(masked, part[0], max(part)):
        start, end = begin + match.start(), begin + match.end()
        found.append((text[start:end].lower().replace("’", "'"), start, end))
