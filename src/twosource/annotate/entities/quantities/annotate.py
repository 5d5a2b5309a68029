"""The quantities of one article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.annotate.entities.gazetteer import load_words
from twosource.annotate.entities.quantities.bounds import Limits, bound_number
from twosource.annotate.entities.quantities.counted import (
    Counted,
    elided_noun,
    find_counted,
    find_scope,
    governing_noun,
    is_plural,
)
from twosource.annotate.entities.quantities.numerals import Number, load_lexicon, read_number
from twosource.annotate.entities.quantities.units import Unit, read_unit
from twosource.annotate.entities.tokens import Tokens, find_tokens
from twosource.model import Bound, Extent, Quantity, QuantityMention, Reading, TimexType, span_of

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "all", "those", "a", "an"})
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "this", "that"})
_DASHES = frozenset("-–—")
_YEAR_LEADERS = frozenset("in since by until from of before after during late early mid around between".split())


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one article in lower case and as written, with what time expressions cover."""

    tokens: Tokens
    forms: list[str]
    raws: list[str]
    times: Sequence[Extent]

    def in_time(self, place: int) -> bool:
        """Whether a time expression covers a token."""
        start = self.tokens.starts[place]
        at = bisect_left(self.times, (start + 1, 0)) - 1
        return at >= 0 and self.times[at][0] <= start < self.times[at][1]


def annotate_quantities(reading: Reading) -> tuple[QuantityMention, ...]:
    """The numbers of an article bound to what they count or measure, in order.

    Policy: what a time expression covers is no quantity (durations are), nor are years, clock times, ages, scores and
    numbers that are names ("Flight 370"). "One of 27 leaders" counts 27. "About" keeps its number as both ends: how
    far it reaches is the comparison's business. `span` covers number, unit and head noun.

    >>> from twosource.model import Article
    >>> found = annotate_quantities(Reading(article=Article(id="a", raw="r", text="At least 20 people died.")))
    >>> [(m.span.quote, m.value.low, m.value.high, m.value.noun) for m in found]
    [('20 people', 20.0, None, 'person')]
    """
    tokens = find_tokens(reading.article.text)
    times = sorted(m.span.extent for m in reading.times if m.type is not TimexType.DURATION)
    line = Line(tokens, [form.lower() for form in tokens.forms], tokens.forms, times)
    return tuple(
        QuantityMention(span=span_of(reading.article, start, end), value=value) for start, end, value in _read(line)
    )


def _read(line: Line) -> Iterator[tuple[int, int, Quantity]]:
    place = 0
    while place < len(line.forms):
        found = _quantity_at(line, place)
        if found is None:
            place += 1
            continue
        first, after, value = found
        yield line.tokens.starts[first], line.tokens.ends[after - 1], value
        place = after


def _may_begin(form: str) -> bool:
    if form[0].isdigit():
        return True
    openers = load_lexicon().openers
    return form in openers or ("-" in form and form.partition("-")[0] in openers)


def _quantity_at(line: Line, place: int) -> tuple[int, int, Quantity] | None:
    form = line.forms[place]
    if not _may_begin(form) or line.in_time(place):
        return None
    compound = _hyphened_words(line, place)
    if compound is not None:
        return compound
    number = read_number(line.forms, place)
    if number is None or _is_no_quantity(line, place, number):
        return None
    ranged = _range(line, place, number)
    if ranged is not None:
        second, high = ranged
        if _is_date_or_clock(line, second, high):
            return None
        unit = read_unit(line.forms, line.raws, second, high)
        first_unit = read_unit(line.forms, line.raws, place, number)
        limits = Limits(number.value, high.value, Bound.BETWEEN, place, unit.after)
        return _bind(
            line, place, high, unit._replace(first=first_unit.first, name=unit.name or first_unit.name), limits
        )
    unit = read_unit(line.forms, line.raws, place, number)
    limits = bound_number(line.forms, unit.first, number, unit.after)
    if unit.name is None and limits.after > unit.after:
        unit = read_unit(line.forms, line.raws, unit.first, number._replace(after=limits.after))
        limits = limits._replace(after=max(limits.after, unit.after))
    return _bind(line, place, number, unit, limits)


