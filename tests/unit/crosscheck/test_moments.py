"""Values of two moments, and the same pairs of something that holds longer."""

from __future__ import annotations

import pytest

from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.compare_slots import Rule
from twosource.crosscheck.slots.moments import doubt_moment, may_be_two_groups
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses


def use_of(article: str, drawing: str) -> SlotUse:
    reading = draw(article, drawing, published="2025-03-11")
    return find_slot_uses(extract_statements(reading), {article: reading})[0]


@pytest.mark.parametrize(
    ("left", "right", "doubt"),
    [
        ("Crude rose to [money:81.2 USD|$81.2] a barrel.", "Crude stood at [money:80 USD|$80] a barrel.", True),
        ("The Nikkei gained [count:148 point|148 points].", "The index was up [count:138 point|138 points].", True),
        ("Orre (ORRE.L) rose by [measure:7.7 percent|7.7 %].", "In Oslo it surged [measure:13 percent|13 %].", True),
        ("Shares of Orre ended down [measure:7.7 percent|7.7 %].", "It was down [measure:13 percent|13 %].", True),
        ("Swaps rose, and debt cost [money:435 USD|$435].", "With swaps lower debt cost [money:385 USD|$385].", True),
        ("Talks rose, and debt cost [money:435 USD|$435].", "With talks lower debt cost [money:385 USD|$385].", False),
        ("Debts at Orre rose by [measure:7.7 percent|7.7 %].", "In Oslo they surged [measure:13 percent|13 %].", False),
        ("The ferry cost [money:81 USD|$81 million].", "The ferry was bought for [money:80 USD|$80 million].", False),
    ],
)
def test_a_market_has_another_figure_each_minute(left: str, right: str, *, doubt: bool) -> None:
    found = doubt_moment(use_of("a", left), use_of("b", right), Rule.NUMBER)
    assert found == ("two moments of a market" if doubt else None)


@pytest.mark.parametrize(
    ("left", "right", "doubt"),
    [
        ("The mayor leads by [measure:14 point|14 points].", "Among women she leads by [measure:21 point|21].", True),
        ("Prices rose [measure:4 percent|4 %] in May.", "Prices rose [measure:5 percent|5 %] in May.", False),
    ],
)
def test_each_report_of_a_poll_may_tell_of_another_group(left: str, right: str, *, doubt: bool) -> None:
    assert may_be_two_groups(use_of("a", left), use_of("b", right)) is doubt


def test_an_hour_before_a_bar_is_printed_by_the_page() -> None:
    stamped = use_of("a", "[person:Ana Reyes|Reyes] wrote [when:2025-03-11|March 11, 2025 at 8:10 am] | Reply")
    updated = use_of(
        "a", "-LRB- Update [when:2025-03-11|10:37 p.m.] in Oslo -RRB- Boats have left the pier of the town."
    )
    told = use_of("b", "[person:Ana Reyes|Reyes] wrote at [when:2025-03-11|7:04 pm on March 11, 2025].")
    assert doubt_moment(stamped, told, Rule.CLOCK) == "an hour that the page prints"
    assert doubt_moment(updated, told, Rule.CLOCK) == "an hour that the page prints"
    assert doubt_moment(told, told, Rule.CLOCK) == "two times of day in one article"
    assert doubt_moment(stamped, told, Rule.DATE) is None
