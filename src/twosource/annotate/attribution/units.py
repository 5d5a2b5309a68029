"""Sentences as the clause rules see them: words, marks, and each quotation as one opaque token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

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
_PAIRED_MARKS = frozenset({"''", "``", "’’", "‘‘"})


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

    def find(self, form: str, start: int) -> int | None:
        """The first token of a form from `start` on."""
        return self.forms.index(form, start) if form in self.forms[start:] else None

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
    tokens = _tokens(text, masked, begin, quotes)
    place = 0
    for _, stop in split_sentences(masked):
        after = bisect_left(tokens.starts, begin + stop, place)
        if after > place:
            forms, starts, ends = tokens.part(place, after)
            yield Unit(text, forms, starts, ends, number, _is_title(text, forms, starts, ends))
        place = after


def _is_title(text: str, forms: list[str], starts: list[int], ends: list[int]) -> bool:
    """Whether nearly every longer word of a short sentence is capitalised."""
    if len(forms) > _TITLE_MAX_TOKENS:
        return False
    words = zip(forms, starts, ends, strict=True)
    long = [text[start].isupper() for form, start, end in words if end - start >= _LONG_CHARS and form != QUOTE]
    return len(long) >= _TITLE_MIN_WORDS and sum(long) >= _TITLE_SHARE * len(long)


class _Tokens(NamedTuple):
    """The tokens of one paragraph in parallel lists."""

    forms: list[str]
    starts: list[int]
    ends: list[int]

    def append(self, form: str, start: int, end: int) -> None:
        self.forms.append(form)
        self.starts.append(start)
        self.ends.append(end)

    def part(self, first: int, after: int) -> tuple[list[str], list[int], list[int]]:
        return self.forms[first:after], self.starts[first:after], self.ends[first:after]


def _tokens(text: str, masked: str, begin: int, quotes: list[Extent]) -> _Tokens:
    """The tokens of the paragraph that begins at `begin`, each of its quotations as one."""
    found = _Tokens([], [], [])
    place, after = begin, begin + len(masked)
    for start, stop in quotes:
        _append_words(found, text, masked, begin, (place, start - 1))
        opening = start - 2 if text[start - 2 : start] in _PAIRED_MARKS else start - 1
        closing = min(stop + 1, after)
        while closing > stop and text[closing - 1] not in _MARKS:
            closing -= 1
        found.append(QUOTE, opening, closing)
        place = closing
    _append_words(found, text, masked, begin, (place, after))
    return found


def _append_words(found: _Tokens, text: str, masked: str, begin: int, part: Extent) -> None:
    """Appends the words and marks of a part. Only blanks stand between them, so each is the next one to be met."""
    end = part[0] - begin
    for raw in _TOKEN.findall(masked, end, max(part) - begin):
        start = masked.index(raw, end)
        end = start + len(raw)
        form = text[begin + start : begin + end].lower().replace("’", "'")
        found.append(form, begin + start, begin + end)
