"""Lengths of time: "two years", "a couple of weeks", "the past three months", "four-day", "at least 30 days"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Duration, Toward
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.numbers import is_vague, read_number
from twosource.annotate.time.rules.parts import unit_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_WINDOW = dict.fromkeys("last past previous preceding".split(), Toward.LAST)
_WINDOW |= dict.fromkeys("next coming following ensuing".split(), Toward.NEXT)
_NEAR = dict.fromkeys("recent past previous".split(), Toward.LAST)
_NEAR |= dict.fromkeys("coming ensuing future following".split(), Toward.NEXT)
_MODALS = frozenset("will would may could".split())
_BEFORE_SINGLE = frozenset(
    """
    in for within than about nearly almost over under only just barely after every spent took lasted half roughly around
    """.split()
)
_BEFORE_BARE = frozenset("for within in over after".split())


def build_counted(phrase: Phrase) -> Duration | None:
    """A number of units; ages ("six years old"), "one day" to come and quarters as fractions are none."""
    unit, count = unit_of(phrase), phrase.words("count")
    number = read_number(count)
    if unit is None or (number is None and not is_vague(count)) or _is_no_length(phrase, unit):
        return None
    if phrase.has("half"):
        number = (number or 1) + 0.5
    amounts: list[tuple[float | None, Unit]] = [(number, unit)]
    if second := unit_of(phrase, "also_unit"):
        amounts.append((read_number(phrase.words("also")), second))
    return Duration(tuple(amounts), _WINDOW.get(phrase.word("which")))


def _is_no_length(phrase: Phrase, unit: Unit) -> bool:
    match unit:
        case Unit.YEAR if phrase.has("old") or (phrase.code_after() == Token.HYPHEN and phrase.after(2) == "old"):
            return True
        case Unit.DAY if phrase.words("count") == ["one"] and phrase.before() in _MODALS:
            return True
        case Unit.QUARTER if not phrase.has("which") and not is_vague(phrase.words("count")):
            return True
        case Unit.SECOND if phrase.code("unit") == Token.UNIT:
            return True
    return phrase.after() == "old" or phrase.after(2) == "age"


def build_single(phrase: Phrase) -> Duration | None:
    """One unit as a length, where the words around it make it one: "about a week", "a year and a half"."""
    unit = unit_of(phrase)
    if unit is None or unit in {Unit.SECOND, Unit.QUARTER}:
        return None
    if phrase.has("half"):
        return Duration(((1.5, unit),))
    measured = phrase.before() in _BEFORE_SINGLE or phrase.after() in {"after", "before"}
    return Duration(((1.0, unit),)) if measured and unit is not Unit.NIGHT else None


def build_bare(phrase: Phrase) -> Duration | None:
    """Some number of units: "for years", "within weeks"."""
    unit, lead = unit_of(phrase), phrase.before()
    if unit is None or unit is Unit.NIGHT or lead not in _BEFORE_BARE:
        return None
    return Duration(((None, unit),)) if lead == "for" or phrase.after() != "of" else None


def build_long(phrase: Phrase) -> Duration | None:
    """What lasts a unit or several: "day-long", "decades-long"."""
    unit = unit_of(phrase)
    if unit is None or unit is Unit.SECOND or phrase.word("long") != "long":
        return None
    return Duration(((1.0 if phrase.code("unit") == Token.UNIT else None, unit),))


def build_near(phrase: Phrase) -> Duration | None:
    """Some units past or to come, near, and no more: "recent years", "the coming weeks"."""
    unit, toward = unit_of(phrase), _NEAR.get(phrase.word("which"))
    return Duration(((None, unit),), toward) if unit and toward else None


COUNTED = Rule(
    "duration",
    "(THE? which=(LAST | NEXT) | THE !(COUNT HYPHEN) | EVERY)? ORDINAL? count=COUNT HYPHEN? "
    "(NEXT | MORE | FISCAL)? unit=ANY_UNIT old=(HYPHEN OLD)? "
    "(AND half=(A HALF) | (AND | COMMA AND?)? also=NUMBER also_unit=UNITS !AGO)?",
    build_counted,
    (
        Case("It lasted [two years].", ("P2Y",)),
        Case("Stocks fell in [the past three months].", ("P3M",)),
        Case("The [four-day] visit ended.", ("P4D",)),
        Case("It took [2 1/2 years].", ("P2Y6M",)),
        Case("It took [two years and six months].", ("P2Y6M",)),
        Case("It fell in [the last twenty four hours].", ("PT24H",)),
        Case("It went on for [several weeks].", ("PXW",)),
        Case("She is 37 years old and has a six-year-old son.", ()),
    ),
    needs=(Token.UNIT, Token.UNITS),
)
SINGLE = Rule(
    "single-duration",
    "(A | NUMERAL) unit=UNIT (AND half=(A HALF))?",
    build_single,
    (Case("It took [about a week] to mend.", ("P1W",)), Case("It took [a year and a half].", ("P1Y6M",))),
    needs=(Token.UNIT,),
)
BARE = Rule(
    "bare-units",
    "unit=UNITS (AND UNITS)?",
    build_bare,
    (Case("The city was ruled from afar for [centuries].", ("PXC",)),),
    needs=(Token.UNITS,),
)
LONG = Rule(
    "units-long",
    "unit=ANY_UNIT HYPHEN long=OTHER",
    build_long,
    (Case("The [decades-long] feud ended with a [month-long] siege.", ("PXE", "P1M")),),
    needs=(Token.UNIT, Token.UNITS),
)
RECENT = Rule(
    "recent-units",
    "(THE &(LAST | NEXT))? which=(LAST | NEXT | RECENT | FUTURE) unit=UNITS (AND UNITS)?",
    build_near,
    (Case("It has grown in [recent years].", ("PXY",)), Case("It will grow in [coming weeks].", ("PXW",))),
    needs=(Token.UNITS,),
)
RULES = (COUNTED, SINGLE, BARE, LONG, RECENT)
