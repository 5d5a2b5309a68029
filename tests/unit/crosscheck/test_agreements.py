"""When equal values are two reports that agree; when they are one wording, no figure, or a day that nobody names."""

from __future__ import annotations

from datetime import date, time

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.crosscheck.slots import agreements as rules
from twosource.crosscheck.slots.compare_slots import Fit, compare_whens
from twosource.crosscheck.slots.name_numbers import is_name_number
from twosource.model import Basis, Grain, Reading, ReadingOf, When


def agreements(*readings: Reading) -> list[str]:
    found = findings_of(*readings)
    return [f.left.value for f in found if f.reading is ReadingOf.AGREEMENT]


def both(left: str, right: str) -> list[str]:
    return agreements(draw("a", left, published="2025-03-11"), draw("b", right, published="2025-03-12"))


def test_one_count_in_two_wordings_is_an_agreement() -> None:
    assert both(
        "The collapse at the Oderfeld quarry killed [count:12 person|12 people] and closed the road.",
        "Rescuers said that [count:12 person|12 people] were killed when the Oderfeld quarry collapsed.",
    ) == ["12 people"]


def test_one_wording_in_two_articles_is_one_report() -> None:
    sentence = "The collapse at the Oderfeld quarry killed [count:12 person|12 people] on the lower terrace."
    assert both(sentence, sentence) == []


def test_one_wording_with_a_figure_in_digits_or_behind_a_broadcaster_is_one_report() -> None:
    sentence = "The collapse at the Oderfeld quarry killed [count:4 person|four people] on the lower terrace."
    assert both(sentence, sentence.replace("|four", "|4")) == []
    assert both(sentence, f"(KVXQ) - {sentence}") == []


def test_the_minutes_of_a_clock_whose_marks_are_set_apart_count_nothing() -> None:
    assert [is_name_number(t, t.index("30")) for t in ("at 11 : 30 p . m . on Monday", "30 p . c .")] == [True, False]
    assert not is_name_number("at 11 p.m. on Monday", 3)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("the |three-month rate rose", True),
        ("the |three-month Oderfeld Interbank Offered Rate", True),
        ("|10-year bond yields", True),
        ("a |three-month strike at the quarry", False),
        ("|10 years of notes", False),
    ],
)
def test_the_time_that_a_bond_runs_is_its_name(text: str, *, is_name: bool) -> None:
    assert is_name_number(text.replace("|", ""), text.index("|")) is is_name


def test_a_long_clause_printed_whole_within_a_longer_one_is_one_report() -> None:
    sentence = "The collapse at the Oderfeld quarry killed [count:12 person|12 people] on the lower terrace"
    assert both(f"{sentence}.", f"{sentence} near the old weighing house.") == []


def test_thousands_are_no_figure_to_agree_on() -> None:
    told = ("{} left the quarry of Oderfeld.", "From the Oderfeld quarry {} went home.")
    assert both(*(words.format("[count:>2000 worker|thousands of workers]") for words in told)) == []
    assert both(*(words.format("[count:2000 worker|2,000 workers]") for words in told)) == ["2000 workers"]


def test_a_long_clause_with_a_word_put_in_is_one_report() -> None:
    sentence = "The collapse at the Oderfeld quarry killed [count:12 person|12 people] on the {} terrace near the road"
    assert both(f"{sentence.format('lower')}.", f"{sentence.format('wide lower')}, police wrote.") == []


def test_a_length_of_time_needs_a_surer_pairing_than_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    length = "[measure:2 year|two years]"
    told = (f"The rebuilding of the quarry took {length}.", f"Rebuilding the Oderfeld quarry took all of {length}.")
    assert both(*told) == ["2 year"]
    monkeypatch.setattr(rules, "_TIME_SCORE", 1.1)
    assert both(*told) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The mayor told Tarn News [when:2025-03-09/day|Sunday] that the quarry of Oderfeld is safe.",
            "The Oderfeld quarry is safe, the mayor said on Tarn News [when:2025-03-09/day|Sunday].",
        ),
        (
            "The [when:1033-01-01..1033-12-31/year|1033] program pays for the quarry of Oderfeld.",
            "Oderfeld has its quarry from the [when:1033-01-01..1033-12-31/year|1033] program.",
        ),
        (
            "The quarry of Oderfeld is [count:1 thing|one thing], the mayor said.",
            "[count:1 thing|One thing] is the quarry of Oderfeld, said the mayor.",
        ),
        (
            "The [ordinal:9 circuit|9th Circuit] let the quarry of Oderfeld stay open.",
            "Oderfeld may keep its quarry, the [ordinal:9 circuit|9th Circuit] said.",
        ),
        (
            "The [ordinal:1 lady|first lady] of Oderfeld came to the quarry.",
            "At the quarry of Oderfeld the [ordinal:1 lady|first lady] spoke.",
        ),
        (
            "The quarry of Oderfeld is here [when:2025-03-10/day|today] for the men.",
            "The Oderfeld quarry would not be here [when:2025-03-10/day|today] without the men.",
        ),
    ],
    ids=["a show", "a program", "a way of speaking", "a court", "a lady", "a figure of speech"],
)
def test_a_day_or_number_in_a_name_or_a_way_of_speaking_agrees_with_nothing(one: str, two: str) -> None:
    assert both(one, two) == []


