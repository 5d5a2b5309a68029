from __future__ import annotations

import random
import re
import time
from datetime import date
from datetime import time as clock

import pytest

from shared_data import shared_or_skip
from twosource.annotate.time import annotate_time, find_times
from twosource.annotate.time.lexicon import token_of_word
from twosource.model import Article, Basis, Grain, KnownBy, Published, Reading, TimeMention

SUNDAY = date(2025, 5, 4)


def read(marked: str, published: date | None = SUNDAY) -> TimeMention:
    """The mention drawn in brackets."""
    quote = re.findall(r"\[([^\]]*)\]", marked)[0]
    mentions = find_times(marked.replace("[", "").replace("]", ""), published=published)
    return next(m for m in mentions if m.span.quote == quote)


def interval(marked: str, published: date | None = SUNDAY) -> tuple[date | None, date | None] | None:
    when = read(marked, published).when
    return (when.earliest, when.latest) if when else None


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_a_bare_weekday_is_the_latest_past_one() -> None:
    assert read("The mayor accused her rival [Saturday] of fraud.").value == "2025-05-03"


TIMETABLE = {
    "The minister travels to Orrin on [Thursday].": "2025-05-08",
    "The minister meets the miners' union in Orrin on [Thursday].": "2025-05-08",
    "The bridge reopens on [Sunday] for lorries.": "2025-05-04",
    "The mayor said her husband travels to Orrin on [Thursday].": "2025-05-01",  # after a past verb
    "The minister travels to Orrin and, after what was agreed on [Thursday], to Kelm.": "2025-05-01",
    "The minister travels to Orrin after [Thursday]'s flood.": "2025-05-01",
    "The road was cut off by [Tuesday]'s flood.": "2025-04-29",
    "The road is cut off by [Tuesday]'s flood.": "2025-04-29",
    "The road must be open by [Tuesday].": "2025-05-06",
    "Ten people are expected to have died in [Tuesday]'s flood.": "2025-04-29",
    "Ten people are expected to die in [Tuesday]'s flood.": "2025-05-06",
}


@pytest.mark.parametrize(("marked", "value"), TIMETABLE.items(), ids=TIMETABLE)
def test_a_weekday_lies_ahead_by_a_timetable_or_a_limit_and_not_by_what_has_happened(marked: str, value: str) -> None:
    assert read(marked).value == value


def test_a_flood_that_cut_a_road_is_no_limit_in_time() -> None:
    assert interval("The road is cut off by [Tuesday]'s flood.") == (day("2025-04-29"), day("2025-04-29"))
    assert interval("The road must be open by [Tuesday].") == (None, day("2025-05-06"))


def test_a_clock_time_is_not_of_the_day_that_something_is_named_after() -> None:
    quiet = "It was the first visit since the April 3 flood. At [10:30 am] the mayor spoke."
    assert read(quiet).value == "2025-05-04T10:30"
    assert read("It rained on April 3. At [10:30 am] the mayor spoke.").value == "2025-04-03T10:30"
    assert read("It began with the April 3 flood at [10:30 am].").value == "2025-04-03T10:30"


def test_an_hour_in_four_figures_is_no_year() -> None:
    mentions = find_times("By 1100 (1600 GMT) it was over.", published=SUNDAY)
    assert [m.span.quote for m in mentions] == ["1600 GMT"]


FILLER = " The ferry lay at the pier of the old town, and nobody who stood there saw what had come over the water."


@pytest.mark.parametrize(
    ("day_told", "sentences", "head", "value"),
    [
        ("on Friday", 3, " She was found at", "2025-05-02T20:48"),
        ("on Friday", 12, " She was found at", "2025-05-04T20:48"),  # too far on
        ("on April 28", 3, " She was found at", "2025-05-04T20:48"),  # a day long past
        ("on Friday", 3, "\n\nUpdate @", "2025-05-04T20:48"),  # the stamp of a page
        ("on Friday", 3, "\n\nFound at", "2025-05-02T20:48"),
        ("and will be mourned on Tuesday", 3, " She was found at", "2025-05-04T20:48"),  # a day to come
    ],
)
def test_an_hour_further_on_is_of_yesterday_or_the_day_before(
    day_told: str, sentences: int, head: str, value: str
) -> None:
    text = f"A pilot was killed {day_told}.{FILLER * sentences}{head} [8:48 p.m.] by the harbour police."
    assert read(text).value == value