def _hyphened_words(line: Line, place: int) -> tuple[int, int, Quantity] | None:
    """ "three-day visit": a number word and a unit in one token."""
    stem, dash, rest = line.forms[place].partition("-")
    lexicon = load_lexicon()
    if not dash or stem not in lexicon.cardinals or rest in lexicon.cardinals or rest in lexicon.ordinals:
        return None
    name = lexicon.measures.get(rest)
    value = float(lexicon.cardinals[stem])
    if name is None or rest == "year-old":
        return None
    counted = find_counted(line.forms, line.raws, place + 1, plural=False)
    after = counted.after if counted.noun else place + 1
    scope = (*counted.modifiers, *find_scope(line.forms, line.raws, after))
    return place, after, Quantity(low=value, high=value, bound=Bound.EXACT, unit=name, noun=counted.noun, scope=scope)


def _range(line: Line, place: int, number: Number) -> tuple[int, Number] | None:
    """The second number of "between 5 and 7", "5 to 7", "5-7", with its place."""
    forms = line.forms
    at = number.after
    if number.ordinal or at + 1 >= len(forms):
        return None
    first = forms[place - 1] if place else ""
    if first in {"$", "€", "£"} and place > 1:
        first = forms[place - 2]
    if at + 1 < len(forms) and forms[at] in {"%", "percent"}:
        at += 1
    joined = (
        (first == "between" and forms[at] == "and")
        or (forms[at] == "to" and first not in {"from"})
        or forms[at] in _DASHES
    )
    if not joined:
        return None
    second = at + 2 if forms[at + 1] in {"$", "€", "£"} else at + 1
    high = (
        read_number(forms, second)
        if second < len(forms) and (forms[second][0].isdigit() or first == "between")
        else None
    )
    if high is None or high.ordinal or high.value <= number.value:
        return None
    return second, high


def _bind(line: Line, place: int, number: Number, unit: Unit, limits: Limits) -> tuple[int, int, Quantity] | None:
    counted = _counted(line, place, number, unit, limits)
    after = counted.after if counted.noun else max(unit.after, number.after)
    noun = counted.noun
    if noun is None and number.ordinal:
        noun = elided_noun(line.forms, place)
        if noun is None:
            return None
    if noun is None and unit.name is None and not _stands_alone(line, place, number, limits):
        return None
    governor = governing_noun(line.forms, limits.first)
    scope = (
        *((governor,) if governor else ()),
        *counted.modifiers,
        *find_scope(line.forms, line.raws, max(after, limits.after)),
    )
    value = Quantity(
        low=limits.low,
        high=limits.high,
        bound=limits.bound,
        unit=unit.name,
        noun=noun,
        scope=scope,
        ordinal=number.ordinal,
    )
    return unit.first, after, value


def _counted(line: Line, place: int, number: Number, unit: Unit, limits: Limits) -> Counted:
    """What is counted or measured: behind "of" or "in" after a unit or "hundreds", else right behind."""
    start = max(unit.after, limits.after)
    forms = line.forms
    if (number.vague or unit.name) and forms[start : start + 1] and forms[start] in {"of", "in"}:
        at = start + 1
        while at < len(forms) and forms[at] in _ARTICLES:
            at += 1
        timed = at >= len(forms) or line.in_time(at) or (forms[start] == "in" and at > start + 1)
        return Counted(None, start) if timed else find_counted(forms, line.raws, at, plural=None)
    if unit.name:
        return _attributed(line, place, start, hyphened=unit.hyphened)
    singular = number.ordinal or number.value == 1
    return find_counted(forms, line.raws, start, plural=not singular)


def _attributed(line: Line, place: int, start: int, *, hyphened: bool) -> Counted:
    """ "a 145 per cent tariff", "5kg bags": a noun only where an article or a plural shows that one is due."""
    counted = find_counted(line.forms, line.raws, start, plural=None)
    due = hyphened or any(form in _DETERMINERS for form in line.forms[max(0, place - 3) : place])
    if counted.noun is None or due:
        return counted
    plural = counted.after == start + 1 and is_plural(line.forms[start])
    return counted if plural else Counted(None, start)


