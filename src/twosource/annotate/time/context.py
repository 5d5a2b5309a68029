"""What surrounds an expression: the day of writing, the tense nearby, the times told before, the kind of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from twosource.annotate.time.calendar import Cal
from twosource.annotate.time.scan import Scan
from twosource.model import Span


class Tense(Enum):
    """What the words around an expression say about its direction."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_FUTURE = frozenset(
    """
    will 'll shall won would could expected expects expect scheduled schedule plans plan planned due set upcoming
    may might must should intends hopes aims begins starts ends expires expire matures payable effective can
    tomorrow deadline forecast forecasts predicts predicted likely
    """.split()
)
_PAST = frozenset(
    """
    was were had did has have been said told began fell rose took made came went met won lost sold held left saw
    found gave got ran led became thought brought bought wrote spoke stood sent paid kept felt grew drew broke chose
    drove flew sank shot struck spent swept dealt meant taught caught fought rode shook stole threw wore hid lent
    slid knew hit cut put shut quit since ago
    """.split()
)
_WEAK = frozenset("said told reported announced added since has have says".split())
_ED = re.compile(r"[a-z]{2,14}ed")
_REACH = 12
ASIDE_YEARS = 5  # WikiWars VALUE F1 84.6 from 3 to 10, 84.4 at 50
_SET = frozenset("due set scheduled planned slated".split())
_SET_TO = frozenset("to for a an another its their".split())
_STRONG = frozenset("will 'll shall won".split())
_PLANS = frozenset("scheduled due expected set plans plan planned planning slated expects likely".split())


def is_planned(scan: Scan, start: int) -> bool:
    """Whether something planned governs the words just before: "will meet on Tuesday", "due to open Monday".

    A past verb between the cue and the expression ends its reach, a verb of saying does not.
    """
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        word = scan.word(index)
        if scan.code(index) in ".|" or (word in _PAST and word not in _WEAK):
            return False
        if (
            word in _STRONG
            or (word == "would" and scan.word(index + 1) == "be")
            or (word == "to" and scan.word(index - 1) in {"is", "are"})
        ):
            return True
        if word in {"soon", "early"} and scan.word(index - 1) == "as" and scan.word(index + 1) == "as":
            return True
        if word in _PLANS and scan.code(index - 1) != "-" and (word not in _SET or scan.word(index + 1) in _SET_TO):
            return "had" not in {scan.word(index - 1), scan.word(index - 2)}
    return False


def tense_near(scan: Scan, start: int, end: int) -> Tense:
    """The tense of the nearest verb in the sentence: to the left first, then to the right.

    A verb of saying ("said it will open in May") counts only where nothing stronger stands near.
    """
    weak = Tense.UNKNOWN
    for index in _nearby(scan, start, end):
        word = scan.word(index)
        tense = _tense_of(scan, index, word)
        if tense is Tense.UNKNOWN:
            continue
        if word not in _WEAK:
            return tense
        weak = tense
    return weak


def _nearby(scan: Scan, start: int, end: int) -> list[int]:
    left: list[int] = []
    for index in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if scan.code(index) in ".|":
            break
        left.append(index)
    right: list[int] = []
    for index in range(end, min(len(scan.codes), end + _REACH)):
        if scan.code(index) in ".|":
            break
        right.append(index)
    return left + right


def _tense_of(scan: Scan, index: int, word: str) -> Tense:
    if word in _FUTURE:
        return Tense.FUTURE
    if word == "to" and scan.code(index + 1) == "_" and scan.raw(index + 1).islower():
        return Tense.FUTURE
    if (word in _PAST or _ED.fullmatch(word)) and scan.word(index - 1) != "be":
        return Tense.PAST
    return Tense.UNKNOWN


@dataclass(frozen=True, slots=True)
class Told:
    """A time told earlier in the text, with the place it was told at."""

    cal: Cal
    token: int
    span: Span
    stated_year: bool
    aside: bool = False
    """Told only to compare with ("a year earlier"): the story does not move there."""


_FIELDS = ("year", "month", "day", "week", "quarter", "season")


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
            self.latest |= dict.fromkeys(("", *(f for f in _FIELDS if getattr(told.cal, f) is not None)), told)

    def last(self, *fields: str) -> Told | None:
        """The latest told time that has one of the fields; any where none is given."""
        found = [told for name in fields or ("",) if (told := self.latest.get(name))]
        return max(found, key=lambda told: told.token, default=None)

    def year_told(self) -> Told | None:
        """The told time whose year the story is in; a bare year far from the last dated one is a look aside."""
        latest, dated = self.last("year"), self.last("month")
        if latest is None or dated is None or latest is dated or latest.cal.year is None or dated.cal.year is None:
            return latest
        return dated if abs(latest.cal.year - dated.cal.year) > ASIDE_YEARS else latest
