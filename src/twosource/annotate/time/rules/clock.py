"""Times of day: "8:52 AM", "5 p.m. EST", "noon", "Monday morning" (the part; the day is joined to it later)."""

from __future__ import annotations

from twosource.annotate.time.algebra import Expression, Frame, Offset, Point, Toward
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.lexicon import NUMBERS, PARTS
from twosource.annotate.time.rules.parts import toward_of
from twosource.annotate.time.rules.rule import Case, Phrase, Rule
from twosource.annotate.time.tokens import SENTENCE_ENDS, Token

_SIGHTS = frozenset("dawn daybreak sunrise dusk sunset nightfall daytime lunchtime".split())
_TIMELY = frozenset("at by before since until after around from in".split())
_BEFORE_CLOCK = frozenset("at by until around about from".split())
_BOOKS = frozenset("genesis exodus matthew mark luke john psalm psalms romans corinthians revelation isaiah".split())
_STEPS = {"next": 1, "following": 1, "previous": -1}


def build_clock(phrase: Phrase) -> Point | None:
    """A clock time in figures; "3:16" alone must be led by a word of time or carry a zone."""
    word = phrase.word("clock")
    half = phrase.word("half") or word.lstrip("0123456789:")
    if not half and not phrase.has("zone") and phrase.before() not in _BEFORE_CLOCK:
        return None
    hour, minute = word.rstrip("apm").split(":")[:2]
    return _clock(int(hour), int(minute), half) if phrase.before() not in _BOOKS else None


def _clock(hour: int, minute: int | None, half: str) -> Point | None:
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return Point(Cal(hour=hour, minute=minute)) if 0 <= hour <= 24 and 0 <= (minute or 0) <= 59 else None


def build_hour(phrase: Phrase) -> Point | None:
    """An hour: "5 p.m.", "8am", "two o'clock"."""
    if joined := phrase.word("joined"):
        return _clock(int(joined.rstrip("apm")), None, joined[-2:])
    hour, half = _hour_of(phrase), phrase.word("half")
    return _clock(hour, None, half) if hour is not None and not (half and hour > 12) else None


def _hour_of(phrase: Phrase) -> int | None:
    word = phrase.word("hour")
    return int(word) if word.isdecimal() else NUMBERS.get(word)


def build_military(phrase: Phrase) -> Point | None:
    """Four figures with a zone: "0735 GMT"."""
    figures = phrase.word("figures")
    return _clock(int(figures[:2]), int(figures[2:]), "") if len(figures) == 4 and figures.isdecimal() else None


def build_part(phrase: Phrase) -> Expression | None:
    """A part of the day: of the day told, or of this one ("this morning", "Monday morning")."""
    part, toward = PARTS.get(phrase.word("part")), toward_of(phrase)
    if part is None or _is_scenery(phrase):
        return None
    if ":" in part:
        return Point(Cal(hour=int(part[:2]), minute=0), toward=toward)
    if toward is Toward.THIS:
        return Offset(0, Unit.DAY, part=part)
    step = _STEPS.get(phrase.word("which"))
    return Offset(step, Unit.DAY, Frame.STORY, part=part) if step else Point(Cal(part=part), toward=toward)


def _is_scenery(phrase: Phrase) -> bool:
    """Names and sights, "Dawn broke", "Operation Dawn", "High Noon", unless a preposition makes them times."""
    named = phrase.raw("part")[0].isupper() and phrase.code_before() not in SENTENCE_ENDS
    return named or (phrase.word("part") in _SIGHTS and phrase.before() not in _TIMELY)


def build_hour_in_part(phrase: Phrase) -> Point | None:
    """An hour with its part of day: "four in the morning"."""
    hour, part = _hour_of(phrase), phrase.word("part")
    if part not in {"morning", "afternoon", "evening"} or hour is None or not 1 <= hour <= 12:
        return None
    return _clock(hour, None, "am" if part == "morning" else "pm")


CLOCK = Rule(
    "clock",
    "clock=CLOCK half=AM_PM? zone=ZONE?",
    build_clock,
    (
        Case("Posted at [8:52 AM] by an editor", ("2025-05-04T08:52",)),
        Case("Doors open [7:30pm] sharp", ("2025-05-04T19:30",)),
        Case("The score was 3:16 and John 3:16 was read at 27:99.", ()),
    ),
    needs=(Token.CLOCK,),
)
HOUR = Rule(
    "hour",
    "(hour=(DIGITS | NUMERAL) (half=AM_PM | OCLOCK) | joined=HOUR) ZONE?",
    build_hour,
    (Case("It ends at [5 p.m. EST].", ("2025-05-04T17:00",)), Case("It ends at [8am].", ("2025-05-04T08:00",))),
    needs=(Token.AM_PM, Token.OCLOCK, Token.HOUR),
)
MILITARY = Rule(
    "military-clock",
    "figures=(FIGURE | YEAR | OTHER) ZONE",
    build_military,
    (Case("It struck at [0735 GMT].", ("2025-05-04T07:35",)),),
    needs=(Token.ZONE,),
)
PART = Rule(
    "part-of-day",
    "THE? (EARLY &DAY_PART | THAT &CURRENT)? which=WHICH? part=DAY_PART (UNITS &OF)?",
    build_part,
    (
        Case("Police came [this morning].", ("2025-05-04TMO",)),
        Case("Operation Dawn began as dusk fell.", ()),
    ),
    needs=(Token.DAY_PART,),
)
NIGHT_OF = Rule(
    "night-of",
    "THE unit=UNIT &(OF (WEEKDAY? COMMA? (MONTH | DAY) | THE (NTH | ORDINAL)))",
    lambda phrase: Point(Cal(part="NI")) if phrase.word("unit") == "night" else None,
    (Case("They fled on [the night of June 20, 1791].", ("1791-06-20TNI",)),),
    needs=(Token.OF,),
)
IN_THE_MORNING = Rule(
    "hour-in-part",
    "hour=(DIGITS | NUMERAL) OCLOCK? IN THE part=DAY_PART",
    build_hour_in_part,
    (Case("Police came at [4 in the morning].", ("2025-05-04T04:00",)),),
    needs=(Token.DAY_PART,),
)
RULES = (CLOCK, HOUR, MILITARY, PART, NIGHT_OF, IN_THE_MORNING)