def _stands_alone(line: Line, place: int, number: Number, limits: Limits) -> bool:
    """A bare number means something after a verb of change or with a bound: "rose to 27", "at least 20"."""
    before = line.forms[place - 1] if place else ""
    if limits.bound is not Bound.EXACT:
        return True
    return line.forms[place][0].isdigit() and before in {"to", "killed", "wounded", "injured", "reached", "was", "at"}


def _is_no_quantity(line: Line, place: int, number: Number) -> bool:
    return (
        _is_one_of(line, place, number)
        or _is_year(line, place, number)
        or _is_date_or_clock(line, place, number)
        or _is_age(line, place, number)
        or _is_name(line, place, number)
    )


def _is_one_of(line: Line, place: int, number: Number) -> bool:
    if number.ordinal:
        named = line.raws[number.after : number.after + 1] and line.raws[number.after][0].isupper()
        return line.raws[place][0].isupper() and (bool(named) or place not in line.tokens.opening)
    if line.forms[place] != "one":
        return False
    following = line.forms[number.after] if number.after < len(line.forms) else ""
    before = line.forms[place - 1] if place else ""
    return (
        following in load_lexicon().stops or not following[:1].isalpha() or before in {"no", "this", "that", "another"}
    )


def _is_year(line: Line, place: int, number: Number) -> bool:
    raw = line.raws[place]
    if not (raw.isdigit() and len(raw) == 4 and _FIRST_YEAR <= number.value <= _LAST_YEAR):
        return False
    before = line.forms[place - 1] if place else ""
    following = line.forms[number.after] if number.after < len(line.forms) else ""
    if before in _YEAR_LEADERS or before in load_words().calendar or before in {",", "("}:
        return True
    return not (following[:1].isalpha() and following.endswith("s")) and number.value >= 1900


def _is_date_or_clock(line: Line, place: int, number: Number) -> bool:
    forms, calendar = line.forms, load_words().calendar
    before = forms[place - 1] if place else ""
    following = forms[number.after] if number.after < len(forms) else ""
    if ":" in forms[place] or following in {"am", "pm", "a.m.", "p.m.", "o'clock", "gmt", "hrs"}:
        return True
    if before in calendar and number.value <= 31:
        return True
    if following in calendar and following != "may" and number.value <= 31:
        return True
    if before in _DASHES | {"to", "and"} and place >= 3 and forms[place - 2].isdigit() and forms[place - 3] in calendar:
        return True
    if number.ordinal and (following in {"century", "of"} or forms[number.after : number.after + 1] == ["century"]):
        return following == "century" or (
            following == "of"
            and forms[number.after + 1 : number.after + 2] != []
            and forms[number.after + 1] in calendar
        )
    return following in {"may"} and line.raws[number.after] == "May"


def _is_age(line: Line, place: int, number: Number) -> bool:
    forms = line.forms
    before = forms[place - 1] if place else ""
    behind = forms[number.after : number.after + 5]
    if (
        before in {"aged", "age"}
        or behind[:1] == ["year-old"]
        or "".join(behind).startswith(("-year-old", "-years-old", "-month-old", "yearsold"))
    ):
        return True
    alone = before == "," and behind[:1] in ([","], ["."]) and place >= 2
    return alone and line.raws[place - 2][0].isupper() and number.value < 110


def _is_name(line: Line, place: int, number: Number) -> bool:
    """A number that is part of a name, a score or a code."""
    forms = line.forms
    if place == 0:
        return False
    before, glued = forms[place - 1], line.tokens.starts[place] == line.tokens.ends[place - 1]
    if glued and before not in {"$", "€", "£", "¥", "₹", "₽", "₴", "(", '"', "“", "~", "'", "‘"}:
        return True
    if before in load_lexicon().identifiers and line.raws[place][0].isdigit():
        return True
    after = number.after
    score = after + 1 < len(forms) and forms[after] in {"-", "–", "/"} and forms[after + 1].isdigit()
    return score and not _counts_after(line, after + 1)


def _counts_after(line: Line, place: int) -> bool:
    """Whether the second number of a pair is followed by a unit or a plural: "5-7 people"."""
    second = read_number(line.forms, place)
    if second is None:
        return False
    unit = read_unit(line.forms, line.raws, place, second)
    return unit.name is not None or find_counted(line.forms, line.raws, second.after, plural=True).noun is not None
