from __future__ import annotations

from typing import NamedTuple

import pytest

from lineage_readings import make_reading, make_text, trace
from twosource.model import LineageReason

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


def test_a_credit_says_nothing_of_an_agency_text_that_came_days_later() -> None:
    later = make_reading(TEXT, name="agency", outlet="AP", at="2025-05-06")
    member = make_reading(TEXT, name="member", outlet="B", at="2025-05-04", credit="AP")
    edge = next(e for e in trace(later, member)[0] if not e.parent.startswith("unseen:"))
    assert edge.direction == "unknown"
    assert {LineageReason.CREDIT, LineageReason.CLOCK} <= set(edge.reasons)


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
