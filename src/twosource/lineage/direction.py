"""Which of two articles took from the other, and what that rests on; "unknown" is an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from twosource.lineage.align import Alignment
from twosource.lineage.coverage import Coverage
from twosource.lineage.evidence import Evidence
from twosource.lineage.families import Families
from twosource.lineage.fingerprint import Offsets
from twosource.model import CreditLevel, LineageReason, Published, Reading

_ZONES_APART = timedelta(hours=14)
"""Two clocks without a common zone may be this far apart and show one moment."""
_OVER_A_DAY = timedelta(hours=25)
"""Neither zones nor two bare dates on both sides of one midnight explain a gap as wide as this."""
_NOWHERE: frozenset[str] = frozenset()  # one for all: an empty set of its own takes 216 bytes
_CONTAINED = 0.85
"""Share of an article's words that must stand in the other before a credit or a cut says that it was taken whole."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an article's place before any comparison: publisher, whole credit, dateline, clock."""

    family: str | None
    is_agency: bool
    credited: str | None
    """Family of the agency that a credit or the address names for the whole text."""
    places: frozenset[str] = frozenset()
    """Places of the dateline."""
    published: Published | None = None

    @property
    def agency(self) -> str | None:
        """The agency whose text this is: its own publisher, or the one credited."""
        return self.family if self.is_agency else self.credited


Standings = tuple[Standing, Standing]
"""Those of the left and of the right article."""


@dataclass(frozen=True, slots=True)
class Direction:
    """Whether the left article is the child, whether that is known, and why."""

    left_is_child: bool
    known: bool
    reasons: tuple[LineageReason, ...]


def read_standing(reading: Reading, families: Families) -> Standing:
    """Publisher and whole credit of one article. An agency's own credit line says nothing new."""
    family = families.family_of(reading.article)
    credited = families.agency_of_address(reading.article.url)
    if reading.credits:
        named = sorted({families.agency_family(c.agency) for c in reading.credits if c.level is CreditLevel.WHOLE})
        credited = named[0] if len(named) == 1 or (named and credited is None) else credited
    return Standing(
        family=family,
        is_agency=families.is_agency(family),
        credited=credited if credited != family else None,
        places=_places_of(reading),
        published=reading.article.published,
    )


def is_same_dispatch(standings: Standings) -> bool:
    """Whether an agency is credited by both (or by one, and is the other) for texts of one place and day.

    Policy: an agency that reports from two cities sends two dispatches; a missing dateline or date forbids nothing. Two
    texts that the agency itself publishes are its versions, and no credit binds them.
    """
    left, right = standings
    if left.agency is None or left.agency != right.agency or (left.is_agency and right.is_agency):
        return False
    return days_between(standings) <= 1 and not are_apart(standings)


def days_between(standings: Standings) -> int:
    """From one day of publication to the other; 0 where one is not known."""
    left, right = (s.published for s in standings)
    return abs((left.day - right.day).days) if left and right else 0


def are_apart(standings: Standings) -> bool:
    """Whether both carry datelines of one agency that have no place in common."""
    left, right = standings
    same_agency = left.agency is not None and left.agency == right.agency
    return same_agency and bool(left.places and right.places) and not left.places & right.places


def _places_of(reading: Reading) -> frozenset[str]:
    dateline = reading.article.dateline
    if dateline is None:
        return _NOWHERE
    parts = dateline.value.split("/")
    return frozenset(name for part in parts if (name := part.partition(",")[0].strip().lower()))


def choose_direction(
    left: Evidence,
    right: Evidence,
    *,
    coverage: Coverage,
    alignment: Alignment | None,
    standings: Standings,
    tie: timedelta,
) -> Direction:
    """Who took from whom, by credit, agency, clock and cut, in this order.

    Policy: a credit beats the clock, because feed times are those of the feed; but a text that came a day before the
    agency's was taken from an earlier one, and who took what is then unknown. An agency comes before its members unless
    the clock says otherwise; two clocks closer than the tie, or two dates of one day, say nothing, and then nothing
    else does. A cut tail is evidence only where there is no clock at all. Where nothing is known the right one, which
    is no longer than the left one, is named as the child.
    """
    by_credit = _by_credit(standings)
    if by_credit is not None:
        return by_credit
    gap = clock_gap(standings[0].published, standings[1].published, tie=tie)
    if gap is not None and gap != 0:
        return Direction(left_is_child=gap > 0, known=True, reasons=(LineageReason.CLOCK, *_side_reasons(standings)))
    by_agency = _by_agency(standings)
    if by_agency is not None:
        return by_agency
    if gap == 0:
        return Direction(left_is_child=False, known=False, reasons=(LineageReason.TIE, *_side_reasons(standings)))
    cut = find_tail_cut(left, right, coverage, alignment)
    if cut is not None:
        return Direction(left_is_child=cut, known=True, reasons=(LineageReason.TAIL_CUT, LineageReason.NO_CLOCK))
    return Direction(left_is_child=False, known=False, reasons=(LineageReason.NO_CLOCK, *_side_reasons(standings)))


def clock_gap(left: Published | None, right: Published | None, *, tie: timedelta) -> int | None:
    """1 where the left article is the later one, -1 where it is the earlier, 0 for a tie, None without two clocks."""
    if left is None or right is None:
        return None
    gap = left.moment - right.moment if left.moment and right.moment else left.day - right.day
    least = tie if left.zone_known == right.zone_known else max(tie, _ZONES_APART)
    return 0 if abs(gap) < least else (gap > timedelta(0)) - (gap < timedelta(0))


def find_tail_cut(left: Evidence, right: Evidence, coverage: Coverage, alignment: Alignment | None) -> bool | None:
    """Whether the left article is the right one without its tail (True), or the other way round (False); else None."""
    if alignment is None:
        return None
    if coverage.left >= _CONTAINED and _is_head(alignment.taken.nonzero()[0], right.size):
        return True
    if coverage.right >= _CONTAINED and _is_head(alignment.linked, left.size):
        return False
    return None


def _is_head(words: Offsets, size: int) -> bool:
    """Whether these words are the unbroken beginning of a text that goes on for at least a tenth of its length."""
    first, last = int(words[0]), int(words[-1])
    return last < 0.9 * size and first <= 20 + 0.1 * size and len(words) >= 0.9 * (last - first + 1)


def _by_credit(standings: Standings) -> Direction | None:
    """An article that credits the other's publisher for its whole text is the child, unless it came a day before."""
    left, right = standings
    if left.credited and left.credited == right.family:
        left_is_child, child, parent = True, left, right
    elif right.credited and right.credited == left.family:
        left_is_child, child, parent = False, right, left
    else:
        return None
    if clock_gap(parent.published, child.published, tie=_OVER_A_DAY) == 1:
        reasons = (LineageReason.CREDIT, LineageReason.CLOCK)
        return Direction(left_is_child=not left_is_child, known=False, reasons=reasons)
    agency = (LineageReason.AGENCY_BEFORE_MEMBER,) if parent.is_agency else ()
    return Direction(left_is_child=left_is_child, known=True, reasons=(LineageReason.CREDIT, *agency))


def _by_agency(standings: Standings) -> Direction | None:
    left, right = standings
    if left.is_agency == right.is_agency:
        return None
    return Direction(left_is_child=right.is_agency, known=True, reasons=(LineageReason.AGENCY_BEFORE_MEMBER,))


def _side_reasons(standings: Standings) -> tuple[LineageReason, ...]:
    left, right = standings
    return (LineageReason.SAME_CREDIT,) if left.credited and left.credited == right.credited else ()
