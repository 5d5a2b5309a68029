"""Figures of two firms, of two measures and of two bonds, each beside the same figures of one."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.firms import (
    are_days_of_trade,
    are_of_a_series,
    are_of_two_firms,
    are_two_measures,
    share_no_name,
)
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses


def use_of(article: str, drawing: str) -> SlotUse:
    reading = draw(article, drawing, published="2025-03-11")
    return find_slot_uses(extract_statements(reading), {article: reading})[-1]


ROSE = "[org:{0}|{0}] said in the spring that its profit rose by [measure:{1} percent|{1} percent]."
HEAD = "[org:{0}|{0}] told of a good spring at its quays. The profit of the firm rose by [measure:4 percent|4 percent]."


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (ROSE.format("Orre Mills", 4), ROSE.format("Talvik Rail", 5), True),
        (ROSE.format("Orre Mills", 4), ROSE.format("Orre", 5), False),
        (HEAD.format("Orre Mills"), ROSE.format("Talvik Rail", 5), True),
        (HEAD.format("Orre Mills"), ROSE.format("Orre Mills", 5), False),
        (HEAD.format("Orre Bank"), HEAD.format("Talvik Bank"), True),
        (ROSE.format("Orre Mills", 4), "The profit of the quay rose by [measure:5 percent|5 percent].", False),
        (ROSE.format("Orre", 4), "[org:Talvik|Talvik] saw the water rise by [measure:5 percent|5 percent].", False),
        (ROSE.format("Orre", 4), "[org:Talvik|Talvik] sold [count:5 boat|five boats] in the spring.", True),
        (ROSE.format("Orre", 4), "[org:Talvik|Talvik] hid [count:5 boat|five boats] in the spring.", False),
    ],
)
def test_a_firm_is_named_in_the_clause_or_at_the_head(left: str, right: str, *, apart: bool) -> None:
    assert are_of_two_firms(use_of("a", left), use_of("b", right)) is apart


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("The profit of Orre rose by [measure:4 percent|4 %].", "Sales of Orre rose by [measure:4 percent|4 %].", True),
        ("The profit of Orre rose by [measure:4 percent|4 %].", "Orre earned [measure:4 percent|4 %] more.", False),
        ("The ten-year debt cost [measure:4 percent|4 %] then.", "The 5-year debt cost [measure:4 percent|4 %].", True),
        ("The ten-year debt cost [measure:4 percent|4 %].", "The 10-year debt cost [measure:4 percent|4 %].", False),
    ],
)
def test_profit_is_no_sales_and_a_bond_of_ten_years_none_of_five(left: str, right: str, *, apart: bool) -> None:
    assert are_two_measures(use_of("a", left), use_of("b", right)) is apart


@pytest.mark.parametrize(("second", "told"), [("Talvik Rail", []), ("Orre Mills", ["update"])])
def test_shares_of_two_firms_are_no_update(second: str, told: list[str]) -> None:
    one = draw("a", "Shares of [org:Orre Mills|Orre Mills] fell [measure:4 percent|4 %].", published="2025-03-11")
    drawing = f"Shares of [org:{second}|{second}] fell [measure:5 percent|5 %]."
    two = draw("b", drawing, published="2025-03-12")
    found = [f.reading.value for f in findings_of(one, two) if f.reading.value != "unclear"]
    assert found == told


def test_figures_without_a_name_are_of_one_firm_only_where_the_articles_are() -> None:
    told = "It has risen. The shares gained [measure:{0} percent|{0} %] on the day."
    headed = "[org:{}|{}] opened its quay. The shares gained [measure:{} percent|{} %] on the day."
    one, two = use_of("a", headed.format("Orre", "Orre", 4, 4)), use_of("b", headed.format("Orre", "Orre", 5, 5))
    assert not share_no_name(one, two)
    assert share_no_name(one, use_of("c", told.format(5)))


def test_a_market_has_a_figure_for_each_day() -> None:
    day = "The shares closed at noon [when:2025-03-{0}|on March {0}, 2025]."
    act = "The mayor left the quay [when:2025-03-{0}|on March {0}, 2025]."
    assert are_days_of_trade(use_of("a", day.format(10)), use_of("b", day.format(11)))
    assert not are_days_of_trade(use_of("a", day.format(10)), use_of("b", act.format(11)))


def test_what_rises_and_falls_has_a_figure_for_each_month() -> None:
    rose = "Orders edged up [when:2025-{0}-01..2025-{0}-28/month|in the month before] at the quay."
    assert are_of_a_series(use_of("a", rose.format("01")), use_of("b", rose.format("02").replace("edged up", "fell")))
    assert not are_of_a_series(
        use_of("a", rose.format("01")), use_of("b", rose.format("02").replace("edged up", "came"))
    )


def told(one: str, two: str, *, later: str = "2025-03-12") -> list[str]:
    found = findings_of(draw("a", one, published="2025-03-11"), draw("b", two, published=later))
    return [f"{f.reading.value}: {f.rule}" for f in found]


NAMELESS = (
    "[org:{0}|{0}] opened its quay. The shares gained [measure:{1} percent|{1} percent] on the day after the news."
)
CUT = "In the spring [org:{0}|{0}] cut its outlay on new quays by [measure:{1} percent|{1} percent] to save its profit."


@pytest.mark.parametrize("head", ["A mill opened its quay.", "[org:Orre|Orre] opened its quay."])
def test_shares_of_nobody_named_never_move_on(head: str) -> None:
    two = f"{head} The shares gained [measure:5 percent|5 percent] on the day after the news."
    assert told(NAMELESS.format("Orre", 4), two) == ["unclear: figures of two things, perhaps"]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("A mill opened its quay.", "unclear: figures of two things, perhaps"),
        ("[org:Orre|Orre] opened its quay.", "conflict: numbers apart"),
    ],
)
def test_figures_of_nobody_named_are_of_two_things_unless_the_articles_are_of_one_firm(head: str, found: str) -> None:
    cut = "{} In the spring it left to its owners [measure:{} barrel|{} barrels], as a dividend of the year {}."
    one = cut.format("[org:Orre|Orre] opened its quay.", 140, 140, "before")
    assert told(one, cut.format(head, 160, 160, "and its ferries"), later="2025-03-11") == [found]


@pytest.mark.parametrize(("second", "found"), [("Talvik", []), ("Orre", ["conflict: numbers apart"])])
def test_figures_of_two_firms_are_not_held_against_each_other(second: str, found: list[str]) -> None:
    assert told(CUT.format("Orre", 14), CUT.format(second, 16), later="2025-03-11") == found


@pytest.mark.parametrize(("measure", "found"), [("profit", []), ("sales", ["agreement: equal values"])])
def test_a_share_of_profit_and_one_of_sales_do_not_agree(measure: str, found: list[str]) -> None:
    one = f"At [org:Orre|Orre] the {measure} of the year fell by [measure:14 percent|14 percent] on the quay, it said."
    assert (
        told(one, "The sales of [org:Orre|Orre] fell [measure:14 percent|14 percent] on the quay in spring.") == found
    )


def test_figures_in_articles_that_two_firms_head_are_not_even_unclear() -> None:
    assert told(NAMELESS.format("Orre", 4), NAMELESS.format("Talvik", 5)) == []
