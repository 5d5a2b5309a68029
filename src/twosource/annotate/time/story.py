"""The times told so far in a text: what "that year", "the next day" and a month without a year may count from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from twosource.annotate.time.calendar import Cal
from twosource.model import Span

ASIDE_YEARS = 5  # WikiWars VALUE F1 84.6 from 3 to 10, 84.4 at 50
_FIELDS = ("year", "month", "day", "week", "quarter", "season")


@dataclass(frozen=True, slots=True)
class Told:
    """A time told earlier in the text, with the place it was told at."""

    cal: Cal
    token: int
    span: Span
    stated_year: bool
    aside: bool = False
    """Told only to compare with ("a year earlier"): the story does not move there."""


@dataclass
class Story:
    """The times told so far. `chronicle` is a text that tells of other days than that of its writing."""

    published: date | None
    chronicle: bool
    latest: dict[str, Told] = field(default_factory=dict)
    """The latest told time by each field it has, and under "" the latest of all."""

    def tell(self, told: Told) -> None:
        """Move the story on; a time told aside does not move it."""
        if not told.aside:
            known = (name for name in _FIELDS if getattr(told.cal, name) is not None)
            self.latest |= dict.fromkeys(("", *known), told)

    def last(self, *fields: str) -> Told | None:
        """The latest told time that has one of the fields; any where none is given."""
        found = [told for name in fields or ("",) if (told := self.latest.get(name))]
        return max(found, key=lambda told: told.token, default=None)

    def year_told(self) -> Told | None:
        """The told time whose year the story is in; a bare year far from the last dated one is a look aside."""
        latest, dated = self.last("year"), self.last("month")
        if latest is None or dated is None or latest.cal.year is None or dated.cal.year is None:
            return latest
        return dated if abs(latest.cal.year - dated.cal.year) > ASIDE_YEARS else latest
