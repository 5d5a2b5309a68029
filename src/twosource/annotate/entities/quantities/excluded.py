"""Numbers that are no quantities: "one of them", years, dates, clock times, ages, scores and names.

What a time expression covers is left out before; these rules stand where none was marked.
"""

from __future__ import annotations

from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.quantities.counted import find_counted
from twosource.annotate.entities.quantities.line import Line
from twosource.annotate.entities.quantities.numerals import Number, load_lexicon, read_number
from twosource.annotate.entities.quantities.units import read_unit

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_BARE_YEAR = 1900  # a bare number from here on is a year wherever nothing plural follows it
_MAX_AGE = 110
_MAX_DAY = 31
DASHES = frozenset("-–—")
_YEAR_LEADERS = frozenset("in since by until from of before after during late early mid around between , (".split())
_CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "o'clock", "gmt", "hrs"})
_AGED = ("-year-old", "-years-old", "-month-old", "year-old", "yearsold")
_GLUED_BEFORE = frozenset("$€£¥₹₽₴(\"“~'‘")
_NOT_COUNTED_BEFORE = frozenset({"no", "this", "that", "another"})


def is_no_quantity(line: Line, place: int, number: Number) -> bool:
    """Whether the number at a token is something else than a quantity."""
    if number.ordinal:
        return _is_named_ordinal(line, place, number) or _is_dated_ordinal(line, number)
    return (
        _is_pronoun(line, place, number)
        or _is_year(line, place, number)
        or is_date_or_clock(line, place, number)
        or _is_age(line, place, number)
        or _is_name(line, place, number)
    )


def _is_named_ordinal(line: Line, place: int, number: Number) -> bool:
    """Whether an ordinal is part of a name: "First Minister"."""
    if not line.raws[place][0].isupper():
        return False
    named = number.after < len(line.raws) and line.raws[number.after][0].isupper()
    return named or place not in line.tokens.opening


def _is_dated_ordinal(line: Line, number: Number) -> bool:
    """Whether an ordinal dates something: "21st century", "the first of May"."""
    following = line.at(number.after)
    return following == "century" or (following == "of" and line.at(number.after + 1) in load_words().calendar)


def _is_pronoun(line: Line, place: int, number: Number) -> bool:
    """Whether "one" counts nothing: "one of them", "no one", "one must"."""
    if line.forms[place] != "one":
        return False
    following = line.at(number.after)
    bare = following in load_lexicon().stops or not following[:1].isalpha()
    return bare or line.before(place) in _NOT_COUNTED_BEFORE


def _is_year(line: Line, place: int, number: Number) -> bool:
    raw = line.raws[place]
    if not (raw.isdigit() and len(raw) == 4 and _FIRST_YEAR <= number.value <= _LAST_YEAR):
        return False
    before, following = line.before(place), line.at(number.after)
    if before in _YEAR_LEADERS or before in load_words().calendar:
        return True
    counts = following[:1].isalpha() and following.endswith("s")
    return not counts and number.value >= _BARE_YEAR


def is_date_or_clock(line: Line, place: int, number: Number) -> bool:
    """Whether a number is a day of a month or a time of day: "May 9", "7 to 10 May", "10:30"."""
    calendar = load_words().calendar
    before, following = line.before(place), line.at(number.after)
    if ":" in line.forms[place] or following in _CLOCK:
        return True
    if number.value > _MAX_DAY:
        return False
    month = following in calendar and (following != "may" or line.raws[number.after] == "May")
    return before in calendar or month or _ends_days(line, place)


def _ends_days(line: Line, place: int) -> bool:
    """Whether a number ends a range of days: "May 7-10", "May 7 to 10"."""
    if place < 3 or not (line.forms[place - 1] in DASHES or line.forms[place - 1] in {"to", "and"}):
        return False
    return line.forms[place - 2].isdigit() and line.forms[place - 3] in load_words().calendar


def _is_age(line: Line, place: int, number: Number) -> bool:
    """Whether a number is somebody's age: "aged 12", "45-year-old", "John Reed, 45,"."""
    before, following = line.before(place), line.at(number.after)
    if before in {"aged", "age"} or "".join(line.forms[number.after : number.after + 5]).startswith(_AGED):
        return True
    alone = before == "," and following in {",", "."} and place >= 2
    return alone and line.raws[place - 2][0].isupper() and number.value < _MAX_AGE


def _is_name(line: Line, place: int, number: Number) -> bool:
    """Whether a number is part of a name, a score or a code: "Flight 370", "3-1", "F-16"."""
    if place == 0:
        return False
    before = line.forms[place - 1]
    glued = line.tokens.starts[place] == line.tokens.ends[place - 1]
    if glued and before not in _GLUED_BEFORE and line.before(place - 1) != "$":
        return True
    if before in load_lexicon().identifiers and line.raws[place][0].isdigit():
        return True
    parted = line.at(number.after) in {"-", "–", "/"} and line.at(number.after + 1).isdigit()
    return parted and not _counts(line, number.after + 1)


def _counts(line: Line, place: int) -> bool:
    """Whether the second number of a pair is followed by a unit or a plural: "5-7 people"."""
    second = read_number(line.forms, place)
    if second is None:
        return False
    unit = read_unit(line.forms, line.raws, place, second)
    return unit.name is not None or find_counted(line.forms, line.raws, second.after, plural=True).noun is not None
