"""The quantities of one article."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.annotate.entities.quantities.bounds import Limits, bound_number
from twosource.annotate.entities.quantities.counted import (
    Counted,
    elided_noun,
    find_counted,
    find_scope,
    governing_noun,
    is_plural,
)
from twosource.annotate.entities.quantities.excluded import DASHES, is_date_or_clock, is_no_quantity
from twosource.annotate.entities.quantities.line import Line
from twosource.annotate.entities.quantities.metres import read_metres
from twosource.annotate.entities.quantities.numerals import Number, load_lexicon, read_number
from twosource.annotate.entities.quantities.units import Unit, read_unit
from twosource.annotate.entities.tokens import find_tokens
from twosource.model import Bound, Quantity, QuantityMention, Reading, TimexType, span_of

_SIGNS = frozenset({"$", "€", "£"})
_PERCENT = frozenset({"%", "percent"})
_ARTICLES = frozenset({"the", "its", "his", "her", "their", "all", "those", "a", "an"})
_DETERMINERS = frozenset({"the", "its", "his", "her", "their", "a", "an", "this", "that"})
_HARMING = frozenset({"killed", "wounded", "injured", "killing", "wounding", "injuring"})
_CHANGED_TO = _HARMING | {"to", "reached", "was", "at"}
_HARMED = frozenset(
    "killed wounded injured hurt dead deceased slain shot stabbed hospitalized hospitalised arrested detained missing"
    " homeless stranded trapped rescued evacuated displaced".split()
)
"""What becomes of people who are counted without a noun: "five killed in a crash", "16 were wounded"."""
_BEING = frozenset({"were", "are", "been", "remain", "remained"})
_HAVING = frozenset({"have", "had"})
_OBJECTS = frozenset({"a", "an", "the", "him", "her", "his", "their", "them", "it", "himself", "herself", "themselves"})
_NO_GOODS = frozenset({"just", "only", "about", "less", "under", "nearly", "over", "more"})
_JOINING = frozenset({"and", "another", ","})
_SEVERAL = 2  # "one" alone is mostly a pronoun
_ELIDED_REACH = 24  # tokens back to the noun that a second count leaves out; a choice, not a measurement


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
    begin = 0
    for place in _places(line):
        found = _quantity_at(line, place) if place >= begin else None
        if found is not None:
            first, after, value = found
            yield line.tokens.starts[max(first, begin)], line.tokens.ends[after - 1], value
            begin = after


def _places(line: Line) -> list[int]:
    """The tokens at which a number may begin."""
    return [place for place, form in enumerate(line.forms) if _may_open(form)]


def _may_open(form: str) -> bool:
    openers = load_lexicon().openers
    return form in openers or form[0].isdigit() or ("-" in form and form.partition("-")[0] in openers)


def _quantity_at(line: Line, place: int) -> tuple[int, int, Quantity] | None:
    if line.in_time(place):
        return None
    compound = _hyphened_words(line, place)
    if compound is not None:
        return compound
    number = read_metres(line, place) or read_number(line.forms, place)
    if number is None or is_no_quantity(line, place, number):
        return None
    ranged = _range(line, place, number)
    if ranged is None:
        return _single(line, place, number)
    return None if is_date_or_clock(line, *ranged) else _between(line, place, number, ranged)


def _between(line: Line, place: int, number: Number, ranged: tuple[int, Number]) -> tuple[int, int, Quantity] | None:
    """The quantity of two numbers: "between 5 and 7 days"; of the first alone where they measure two things."""
    second, high = ranged
    low_unit = read_unit(line.forms, line.raws, place, number)
    unit = read_unit(line.forms, line.raws, second, high)
    if low_unit.name and unit.name and low_unit.name != unit.name:
        return _single(line, place, number)
    unit = unit._replace(first=low_unit.first, name=unit.name or low_unit.name)
    limits = Limits(number.value, high.value, Bound.BETWEEN, place, unit.after)
    return _bind(line, place, high, unit, limits)


def _single(line: Line, place: int, number: Number) -> tuple[int, int, Quantity] | None:
    """The quantity of one number with its bound, whose words may part it from its unit: "20 or more per cent"."""
    unit = read_unit(line.forms, line.raws, place, number)
    limits = bound_number(line.forms, unit.first, number, unit.after)
    if unit.name is None and limits.after > unit.after:
        unit = read_unit(line.forms, line.raws, unit.first, number._replace(after=limits.after))
        limits = limits._replace(after=max(limits.after, unit.after))
    return _bind(line, place, number, unit, limits)


def _hyphened_words(line: Line, place: int) -> tuple[int, int, Quantity] | None:
    """A number word and a unit in one token: "three-day visit"."""
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
    if number.ordinal:
        return None
    sign = place > 0 and forms[place - 1] in _SIGNS
    first = line.before(place - 1 if sign else place)
    at = number.after + 1 if line.at(number.after) in _PERCENT else number.after
    between = first == "between" and line.at(at) == "and"
    if not (between or (line.at(at) == "to" and first != "from") or line.at(at) in DASHES):
        return None
    second = at + 2 if line.at(at + 1) in _SIGNS else at + 1
    if second >= len(forms) or not (forms[second][0].isdigit() or first == "between"):
        return None
    high = read_number(forms, second)
    return (second, high) if high and not high.ordinal and high.value > number.value else None


def _bind(line: Line, place: int, number: Number, unit: Unit, limits: Limits) -> tuple[int, int, Quantity] | None:
    counted = _counted(line, place, number, unit, limits)
    after = counted.after if counted.noun else max(unit.after, number.after)
    noun = counted.noun or _elided(line, place, number, unit) or _harmed(line, number, unit, limits)
    if noun is None and (number.ordinal or (unit.name is None and not _stands_alone(line, place, limits))):
        return None
    value = Quantity(
        low=limits.low,
        high=limits.high,
        bound=limits.bound,
        unit=unit.name,
        noun=noun,
        scope=_scope(line, counted, limits, after),
        ordinal=number.ordinal,
    )
    return unit.first, after, value


def _elided(line: Line, place: int, number: Number, unit: Unit) -> str | None:
    """The noun that a bare number leaves out: that of its subject, or of the count before it in its sentence."""
    if number.ordinal:
        return elided_noun(line.forms, place)
    harmed = line.before(place) in _HARMING or (line.before(place) in _JOINING and line.at(number.after) == "were")
    return _last_counted(line, place) if harmed and unit.name is None else None


def _harmed(line: Line, number: Number, unit: Unit, limits: Limits) -> str | None:
    """People, where a bare number stands before what became of them and not before what they did to somebody."""
    at = max(number.after, limits.after)
    if number.ordinal or unit.name is not None or number.vague or number.value < _SEVERAL:
        return None
    at += line.at(at) in _HAVING
    at += line.at(at) in _BEING
    return "person" if line.at(at) in _HARMED and line.at(at + 1) not in _OBJECTS else None


def _last_counted(line: Line, place: int) -> str | None:
    """What the last number before `place` in its sentence counts: "people" in "killing 12 people and injuring 34"."""
    sentence = line.tokens.sentence_of
    for at in range(place - 1, max(0, place - _ELIDED_REACH) - 1, -1):
        if sentence[at] != sentence[place]:
            return None
        number = read_number(line.forms, at) if _may_open(line.forms[at]) else None
        if number is not None:
            return find_counted(line.forms, line.raws, number.after, plural=True).noun
    return None


def _scope(line: Line, counted: Counted, limits: Limits, after: int) -> tuple[str, ...]:
    """What narrows the count: the noun before "of", the adjectives, the phrases behind the noun."""
    governor = governing_noun(line.forms, limits.first)
    behind = find_scope(line.forms, line.raws, max(after, limits.after))
    return (*((governor,) if governor else ()), *counted.modifiers, *behind)


def _counted(line: Line, place: int, number: Number, unit: Unit, limits: Limits) -> Counted:
    """What is counted or measured: behind "of" or "in" after a unit or "hundreds", else right behind."""
    start = max(unit.after, limits.after)
    forms = line.forms
    if (number.vague or unit.name) and forms[start : start + 1] and forms[start] in {"of", "in"}:
        at = start + 1
        while at < len(forms) and forms[at] in _ARTICLES:
            at += 1
        timed = at >= len(forms) or line.in_time(at) or (forms[start] == "in" and at > start + 1)
        timed = timed or forms[at] in _NO_GOODS
        return Counted(None, start) if timed else find_counted(forms, line.raws, at, plural=None)
    if unit.name:
        return _attributed(line, place, start, hyphened=unit.hyphened)
    singular = number.ordinal or number.value == 1
    return find_counted(forms, line.raws, start, plural=not singular)


def _attributed(line: Line, place: int, start: int, *, hyphened: bool) -> Counted:
    """A noun only where an article or a plural shows that one is due: "a 145 per cent tariff", "5kg bags"."""
    counted = find_counted(line.forms, line.raws, start, plural=None)
    due = hyphened or any(form in _DETERMINERS for form in line.forms[max(0, place - 3) : place])
    if counted.noun is None or due:
        return counted
    plural = counted.after == start + 1 and is_plural(line.forms[start])
    return counted if plural else Counted(None, start)


def _stands_alone(line: Line, place: int, limits: Limits) -> bool:
    """A bare number means something after a verb of change or with a bound: "rose to 27", "at least 20"."""
    if limits.bound is not Bound.EXACT:
        return True
    return line.forms[place][0].isdigit() and line.before(place) in _CHANGED_TO
