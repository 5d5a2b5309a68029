"""Units counted from the writing or from the story: "yesterday", "last week", "three years ago", "the next day"."""

from __future__ import annotations

from twosource.annotate.time.algebra import Duration, Expression, Frame, Offset, Toward, Vague
from twosource.annotate.time.calendar import Unit
from twosource.annotate.time.lexicon import DAYS_AWAY, UNIT_PLURALS, UNITS
from twosource.annotate.time.numbers import read_number
from twosource.annotate.time.rules.rule import COUNT, Case, Phrase, Rule

_STEP = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "present": 0}
_STEP |= {
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "following": 1,
    "subsequent": 1,
    "ensuing": 1,
    "that": 0,
    "same": 0,
    "latest": 0,
}
_FROM_STORY = frozenset("previous preceding prior following subsequent ensuing that same".split())
_WHOLE_UNITS = {Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.QUARTER, Unit.WEEKEND, Unit.DAY}
_WHOLE = frozenset("full fiscal whole entire financial".split())
_INTO = frozenset("in for during of over through throughout within this by".split())
_OF_THE_YEAR = frozenset("man woman person player book film".split())
_NARROWS = frozenset("of that before after when since ago old to - earlier later".split())
_NO_WINDOW = {Unit.NIGHT, Unit.YEAR, Unit.WEEKEND}
_SMALL = {Unit.SECOND, Unit.MINUTE, Unit.HOUR}


def unit_named(word: str) -> Unit | None:
    """The unit a word names, singular or plural."""
    return UNITS.get(word) or UNIT_PLURALS.get(word)


def build_day_word(phrase: Phrase) -> Offset:
    """Today, tonight, yesterday, tomorrow."""
    word = phrase.word("t")
    part = "NI" if word == "tonight" else None
    return Offset(DAYS_AWAY[word], Unit.DAY, part=part)


def build_last_night(phrase: Phrase) -> Offset | None:
    """The night before the day of writing."""
    if phrase.word("u") != "night":
        return None
    return Offset({"l": -1, "x": 0}[phrase.scan.code(phrase.start)], Unit.DAY, part="NI")


def build_this_unit(phrase: Phrase) -> Expression | None:
    """A reading of "this week", "last year", "the next day", "that month".

    "The next day" and "that year" count from the story; so do "previous" and "following". "The past week" is the week
    that ends now. A current hour or minute is the present.
    """
    unit, word = unit_named(phrase.word("u")), phrase.word("r")
    if unit is None or phrase.before() in {"second", "third"} or word in {"these", "those"}:
        return None
    if word == "latest":
        return Offset(0, unit, Frame.STORY) if unit is Unit.QUARTER else None
    if unit in _SMALL:
        return Vague.PRESENT if word in {"this", "current"} else None
    the = phrase.has("d") and phrase.word("d") == "the"
    if word in {"last", "past"} and unit not in _NO_WINDOW and (the or word == "past"):
        return None if unit is Unit.DAY and the and word == "last" else Duration(((1.0, unit),), Toward.LAST)
    if unit is Unit.DAY and word in {"last", "past", "present", "current"}:
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
    earlier = phrase.word("h") in {"earlier", "previously"}
    return _away(phrase, sign=-1 if earlier else 1, frame=Frame.STORY)


def build_before(phrase: Phrase) -> Expression | None:
    """A reading of "the day before", "two years after" where nothing follows: counted from what was told last."""
    if phrase.word("h") not in {"before", "after"}:
        return None
    return _away(phrase, sign=-1 if phrase.word("h") == "before" else 1, frame=Frame.STORY)


def build_from_now(phrase: Phrase) -> Expression | None:
    """So long after the writing."""
    if phrase.word("h") not in {"from", "now", "time", "hence"}:
        return None
    return _away(phrase, sign=1, frame=Frame.WRITING)


def _away(phrase: Phrase, *, sign: int, frame: Frame) -> Expression | None:
    unit = unit_named(phrase.word("u"))
    if unit is None:
        return None
    count = phrase.words("n")
    number = read_number(count) if count else (None if phrase.scan.code(phrase.match.start("u")) == "V" else 1.0)
    if number is None or abs(number) > 1_000_000:
        return Offset(None, unit, frame, forward=sign > 0)
    if number != int(number):
        unit, number = (Unit.MONTH, number * 12) if unit is Unit.YEAR else (unit, round(number))
    return Offset(sign * int(number), unit, frame)


