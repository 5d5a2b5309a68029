"""Decades and centuries: "the 1990s", "the nineties", "the '80s", "the 20th century"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import DECADE_WORDS
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_AGES = frozenset("his her their my your our".split())


def build_decade(phrase: Phrase) -> Point | None:
    """A decade, of the twentieth century where no century is named; "in his 30s" is an age."""
    word = phrase.word("x").lstrip("'’`")
    if phrase.before() in _AGES or phrase.word("d") in _AGES:
        return None
    number = DECADE_WORDS.get(word) if not word[0].isdecimal() else int(word.rstrip("s"))
    if number is None:
        return None
    if number < 100 and not phrase.has("d"):
        return None
    return Point(Cal(decade=(number if number >= 100 else (1900 if number >= 20 else 2000) + number) // 10))


def build_century(phrase: Phrase) -> Point | None:
    """A numbered century."""
    number = read_ordinal(phrase.words("o"))
    if number is None or not 1 <= number <= 30 or phrase.word("u") != "century":
        return None
    before = phrase.has("e") and phrase.word("e").startswith("b")
    return Point(Cal(century=-number if before else number - 1))


DECADE = Rule(
    "decade",
    r"(?:(?P<d>d)(?:k-?)?|(?<=k)|(?<=k-)|)(?P<x>X)",
    build_decade,
    (
        Case("In [the 1990s] it grew.", ("199",)),
        Case("Through [the nineties] it grew.", ("199",)),
        Case("In [the ’80s] it fell.", ("198",)),
        Case("She was in her 30s when temperatures hit 90s.", ()),
    ),
    needs="X",
)
CENTURY = Rule(
    "century",
    r"d?(?P<o>o|O|w-?O)-?(?P<u>U)(?P<e>E)?",
    build_century,
    (Case("A temple of [the 11th century] stood.", ("10",)), Case("It was a [nineteenth-century] idea.", ("18",))),
    needs="U",
)
RULES = (DECADE, CENTURY)