def test_the_weekday_of_publication_is_that_day() -> None:
    assert read("It was announced on [Sunday].").value == "2025-05-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two people were hurt on [New Year's Eve].", "2024-12-31"),
        ("He was arrested at [Christmas].", "2024-12-25"),
        ("On January 1, 2025, police said a man was shot on [New Year's Eve].", "2024-12-31"),
        ("It will reopen on [New Year's Eve].", "2025-12-31"),
        ("The club hopes to open by [Christmas].", "2025-12-25"),
    ],
)
@pytest.mark.parametrize("published", [date(2025, 1, 1), date(2025, 1, 2)])
def test_a_festival_just_past_lies_ahead_only_with_a_cue(text: str, value: str, published: date) -> None:
    assert read(text, published).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The port would load ships again from [Saturday], he said.", "2025-05-10"),
        ("They would not vote before [Thursday].", "2025-05-08"),
        ("The yard would stay shut until [Friday].", "2025-05-09"),
        ("Workers could return by [Monday].", "2025-05-05"),
        ("She may testify on [Tuesday].", "2025-05-06"),
        ("He could not be found on [Thursday].", "2025-05-01"),
        ("He could not be found before [Thursday].", "2025-05-01"),
        ("He would have won on [Thursday].", "2025-05-01"),
        ("They had to leave before [Thursday].", "2025-05-01"),
        ("The port would not pay for [Thursday]'s strike.", "2025-05-01"),
        ("The law that would ban whaling passed [Thursday].", "2025-05-01"),
    ],
)
def test_a_weekday_after_a_modal_verb_lies_ahead_unless_it_tells_the_past(text: str, value: str) -> None:
    assert read(text).value == value


def test_a_promised_month_lies_ahead_whatever_was_paid_before() -> None:
    assert read("The second half would be paid on an unspecified date in [January].").value == "2026-01"


@pytest.mark.parametrize(
    "text", ["He was shot to death on [September 6].", "It stayed below the record high set on [September 6]."]
)
def test_what_only_looks_like_a_future_cue_leaves_a_day_in_the_past(text: str) -> None:
    assert read(text).value == "2024-09-06"


def test_a_day_that_something_is_set_for_lies_ahead() -> None:
    assert read("The trial is set for [September 6].").value == "2025-09-06"


def test_the_year_ago_quarter_does_not_move_the_report() -> None:
    text = (
        "It lost money in the third quarter. In the year-ago third quarter it had a profit; [a year earlier] it grew."
    )
    assert read(text).value == "2023-Q3"


def test_a_month_in_a_list_takes_the_year_of_the_item_before() -> None:
    assert read("They met in Oslo in May 2024, over fish, and in Turku in [July].").value == "2024-07"


def test_that_year_is_the_year_told_last() -> None:
    assert read("She came in March 2023, and he went in [October that year].").value == "2023-10"


@pytest.mark.parametrize("words", ["May 7-10", "May 7–10", "May 7 to 10"])
def test_days_of_one_month_are_one_interval(words: str) -> None:
    assert interval(f"He visits Norway from [{words}].") == (day("2025-05-07"), day("2025-05-10"))


def test_two_mentions_of_one_range_carry_the_whole_of_it() -> None:
    whole = (day("2023-03-01"), day("2024-06-30"))
    assert interval("It ran from [March 2023] to June 2024.") == whole
    assert interval("It ran from March 2023 to [June 2024].") == whole


@pytest.mark.parametrize(
    "text",
    [
        "It was shut between [Feb 8] and 25.",
        "It was shut between Feb 8 and [the 25th].",
        "It was shut between [8] and 25 February.",
        "It was shut from the 8th to [the 25th of February].",
        "It was shut from [8 until 25 February].",
        "It was shut from [Feb. 8 until the 25th].",
    ],
)
def test_days_that_share_their_month_carry_the_whole_range(text: str) -> None:
    assert interval(text) == (day("2025-02-08"), day("2025-02-25"))


def test_the_days_of_a_range_share_their_year_whatever_the_tense() -> None:
    assert interval("The port was shut between July 1 and [10].") == (day("2025-07-01"), day("2025-07-10"))


@pytest.mark.parametrize("text", ["It hit 20 and [25 May] was calm.", "Prices rose between [May 25] and 30 percent."])
def test_a_bare_number_outside_a_range_is_no_day(text: str) -> None:
    (mention,) = find_times(text.replace("[", "").replace("]", ""), published=SUNDAY)
    assert mention.value == "2025-05-25"


def test_until_has_no_beginning_and_since_no_end() -> None:
    assert interval("He stays until [May 10].") == (None, day("2025-05-10"))
    assert interval("It has lasted since [February 2022].") == (day("2022-02-01"), None)
    assert interval("They are friends since [2013].") == (day("2013-01-01"), None)


def test_without_a_date_the_year_stays_open_and_no_interval_is_given() -> None:
    mention = read("He arrives on [May 9], the palace said.", None)
    assert (mention.value, mention.when) == ("XXXX-05-09", None)


