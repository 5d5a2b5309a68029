"""Units counted from the writing or from the story: "yesterday", "last week", "three years ago", "the next day"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Duration, Expression, Frame, Offset, Toward, Vague
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.lexicon import DAYS_AWAY
from twosource.annotate.time.numbers import read_number
from twosource.annotate.time.rules.parts import unit_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import Token

_BACK = "last past previous preceding prior".split()
_HERE = "this current present that same latest".split()
_AHEAD = "next coming upcoming following subsequent ensuing".split()
_STEP = dict.fromkeys(_BACK, -1) | dict.fromkeys(_HERE, 0) | dict.fromkeys(_AHEAD, 1)
_FROM_STORY = frozenset("previous preceding prior following subsequent ensuing that same".split())
_PLURAL = frozenset("these those".split())
_NO_WINDOW = {Unit.NIGHT, Unit.YEAR, Unit.WEEKEND}
_SMALL = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}
_WHOLE = frozenset("full fiscal whole entire financial".split())
_INTO = frozenset("in for during of over through throughout within this by".split())
_OF_THE_YEAR = frozenset("man woman person player book film".split())
_NARROWS = frozenset("of that before after when since ago old to - earlier later".split())
_MOST_UNITS = 1_000_000
_ABBREVIATED = range(2, 4)  # letters of "BBC" and "USA"


def build_day_word(phrase: Phrase) -> Offset | None:
    """Today, tonight, yesterday, tomorrow; none in a name behind capitals, "HBC Today", but in a line of capitals."""
    word, before = phrase.word("day"), phrase.scan.raw(phrase.start - 1)
    if phrase.raw("day")[0].isupper() and _is_abbreviation(before) and not _is_shouted(phrase):
        return None
    return Offset(DAYS_AWAY[word], Unit.DAY, part="NI" if word == "tonight" else None)


def _is_abbreviation(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) in _ABBREVIATED


def _is_shouted(phrase: Phrase) -> bool:
    """Whether longer words beside it are in capitals, too."""
    beside = (phrase.scan.raw(n) for n in (*range(phrase.start - 3, phrase.start), *range(phrase.end, phrase.end + 2)))
    return any(len(word) not in _ABBREVIATED and word.isalpha() and word.isupper() for word in beside if word)


def build_last_night(phrase: Phrase) -> Offset | None:
    """The night before the day of writing, or that of the day itself."""
    if unit_of(phrase) is not Unit.NIGHT:
        return None
    return Offset(0 if phrase.word("which") == "this" else -1, Unit.DAY, part="NI")


def build_this_unit(phrase: Phrase) -> Expression | None:
    """A unit beside the one of the writing or of the story: "this week", "last year", "the next day", "that month".

    "The next day" and "that year" count from the story; so do "previous" and "following". "The past week" is the week
    that ends now. A current hour or minute is the present.
    """
    unit, word = unit_of(phrase), phrase.word("which")
    if unit is None or word in _PLURAL:
        return None
    if word == "latest":
        return Offset(0, unit, Frame.STORY) if unit is Unit.QUARTER else None
    if unit in _SMALL:
        return Vague.PRESENT if word in {"this", "current"} else None
    the = phrase.word("the") == "the"
    if unit not in _NO_WINDOW and (word == "past" or (word == "last" and the)):
        return Duration(((1.0, unit),), Toward.LAST) if (unit, word) != (Unit.DAY, "last") else None
    if unit is Unit.DAY and word in {"last", "present", "current"}:
        return None
    return _offset_of(word, unit, the=the)


def _offset_of(word: str, unit: Unit, *, the: bool) -> Offset:
    story = word in _FROM_STORY or (the and word == "next" and unit is not Unit.WEEKEND)
    if unit is Unit.NIGHT:
        return Offset(_STEP[word], Unit.DAY, Frame.STORY if the or story else Frame.WRITING, part="NI")
    return Offset(_STEP[word], unit, Frame.STORY if story else Frame.WRITING)


def build_ago(phrase: Phrase) -> Expression | None:
    """So long before the writing; of unknown length it is only the past."""
    return _away(phrase, sign=-1, frame=Frame.WRITING)


def build_later(phrase: Phrase) -> Expression | None:
    """So long after or before what was told last."""
    earlier = phrase.word("side") in {"earlier", "previously"}
    return _away(phrase, sign=-1 if earlier else 1, frame=Frame.STORY)


def build_before(phrase: Phrase) -> Expression | None:
    """Before or after what was told last, where nothing follows: "the day before", "two years after"."""
    sign = {"before": -1, "after": 1}.get(phrase.word("side"))
    return _away(phrase, sign=sign, frame=Frame.STORY) if sign else None


def build_from_now(phrase: Phrase) -> Expression | None:
    """So long after the writing: "two weeks from now", "in a year's time"."""
    return _away(phrase, sign=1, frame=Frame.WRITING) if phrase.word("from") in {"from", "time"} else None


def _away(phrase: Phrase, *, sign: int, frame: Frame) -> Offset | None:
    unit, count = unit_of(phrase), phrase.words("count")
    if unit is None:
        return None
    one = None if phrase.code("unit") == Token.UNITS else 1.0
    number = read_number(count) if count else one
    if number is None or abs(number) > _MOST_UNITS:
        return Offset(None, unit, frame, forward=sign > 0)
    if number != int(number):
        unit, number = (Unit.MONTH, number * 12) if unit is Unit.YEAR else (unit, round(number))
    return Offset(sign * int(number), unit, frame)


def build_the_unit(phrase: Phrase) -> Expression | None:
    """The unit the text is about, where a preposition puts something into it: "in the week", "for the full year"."""
    unit, lead, earlier = unit_of(phrase), phrase.before(), phrase.before(2)
    if phrase.after() in _NARROWS or (phrase.has("adjective") and phrase.word("adjective") not in _WHOLE):
        return None
    if unit is Unit.DAY:
        return Offset(0, unit, Frame.STORY) if lead == "in" and earlier in {"later", "earlier"} else None
    if unit is Unit.WEEKEND:
        return Offset(0, unit) if lead in _INTO | {"ahead", "before"} or earlier == "ahead" else None
    return _unit_told(phrase, unit) if unit and lead in _INTO and earlier not in _OF_THE_YEAR else None


def _unit_told(phrase: Phrase, unit: Unit) -> Expression | None:
    if unit not in {Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR}:
        return None
    if phrase.after() in {"ended", "ending"} and unit is not Unit.QUARTER:
        return Duration(((1.0, unit),))
    return Offset(0, unit, Frame.WRITING if unit is Unit.YEAR else Frame.STORY)


DAY_WORD = Rule(
    "day-word",
    "day=DAY_WORD",
    build_day_word,
    (
        Case("It was agreed [yesterday] and signed [today].", ("2025-05-03", "2025-05-04")),
        Case("They meet [tonight] and again [tomorrow].", ("2025-05-04TNI", "2025-05-05")),
        Case("It was agreed [yesterday].", ("XXXX-XX-XX",), None),
        Case("HBC Today learned of it from an HBC TODAY poll.", ()),
        Case("POLICE TOLD US [TODAY] THAT TWO WERE HURT.", ("2025-05-04",)),
    ),
    needs=(Token.DAY_WORD,),
)
LAST_NIGHT = Rule(
    "last-night",
    "which=(LAST | THIS) unit=UNIT",
    build_last_night,
    (Case("Shots were heard [last night].", ("2025-05-03TNI",)),),
    needs=(Token.UNIT,),
)
THIS_UNIT = Rule(
    "this-unit",
    "the=THE? ((THIS | THAT) &(NEXT | CURRENT))? which=WHICH unit=UNIT",
    build_this_unit,
    (
        Case("Exports fell [last year].", ("2024",)),
        Case("It was the second [this year], and a third [last year].", ("2025", "2024")),
        Case("They meet [next week].", ("2025-W19",)),
        Case("He left on [May 1] and came back [the next day].", ("2025-05-01", "2025-05-02")),
        Case("He won in [1978] and lost [the following year].", ("1978", "1979")),
    ),
    needs=(Token.UNIT,),
)
AGO = Rule(
    "ago",
    "count=(COUNT | A)? unit=ANY_UNIT (AND OTHER)? AGO",
    build_ago,
    (
        Case("It failed [two years ago].", ("2023",)),
        Case("It failed [ten days ago].", ("2025-04-24",)),
        Case("It failed [several years ago].", ("PAST_REF",)),
        Case("It failed [a month ago].", ("2025-04",)),
    ),
    needs=(Token.AGO,),
)
LATER = Rule(
    "later",
    "count=(COUNT | A)? unit=ANY_UNIT HYPHEN? side=LATER",
    build_later,
    (
        Case("It fell on [April 28, 1945]; [two days later] it was over.", ("1945-04-28", "1945-04-30")),
        Case("In [1998] it lost what it had won [ten years earlier].", ("1998", "1988")),
    ),
    needs=(Token.LATER,),
)
BEFORE = Rule(
    "before",
    "(count=(COUNT | A) | THE) unit=ANY_UNIT side=IN &(COMMA | STOP | BREAK | DASH | AND)",
    build_before,
    (
        Case("On [May 1] he resigned; she had left [the day before].", ("2025-05-01", "2025-04-30")),
        Case("On [May 1] he resigned, and she did [two weeks after].", ("2025-05-01", "2025-W20")),
    ),
    needs=(Token.UNIT, Token.UNITS),
)
FROM_NOW = Rule(
    "from-now",
    "count=(COUNT | A) unit=ANY_UNIT from=(IN &NOW | TIME) NOW?",
    build_from_now,
    (Case("It ends [two weeks from now].", ("2025-W20",)),),
    needs=(Token.UNIT, Token.UNITS),
)
THE_UNIT = Rule(
    "the-unit",
    "THE adjective=(FISCAL | OTHER)? unit=UNIT !(HYPHEN | DIGITS | NUMERAL | FIGURE | YEAR | ANY_UNIT)",
    build_the_unit,
    (
        Case("Rain fell over [the weekend].", ("2025-W18-WE",)),
        Case("The year that changed us was the man of the day.", ()),
    ),
    needs=(Token.UNIT,),
)
RULES = (DAY_WORD, LAST_NIGHT, THIS_UNIT, AGO, LATER, BEFORE, FROM_NOW, THE_UNIT)
