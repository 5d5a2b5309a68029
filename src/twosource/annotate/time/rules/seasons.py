"""Seasons: "last spring", "the summer of 1943", "this fall", "the summer"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Point, Toward
from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.lexicon import SEASONS
from twosource.annotate.time.numbers import read_year_words
from twosource.annotate.time.rules.months import TOWARD
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_NAMES = frozenset(
    "olympics games palace war arab break collection valley park street school home camp house fashion".split()
)

_PREPOSITIONS = frozenset(
    "in during over through throughout into until by since for of early late after before".split()
)


def build_season(phrase: Phrase) -> Point | None:
    """A season; "fall" and "spring" are also words and need a year, a direction or a lead-in."""
    season = SEASONS.get(phrase.word("s"))
    if season is None or phrase.after() in _NAMES or phrase.before() in {"arab", "prague", "dead"}:
        return None
    shift = None
    if phrase.has("ry"):
        shift = {Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1}.get(TOWARD[phrase.word("ry")])
    if phrase.has("y"):
        return Point(Cal(year=int(phrase.word("y")), season=season))
    if phrase.has("yw"):
        return Point(Cal(year=read_year_words(phrase.words("yw")), season=season))
    toward = TOWARD.get(phrase.word("r")) if phrase.has("r") else None
    if toward is None and shift is None and not _led(phrase):
        return None
    return Point(Cal(season=season), toward=toward, year_shift=shift)


def _led(phrase: Phrase) -> bool:
    lead, earlier = phrase.before(), phrase.before(2)
    if phrase.scan.word(phrase.start) == "the":
        return phrase.word("s") != "fall" and (lead in _PREPOSITIONS or phrase.word("s") in {"winter", "autumn"})
    if phrase.word("s") in {"fall", "spring"}:
        return lead in {"early", "late", "mid"} or (lead == "-" and earlier == "mid")
    return lead in {"in", "by", "early", "late", "mid", "-", "during", "until", "since", "next", "of"}


SEASON = Rule(
    "season",
    r"(?:(?:x(?=[ln]))?(?P<r>[xylnc])|d)?(?P<s>S)(?:f?(?:(?P<y>Y)|(?P<yw>w-?w(?:-?w)?)|d?(?P<ry>[xlnc])U))?",
    build_season,
    (
        Case("They fought through [the summer of 1943].", ("1943-SU",)),
        Case("Prices fell [last fall].", ("2024-FA",)),
        Case("It will begin [this summer].", ("2025-SU",)),
        Case("Leaves fall where a spring runs past the Winter Palace.", ()),
    ),
    needs="S",
)
RULES = (SEASON,)