def test_without_a_date_a_relative_day_is_not_decided() -> None:
    mention = read("He arrived [yesterday].", None)
    assert (mention.value, mention.when) == ("XXXX-XX-XX", None)


def test_a_clock_time_with_its_day_is_one_mention() -> None:
    mention = read("Posted [May 8, 2025 10:52 AM] by the desk")
    assert mention.value == "2025-05-08T10:52"
    assert mention.when is not None
    assert (mention.when.clock, mention.when.grain) == (clock(10, 52), Grain.MINUTE)


def test_a_relative_time_names_the_words_it_was_counted_from() -> None:
    when = read("It fell on April 28, 1945; [two days later] it was over.").when
    assert when is not None
    assert when.basis is Basis.RELATIVE
    assert when.anchor is not None
    assert when.anchor.quote == "April 28, 1945"


def test_a_month_after_a_december_of_a_chronicle_is_in_the_next_year() -> None:
    text = (
        "In 1940 it began. On June 22, 1941, war came. By December 1941 it spread. In [January] it froze. "
        "In 1943, in 1944 and in 1945 it ended."
    )
    assert read(text, date(2009, 12, 19)).value == "1942-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On [Feb. 29, 2024] they leapt.", "2024-02-29"),
        ("The week began [2024-12-30].", "2024-12-30"),
        ("It ended on [31/12/2024].", "2024-12-31"),
        ("In [323 BC] he died.", "BC0323"),
    ],
)
def test_odd_but_real_dates_are_read(text: str, value: str) -> None:
    assert read(text).value == value


@pytest.mark.parametrize(
    "text",
    ["It is due on February 30, 2025 sharp.", "See 2025-02-29 there.", "Dated 99/99/9999.", "In 0000-00-00 form."],
)
def test_days_that_do_not_exist_are_not_dates(text: str) -> None:
    assert all("-02-" not in m.value and "0000" not in m.value for m in find_times(text, published=SUNDAY))


@pytest.mark.parametrize(
    ("published", "value"),
    [(date(2024, 12, 30), "2025-W01"), (date(2021, 1, 3), "2020-W53"), (date(2020, 12, 31), "2020-W53")],
)
def test_a_week_across_new_year_belongs_to_its_iso_year(published: date, value: str) -> None:
    assert read("It failed [this week].", published).value == value


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_raise_nothing(published: date) -> None:
    text = (
        "Last century, next century, 9000 years ago, in 500 decades, yesterday, tomorrow, last week, next "
        "week, next year."
    )
    mentions = find_times(text, published=published)
    assert len(mentions) >= 8


def test_a_clock_time_belongs_to_the_day_that_follows_it() -> None:
    assert read("It sank at [3:30 a.m.] local time (0030 GMT) on Sunday.").value == "2025-05-04T03:30"


def test_a_range_of_weekdays_runs_forward() -> None:
    assert interval("It was shut from [Monday] through Friday.") == (day("2025-04-28"), day("2025-05-02"))


def test_the_last_hours_reach_back_from_the_day_of_publication() -> None:
    assert interval("Nine fell in [the last 48 hours].") == (day("2025-05-02"), day("2025-05-04"))


def test_a_year_that_is_only_planned_for_does_not_move_the_story() -> None:
    text = (
        "In 1973 they met. On 10 March 1975 it began, with a campaign planned for 1976. On [11 March] the town fell. "
        "In 1977, in 1978 and in 1979 they wrote about it."
    )
    assert read(text, date(2009, 12, 19)).value == "1975-03-11"


def test_names_that_share_their_letters_with_months_are_left_alone() -> None:
    text = "Theresa May and April Jones may march; August Strindberg spoke."
    assert find_times(text, published=SUNDAY) == ()


def test_ages_are_no_durations() -> None:
    assert find_times("The 34-year-old, now aged 35, is 36 years old.".replace("now ", ""), published=SUNDAY) == ()


def test_a_reading_is_read_against_its_day_of_publication() -> None:
    published = Published(day=SUNDAY, known_by=KnownBy.FIELD)
    article = Article(id="a", raw="r", text="It rained yesterday.", published=published)
    (mention,) = annotate_time(Reading(article=article))
    assert (mention.value, mention.span.article, mention.span.holds_in(article.text)) == ("2025-05-03", "a", True)


