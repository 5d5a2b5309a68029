"""Numbers written as digits, words or both, read from a stretch of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.annotate.time.lexicon import NUMBERS, ORDINALS, SCALES

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "½": 0.5, "¼": 0.25, "¾": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}
_VAGUE = frozenset("few several many some dozens numerous".split())
_AS_WORDS = {"a": 1.0, "an": 1.0, "couple": 2.0, "dozen": 12.0, "half": 0.5}
_NOUNS = frozenset({"couple", "dozen", "half"})
"""After "a" they are the number: "a dozen" is not 13."""
_MOST_DIGITS = 12


def read_number(words: Sequence[str]) -> float | None:
    """The number that the words spell; None for an unknown one ("several") or no number at all.

    >>> read_number(["twenty", "-", "four"]), read_number(["2", "1/2"]), read_number(["a", "few"])
    (24.0, 2.5, None)
    >>> read_number(["two", "thousand"]), read_number(["a", "hundred"]), read_number(["a", "couple", "of"])
    (2000.0, 100.0, 2.0)
    >>> read_number("two - and - a - half".split())
    2.5
    """
    if is_vague(words):
        return None
    if words[-1:] == ["half"] and "and" in words:
        return (read_number(words[: list(words).index("and")]) or 0) + 0.5
    whole, part, seen = 0.0, 0.0, False
    for word in words:
        scale, value = SCALES.get(word), _value_of(word)
        if scale is not None:
            part = (part or 1.0) * scale
        elif value is not None:
            part = value if part == 1.0 and word in _NOUNS else part + value
        seen = seen or scale is not None or value is not None
        if scale is not None and scale >= 1000:
            whole, part = whole + part, 0.0
    return whole + part if seen else None


def is_vague(words: Sequence[str]) -> bool:
    """Whether the words give a number and do not say which.

    >>> is_vague(["several"]), is_vague(["a", "couple", "of"])
    (True, False)
    """
    return not _VAGUE.isdisjoint(words)


def _value_of(word: str) -> float | None:
    if word in NUMBERS:
        return float(NUMBERS[word])
    if word in _FRACTIONS:
        return _FRACTIONS[word]
    if word in _AS_WORDS:
        return _AS_WORDS[word]
    digits = word.replace(",", "")
    if digits and len(digits) <= _MOST_DIGITS and digits[0].isdecimal():
        try:
            return float(digits)
        except ValueError:
            return None
    return None


def read_ordinal(words: Sequence[str]) -> int | None:
    """The number of an ordinal: "5th", "fifth", "twenty-first".

    >>> read_ordinal(["5th"]), read_ordinal(["twenty", "-", "first"]), read_ordinal(["2"])
    (5, 21, None)
    """
    last = words[-1]
    if last in ORDINALS:
        return ORDINALS[last] + sum(NUMBERS.get(word, 0) for word in words[:-1])
    return int(last[:-2]) if last[-2:] in {"st", "nd", "rd", "th"} and last[:-2].isdecimal() else None


def read_year_words(words: Sequence[str]) -> int | None:
    """A year spelled out: "nineteen ninety-four", "two thousand five".

    >>> read_year_words(["nineteen", "ninety", "-", "four"]), read_year_words(["two", "thousand"])
    (1994, 2000)
    >>> read_year_words(["twenty", "four"]) is None
    True
    """
    parts = [word for word in words if word in NUMBERS or word in SCALES]
    if parts[:2] == ["two", "thousand"]:
        rest = sum(NUMBERS.get(word, 0) for word in parts[2:])
        return 2000 + rest if rest < 100 and len(parts) <= 4 else None
    if len(parts) < 2 or parts[0] not in {"seventeen", "eighteen", "nineteen", "twenty"} or set(parts) & set(SCALES):
        return None
    rest = sum(NUMBERS[word] for word in parts[1:])
    if not 10 <= rest <= 99 or (len(parts) == 3 and not (NUMBERS[parts[1]] >= 20 and NUMBERS[parts[2]] < 10)):
        return None
    return NUMBERS[parts[0]] * 100 + rest if len(parts) <= 3 else None
