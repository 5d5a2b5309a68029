"""Values that state nothing to agree on, each beside the same words that state something."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.model import ReadingOf


def agreed(left: str, right: str) -> list[str]:
    found = findings_of(draw("a", left, published="2025-03-11"), draw("b", right, published="2025-03-12"))
    return [f.left.value for f in found if f.reading is ReadingOf.AGREEMENT]


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [
        (
            "The foreman was [measure:100 percent|100 percent] sure that the Oderfeld quarry is safe.",
            "He was [measure:100 percent|100%] sure the quarry of Oderfeld was safe, said the foreman.",
            "",
        ),
        (
            "The quarry of Oderfeld has lost [measure:100 percent|100 percent of its men] since spring.",
            "Since spring [measure:100 percent|100% of its men] were lost to the Oderfeld quarry.",
            "100 percent",
        ),
        (
            "The quarry of Oderfeld threatened the village in [count:1000000 way|a million different ways].",
            "In [count:1000000 way|a million ways] the Oderfeld quarry was a threat to the village.",
            "",
        ),
        (
            "The quarry of Oderfeld was given [count:0 support|zero support] by the mayor.",
            "The mayor gave [count:0 support|zero support] to the Oderfeld quarry.",
            "",
        ),
        (
            "Closing the quarry of Oderfeld is a [ordinal:1 step|first step], the mayor said.",
            "The mayor called it a [ordinal:1 step|first step] to close the Oderfeld quarry.",
            "",
        ),
        (
            "The [ordinal:3 quarry|third rate quarry] of Oderfeld was closed by the mayor.",
            "The mayor closed the [ordinal:3 quarry|third rate quarry] in Oderfeld.",
            "",
        ),
        (
            "The [ordinal:3 collapse|third collapse] of the Oderfeld quarry killed the foreman.",
            "The foreman was killed in the [ordinal:3 collapse|third collapse] at the quarry of Oderfeld.",
            "number 3 collapse",
        ),
        (
            "The mayor came to the quarry of Oderfeld in Air Force [count:1 plane|One].",
            "In Air Force [count:1 plane|One] the mayor went to the Oderfeld quarry.",
            "",
        ),
        (
            "The mayor of Oderfeld met the top [count:20 foreman|20 foremen] at the quarry.",
            "At the quarry the top [count:20 foreman|20 foremen] met the mayor of Oderfeld.",
            "",
        ),
        (
            "The mayor's number [count:1 duty|one duty] is the quarry of Oderfeld.",
            "In Oderfeld the quarry is the number [count:1 duty|one duty] of its mayor.",
            "",
        ),
        (
            "The quarry of Oderfeld bought Falcon [count:9 drill|9 drills] for the terrace.",
            "The foreman said Falcon [count:9 drill|9 drills] were bought by the Oderfeld quarry.",
            "",
        ),
        (
            "The quarry of Oderfeld bought [count:9 drill|9 drills] for the terrace.",
            "The foreman said [count:9 drill|9 drills] were bought by the Oderfeld quarry.",
            "9 drills",
        ),
    ],
)
def test_a_way_of_speaking_or_the_number_of_a_name_is_no_figure(one: str, two: str, value: str) -> None:
    assert agreed(one, two) == ([value] if value else [])


@pytest.mark.parametrize(
    ("lead", "behind", "agree"),
    [
        ("on ", "", True),
        ("on ", " or Thursday", False),
        ("on Tuesday, not ", "", False),
        ("on Tuesday or ", "", False),
        ("before Patch ", "", False),
    ],
)
def test_one_of_two_days_and_the_day_of_a_name_are_no_date(lead: str, behind: str, agree: bool) -> None:
    one = f"The mayor closed the quarry of Oderfeld {lead}[when:2025-03-12/day|Wednesday]{behind}."
    two = "The Oderfeld quarry was closed [when:2025-03-12/day|on Wednesday] by the mayor."
    assert bool(agreed(one, two)) is agree


@pytest.mark.parametrize(
    ("one", "agree"),
    [
        ("The mayor closed the quarry of Oderfeld in Russia [when:2025-03-11/day|Today].", False),
        ("The mayor closed the quarry of Oderfeld, said the [when:2025-03-11/day|Today] show.", False),
        ("The mayor closed the quarry of Oderfeld for the men they are [when:2025-03-11/day|today].", False),
        ("[when:2025-03-11/day|Today] the mayor closed the quarry of Oderfeld.", True),
    ],
)
def test_today_in_a_name_is_no_day(one: str, agree: bool) -> None:
    two = "The Oderfeld quarry was closed [when:2025-03-11/day|on Tuesday] by the mayor."
    assert bool(agreed(one, two)) is agree


@pytest.mark.parametrize(("behind", "agree"), [(" Massacre", False), (" at the mill", True)])
def test_a_night_in_a_name_is_no_day(behind: str, agree: bool) -> None:
    night = "[when:2025-03-08/day|Saturday Night]"
    one = f"The mayor spoke of the {night}{behind} when he closed the quarry of Oderfeld."
    two = f"To close the Oderfeld quarry brought the {night}{behind}, said the mayor."
    assert bool(agreed(one, two)) is agree


@pytest.mark.parametrize(
    ("lead", "behind", "agree"),
    [("in ", " blue", False), ("at ", "", True), ("by the ", " deadline", True), ("", " on Monday", True)],
)
def test_midnight_is_an_hour_only_of_the_clock(lead: str, behind: str, agree: bool) -> None:
    midnight = "[when:2025-03-11@00:00/minute|midnight]"
    one = f"The mayor closed the quarry of Oderfeld {lead}{midnight}{behind}."
    two = f"The Oderfeld quarry, {lead}{midnight}{behind}, was closed by the mayor."
    assert bool(agreed(one, two)) is agree


def test_a_holiday_that_something_is_for_is_no_date() -> None:
    told = "The mayor closed the quarry of Oderfeld {} [when:2025-10-31/day|Halloween]."
    two = "The Oderfeld quarry was closed by the mayor on [when:2025-10-31/day|Halloween]."
    assert agreed(told.format("for"), two) == []
    assert len(agreed(told.format("on the morning of"), two)) == 1


def test_the_headline_of_another_article_between_two_names_belongs_to_another_story() -> None:
    links = "Quarry of Oderfeld looks back to [when:2020-01-01..2020-12-31/year|2020] collapse"
    assert (
        agreed(
            f"The mayor told Ana ReyesMayor sees the future {links} MORE that he will speak.",
            f"The mayor said Ana ReyesFuture of the village {links} MORE has heard him.",
        )
        == []
    )


@pytest.mark.parametrize(("lead", "agree"), [("compared with a loss of 40 men", False), ("and closed its mill", True)])
def test_the_year_that_a_figure_is_compared_with_dates_nothing(lead: str, agree: bool) -> None:
    year = "[when:2024-03-11/day|a year earlier]"
    one = f"The quarry of Oderfeld has 90 men, {lead} {year}."
    two = f"The mill of the Oderfeld quarry, {lead} {year}, has 90 men."
    assert bool(agreed(one, two)) is agree