@pytest.mark.parametrize(
    "unit",
    [
        "May ",
        "1,",
        "1 ",
        "the ",
        "twenty-",
        "from 1 to ",
        "May 7-",
        "a couple of ",
        "of the ",
        "in the early ",
        "2025-05-",
        "\n \n",
        "a.m. ",
        "'",
    ],
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    seconds = []
    for size in (20_000, 80_000):
        text = (unit * size)[:size]
        start = time.process_time()
        find_times(text, published=SUNDAY)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 8 * seconds[0] + 0.3


def test_known_words_in_any_order_raise_nothing() -> None:
    draw = random.Random(3)  # noqa: S311 - inputs, not secrets
    words = sorted(token_of_word())
    for _ in range(300):
        text = " ".join(draw.choices(words, k=60))
        assert all(m.span.holds_in(text) for m in find_times(text, published=SUNDAY))


def test_a_season_of_a_year_that_no_word_points_to_is_the_nearest() -> None:
    assert read("It opened in [the summer of the latest year].").value == "2024-SU"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("seed", "published", "quote", "earliest", "latest"),
    [
        ("000_bdfad7a392e4fe10", "2025-05-04", "Saturday", "2025-05-03", "2025-05-03"),
        ("000_bdfad7a392e4fe10", "2025-05-04", "October that year", "2023-10-01", "2023-10-31"),
        ("000_bdfad7a392e4fe10", "2025-05-04", "July", "2024-07-01", "2024-07-31"),
        ("000_bdfad7a392e4fe10", "2025-05-04", "February 2022", "2022-02-01", "2022-02-28"),
        ("001_f047113c99bea4ec", None, "October of the same year", "2023-10-01", "2023-10-31"),
        ("002_d2ec62d80f1d1177", "2025-05-04", "May 7–10", "2025-05-07", "2025-05-10"),
        ("003_f9331d6cdeaf5ddb", "2025-05-08", "April 17", "2025-04-17", "2025-04-17"),
        ("003_f9331d6cdeaf5ddb", "2025-05-08", "May 10", None, "2025-05-10"),
        ("004_6c28063d7c53eb65", "2025-05-04", "May 7-10", "2025-05-07", "2025-05-10"),
        ("004_6c28063d7c53eb65", "2025-05-04", "May 7 to 10", "2025-05-07", "2025-05-10"),
        ("004_6c28063d7c53eb65", "2025-05-04", "Sunday", "2025-05-04", "2025-05-04"),
        ("004_6c28063d7c53eb65", "2025-05-04", "2013", "2013-01-01", None),
    ],
)
def test_the_dates_of_the_seeds_hold(
    seed: str, published: str | None, quote: str, earliest: str | None, latest: str | None
) -> None:
    text = shared_or_skip(f"seeds/{seed}.txt").read_text(encoding="utf-8")
    mentions = [m for m in find_times(text, published=day(published) if published else None) if m.span.quote == quote]
    assert mentions
    for mention in mentions:
        assert mention.when is not None
        assert mention.when.earliest == (day(earliest) if earliest else None)
        assert mention.when.latest == (day(latest) if latest else None)


@pytest.mark.shared
def test_the_seed_without_a_date_gets_no_year_from_nowhere() -> None:
    text = shared_or_skip("seeds/001_f047113c99bea4ec.txt").read_text(encoding="utf-8")
    may = [
        m for m in find_times(text, published=None) if m.span.quote.startswith("May ") and "2024" not in m.span.quote
    ]
    assert may
    assert all(m.when is None for m in may)


@pytest.mark.xfail(reason="a future without a cue is read as past; see docs/time.md, limits", strict=True)
def test_a_meeting_reported_without_a_future_cue_lies_ahead() -> None:
    assert read("The two leaders meet separately [Monday] with the envoy.").value == "2025-05-05"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to the desk or call 412-263-1878.", []),
        ("Call (412) 263-1878 or 1-800-555-1999.", []),
        ("Call 263-1950.", []),
        ("It stood from 1878-1999.", ["1878", "1999"]),
        ("The law of 1878 fell.", ["1878"]),
    ],
)
def test_the_end_of_a_telephone_number_is_no_year(text: str, found: list[str]) -> None:
    assert [mention.span.quote for mention in find_times(text, published=None)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Monday, the mayor will open the pier.", "2019-05-27"),
        ("Rain fell. On Monday the mayor is to open the pier.", "2019-05-27"),
        ("On Monday, he said he will open the pier.", "2019-05-20"),
        ("On Monday, the mayor opened the pier, and he will return.", "2019-05-20"),
        ("The mayor, on Monday, will open the pier.", "2019-05-20"),
        ("In March, voters will choose a mayor.", "2020-03"),
        ("In March, voters chose a mayor.", "2019-03"),
    ],
)
def test_a_sentence_that_opens_with_a_day_and_goes_on_with_will_lies_ahead(text: str, value: str) -> None:
    assert [mention.value for mention in find_times(text, published=date(2019, 5, 25))] == [value]
