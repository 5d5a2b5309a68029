"""Decades and centuries: "the 1990s", "the nineties", "the '80s", "the 20th century"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.lexicon import DECADE_WORDS
from twosource.annotate.time.numbers import read_ordinal
from twosource.annotate.time.rules.parts import unit_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_OWNERS = frozenset("his her their my your our".split())
_LATEST_CENTURY = 30


def build_decade(phrase: Phrase) -> Point | None:
    """A decade, of the twentieth century where no century is named; "in his 30s" is an age."""
    word = phrase.word("decade").lstrip("'’`")
    number = int(word.rstrip("s")) if word[0].isdecimal() else DECADE_WORDS[word]
    if not _OWNERS.isdisjoint((phrase.before(), phrase.word("the"))) or (number < 100 and not phrase.has("the")):
        return None
    if number < 100:
        number += 1900 if number >= 20 else 2000
    return Point(Cal(decade=number // 10))


def build_century(phrase: Phrase) -> Point | None:
    """A numbered century."""
    number = read_ordinal(phrase.words("number"))
    if number is None or not 1 <= number <= _LATEST_CENTURY or unit_of(phrase) is not Unit.CENTURY:
        return None
    return Point(Cal(century=-number if phrase.word("era").startswith("b") else number - 1))


DECADE = Rule(
    "decade",
    "(the=THE (EARLY HYPHEN?)?)? decade=DECADE",
    build_decade,
    (
        Case("In [the 1990s] it grew.", ("199",)),
        Case("Through [the nineties] it grew.", ("199",)),
        Case("In [the ’80s] it fell.", ("198",)),
        Case("She was in her 30s when temperatures hit 90s.", ()),
    ),
    needs=(Token.DECADE,),
)
CENTURY = Rule(
    "century",
    "THE? number=ANY_ORDINAL HYPHEN? unit=UNIT era=ERA?",
    build_century,
    (Case("A temple of [the 11th century] stood.", ("10",)), Case("It was a [nineteenth-century] idea.", ("18",))),
    needs=(Token.UNIT,),
)
RULES = (DECADE, CENTURY)
