"""Which sentence tells of which day, and how that is known."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from twosource.annotate.time import find_times
from twosource.dossier.central import Centrality, choose_central
from twosource.dossier.moments import Moment, Told, find_moments, settle_copies, settle_tomorrows
from twosource.dossier.sentences import Sentence, find_sentences
from twosource.model import Article, Basis, Descent, Found, Grain, KnownBy, Published, Reading, TimeMention, When

SUNDAY = date(2025, 5, 4)


def reading(text: str, *, published: date | None = SUNDAY, dateline: tuple[str, int] | None = None) -> Reading:
    known = Published(day=published, known_by=KnownBy.FIELD) if published else None
    place = Found(value=dateline[0], known_by=KnownBy.TEXT, extent=(0, dateline[1])) if dateline else None
    article = Article(id="a", raw="r", text=text, published=known, dateline=place)
    return Reading(article=article, times=find_times(text, published=published, article="a"))


def told(text: str, reach: Told) -> list[tuple[str, str]]:
    found = find_moments(reading(text), None, reach=reach)
    return [(m.told.name, m.sentence.span.quote.split()[0]) for m in found]


CHAIN = "Fighting resumed on April 28 near the dam. Shells fell. Roads closed. People left. On May 2 all was quiet."


def test_only_sentences_that_state_a_day_are_taken_where_nothing_more_is_asked() -> None:
    assert told(CHAIN, Told.STATED) == [("STATED", "Fighting"), ("STATED", "On")]


def test_two_sentences_inherit_the_day_of_the_one_before_and_no_more() -> None:
    assert told(CHAIN, Told.INHERITED)[2:] == [("INHERITED", "Shells"), ("INHERITED", "Roads")]


def test_a_sentence_with_two_days_hands_on_neither() -> None:
    text = "They met on April 28 and again on May 2 in the town hall. Nothing was agreed."
    assert [how for how, _ in told(text, Told.INHERITED)] == ["STATED", "STATED"]


def test_a_picture_from_the_files_tells_of_no_day() -> None:
    assert told("FILE - In this May 1 picture the dam of Orrin is seen from the hill road.", Told.STATED) == []
    assert told("In this May 1 file photo the dam of Orrin is seen from the hill road.", Told.STATED) == []
    assert told("In this May 1 photo the dam of Orrin is seen from the hill road.", Told.STATED) == [("STATED", "In")]


def test_the_opening_of_a_report_tells_of_its_day_and_the_day_before_and_says_how_it_knows() -> None:
    found = list(find_moments(reading("Shells fell on the dam road."), None, reach=Told.REPORTED))
    assert {m.when.earliest for m in found} == {SUNDAY, date(2025, 5, 3)}
    assert {(m.told, m.when.basis.value) for m in found} == {(Told.REPORTED, "published")}


def test_an_undated_report_tells_of_no_day_of_its_own() -> None:
    assert list(find_moments(reading("Shells fell.", published=None), None, reach=Told.REPORTED)) == []


def test_a_copy_printed_days_later_tells_of_the_same_day() -> None:
    text = "The dam broke on Friday, officials said. Nobody was hurt."
    late = reading(text, published=date(2025, 5, 12))
    copy = Reading(article=replace(late.article, id="b"), times=find_times(text, published=date(2025, 5, 12)))
    found = [m for r in (reading(text), copy) for m in find_moments(r, Descent(article="x", text="t", origin="o"))]
    assert [m.when.earliest for m in found] == [date(2025, 5, 2), date(2025, 5, 9)]
    assert [m.when.earliest for m in settle_copies(found)] == [date(2025, 5, 2), date(2025, 5, 2)]


def test_by_noon_belongs_to_its_day() -> None:
    when = When(earliest=None, latest=SUNDAY, grain=Grain.PART_OF_DAY, basis=Basis.RELATIVE)
    times = tuple(replace(t, when=when) for t in reading("All roads were closed by noon on Sunday.").times)
    [*moments] = find_moments(replace(reading("All roads were closed by noon on Sunday."), times=times), None)
    assert {m.key for m in moments} == {(SUNDAY, SUNDAY, Grain.DAY)}


@pytest.mark.parametrize(
    "text",
    ["Every Monday the market is full of people.", "May 4, 2025", "In recent weeks the river has risen a lot."],
)
def test_sets_stamps_and_vague_times_tell_nothing(text: str) -> None:
    assert told(text, Told.STATED) == []


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("ORRIN (NNA) — The bridge closed.", 5),
        ("ORRIN: The bridge closed.", 5),
        ("ORRIN, May 4 - The bridge closed.", 5),
    ],
)
def test_a_sentence_begins_after_the_dateline(text: str, extent: int) -> None:
    assert find_sentences(reading(text, dateline=("ORRIN", extent)))[0].span.quote == "The bridge closed."


def test_a_place_that_opens_a_sentence_is_no_dateline_to_cut() -> None:
    assert find_sentences(reading("ORRIN has a bridge.", dateline=("ORRIN", 5)))[0].span.quote == "ORRIN has a bridge."


def choose(texts: list[str], most: int) -> list[str]:
    sentences = [s for text in texts for s in find_sentences(reading(text))]
    centrality = Centrality(sentences)

    def same(a: Sentence, b: Sentence) -> bool:
        return a.content == b.content

    chosen = choose_central(
        sentences,
        most,
        vector_of=centrality.vector,
        middle=centrality.middle((s, 1.0) for s in sentences),
        bonus_of=lambda _: 1.0,
        same=same,
    )
    return [s.span.quote for s in chosen]


def test_the_sentence_closest_to_all_is_chosen_first() -> None:
    texts = ["The dam broke at dawn.", "The dam broke.", "Officials said the dam broke at dawn.", "Cows grazed nearby."]
    assert "dam broke at dawn" in choose(texts, 1)[0]


def test_nothing_is_chosen_twice_and_nothing_from_nothing() -> None:
    assert choose(["The dam broke.", "The dam broke."], 5) == ["The dam broke."]
    assert choose([], 3) == []


def days_of(*reports: tuple[str, date]) -> list[date | None]:
    """The days that each report of an origin of its own tells of, in order, with weekdays settled across them."""
    found: list[Moment] = []
    for number, (text, published) in enumerate(reports):
        bare = reading(text, published=published)
        article = replace(bare.article, id=f"n{number}")
        found += find_moments(replace(bare, article=article, times=_times(text, published, article.id)), None)
    return [m.when.earliest for m in settle_tomorrows(found)]


def _times(text: str, published: date, article: str) -> tuple[TimeMention, ...]:
    return tuple(find_times(text, published=published, article=article))


MONDAY, LATE = date(2025, 5, 5), "The dam near Orrin broke at last on Monday, officials said."


def test_a_weekday_is_the_next_day_where_another_origin_tells_of_it() -> None:
    assert days_of((LATE, SUNDAY), ("On Monday the dam near Orrin gave way at last.", MONDAY)) == [MONDAY, MONDAY]


def test_a_weekday_stays_six_days_back_where_nobody_tells_of_the_next_day() -> None:
    assert days_of((LATE, SUNDAY), ("On Friday the dam near Orrin was shut.", SUNDAY))[0] == date(2025, 4, 28)


def test_a_weekday_stays_six_days_back_where_another_origin_tells_of_that_day_too() -> None:
    others = (("On April 28 the dam near Orrin gave way.", SUNDAY), ("On Monday repairs at the dam begin.", MONDAY))
    assert days_of((LATE, SUNDAY), *others)[0] == date(2025, 4, 28)


def test_a_weekday_stays_six_days_back_where_only_its_own_report_tells_of_the_next_day() -> None:
    assert days_of((f"{LATE} On May 5 the dam near Orrin is looked at.", SUNDAY))[0] == date(2025, 4, 28)


def test_a_part_of_a_weekday_is_one_of_the_next_day_too() -> None:
    late = "The dam near Orrin broke at last on Monday morning, officials said."
    assert days_of((late, SUNDAY), ("On Monday the dam near Orrin gave way at last.", MONDAY)) == [MONDAY, MONDAY]
