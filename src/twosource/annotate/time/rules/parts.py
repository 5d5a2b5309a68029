"""What the named parts of a pattern say, read alike by every rule: a month, a year, a unit, a direction."""

from __future__ import annotations

from twosource.annotate.time.algebra import Toward
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.lexicon import UNIT_PLURALS, UNITS
from twosource.annotate.time.rules.rule import Phrase
from twosource.text.months import MONTHS

_TOWARD = {
    "last": Toward.LAST,
    "past": Toward.LAST,
    "previous": Toward.LAST,
    "preceding": Toward.LAST,
    "next": Toward.NEXT,
    "coming": Toward.NEXT,
    "upcoming": Toward.NEXT,
    "following": Toward.NEXT,
    "this": Toward.THIS,
    "current": Toward.THIS,
    "that": Toward.THAT,
    "same": Toward.THAT,
}
_YEARS_AWAY = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1}


def month_of(phrase: Phrase) -> int:
    """The number of the part `month`."""
    return MONTHS[phrase.word("month").rstrip(".")]


def year_of(phrase: Phrase) -> int | None:
    """The part `year`, four digits, where it took part."""
    word = phrase.word("year")
    return int(word) if word.isdecimal() else None


def unit_of(phrase: Phrase, part: str = "unit") -> Unit | None:
    """The unit that a part names, singular or plural."""
    word = phrase.word(part)
    return UNITS.get(word) or UNIT_PLURALS.get(word)


def toward_of(phrase: Phrase) -> Toward | None:
    """The way that the part `which` points; None for a word that points nowhere ("latest"), and where it took none."""
    return _TOWARD.get(phrase.word("which"))


def years_away(phrase: Phrase, part: str = "which") -> int | None:
    """Years from the year of writing, in "last year", "this year", "next year"; "that year" is not counted from it."""
    toward = _TOWARD.get(phrase.word(part))
    return _YEARS_AWAY.get(toward) if toward else None
