"""The text as classes of tokens: one letter a token, so that rules are short patterns over a short alphabet.

One pass, linear in the length of the text; no pattern of it can backtrack over more than the token it reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.annotate.time.lexicon import token_of_word
from twosource.annotate.time.tokens import Token

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
    (re.compile(r"1\d{3}|20\d\d|21\d\d"), Token.YEAR),
    (re.compile(r"\d{1,2}"), Token.DIGITS),
    (re.compile(r"\d{4}-\d\d?-\d\d?.*"), Token.ISO_DATE),
    (re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:[AaPp][Mm])?"), Token.CLOCK),
    (re.compile(r"\d/\d"), Token.FRACTION),
    (re.compile(r"\d{1,4}/\d{1,2}(?:/\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{4}"), Token.SLASHED),
    (re.compile(r"\d{1,2}(?:st|nd|rd|th)", re.IGNORECASE), Token.NTH),
    (re.compile(r"(?:1\d|20)\d0s|['’`]?\d0s"), Token.DECADE),
    (re.compile(r"['’`]\d\d"), Token.SHORT_YEAR),
    (re.compile(r"[AaPp]\.?[ ]?[Mm]\.?"), Token.AM_PM),
    (re.compile(r"\d{1,2}[AaPp][Mm]"), Token.HOUR),
    (re.compile(r"[Qq][1-4]|[1-4][Qq]|[1-2][Hh]|[Hh][12]"), Token.QUARTER),
    (re.compile(r"(?:FY|fy)(?:\d\d){1,2}"), Token.FISCAL_YEAR),
    (re.compile(r"\d[\d,.]*"), Token.FIGURE),
)
_MARKS = {
    ",": Token.COMMA,
    ".": Token.STOP,
    "!": Token.STOP,
    "?": Token.STOP,
    "-": Token.HYPHEN,
    "–": Token.HYPHEN,
    "‐": Token.HYPHEN,
    "‑": Token.HYPHEN,
    "—": Token.DASH,
    "−": Token.DASH,
    "½": Token.FRACTION,
    "¼": Token.FRACTION,
    "¾": Token.FRACTION,
    "'s": Token.POSSESSIVE,
    "’s": Token.POSSESSIVE,
    "`s": Token.POSSESSIVE,
    "o'clock": Token.OCLOCK,
    "o’clock": Token.OCLOCK,
}
_HYPHEN = re.compile(re.escape(Token.HYPHEN))
_LONGEST = 40  # characters of a token in figures


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
        """The letter of the token's class; a break outside the text."""
        return self.codes[index] if 0 <= index < len(self.codes) else Token.BREAK


def scan(text: str) -> Scan:
    """The tokens of `text`.

    >>> scan("on May 7, 2025 at 8:52 AM").codes
    'iMD,Y@CA'
    """
    table = _Codes()
    spans = [match.span() for match in _TOKEN.finditer(text)]
    codes = [table[text[start:end]] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Scan(text, starts, ends, _loosen_dashes(codes, starts, ends))


class _Codes(dict[str, str]):
    """Codes by spelling, for one text: an unknown spelling is judged by its shape, once."""

    def __missing__(self, raw: str) -> str:
        self[raw] = code = token_of_word().get(raw) or _MARKS.get(raw) or _token_of_shape(raw)
        return code


def _token_of_shape(raw: str) -> Token:
    first, last = raw[0], raw[-1]
    if first == "\n":
        return Token.BREAK
    if first.isalpha():
        return _token_of_letters(raw) if last in ".mM" or last.isdigit() else Token.OTHER
    if first.isdecimal() or first in "'’`":
        return _token_of_figures(raw)
    return _MARKS.get(first, Token.OTHER)


def _token_of_letters(raw: str) -> Token:
    """A name cut short ("Sept."), or letters that stand for a time ("p.m.", "Q3", "FY24")."""
    known = token_of_word().get(raw.removesuffix("."))
    return known if known in {Token.MONTH, Token.WEEKDAY} else _token_of_figures(raw)


def _token_of_figures(raw: str) -> Token:
    if len(raw) > _LONGEST or not (raw.isascii() or raw[0] == "’"):
        return Token.OTHER
    return next((token for shape, token in _SHAPES if shape.fullmatch(raw)), Token.OTHER)


def _loosen_dashes(codes: list[str], starts: list[int], ends: list[int]) -> str:
    """The codes, a hyphen only where it is one mark right between two words, any other a dash."""
    for match in _HYPHEN.finditer("".join(codes)):
        i = match.start()
        inside = 0 < i < len(codes) - 1 and starts[i] == ends[i - 1] and starts[i + 1] == ends[i]
        if not inside or ends[i] - starts[i] > 1:
            codes[i] = Token.DASH
    return "".join(codes)
