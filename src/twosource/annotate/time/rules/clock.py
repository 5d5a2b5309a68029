"""Times of day: "8:52 AM", "5 p.m. EST", "noon", "Monday morning" (the part; the day is joined to it later)."""

from __future__ import annotations

from twosource.annotate.time.algebra import Expression, Frame, Offset, Point, Toward
from twosource.annotate.time.calendar import Cal, Unit
from twosource.annotate.time.lexicon import NUMBERS, PARTS
from twosource.annotate.time.rules.months import TOWARD
from twosource.annotate.time.rules.rule import Case, Phrase, Rule

_SIGHTS = frozenset("dawn daybreak sunrise dusk sunset nightfall daytime lunchtime".split())
_TIMELY = frozenset("at by before since until after around from in".split())
_NOT_CLOCK = frozenset(
    "genesis exodus matthew mark luke john psalm psalms romans corinthians revelation isaiah".split()
)


def _clock(hour: int, minute: int | None, half: str) -> Cal | None:
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if not 0 <= hour <= 24 or not 0 <= (minute or 0) <= 59:
        return None
    return Cal(hour=hour, minute=minute)


def build_clock(phrase: Phrase) -> Point | None:
    """A clock time in figures; "3:16" alone must be led by a word of time or carry a zone."""
    word = phrase.word("c")
    parts, half = word.rstrip("apm").split(":"), phrase.word("a") or word.lstrip("0123456789:")
    if not half and not phrase.has("z") and phrase.before() not in {"at", "by", "until", "around", "about", "from"}:
        return None
    cal = _clock(int(parts[0]), int(parts[1]), half)
    return Point(cal) if cal and phrase.before() not in _NOT_CLOCK else None


def build_hour(phrase: Phrase) -> Point | None:
    """An hour: "5 p.m.", "8am", "two o'clock"."""
    if phrase.has("g"):
        word = phrase.word("g")
        cal = _clock(int(word.rstrip("apm")), None, word[-2:])
    else:
        word = phrase.word("h")
        hour = int(word) if word.isdecimal() else NUMBERS.get(word, 99)
        cal = _clock(hour, None, phrase.word("a"))
        if hour > 12 and phrase.word("a"):
            return None
    return Point(cal) if cal else None


def build_military(phrase: Phrase) -> Point | None:
    """Four figures with a zone: "0735 GMT"."""
    digits = phrase.word("n")
    if len(digits) != 4 or not digits.isdecimal() or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return Point(Cal(hour=int(digits[:2]), minute=int(digits[2:])))


def build_part(phrase: Phrase) -> Expression | None:
    """A part of the day: of the day told, or of this one ("this morning", "Monday morning")."""
    word = phrase.word("p")
    part = PARTS.get(word)
    if part is None or _is_scenery(phrase, word):
        return None
    cal = Cal(hour=int(part[:2]), minute=0) if ":" in part else Cal(part=part)
    toward = TOWARD.get(phrase.word("r")) if phrase.has("r") else None
    if toward is Toward.THIS and ":" not in part:
        return Offset(0, Unit.DAY, part=part)
    if (
        toward in {Toward.NEXT, Toward.LAST}
        and ":" not in part
        and phrase.word("r") in {"next", "following", "previous"}
    ):
        return Offset(1 if toward is Toward.NEXT else -1, Unit.DAY, Frame.STORY, part=part)
    return Point(cal, toward=toward)


def build_hour_in_part(phrase: Phrase) -> Point | None:
    """A reading of "Four in the morning"."""
    word, part = phrase.word("h"), phrase.word("p")
    hour = int(word) if word.isdecimal() else NUMBERS.get(word, 99)
    if part not in {"morning", "afternoon", "evening"} or not 1 <= hour <= 12:
        return None
    cal = _clock(hour, None, "am" if part == "morning" else "pm")
    return Point(cal) if cal else None


def _is_scenery(phrase: Phrase, word: str) -> bool:
    """Names and sights, "Dawn broke", "Operation Dawn", "High Noon", unless a preposition makes them times."""
    opens = phrase.scan.code(phrase.start - 1) in ".|"
    named = phrase.scan.raw(phrase.match.start("p"))[0].isupper() and not opens
    return named or (word in _SIGHTS and phrase.before() not in _TIMELY)


CLOCK = Rule(
    "clock",
    r"(?P<c>C)(?P<a>A)?(?P<z>Z)?",
    build_clock,
    (
        Case("Posted at [8:52 AM] by an editor", ("2025-05-04T08:52",)),
        Case("Doors open [7:30pm] sharp", ("2025-05-04T19:30",)),
        Case("The score was 3:16 and John 3:16 was read at 27:99.", ()),
    ),
    needs="C",
)
HOUR = Rule(
    "hour",
    r"(?:(?P<h>D|w)(?:(?P<a>A)|K)|(?P<g>1))Z?",
    build_hour,
    (Case("It ends at [5 p.m. EST].", ("2025-05-04T17:00",)), Case("It ends at [8am].", ("2025-05-04T08:00",))),
    needs="AK1",
)
MILITARY = Rule(
    "military-clock",
    r"(?P<n>[NY_])(?=Z)Z",
    build_military,
    (Case("It struck at [0735 GMT].", ("2025-05-04T07:35",)),),
    needs="Z",
)
PART = Rule(
    "part-of-day",
    r"d?(?:k(?=P)|y(?=c))?(?P<r>[xylnc])?(?P<p>P)(?:V(?=f))?",
    build_part,
    (
        Case("Police came [this morning].", ("2025-05-04TMO",)),
        Case("Operation Dawn began as dusk fell.", ()),
    ),
    needs="P",
)
NIGHT_OF = Rule(
    "night-of",
    r"d(?P<u>U)(?=f(?:W?,?[MDo]|d[oO]))",
    lambda phrase: Point(Cal(part="NI")) if phrase.word("u") == "night" else None,
    (Case("They fled on [the night of June 20, 1791].", ("1791-06-20TNI",)),),
    needs="f",
)
IN_THE_MORNING = Rule(
    "hour-in-part",
    r"(?P<h>D|w)(?:K)?id(?P<p>P)",
    build_hour_in_part,
    (Case("Police came at [4 in the morning].", ("2025-05-04T04:00",)),),
    needs="P",
)
RULES = (CLOCK, HOUR, MILITARY, PART, NIGHT_OF, IN_THE_MORNING)
