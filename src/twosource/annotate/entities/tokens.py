"""Tokens of an article for naming: parallel lists, so that a long article stays cheap."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from twosource.text.sentences import split_sentences

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?<=\$)(?:US|AU|NZ|HK|[ACS])(?=\d)"  # $US7,000
    r"|[^\W\d_]\w*(?:(?:-|['’](?![sS]\b))\w+)*"
    r"|['’][sS]\b"
    r"|\d+(?:[.,:]\d+)*\w*"
    r"|[^\w\s]"
)
_POINTED = frozenset(
    "St Mt Ft Mr Mrs Ms Dr Gen Sen Rep Gov Lt Col Maj Sgt Capt Prof Rev Hon Adm Jr Sr Messrs No".split()
)
POSSESSIVES = frozenset({"'s", "’s"})
_OPENING = frozenset('"“‘«„(:•*-–—|>[')


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text; `opening` holds the places where a capital letter says nothing."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    sentence_of: list[int]
    opening: frozenset[int]

    def __len__(self) -> int:
        return len(self.forms)

    def gap(self, place: int) -> str:
        """The characters between token `place` and the next one."""
        return self.text[self.ends[place] : self.starts[place + 1]]

    def glued(self, place: int) -> bool:
        """Whether token `place` and the next stand on one line with at most one blank between them."""
        return self.starts[place + 1] - self.ends[place] <= 1 and self.gap(place) in {"", " ", "\u00a0"}


@lru_cache(maxsize=2)  # names and quantities of one article are read one after the other from the same tokens
def find_tokens(text: str) -> Tokens:
    """The tokens of `text`; never raises.

    >>> find_tokens("Sen. Reed met the U.S. team's J. Doe.").forms
    ['Sen.', 'Reed', 'met', 'the', 'U.S.', 'team', "'s", 'J.', 'Doe', '.']
    """
    forms, starts, ends = _cut(text)
    firsts, sentence_of = _sentences(text, starts)
    after_marks = {i + 1 for i, form in enumerate(forms) if form in _OPENING and _opens(text, ends[i])}
    return Tokens(text, forms, starts, ends, sentence_of, frozenset(firsts | after_marks))


def _cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """The forms of all tokens with their ranges. Only blanks and "_" stand between tokens, so each is the next met."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for form in _TOKEN.findall(text):
        start = text.index(form, end)
        pointed = form == "." and start == end > 0 and _keeps_point(text, forms[-1], end + 1)
        end = start + len(form)
        if pointed:
            forms[-1], ends[-1] = forms[-1] + ".", end
        else:
            forms.append(form)
            starts.append(start)
            ends.append(end)
    return forms, starts, ends


def _keeps_point(text: str, word: str, end: int) -> bool:
    """Whether a point belongs to the word before it: "Sen. Reed", "J. Doe"."""
    if not text[end : end + 1].isspace():
        return False
    return word in _POINTED or (len(word) == 1 and word.isupper() and text[end + 1 : end + 2].isalpha())


def _opens(text: str, end: int) -> bool:
    return end < len(text) and (not text[end].isspace() or text[end - 1] in ":-–—•*|>")


def _sentences(text: str, starts: list[int]) -> tuple[set[int], list[int]]:
    firsts: set[int] = set()
    sentence_of = [0] * len(starts)
    for number, (begin, end) in enumerate(split_sentences(text)):
        first, after = bisect_left(starts, begin), bisect_left(starts, end)
        firsts.add(first)
        sentence_of[first:after] = [number] * (after - first)
    return firsts, sentence_of