def build_the_unit(phrase: Phrase) -> Expression | None:
    """A reading of "the week", "the year": the one the text is about, where a preposition puts something into it."""
    unit = unit_named(phrase.word("u"))
    adjective = phrase.scan.word(phrase.end - 2) if phrase.end - phrase.start == 3 else "full"
    if unit not in _WHOLE_UNITS or adjective not in _WHOLE or phrase.after() in _NARROWS:
        return None
    lead, earlier = phrase.before(), phrase.before(2)
    if unit is Unit.DAY:
        return Offset(0, unit, Frame.STORY) if earlier in {"later", "earlier"} and lead == "in" else None
    if unit is Unit.WEEKEND:
        return Offset(0, unit) if lead in _INTO | {"ahead", "before"} or earlier == "ahead" else None
    if lead not in _INTO or earlier in _OF_THE_YEAR:
        return None
    if phrase.after() in {"ended", "ending"} and unit is not Unit.QUARTER:
        return Duration(((1.0, unit),))
    return Offset(0, unit, Frame.WRITING if unit is Unit.YEAR else Frame.STORY)


DAY_WORD = Rule(
    "day-word",
    r"(?P<t>T)",
    build_day_word,
    (
        Case("It was agreed [yesterday] and signed [today].", ("2025-05-03", "2025-05-04")),
        Case("They meet [tonight] and again [tomorrow].", ("2025-05-04TNI", "2025-05-05")),
        Case("It was agreed [yesterday].", ("XXXX-XX-XX",), None),
    ),
    needs="T",
)
LAST_NIGHT = Rule(
    "last-night",
    r"[lx](?P<u>U)",
    build_last_night,
    (Case("Shots were heard [last night].", ("2025-05-03TNI",)),),
    needs="U",
)
THIS_UNIT = Rule(
    "this-unit",
    r"(?P<d>d)?(?:[xy](?=[nc]))?(?P<r>[xylnc])(?P<u>U)",
    build_this_unit,
    (
        Case("Exports fell [last year].", ("2024",)),
        Case("They meet [next week].", ("2025-W19",)),
        Case("He left on [May 1] and came back [the next day].", ("2025-05-01", "2025-05-02")),
        Case("He won in [1978] and lost [the following year].", ("1978", "1979")),
    ),
    needs="U",
)
AGO = Rule(
    "ago",
    rf"(?P<n>{COUNT}|a)?(?P<u>U|V)(?:&_)?(?P<h>g)",
    build_ago,
    (
        Case("It failed [two years ago].", ("2023",)),
        Case("It failed [ten days ago].", ("2025-04-24",)),
        Case("It failed [several years ago].", ("PAST_REF",)),
        Case("It failed [a month ago].", ("2025-04",)),
    ),
    needs="g",
)
LATER = Rule(
    "later",
    rf"(?P<n>{COUNT}|a)?(?P<u>U|V)-?(?P<h>h)",
    build_later,
    (
        Case("It fell on [April 28, 1945]; [two days later] it was over.", ("1945-04-28", "1945-04-30")),
        Case("In [1998] it lost what it had won [ten years earlier].", ("1998", "1988")),
    ),
    needs="h",
)
BEFORE = Rule(
    "before",
    rf"(?:(?P<n>{COUNT}|a)|d)(?P<u>U|V)(?P<h>i)(?=[,.|=&])",
    build_before,
    (
        Case("On [May 1] he resigned; she had left [the day before].", ("2025-05-01", "2025-04-30")),
        Case("On [May 1] he resigned, and she did [two weeks after].", ("2025-05-01", "2025-W20")),
    ),
    needs="UV",
)
FROM_NOW = Rule(
    "from-now",
    rf"(?P<n>{COUNT}|a)(?P<u>U|V)(?P<h>i(?=R)|t)R?",
    build_from_now,
    (Case("It ends [two weeks from now].", ("2025-W20",)),),
    needs="UV",
)
THE_UNIT = Rule(
    "the-unit",
    r"d(?:z|_(?=U))?(?P<u>U)(?![-DwNYUV])",
    build_the_unit,
    (
        Case("Rain fell over [the weekend].", ("2025-W18-WE",)),
        Case("The year that changed us was the man of the day.", ()),
    ),
    needs="U",
)
RULES = (DAY_WORD, LAST_NIGHT, THIS_UNIT, AGO, LATER, BEFORE, FROM_NOW, THE_UNIT)
