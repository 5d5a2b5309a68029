"""Equal values that the words beside them show to be of two things."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import ReadingOf


def agreed(left: str, right: str) -> list[str]:
    found = findings_of(draw("a", left, published="2025-03-11"), draw("b", right, published="2025-03-12"))
    return [f.left.value for f in found if f.reading is ReadingOf.AGREEMENT]


def test_those_in_favour_are_not_those_against() -> None:
    count = "[count:6 councillor|Six councillors]"
    for_it = f"{count} of Oderfeld voted in favor of the quarry on the terrace."
    against = f"{count} of Oderfeld voted against the quarry on the terrace above."
    assert agreed(for_it, against) == []
    assert agreed(for_it, f"In Oderfeld {count.lower()} voted for the terrace and the quarry.") == ["6 councillors"]


@pytest.mark.parametrize(("other", "agree"), [("45 percent", True), ("38 percent", False)])
def test_shares_beside_which_each_report_has_another_share_are_two(other: str, agree: bool) -> None:
    women = "[measure:45 percent|45 percent] of the women"
    one = f"In Oderfeld [measure:12 percent|12 percent] of the men left the quarry and {women}."
    two = f"Of the Oderfeld quarry [measure:12 percent|12 percent] left and of the women [measure:{other}|{other}]."
    assert ("12 percent" in agreed(one, two)) is agree


@pytest.mark.parametrize(("count", "agree"), [("13", True), ("174", False)])
def test_lengths_of_time_beside_which_each_report_has_another_count_are_two(count: str, agree: bool) -> None:
    one = "The quarry of Oderfeld lost [count:13 man|13 men] in the past [measure:24 hour|24 hours]."
    two = f"In [measure:24 hour|24 hours] the Oderfeld quarry lost [count:{count} man|{count} men]."
    assert ("24 hour" in agreed(one, two)) is agree


@pytest.mark.parametrize(("lead", "agree"), [("shortly after", True), ("shortly before", False)])
def test_before_an_hour_is_not_after_it(lead: str, agree: bool) -> None:
    hour = "[when:2025-03-11/hour|3 a.m.]"
    one = f"The terrace of the Oderfeld quarry collapsed shortly after {hour} above the mill."
    two = f"The mill says the terrace of the quarry of Oderfeld collapsed {lead} {hour}."
    assert bool(agreed(one, two)) is agree


@pytest.mark.parametrize(("index", "agree"), [("Nikkei", True), ("Nasdaq", False)])
def test_two_indexes_move_by_one_share_without_agreeing(index: str, agree: bool) -> None:
    one = "On Tuesday the Nikkei fell [measure:1.1 percent|1.1 percent] in early trade."
    two = f"The {index} fell by [measure:1.1 percent|1.1%] in early trade on Tuesday."
    assert bool(agreed(one, two)) is agree


def test_a_share_of_a_poll_needs_words_of_its_question() -> None:
    one = "The mayor of Oderfeld has [measure:44 percent|44 percent] of the voters."
    assert agreed(one, "In Oderfeld [measure:44 percent|44 percent] of voters dislike him.") == []


def test_shares_of_those_who_are_asked_need_one_question() -> None:
    share = "[measure:36 percent|36 percent]"
    one = f"In Oderfeld {share} say they would go back to the quarry."
    assert agreed(one, f"The mayor gives {share} of his bread to the men of Oderfeld.") == []
    assert agreed(one, f"They would go back to the quarry, {share} say of Oderfeld and its mill.") == ["36 percent"]


def test_a_lead_in_points_needs_more_than_the_word_for_points() -> None:
    points = "[measure:2 percentage point|two percentage points]"
    assert agreed(f"The mayor leads by {points}.", f"Prices of bread rose {points} in spring.") == []


@pytest.mark.parametrize(("firm", "agree"), [("Orre Mills", True), ("Talvik Rail", False)])
def test_a_share_that_each_report_tells_of_another_firm_is_two_shares(firm: str, agree: bool) -> None:
    one = "[org:Orre Mills|Orre Mills] lost [measure:14 percent|14 percent] of its sales at the quay."
    two = f"At the quay [org:{firm}|{firm}] said that [measure:14 percent|14 percent] of its sales were lost."
    assert bool(agreed(one, two)) is agree


@pytest.mark.parametrize(("what", "agree"), [("left for the mill", False), ("flooded the quarry", True)])
def test_a_date_alone_is_no_agreement_on_what_happened(what: str, agree: bool) -> None:
    day = "[when:2025-03-10/day|on March 10]"
    one = f"The old river flooded the quarry {day}, and nobody was in it."
    assert bool(agreed(one, f"It {what} {day}, said the miller of the river.")) is agree
