"""The notation that patterns are written in: words for classes of tokens, compiled to a regex over their letters.

    month=MONTH COMMA? OF? year=(YEAR | SHORT_YEAR) !(HYPHEN? UNITS)

is a month, perhaps a comma or an "of", and a full or a short year that no units follow.

    MONTH               one token of a class of `tokens.Token`; ~MONTH one of any other class, ANY one of any class
    NUMBER              the tokens that one of the `PHRASES` describes
    year=YEAR           the same, kept as the part "year"
    A B    (A | B)      A and then B; A or else B
    A?  A*  A+  A{0,5}  repetition
    &A  !A              here A follows, does not follow (as in parsing expression grammars)
    <A  <!A             here A precedes, does not precede; A is of one length
"""

from __future__ import annotations

import re
from functools import cache

from twosource.annotate.time.tokens import Token
from twosource.errors import BrokenInvariant

PHRASES = {
    "ANY_UNIT": "UNIT | UNITS",
    "THIS_YEAR": "THIS | THAT | LAST | NEXT",
    "WHICH": "THIS | THAT | LAST | NEXT | CURRENT",
    "LINK": "HYPHEN | DASH | TO",
    "DAY": "DIGITS | NTH",
    "ANY_ORDINAL": "NTH | ORDINAL | NUMERAL HYPHEN? ORDINAL",
    "ANY_DAY": "DIGITS | ANY_ORDINAL",
    "IN_YEAR": "COMMA? year=YEAR !(HYPHEN? UNITS)",
    "SPELLED_YEAR": "NUMERAL HYPHEN? NUMERAL (HYPHEN? NUMERAL)?",
    "MORE_WORDS": "(HYPHEN? (NUMERAL | HUNDRED)){0,5}",
    "NUMBER": "(DIGITS | FIGURE | YEAR) HUNDRED? | A? HUNDRED MORE_WORDS | NUMERAL MORE_WORDS",
    "AND_A_HALF": "HYPHEN? FRACTION | HYPHEN? AND HYPHEN? A HYPHEN? HALF",
    "COUNT": "A? FEW (OF &UNITS)? | NUMBER AND_A_HALF? | FRACTION",
}
"""Runs of tokens that several patterns share; `IN_YEAR` keeps the part "year".

A count is exact or vague: "two", "2 1/2", "a couple of", "several".
"""

_PIECE = re.compile(
    r"(?P<sign>[&!]|<!?)?(?:(?P<part>[a-z_]+2?)=)?(?P<body>\(|~?[A-Z_]+)|(?P<plain>[|)?*+]|\{\d,\d\})|(?P<wrong>\S+)"
)
_OPENINGS = {None: "(?:", "&": "(?=", "!": "(?!", "<": "(?<=", "<!": "(?<!"}


@cache
def compile_pattern(notation: str) -> re.Pattern[str]:
    r"""The regex over token letters that a pattern in words stands for; raises `BrokenInvariant` on an unknown word.

    >>> compile_pattern("month=MONTH COMMA? OF? year=(YEAR | SHORT_YEAR) !(HYPHEN? UNITS)").pattern
    '(?P<month>M),?f?(?P<year>Y|Q)(?!\\-?V)'
    """
    return re.compile(_letters(notation))


def _letters(notation: str) -> str:
    return "".join(_translate(piece, notation) for piece in _PIECE.finditer(notation))


def _translate(piece: re.Match[str], notation: str) -> str:
    sign, part, body, plain, wrong = piece.group("sign", "part", "body", "plain", "wrong")
    if plain is not None:
        return plain
    if wrong is not None:
        raise BrokenInvariant(f"{wrong!r} is no part of the notation, in the time pattern {notation!r}")
    opening = f"(?P<{part}>" if part else _OPENINGS[sign]
    if body == "(":
        return opening
    letters = _letters_of(body, notation)
    return f"{opening}{letters})" if part or sign else letters


def _letters_of(word: str, notation: str) -> str:
    name = word.lstrip("~")
    if word == "ANY":
        return "."
    if word in PHRASES:
        return f"(?:{_letters(PHRASES[word])})"
    if name not in Token.__members__:
        known = ", ".join(("ANY", *Token.__members__, *PHRASES))
        raise BrokenInvariant(f"unknown token class {name!r} in the time pattern {notation!r}; known are {known}")
    return f"[^{Token[name]}]" if word.startswith("~") else re.escape(Token[name])
