"""Seasons: "last spring", "the summer of 1943", "this fall", "the summer"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import SEASONS
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.parts import toward_of, year_of, years_away
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_AFTER_NAMES = frozenset(
    "olympics games palace war arab break collection valley park street school home camp house fashion".split()
)
_BEFORE_NAMES = frozenset("arab prague dead".split())
_INTO = frozenset("in during over through throughout into until by since for of early late after before".split())
_BEFORE_BARE = frozenset("in by early late mid - during until since next of".split())


def build_season(phrase: Phrase) -> Point | None:
    """A season; "fall" and "spring" are also words and need a year, a direction or a lead-in."""
    season = SEASONS.get(phrase.word("season"))
    if season is None or phrase.after() in _AFTER_NAMES or phrase.before() in _BEFORE_NAMES:
        return None
    if phrase.has("year"):
        return Point(Cal(year=year_of(phrase), season=season))
    if phrase.has("spelled"):
        return Point(Cal(year=read_year_words(phrase.words("spelled")), season=season))
    toward, shift = toward_of(phrase), years_away(phrase, "which_year")
    if toward is None and shift is None and not _is_led_in(phrase):
        return None
    return Point(Cal(season=season), toward=toward, year_shift=shift)


def _is_led_in(phrase: Phrase) -> bool:
    word, lead = phrase.word("season"), phrase.before()
    if phrase.scan.word(phrase.start) == "the":
        return word != "fall" and (lead in _INTO or word in {"winter", "autumn"})
    if word in {"fall", "spring"}:
        return lead in {"early", "late", "mid"} or (lead == "-" and phrase.before(2) == "mid")
    return lead in _BEFORE_BARE


SEASON = Rule(
    "season",
    "((THIS &(LAST | NEXT))? which=WHICH | THE)? season=SEASON "
    "(OF? (year=YEAR | spelled=SPELLED_YEAR | THE? which_year=(THIS | LAST | NEXT | CURRENT) UNIT))?",
    build_season,
    (
        Case("They fought through [the summer of 1943].", ("1943-SU",)),
        Case("Prices fell [last fall].", ("2024-FA",)),
        Case("It will begin [this summer].", ("2025-SU",)),
        Case("Leaves fall where a spring runs past the Winter Palace.", ()),
    ),
    needs=(Token.SEASON,),
)
RULES = (SEASON,)