def test_a_short_clause_may_be_worded_alike_by_two_reporters() -> None:
    assert both(
        "The collapse killed [count:12 person|12 people].", "The collapse killed [count:12 person|12 people]."
    ) == ["12 people"]


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("[when:2025-03-10/day/relative|on Monday]", True),
        ("[when:2025-03-10/part of day/relative|late on Monday evening]", True),
        ("[when:2025-03-10/part of day/relative|late in the evening]", False),
        ("[when:2025-03-10/part of day/relative|in the early morning]", False),
        (
            "[when:2025-03-10/part of day/relative|in the early morning] [when:2025-03-10/day/relative|of Monday]",
            True,
        ),
    ],
)
def test_a_part_of_a_day_agrees_with_a_day_only_where_its_sentence_names_one(words: str, agree: bool) -> None:
    told = both(
        f"The terrace of the Oderfeld quarry collapsed {words}.",
        "Rescuers said that the Oderfeld quarry collapsed [when:2025-03-10/day/relative|on Monday].",
    )
    assert bool(told) is agree


@pytest.mark.parametrize(
    "text",
    [
        "in the |1200 block of Mill Road",
        "in the |1200-block of Mill Road",
        "between the |2600 blocks of Cedar and Elm",
        "at |97th Avenue and Mill Road",
        "between |16th and 18th streets",
        "off |18th streets",
        "at the Old Mill, |1802 Harbour Ave., officers said",
        "at |224 E. Harbour Court",
        "|7 News has learned",
        "KVXQ |4 reports the closure",
        "NBC |7's correspondent",
        "the S&P |500 fell by 12 points",
        "Standard & Poor's |500 futures",
        "after the |Six Day War",
        "in the |Seven Years' War",
    ],
)
def test_the_number_of_a_street_a_house_a_station_an_index_or_a_war_is_a_name(text: str) -> None:
    assert is_name_number(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize(
    "text",
    [
        "some |400 blocks away",
        "a |100 block area",
        "the |16th person to fall ill",
        "closed |12 Mill Road shops",
        "told KVXQ |4 people were hurt",
        "told KVXQ |29-year-old Ana Reyes fired",
        "in |2008 Wall Street fell",
        "about |4 reports",
        "the Nikkei |2.4 percent lower",
        "the Dow |112 points lower",
        "S&P |2008 forecast",
        "the |Six Day trip",
        "the |six days of war",
    ],
)
def test_what_is_counted_beside_such_words_is_no_name(text: str) -> None:
    assert not is_name_number(text.replace("|", ""), text.index("|"))


def test_a_block_of_a_street_is_no_year_and_no_agreement() -> None:
    assert (
        both(
            "Officers found the truck in the [when:1200-01-01..1200-12-31/year|1200] block of Mill Road.",
            "The truck was found at a depot in the [when:1200-01-01..1200-12-31/year|1200] block of Mill Road.",
        )
        == []
    )


def test_the_date_of_a_dateline_is_no_date_of_the_event() -> None:
    dateline = "ODERFELD ([when:2025-03-11/day|March 11, 2025]) — "
    assert (
        both(
            f"{dateline}Officers in Oderfeld are looking into a collapse at the quarry.",
            f"{dateline}Rescuers want to know what led to the collapse at the Oderfeld quarry.",
        )
        == []
    )


def test_the_date_under_a_posted_message_is_no_date_of_the_event() -> None:
    stamp = "— Ana Reyes (@anareyes) [when:2025-03-11/day|March 11, 2025]"
    assert (
        both(f"The terrace of the quarry is gone {stamp}", f"Ninety men on the terrace, says the foreman {stamp}") == []
    )


def test_first_responders_are_not_the_first_in_a_row() -> None:
    assert (
        both(
            "The mayor of Oderfeld thanked [ordinal:1 responder|first responders] at the quarry.",
            "At the Oderfeld quarry [ordinal:1 responder|first responders] were thanked by the foreman.",
        )
        == []
    )


def test_midnight_is_held_against_midnight_and_against_no_other_time_of_day() -> None:
    day = date(2025, 3, 11)
    midnight = When(earliest=day, latest=day, grain=Grain.MINUTE, basis=Basis.RELATIVE)
    evening = When(earliest=day, latest=day, grain=Grain.MINUTE, basis=Basis.RELATIVE, clock=time(23, 24))
    assert compare_whens(midnight, evening) is None
    again = compare_whens(midnight, midnight)
    assert again is not None
    assert again.fit is Fit.SAME
