"""The tagger: text in, time mentions out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from twosource.annotate.time.algebra import Duration, Frame, Offset, Point, Range, Repeat, Vague
from twosource.annotate.time.calendar import Cal, Unit, date_of, days_of
from twosource.annotate.time.confidence import confidence_of
from twosource.annotate.time.context import Story, Told
from twosource.annotate.time.grow import Seed, find_seeds
from twosource.annotate.time.interval import tie_ranges, when_of_cal, when_of_days, when_of_window
from twosource.annotate.time.render import value_of_cal, value_of_duration, value_of_unknown
from twosource.annotate.time.resolve import Place, Placed, resolve_offset, resolve_point
from twosource.annotate.time.scan import scan
from twosource.model import Basis, Reading, Span, TimeMention, TimexType, When

STATED_YEARS = 5  # fewer dated years say nothing about the kind of text
COUNTED_LONG_AGO, COUNTED_RECENT = 0.35, 0.1  # chronicles: WikiWars 22 of 22, AQUAINT 1 of 73, TimeBank none


def annotate_time(reading: Reading) -> tuple[TimeMention, ...]:
    """Every time expression of an article, furniture and all; relative ones against its day of publication.

    Without a day of publication a relative expression keeps its TIMEX3 value with X for what is not known, and no
    interval: the day somebody runs the program is never used.
    """
    article = reading.article
    day = article.published.day if article.published else None
    return find_times(article.text, published=day, article=article.id)


def find_times(text: str, *, published: date | None, article: str = "") -> tuple[TimeMention, ...]:
    """Every time expression of `text` in order, not overlapping; never raises, whatever the text.

    >>> for m in find_times("Talks failed on Saturday; they met in July 2024.", published=date(2025, 5, 4)):
    ...     print(m.span.quote, m.type, m.value)
    Saturday DATE 2025-05-03
    July 2024 DATE 2024-07
    """
    tokens = scan(text)
    found = find_seeds(tokens)
    story = Story(published, is_chronicle(found, published))
    seeds = [seed for seed in found if not (story.chronicle and seed.expression is Vague.FUTURE)]
    places = [Place(tokens, seed, story, tuple(seeds[i : i + 2])) for i, seed in enumerate(seeds, start=1)]
    mentions = [_mention(place, article) for place in places]
    return tuple(tie_ranges(tokens, seeds, mentions))


def is_chronicle(seeds: Sequence[Seed], published: date | None) -> bool:
    """Whether a text tells of other days than its own: its dates carry years and little counts from the writing."""
    years = sorted(s.expression.cal.year for s in seeds if isinstance(s.expression, Point) and s.expression.cal.year)
    counted = sum(_counts_from_writing(s) for s in seeds)
    if len(years) < STATED_YEARS:
        return False
    long_ago = published is None or years[len(years) // 2] <= published.year - 2
    return counted <= (COUNTED_LONG_AGO if long_ago else COUNTED_RECENT) * len(years)


def _counts_from_writing(seed: Seed) -> bool:
    expression = seed.expression
    if isinstance(expression, Offset):
        return expression.frame is Frame.WRITING and seed.rule != "the-unit"
    return isinstance(expression, Point) and (expression.weekday is not None and expression.cal.month is None)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Type, value and interval of one expression, before it is bound to its words."""

    type: TimexType
    value: str
    when: When | None = None
    freq: str | None = None
    quant: str | None = None


def _mention(place: Place, article: str) -> TimeMention:
    tokens, seed = place.scan, place.seed
    start, end = tokens.starts[seed.start], tokens.ends[seed.end - 1]
    span = Span(article=article, start=start, end=end, quote=tokens.text[start:end])
    read = _read(place, span)
    return TimeMention(
        span=span,
        type=read.type,
        value=read.value,
        rule=seed.rule,
        when=read.when,
        mod=seed.mod.value if seed.mod else None,
        freq=read.freq,
        quant=read.quant,
        confidence=confidence_of(seed.rule),
    )


