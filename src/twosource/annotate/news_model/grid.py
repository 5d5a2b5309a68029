"""The words the model speaks of, cut as Universal Dependencies cuts English, and the pieces each is read as."""

from __future__ import annotations

import re
from enum import IntEnum

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|(?:https?://|www\.)[^\s<>\"”’)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[^\W\d_]+(?=n['’]t\b)|n['’]t\b"  # did + n't
    r"|['’](?:s|S|re|ve|ll|d|m|RE|VE|LL|D|M)\b"
    r"|[^\W_]*\d(?:[.,:/]?[^\W_])*"  # 1,200.5, 10:30, 4th
    r"|[^\W\d_](?:(?:['’](?!(?:[sSdDmM]|re|ve|ll|RE|VE|LL)\b))?[^\W\d_]|[\u0300-\u036f])*"
    r"|[.!?]{2,}|-{2,}|``|''"
    r"|[^\w\s]|_+"
)
_SPLIT = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
_POINTED = frozenset(
    """Mr Mrs Ms Dr St Mt Ft Gen Sen Sens Rep Reps Rev Hon Gov Lt Col Maj Sgt Capt Cpl Adm Prof Jr Sr Inc Corp Co Ltd
    Bros vs No Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Fla Ill Ind Mass Mich Minn
    Mo Nev Okla Ore Pa Tenn Tex Va Wash Wis Ave Blvd etc""".split()
)


class Shape(IntEnum):
    """How a word is written: what an encoder without capitals cannot see."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5
    NUMBER = 6
    MARK = 7


def find_grid(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as half-open ranges of `text`; contractions, hyphens and marks are words.

    >>> text = "Sen. Roe's follow-up didn't cost $1,200."
    >>> [text[s:e] for s, e in find_grid(text)]
    ['Sen.', 'Roe', "'s", 'follow', '-', 'up', 'did', "n't", 'cost', '$', '1,200', '.']
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, stop):
        first, after = match.span()
        word = match[0]
        if word == "." and found and found[-1][1] == first and _keeps_point(text, found[-1], after):
            found[-1] = (found[-1][0], after)
        elif (cut := _SPLIT.get(word.lower())) is not None:
            found += [(first, first + cut), (first + cut, after)]
        else:
            found.append((first, after))
    return found


def _keeps_point(text: str, word: tuple[int, int], after: int) -> bool:
    """Whether a point belongs to the word before it: "Sen. Reed", "J. Doe"."""
    form = text[word[0] : word[1]]
    if form in _POINTED:
        return True
    return len(form) == 1 and form.isupper() and text[after : after + 1].isspace()


def shape_of(form: str) -> Shape:
    """How a word is written.

    >>> [shape_of(w).name for w in ["said", "Reed", "NATO", "J.", "McCain", "27", "%", "北京"]]
    ['LOWER', 'TITLE', 'UPPER', 'INITIAL', 'MIXED', 'NUMBER', 'MARK', 'LOWER']
    """
    if any(c.isdigit() for c in form):
        return Shape.NUMBER
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return Shape.MARK
    if not any(c.isupper() for c in letters):
        return Shape.LOWER
    if len(letters) == 1:
        return Shape.INITIAL
    if all(c.isupper() for c in letters):
        return Shape.UPPER
    return Shape.TITLE if letters[0].isupper() and not any(c.isupper() for c in letters[1:]) else Shape.MIXED
