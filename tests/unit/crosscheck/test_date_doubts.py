"""Each reason why two dates that lie apart may still contradict nothing, with the pair that lacks only that reason."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.date_doubts import are_neighbours, doubt_dates, doubt_series, is_slip_of_year
from twosource.crosscheck.slots.slot_use import SlotUse, find_slot_uses
from twosource.model import Finding, Reading, ReadingOf

TUESDAY = "[when:2025-03-11/day/relative|on Tuesday]"
MARCH_11, MARCH_12 = "[when:2025-03-11|on March 11, 2025]", "[when:2025-03-12|on March 12, 2025]"
FIRST, LATER = "2025-03-14", "2025-03-15"


def use_of(reading: Reading) -> SlotUse:
    uses = find_slot_uses(extract_statements(reading), {reading.article.id: reading})
    assert len(uses) == 1
    return uses[0]


def doubt(left: str, right: str, *, published: tuple[str | None, str | None] = (FIRST, LATER)) -> str | None:
    uses = [
        use_of(draw(name, text, published=day)) for name, text, day in zip("ab", (left, right), published, strict=True)
    ]
    found = doubt_dates(*uses)
    assert found == doubt_dates(*uses[::-1])
    return found


def opened(day: str, who: str = "[person:Ana Reyes|Reyes]") -> str:
    return f"{who} opened the old bridge over the Orla {day}."


def test_two_stated_days_of_one_act_leave_no_doubt() -> None:
    assert doubt(opened(MARCH_11), opened(MARCH_12)) is None


def test_a_weekday_dates_nothing_without_a_day_of_publication() -> None:
    assert doubt(opened(TUESDAY), opened(MARCH_12), published=(None, LATER)) == (
        "a day worked out without a date of publication"
    )
    assert doubt(opened(TUESDAY), opened(MARCH_12)) is None
    assert doubt(opened(MARCH_11), opened(MARCH_12), published=(None, LATER)) is None


@pytest.mark.parametrize("by", ["by", "before", "by late"])
def test_a_date_behind_by_is_a_bound_of_the_date(by: str) -> None:
    bound = f"[person:Ana Reyes|Reyes] opened the old bridge over the Orla {by} [when:2025-03-11|March 11, 2025]."
    assert doubt(bound, opened(MARCH_12)) == "a bound of a date"
    assert doubt(bound, bound.replace("11", "12")) is None


def test_this_morning_may_be_the_day_of_the_next_edition() -> None:
    morning = "[when:2025-03-12/day/relative|this morning]"
    assert doubt(opened(MARCH_11), opened(morning)) == "a day that may be that of the next edition"
    assert doubt(opened("[when:2025-03-09|on March 9, 2025]"), opened(morning)) is None


def test_one_day_of_two_years_is_a_guess_where_a_side_states_no_year() -> None:
    open_year = "[when:2024-03-11/day/relative|on March 11]"
    assert doubt(opened(open_year), opened(MARCH_11)) == "a year that the words leave open"
    assert doubt(opened("[when:2024-03-11|on March 11, 2024]"), opened(MARCH_11)) is None


def test_a_date_before_a_noun_dates_that_noun() -> None:
    noted = "[person:Ana Reyes|Reyes] opened the old bridge after the [when:2025-03-11|March 11, 2025] landslide."
    assert doubt(noted, opened(MARCH_12)) == "dates of two things"
    assert doubt(noted, opened(f"after the landslide of {MARCH_12}")) is None


def test_two_people_did_two_things() -> None:
    assert doubt(opened(MARCH_11), opened(MARCH_12, "[person:Hale Berry|Berry]")) == "acts of two people"
    assert doubt(opened(MARCH_11), opened(MARCH_12, "The port")) is None


def test_one_article_that_names_no_common_doer_tells_of_two_days() -> None:
    def beside(who: str) -> str | None:
        drawn = draw("a", f"{opened(MARCH_11, who)}\n{opened(MARCH_12, who)}", published=FIRST)
        left, right = find_slot_uses(extract_statements(drawn), {"a": drawn})
        return doubt_dates(left, right)

    assert beside("The port") == "two dates of one article"
    assert beside("[person:Ana Reyes|Reyes]") is None


def test_one_event_in_two_years_is_a_conflict_and_a_yearly_one_is_none() -> None:
    def dates(left: str, right: str) -> list[str]:
        readings = (draw("a", left, published="2025-03-11"), draw("b", right, published="2025-06-02"))
        found = findings_of(*readings)
        return [f.reading.value for f in found if f.slot == "date"]

    berry = "[person:Hale Berry|Hale Berry]"
    assert dates(
        f"[when:1957-01-01..1957-12-31/year|In 1957], {berry} vanished from the public eye.",
        f"{berry} vanished suddenly from the scene [when:1958-01-01..1958-12-31/year|in 1958].",
    ) == ["conflict"]
    assert (
        dates(
            f"{berry} won the regatta [when:1957-01-01..1957-12-31/year|in 1957].",
            f"{berry} won the regatta [when:1964-01-01..1964-12-31/year|in 1964].",
        )
        == []
    )


def neighbours(left: str, right: str) -> bool:
    texts = (f"The old bridge over the Orla was opened {time}." for time in (left, right))
    return are_neighbours(*(use_of(draw(name, text, published=FIRST)) for name, text in zip("ab", texts, strict=True)))


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("[when:2014-01-01..2014-12-31/year|in 2014]", "[when:2015-01-01..2015-12-31/year|in 2015]", True),
        ("[when:2014-01-01..2014-12-31/year|in 2014]", "[when:2017-01-01..2017-12-31/year|in 2017]", False),
        (
            "[when:2014-01-01..2014-12-31/year|in 2014]",
            "[when:2015-01-01..2015-12-31/year/relative|ten years ago]",
            False,
        ),
        ("[when:2014-01-01..2014-12-31/year|in 2014]", "[when:2014-03-01..2014-03-31/month|in March 2014]", False),
        (
            "[when:2014-12-01..2014-12-31/month|in December 2014]",
            "[when:2015-01-01..2015-01-31/month|in January 2015]",
            True,
        ),
    ],
    ids=["two years", "three years apart", "a rounded year", "a month of the year", "across a new year"],
)
def test_two_months_or_years_next_to_each_other_may_be_of_one_event(left: str, right: str, *, apart: bool) -> None:
    assert neighbours(left, right) is apart


def conflict_of(one: str, two: str) -> Finding:
    readings = [draw("a", one, published=FIRST), draw("b", two, published=LATER)]
    found = findings_of(*readings)
    [conflict] = [f for f in found if f.reading is ReadingOf.CONFLICT]
    return conflict


def test_one_event_in_two_neighbouring_years_is_a_conflict_that_is_not_sure() -> None:
    in_2014, in_2015 = "[when:2014-01-01..2014-12-31/year|in 2014]", "[when:2015-01-01..2015-12-31/year|in 2015]"
    conflict = conflict_of(
        f"[person:Ana Reyes|Ana Reyes] came to [place:Orla|Orla] from the coast {in_2014}.",
        f"[person:Ana Reyes|Ana Reyes] moved to [place:Orla|Orla] from the coast {in_2015}.",
    )
    assert (conflict.left.value, conflict.right.value) == ("2014", "2015")
    assert conflict.score <= 0.5


def test_what_is_a_conflict_anyway_stays_as_sure_in_two_neighbouring_months() -> None:
    """Who last visited in May did not last visit in June."""
    may, june = "[when:2024-05-01..2024-05-31/month|in May 2024]", "[when:2024-06-01..2024-06-30/month|in June 2024]"
    last = "[person:Ana Reyes|Ana Reyes] last visited [place:Orla|Orla]"
    conflict = conflict_of(f"{last} {may}.", f"{last} {june}.")
    assert (conflict.rule, conflict.score > 0.5) == ("dates apart", True)


def test_a_year_before_a_noun_is_no_slip_of_the_year_of_an_act() -> None:
    wrote = "[person:Ana Reyes|Reyes] wrote so in {}."
    survey = use_of(draw("a", wrote.format("her [when:2016-01-01..2016-12-31/year|2016] survey"), published=FIRST))
    paper, other = (
        use_of(draw("b", wrote.format(f"[when:{y}-01-01..{y}-12-31/year|{y}]"), published=LATER)) for y in (2015, 2016)
    )
    assert is_slip_of_year(paper, other)
    assert not is_slip_of_year(survey, paper)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (
            "Two attempts by the club in [when:2009-01-01..2009-12-31/year|2009] and 2010 failed.",
            "The last attempt of the club was in [when:2012-01-01..2012-12-31/year|2012].",
            "a list of dates",
        ),
        (
            f"Hide Caption 7 of 35 Photos: Reyes speaks at the pier {MARCH_11}.",
            f"Hide Caption 9 of 35 Photos: Reyes speaks at the pier {MARCH_12}.",
            "dates of two pictures",
        ),
        (
            "Reyes opens the bridge [when:2025-03-17..2025-03-23/week|in the coming week].",
            "Reyes opens the bridge [when:2025-03-10..2025-03-16/week|this week].",
            "a week that is to come",
        ),
        (
            "Reyes raised the sum in [when:2019-01-01..2019-12-31/year|2019].",
            "The mayor's [when:2020-01-01..2020-12-31/year|2020] campaign raised the sum.",
            "dates of two things",
        ),
    ],
)
def test_a_row_a_picture_a_week_to_come_and_a_year_that_names_a_thing_date_no_one_event(
    left: str, right: str, reason: str
) -> None:
    assert doubt(left, right) == reason


def test_the_date_of_the_figure_that_another_rose_from_dates_something_else() -> None:
    told = "The debt of [org:Orre Mills|Orre Mills] was cut {} {}."
    february, march = "[when:2025-02-01..2025-02-28/month|February]", "[when:2025-03-01..2025-03-31/month|March]"
    assert doubt(told.format("from 40 million in", february), told.format("by half in", march)) == (
        "a date that a figure is compared with"
    )
    assert doubt(told.format("by half in", february), told.format("by half in", march)) is None


def test_a_market_has_a_figure_for_each_of_two_days() -> None:
    closed = "The shares of [org:Orre Mills|Orre Mills] closed at noon {}."
    assert doubt(closed.format(MARCH_11), closed.format(MARCH_12)) == "two days of a market"


@pytest.mark.parametrize(
    ("more", "fired"), [("it said", True), ("in the view of those who count what the town owes", False)]
)
def test_what_rises_and_falls_has_a_figure_for_each_month_unless_two_reports_tell_one(
    more: str, *, fired: bool
) -> None:
    told = "New orders of [org:Orre Mills|Orre Mills] rose [when:2025-03-{0}|on March {0}, 2025] by the quay, {1}."
    one, two = (draw(name, told.format(day, words)) for name, day, words in (("a", 10, "it said"), ("b", 11, more)))
    assert ("conflict" in {f.reading.value for f in findings_of(one, two)}) is fired
    rose, fell = (use_of(draw("a", told.replace("rose", verb).format(10, more))) for verb in ("rose", "fell"))
    assert doubt_series(rose, fell) == "two dates of a series"
    assert doubt_series(rose, use_of(draw("b", told.replace("rose", "came").format(11, more)))) is None


def test_the_day_of_its_own_report_dates_each_of_two_reports() -> None:
    seen = "Guards by [place:Orre|Orre] saw the bridge {}."
    days = ("2025-03-11", "2025-03-12")
    assert doubt(seen.format(MARCH_11), seen.format(MARCH_12), published=days) == "each the day of its own report"
    assert doubt(seen.format(MARCH_11), seen.format(MARCH_12), published=(days[1], days[1])) is None
    assert doubt(seen.format(MARCH_11), seen.format(MARCH_12), published=(None, None)) is None


@pytest.mark.parametrize("base", ["from 365,874 in", "from 3.5 million in"])
def test_two_dates_that_figures_are_compared_with_date_no_event(base: str) -> None:
    told = "The debt of [org:Orre Mills|Orre Mills] was cut {} {}."
    march, april = "[when:2025-03-01..2025-03-31/month|March]", "[when:2025-04-01..2025-04-30/month|April]"
    one, two = (use_of(draw(name, told.format(base, m), published=FIRST)) for name, m in (("a", march), ("b", april)))
    three = use_of(draw("c", told.format("in", april), published=FIRST))
    assert doubt_series(one, two) == "dates that figures are compared with"
    assert doubt_series(one, three) is None
    assert doubt_dates(one, three) == "a date that a figure is compared with"


def test_last_thursday_may_be_that_of_the_week_before() -> None:
    last = "[when:2025-03-13/day/relative|last Thursday]"
    assert doubt(opened("[when:2025-03-06|on March 6, 2025]"), opened(last)) == "a weekday of this week or the last"
    assert doubt(opened("[when:2025-03-07|on March 7, 2025]"), opened(last)) is None
    march_13 = "[when:2025-03-13|on March 13, 2025]"
    assert doubt(opened("[when:2025-03-06|on March 6, 2025]"), opened(march_13)) is None


@pytest.mark.parametrize(("verb", "fired"), [("fell", False), ("were hidden", True)])
def test_neighbouring_months_of_what_rises_and_falls_are_two_figures(verb: str, fired: bool) -> None:
    told = "New orders of [org:Orre Mills|Orre Mills] in [place:Orre|Orre] {} [when:2025-0{}|in {}] by the quay, {}."
    one = draw("a", told.format(verb, "1-01..2025-01-31/month", "January", "it said"), published="2025-03-11")
    two = draw(
        "b", told.format(verb, "2-01..2025-02-28/month", "February", "in the view of the town"), published="2025-03-12"
    )
    assert ("conflict" in {f.reading.value for f in findings_of(one, two)}) is fired


@pytest.mark.parametrize(("who", "fired"), [("[person:Reyes|Reyes]", False), ("[person:Ana Maria Reyes|Reyes]", True)])
def test_neighbouring_years_in_other_words_are_of_one_long_name(who: str, *, fired: bool) -> None:
    years = "[when:2014-01-01..2014-12-31/year|2014]", "[when:2015-01-01..2015-12-31/year|2015]"
    told = f"{who} ran the firm on the quay in {{}}.", f"In {{}} {who} took the firm to a quay."
    readings = [draw(n, t.format(y), published="2016-03-11") for n, t, y in zip("ab", told, years, strict=True)]
    assert ("conflict" in {f.reading.value for f in findings_of(*readings)}) is fired
