"""The text as token types: one letter a token, so that rules are short patterns over a short alphabet.

One pass, linear in the length of the text; no pattern of it can backtrack over more than the token it reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from twosource.annotate.time.lexicon import code_of_word

_TOKEN = re.compile(
    r"""
      [a-z]{2,}+(?![\w'’])
    | [$£€¥#][ ]?\d[\d,.]*\w*
    | \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])
    | \d{1,2}:\d\d(?::\d\d)?(?:[AaPp][Mm])?(?!\w)
    | \d{1,4}/\d{1,2}(?:/\d{1,4})?(?![\w/])
    | \d{1,2}\.\d{1,2}\.\d{4}(?![\w.])
    | \d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?
    | \d+\.\d+(?!\w)
    | [AaPp]\.[ ]?[Mm]\b\.?
    | (?:[^\W\d_]\.){2,}
    | (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.
    | (?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|St|Inc|Corp|Co|Ltd|No|Jr|Sr|Prof|Rev|Capt|Maj|vs)\.
    | o['’]clock
    | ['’`](?:s\b|\d0s\b|\d\d(?![\w]))
    | \w+
    | \n[^\S\n]*\n\s*
    | --+
    | [^\s\w]
    """,
    re.VERBOSE,
)
_SHAPES = (
    (re.compile(r"1\d{3}|20\d\d|21\d\d"), "Y"),
    (re.compile(r"\d{1,2}"), "D"),
    (re.compile(r"\d{4}-\d\d?-\d\d?.*"), "I"),
    (re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:[AaPp][Mm])?"), "C"),
    (re.compile(r"\d/\d"), "H"),
    (re.compile(r"\d{1,4}/\d{1,2}(?:/\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{4}"), "s"),
    (re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE), "o"),
    (re.compile(r"(?:1\d|20)\d0s|['’`]?\d0s"), "X"),
    (re.compile(r"['’`]\d\d"), "Q"),
    (re.compile(r"[AaPp]\.?[ ]?[Mm]\.?"), "A"),
    (re.compile(r"\d{1,2}[AaPp][Mm]"), "1"),
    (re.compile(r"[Qq][1-4]|[1-4][Qq]|[1-2][Hh]|[Hh][12]"), "2"),
    (re.compile(r"(?:FY|fy)(?:\d\d){1,2}"), "3"),
    (re.compile(r"\d[\d,.]*"), "N"),
    (re.compile(r"(?:1\d{3}|20\d\d)AD|AD\d{1,4}"), "_"),
)
_MARKS = {
    ",": ",",
    ".": ".",
    "!": ".",
    "?": ".",
    "-": "-",
    "–": "-",
    "‐": "-",
    "‑": "-",
    "—": "=",
    "−": "=",
    "½": "H",
    "¼": "H",
    "¾": "H",
    "'s": "'",
    "’s": "'",
    "`s": "'",
    "o'clock": "K",
    "o’clock": "K",
}


@dataclass(frozen=True)
class Scan:
    """A text and its tokens: where they start and end, and their codes as one string."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str

    def raw(self, index: int) -> str:
        """The token as written; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def word(self, index: int) -> str:
        """The token in lower case; empty outside the text."""
        return self.raw(index).lower()

    def code(self, index: int) -> str:
        """The token's code; `|`, a break, outside the text."""
        return self.codes[index] if 0 <= index < len(self.codes) else "|"

    @cached_property
    def breaks(self) -> list[int]:
        """Token indexes at which a sentence ends."""
        return [i for i, code in enumerate(self.codes) if code in ".|"]


def scan(text: str) -> Scan:
    """The tokens of `text`.

    >>> scan("on May 7, 2025 at 8:52 AM").codes
    'iMD,Y@CA'
    """
    table = _Codes()
    spans = [match.span() for match in _TOKEN.finditer(text)]
    codes = [table[text[start:end]] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Scan(text, starts, ends, _loosen_dashes(starts, ends, codes))


class _Codes(dict[str, str]):
    """Codes by spelling, for one text: an unknown spelling is judged by its shape, once."""

    def __missing__(self, raw: str) -> str:
        self[raw] = code = code_of_word().get(raw) or _code_of_shape(raw)
        return code


def _code_of_shape(raw: str) -> str:
    first = raw[0]
    if first.isalpha():
        return _code_of_letters(raw)
    if first.isdecimal() or first in "'’`":
        return _code_of_digits(raw)
    if first in _MARKS:
        return _MARKS[first]
    if first == "\n":
        return "|"
    return "_"


def _code_of_letters(raw: str) -> str:
    if len(raw) <= 6 and raw[-1] == ".":
        known = code_of_word().get(raw[:-1])
        if known in {"M", "W"}:
            return known
    if len(raw) <= 6 and (raw[-1] in ".mMkK" or raw[-1].isdigit()):
        return _MARKS.get(raw) or _code_of_digits(raw)
    return _MARKS.get(raw, "_")


def _code_of_digits(raw: str) -> str:
    if raw in _MARKS:
        return _MARKS[raw]
    if not raw.isascii() and raw[0] != "’":
        return "_"
    return next((code for shape, code in _SHAPES if len(raw) <= 40 and shape.fullmatch(raw)), "_")


def _loosen_dashes(starts: list[int], ends: list[int], codes: list[str]) -> str:
    """A dash with white space on either side is no hyphen; nor is one of two."""
    for i, code in enumerate(codes):
        if code == "-" and not (
            0 < i < len(codes) - 1
            and starts[i] == ends[i - 1]
            and starts[i + 1] == ends[i]
            and ends[i] - starts[i] == 1
        ):
            codes[i] = "="
    return "".join(codes)
