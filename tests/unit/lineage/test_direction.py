from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from lineage_readings import make_reading, make_text, trace
from twosource.lineage import load_families
from twosource.lineage.direction import clock_gap, read_standing
from twosource.model import Credit, CreditLevel, KnownBy, LineageReason, Published, Reading, Span

TEXT = make_text(10)


class Side(NamedTuple):
    outlet: str | None = None
    at: str | None = None
    credit: str | None = None


PARENT_CASES = [
    ("the clock, more than 15 minutes apart", Side("A", "2025-05-04T10:00"), Side("B", "2025-05-04T10:20"), "clock"),
    ("two days", Side("A", "2025-05-04"), Side("B", "2025-05-05"), "clock"),
    ("a credit, though the agency's clock is later", Side("AP", "2025-05-04T12:00"),
     Side("B", "2025-05-04T10:00", "AP"), "credit"),
    ("the agency, on a tie", Side("Reuters", "2025-05-04"), Side("B", "2025-05-04"), "agency before member"),
    ("the agency, without clocks", Side("Xinhua"), Side("B"), "agency before member"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "parent", "child", "reason"), PARENT_CASES, ids=[c[0] for c in PARENT_CASES])
def test_the_parent_is_known_by(what: str, parent: Side, child: Side, reason: str) -> None:
    readings = [
        make_reading(TEXT, name=name, outlet=side.outlet, at=side.at, credit=side.credit)
        for name, side in (("parent", parent), ("child", child))
    ]
    edge = next(e for e in trace(*readings)[0] if not e.parent.startswith("unseen:"))
    assert (edge.child, edge.parent, edge.direction) == ("child", "parent", "known"), what
    assert LineageReason(reason) in edge.reasons


UNKNOWN_CASES = [
    ("minutes apart", Side("A", "2025-05-04T10:00"), Side("B", "2025-05-04T10:14"), "tie"),
    ("dates of one day", Side("A", "2025-05-04"), Side("B", "2025-05-04"), "tie"),
    ("a date and a time of one day", Side("A", "2025-05-04"), Side("B", "2025-05-04T23:00"), "tie"),
    ("only one clock", Side("A", "2025-05-04"), Side("B"), "no clock"),
]


@pytest.mark.parametrize(("what", "left", "right", "reason"), UNKNOWN_CASES, ids=[c[0] for c in UNKNOWN_CASES])
def test_nobody_knows_the_parent_with(what: str, left: Side, right: Side, reason: str) -> None:
    readings = [make_reading(TEXT, name=n, outlet=s.outlet, at=s.at) for n, s in (("a", left), ("b", right))]
    [edge] = trace(*readings)[0]
    assert edge.direction == "unknown", what
    assert LineageReason(reason) in edge.reasons


@pytest.mark.parametrize(
    ("agency_at", "direction"),
    [
        ("2025-05-05", "known"),
        ("2025-05-06", "unknown"),
        ("2025-05-05T08:00", "known"),
        ("2025-05-05T12:00", "unknown"),
    ],
)
def test_a_credit_says_nothing_of_an_agency_text_that_came_over_a_day_later(agency_at: str, direction: str) -> None:
    member_at = "2025-05-04T10:00" if "T" in agency_at else "2025-05-04"
    later = make_reading(TEXT, name="agency", outlet="AP", at=agency_at)
    member = make_reading(TEXT, name="member", outlet="B", at=member_at, credit="AP")
    edge = next(e for e in trace(later, member)[0] if not e.parent.startswith("unseen:"))
    assert edge.direction == direction
    assert LineageReason.CREDIT in edge.reasons
    assert (LineageReason.CLOCK in edge.reasons) == (direction == "unknown")


def clock(at: str, *, zone_known: bool = True) -> Published:
    moment = datetime.fromisoformat(at)
    return Published(day=moment.date(), moment=moment, zone_known=zone_known, known_by=KnownBy.FIELD)


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [
        (clock("2025-05-04T10:00"), clock("2025-05-04T09:00"), 1),
        (clock("2025-05-04T09:00"), clock("2025-05-04T10:00"), -1),
        (clock("2025-05-04T10:00"), clock("2025-05-04T09:46"), 0),
        (clock("2025-05-04T23:00"), clock("2025-05-04T10:00", zone_known=False), 0),
        (clock("2025-05-05T01:00"), clock("2025-05-04T10:00", zone_known=False), 1),
        (clock("2025-05-04T23:00", zone_known=False), clock("2025-05-04T10:00", zone_known=False), 1),
    ],
)
def test_two_clocks_order_two_articles_beyond_the_tie_and_the_zones(
    left: Published, right: Published, gap: int
) -> None:
    assert clock_gap(left, right, tie=timedelta(minutes=15)) == gap


def test_one_moment_is_a_tie_even_where_nothing_counts_as_close() -> None:
    assert clock_gap(clock("2025-05-04T10:00"), clock("2025-05-04T10:00"), tie=timedelta(0)) == 0


def test_of_two_texts_with_one_credit_the_later_one_says_so() -> None:
    readings = [make_reading(TEXT, name=o, outlet=o, at=f"2025-05-0{n}", credit="AP") for n, o in enumerate("AB", 4)]
    edge = next(e for e in trace(*readings)[0] if e.aligned)
    assert LineageReason.SAME_CREDIT in edge.reasons


ADDRESS = "https://news.example.com/wires/ap/story-1.html"
MNA = Credit(span=Span(article="a", start=0, end=1, quote="x"), agency="Marrow News Agency", level=CreditLevel.WHOLE)
PTI = replace(MNA, agency="PTI")


@pytest.mark.parametrize(
    ("outlet", "url", "credits_", "credited"),
    [
        ("A", None, (), None),
        ("A", ADDRESS, (), "ap"),
        ("A", ADDRESS, (PTI,), "pti"),
        ("A", ADDRESS, (MNA, PTI), "ap"),
        ("A", None, (MNA, PTI), "marrow news agency"),
        ("A", None, (replace(PTI, level=CreditLevel.PART),), None),
        ("Press Trust of India", None, (PTI,), None),
    ],
)
def test_a_whole_credit_stands_above_the_address_unless_it_names_two_agencies(
    outlet: str, url: str | None, credits_: tuple[Credit, ...], credited: str | None
) -> None:
    article = replace(make_reading("x", outlet=outlet).article, url=url)
    assert read_standing(Reading(article=article, credits=credits_), load_families()).credited == credited


def test_without_clocks_the_beginning_of_a_text_is_its_cut() -> None:
    head = TEXT[: TEXT.index("\n\n", len(TEXT) // 2)]
    [edge] = trace(make_reading(TEXT, name="whole"), make_reading(head, name="cut"))[0]
    assert (edge.child, edge.relation, edge.direction) == ("cut", "cut", "known")
    assert LineageReason.TAIL_CUT in edge.reasons


def test_on_a_tie_even_a_cut_tail_says_nothing() -> None:
    head = TEXT[: TEXT.index("\n\n", len(TEXT) // 2)]
    [edge] = trace(make_reading(TEXT, name="whole", at="2025-05-04"), make_reading(head, name="cut", at="2025-05-04"))[
        0
    ]
    assert edge.direction == "unknown"
