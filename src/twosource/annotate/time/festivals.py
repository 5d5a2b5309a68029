"""When named days fall: a dated table of festivals, fixed, by weekday, or counted from Easter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.annotate.time.calendar import MAX_YEAR, MIN_YEAR


@dataclass(frozen=True)
class Festival:
    """A named day: a fixed day of a month, the n-th weekday of a month (-1 the last), or days from Easter Sunday."""

    month: int = 0
    day: int = 0
    weekday: int | None = None
    nth: int = 0
    from_easter: int | None = None

    def in_year(self, year: int) -> date | None:
        """The day it falls on by Gregorian rules; None outside the years 1 to 9998."""
        if not MIN_YEAR <= year < MAX_YEAR:
            return None
        if self.from_easter is not None:
            return easter(year) + timedelta(days=self.from_easter)
        if self.weekday is None:
            return date(year, self.month, self.day)
        return _nth_weekday(year, self.month, self.weekday, self.nth)


FESTIVALS = {
    "new year's day": Festival(1, 1),
    "new year's eve": Festival(12, 31),
    "new year's": Festival(1, 1),
    "valentine's day": Festival(2, 14),
    "halloween": Festival(10, 31),
    "bastille day": Festival(7, 14),
    "christmas eve": Festival(12, 24),
    "christmas day": Festival(12, 25),
    "christmas": Festival(12, 25),
    "boxing day": Festival(12, 26),
    "veterans day": Festival(11, 11),
    "armistice day": Festival(11, 11),
    "thanksgiving": Festival(11, weekday=3, nth=4),
    "thanksgiving day": Festival(11, weekday=3, nth=4),
    "memorial day": Festival(5, weekday=0, nth=-1),
    "labor day": Festival(9, weekday=0, nth=1),
    "columbus day": Festival(10, weekday=0, nth=2),
    "mother's day": Festival(5, weekday=6, nth=2),
    "father's day": Festival(6, weekday=6, nth=3),
    "easter": Festival(from_easter=0),
    "easter sunday": Festival(from_easter=0),
    "easter monday": Festival(from_easter=1),
    "good friday": Festival(from_easter=-2),
    "ash wednesday": Festival(from_easter=-46),
    "palm sunday": Festival(from_easter=-7),
}


def easter(year: int) -> date:
    """Easter Sunday of a year (the anonymous Gregorian algorithm, Nature 1876).

    >>> easter(2025), easter(2000)
    (datetime.date(2025, 4, 20), datetime.date(2000, 4, 23))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