def _read(place: Place, span: Span) -> _Reading:
    match place.seed.expression:
        case Vague() as vague:
            return _Reading(TimexType.DATE, vague.value)
        case Repeat() as repeat:
            return _Reading(TimexType.SET, repeat.value, freq=repeat.freq, quant=repeat.quant)
        case Duration() as duration:
            return _Reading(TimexType.DURATION, value_of_duration(duration), when_of_window(duration, place.published))
        case Range() as span_of_days:
            return _read_range(span_of_days, place, span)
        case Point() as point:
            return _read_placed(resolve_point(point, place), place, span)
        case Offset() as offset:
            return _read_offset(offset, place, span)


def _read_offset(offset: Offset, place: Place, span: Span) -> _Reading:
    if place.story.chronicle and place.seed.rule == "day-word":
        return _Reading(TimexType.DATE, Vague.PRESENT.value)
    placed = resolve_offset(offset, place)
    if placed is not None:
        return _read_placed(placed, place, span)
    if offset.amount is None:
        return _Reading(TimexType.DATE, "FUTURE_REF" if offset.forward else "PAST_REF")
    return _Reading(TimexType.DATE, value_of_unknown(offset.unit, offset.part))


def _read_placed(placed: Placed, place: Place, span: Span) -> _Reading:
    cal = _join_part(placed.cal, place.seed.part)
    if place.seed.plural:
        day = date_of(cal)
        every = Cal(weekday=day.weekday() if day else None, part=cal.part)
        return _Reading(TimexType.SET, value_of_cal(every))
    basis = Basis.RELATIVE if placed.relative else Basis.STATED
    when = when_of_cal(cal, basis, placed.anchor.span if placed.anchor else None)
    place.story.tell(Told(cal, place.seed.start, span, not placed.relative, _is_aside(cal, place)))
    return _Reading(TimexType.TIME if cal.timed else TimexType.DATE, value_of_cal(cal), when)


def _looks_elsewhere(place: Place) -> bool:
    """A year that something lasts to, or is planned for: the story stays where it is."""
    before = [place.scan.word(i) for i in range(place.seed.start - 4, place.seed.start)]
    return before[-1] in _ASIDE_LEADS or not _ASIDE_VERBS.isdisjoint(before)


_ASIDE_LEADS = frozenset("for until till since".split())
_ASIDE_VERBS = frozenset("planned projected scheduled expected proposed slated".split())


def _is_aside(cal: Cal, place: Place) -> bool:
    """Whether a time is only compared with, or a quarter that has yet to be reported."""
    expression = place.seed.expression
    if cal.quarter is not None and place.published and not place.story.chronicle:
        days = days_of(cal)
        if days and days[1] > place.published:
            return True
    if place.seed.rule == "year" and _looks_elsewhere(place):
        return True
    return isinstance(expression, Offset) and expression.amount == -1 and expression.unit in {Unit.YEAR, Unit.QUARTER}


def _join_part(cal: Cal, part: Cal | None) -> Cal:
    if part is None:
        return cal
    return replace(cal, part=part.part, hour=part.hour, minute=part.minute, second=part.second)


def _read_range(days: Range, place: Place, span: Span) -> _Reading:
    first = resolve_point(days.first, place)
    last = days.last.cal if days.last.cal.year is not None else replace(days.last.cal, year=first.cal.year)
    if (
        days.first.cal.year is None
        and first.cal.year is not None
        and last.month is not None
        and first.cal.month is not None
    ):
        last = replace(last, year=first.cal.year + (last.month < first.cal.month))
    basis = Basis.RELATIVE if first.relative else Basis.STATED
    place.story.tell(Told(first.cal, place.seed.start, span, not first.relative))
    when = when_of_days(first.cal, last, basis, first.anchor.span if first.anchor else None)
    return _Reading(TimexType.DATE, f"{value_of_cal(first.cal)}/{value_of_cal(last)}", when)
