"""Spellings of one word: transliterations, British and American, and how many letters two are apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_AMERICAN = (
    (re.compile(r"(?<=[bct])re$"), "er"),
    (re.compile(r"our$"), "or"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"is(?=(?:e|ed|ation|ations|ing)$)"), "iz"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"amme$"), "am"),
)
_SOUNDS = (
    (re.compile(r"ph|f"), "v"),
    (re.compile(r"[ck]h?(?=[^eiyh]|$)|ck"), "k"),
    (re.compile(r"(?<![cst])h"), ""),
    (re.compile(r"(?:ie|ey|y)$"), "y"),
    (re.compile(r"(?<=[a-z]{3})e$"), ""),
    (re.compile(r"(.)\1"), r"\1"),
)


def fold_spelling(word: str) -> str:
    """One form of a word, in lower case, for endings and doubles that differ between transliterations.

    >>> fold_spelling("zelenskyy") == fold_spelling("zelensky"), fold_spelling("dmitriy") == fold_spelling("dmitri")
    (True, True)
    """
    return re.sub(r"(\w)\1", r"\1", fold_ending(word)).replace("ph", "f")


def fold_ending(word: str) -> str:
    """The same for endings alone.

    >>> fold_ending("zelenskyy"), fold_ending("dmitri"), fold_ending("phillip")
    ('zelensky', 'dmitry', 'phillip')
    """
    return re.sub(r"(?:yy|iy|ii|ij|y|i)$", "y", word)


@lru_cache(maxsize=16_384)
def fold_american(word: str) -> str:
    """A word in lower case as Americans write it, without a plural.

    >>> fold_american("Centres"), fold_american("Organisation")
    ('center', 'organization')
    """
    form = word.lower().removesuffix("s")
    for pattern, american in _AMERICAN:
        form = pattern.sub(american, form)
    return form


@lru_cache(maxsize=16_384)
def fold_agent(word: str) -> str:
    """The same, where who does a thing may end in "er", "or" or "eer": both ways to write such a word are right.

    >>> fold_agent("Advisors") == fold_agent("Advisers"), fold_agent("Partyers") == fold_agent("Partiers")
    (True, True)
    """
    form = re.sub(r"(?<=[a-z]{3})(?:eer|or)$", "er", fold_american(word))
    return re.sub(r"ie$", "y", re.sub(r"(?<=[a-z]{3})yer$", "ier", form))


@lru_cache(maxsize=16_384)
def fold_sound(name: str) -> str:
    """One form of a lower-case English name for the letters that one sound is written with; vowels stay.

    >>> fold_sound("stephen") == fold_sound("steven"), fold_sound("sarah") == fold_sound("sara")
    (True, True)
    >>> fold_sound("lennie") == fold_sound("lenny"), fold_sound("steve") == fold_sound("steven")
    (True, False)
    """
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


def letters_apart(one: str, two: str) -> int:
    """How many letters must be put in, left out, replaced or changed over with the next to make one word the other.

    Source: optimal string alignment (Damerau 1964).

    >>> letters_apart("corley", "corely"), letters_apart("wetzler", "welzler"), letters_apart("rait", "wright")
    (1, 1, 4)
    """
    rows = [list(range(len(two) + 1))]
    for i, left in enumerate(one, start=1):
        row = [i]
        for j, right in enumerate(two, start=1):
            least = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                least = min(least, rows[-2][j - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def begin_alike(one: Sequence[str], two: Sequence[str]) -> int:
    """How many letters, or words, two words or rows of words begin with in common.

    >>> begin_alike("nation", "national"), begin_alike(["a", "b"], ["a", "c"])
    (6, 1)
    """
    return next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
