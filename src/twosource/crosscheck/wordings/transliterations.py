"""One name of another script in two Latin spellings: "Nasir" and "Nasser" are both right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from twosource.text.spelling import fold_ending, fold_spelling
from twosource.text.word_classes import load_word_classes

_MARKED = re.compile(
    r"\b(?:al|el|ul|as|ash|ad|an|ar|az)-(?=[A-Z])|\b(?:[Aa]b(?:u|ou)|[Bb]int?|[Ii]bn|Umm|Abd(?:[aeu]l\w*)?)\b"
    r"|(?:[au]llah|[ue]ddin)\b|[Kk]h|[Dd]h|[Zz]h|[Qq](?![uv])"
)
"""What seldom stands but in names that come from another script."""
_LATIN = re.compile(r"[Cc](?![Hh])")  # who writes another script in Latin letters writes k and s
_OTHER_SCRIPTS = frozenset(
    """
    afghanistan algeria armenia belarus bulgaria china egypt ethiopia georgia greece india iran iraq israel japan
    jordan korea lebanon libya morocco myanmar nepal pakistan palestine russia saudi serbia sudan syria thailand
    tunisia ukraine yemen
    """.split()
)
"""The groups of countries whose names are written in other letters."""
_NAMED_ALIKE = frozenset({"georgia", "jordan", "indian"})  # a state, people of that name and a ball club, too
_MORE_WORDS = "arab arabs arabic athens baghdad bahrain bangladesh cairo damascus kabul kuwait qatar tripoli"
_FOREIGN = re.compile(r"gh|kh|dh|zh|q|abd[aeu]l|^al|^el")  # in lower case, without word ends
_MENTIONS = 2  # a choice: one mention may be in passing
_SOUNDS = (
    (re.compile(r"[sc]h"), "s"),
    (re.compile(r"dj|dzh"), "j"),
    (re.compile(r"g(?=[eiy])"), "j"),
    (re.compile(r"[kg]h|[qg]"), "k"),
    (re.compile(r"h|['’-]"), ""),
    (re.compile(r"w"), "v"),
    (re.compile(r"iy"), "y"),
    (re.compile(r"(?<=[aeiou])[yj](?=[aeiou])"), "j"),
    (re.compile(r"[aeiouy]+"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=16_384)
def fold_sounds(word: str) -> str:
    """One form of a lower-case word for the Latin letters that one foreign letter is written with; vowels are one.

    >>> fold_sounds("nasser") == fold_sounds("nasir"), fold_sounds("moussa") == fold_sounds("musa")
    (True, True)
    >>> fold_sounds("nasser") == fold_sounds("nassner")
    False
    """
    form = fold_spelling(word)
    for pattern, sound in _SOUNDS:
        form = pattern.sub(sound, form)
    return form


def are_romanised_twice(one: str, two: str, *, vowels_left_out: bool = False) -> bool:
    """Whether two lower-case words may write one name of another script; letters changed over are a slip of the hand.

    >>> are_romanised_twice("nasser", "nasir"), are_romanised_twice("nasser", "nasesr")
    (True, False)
    >>> are_romanised_twice("salim", "slim"), are_romanised_twice("salim", "slim", vowels_left_out=True)
    (False, True)
    """
    if one == two:
        return True
    forms = [fold_sounds(w).replace("a", "") if vowels_left_out else fold_sounds(w) for w in (one, two)]
    return forms[0] == forms[1] and sorted(one) != sorted(two)


def differ_in_endings_or_vowels(one: str, two: str) -> bool:
    """Whether two words differ as one name of another script does by itself: in endings, or in vowels beside its marks.

    >>> differ_in_endings_or_vowels("zelensky", "zelenskyy"), differ_in_endings_or_vowels("khalid", "khaled")
    (True, True)
    >>> differ_in_endings_or_vowels("petersen", "peterson")
    False
    """
    marked = any(_FOREIGN.search(word) for word in (one, two))
    if marked and (fold_spelling(one) == fold_spelling(two) or _consonants(one) == _consonants(two)):
        return True
    return fold_ending(one) == fold_ending(two)


def _consonants(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", word))


def is_marked(quotes: Iterable[str]) -> bool:
    """Whether names bear what stands only in names of another script: "al-", "Abu", "kh".

    >>> is_marked(["Hamid al-Nasir"]), is_marked(["Orla Stone"]), is_marked(["Quentin Stone"])
    (True, False, False)
    """
    return any(_MARKED.search(quote) for quote in quotes)


def may_be_romanised(quotes: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether names come from another script: by their marks, or as every text tells of a country that writes so.

    Policy: a name with a "c" of its own is taken for a Latin one, wherever it stands.
    """
    if any(_LATIN.search(quote) for quote in quotes):
        return False
    return is_marked(quotes) or all(_tells_of_another_script(text) for text in texts)


def _tells_of_another_script(text: str) -> bool:
    return len(_countries().findall(text)) >= _MENTIONS


@cache
def _countries() -> re.Pattern[str]:
    """Any word for a country, its people or its capital where names are written in other letters."""
    known = {w for w, group in load_word_classes().countries.items() if group in _OTHER_SCRIPTS}
    words = sorted((known | _OTHER_SCRIPTS | frozenset(_MORE_WORDS.split())) - _NAMED_ALIKE)
    return re.compile(rf"\b(?:{'|'.join(re.escape(w.capitalize()) for w in words)})s?\b")
