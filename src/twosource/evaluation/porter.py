"""Porter's stemmer, as ROUGE applies it: for comparing summaries, not for reading news.

Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980) 130-137.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STEP_2 = dict(
    pair.split(":")
    for pair in (
        "ational:ate tional:tion enci:ence anci:ance izer:ize abli:able alli:al entli:ent eli:e ousli:ous ization:ize "
        "ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble"
    ).split()
)
_STEP_3 = dict(pair.split(":") for pair in "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:".split())
_STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split()


@lru_cache(maxsize=100_000)
def stem_word(word: str) -> str:
    """The stem of a lower-case English word; words of one or two letters are their own.

    >>> [stem_word(w) for w in "caresses ponies agreed plastered hopping relational adjustment controlling".split()]
    ['caress', 'poni', 'agre', 'plaster', 'hop', 'relat', 'adjust', 'control']
    """
    if len(word) <= 2:
        return word
    stem = _strip_plural(word)
    stem = _strip_past(stem)
    if stem.endswith("y") and _has_vowel(stem[:-1]):
        stem = stem[:-1] + "i"
    stem = _replace(stem, _STEP_2, least=1)
    stem = _replace(stem, _STEP_3, least=1)
    stem = _strip_suffix(stem)
    return _tidy_end(stem)


def _shape(stem: str) -> str:
    """Consonants as c, vowels as v; y is a vowel after a consonant."""
    kinds: list[str] = []
    for place, letter in enumerate(stem):
        vowel = letter in "aeiou" or (letter == "y" and place > 0 and kinds[-1] == "c")
        kinds.append("v" if vowel else "c")
    return "".join(kinds)


def _measure(stem: str) -> int:
    """How often a run of vowels is followed by a run of consonants."""
    return len(re.findall("v+c+", _shape(stem)))


def _has_vowel(stem: str) -> bool:
    return "v" in _shape(stem)


def _is_short(stem: str) -> bool:
    """Ends consonant, vowel, consonant, the last not w, x or y."""
    return _shape(stem)[-3:] == "cvc" and stem[-1] not in "wxy"


def _strip_plural(word: str) -> str:
    for ending, keep in (("sses", 2), ("ies", 2), ("ss", 0), ("s", 1)):
        if word.endswith(ending):
            return word[:-keep] if keep else word
    return word


def _strip_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and _has_vowel(stem):
            return _mend(stem)
    return word


def _mend(stem: str) -> str:
    """A stem that lost "ed" or "ing" with its end put right: "conflat" to "conflate", "hopp" to "hop"."""
    if stem.endswith(("at", "bl", "iz")):
        return stem + "e"
    if len(stem) > 1 and stem[-1] == stem[-2] and _shape(stem)[-1] == "c" and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if _measure(stem) == 1 and _is_short(stem) else stem


def _replace(stem: str, endings: dict[str, str], *, least: int) -> str:
    for ending in sorted(endings, key=len, reverse=True):
        if stem.endswith(ending):
            root = stem.removesuffix(ending)
            return root + endings[ending] if _measure(root) >= least else stem
    return stem


def _strip_suffix(stem: str) -> str:
    for ending in sorted(_STEP_4, key=len, reverse=True):
        if stem.endswith(ending):
            root = stem.removesuffix(ending)
            fits = ending != "ion" or root.endswith(("s", "t"))
            return root if fits and _measure(root) > 1 else stem
    return stem


def _tidy_end(stem: str) -> str:
    if stem.endswith("e"):
        root = stem[:-1]
        if _measure(root) > 1 or (_measure(root) == 1 and not _is_short(root)):
            stem = root
    return stem[:-1] if stem.endswith("ll") and _measure(stem) > 1 else stem
