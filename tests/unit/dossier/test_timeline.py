"""Two clocks, grain shown, origins counted."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from golden.account import make_account
from twosource.annotate.attribution import annotate_attribution
from twosource.annotate.entities import annotate_entities
from twosource.annotate.time import annotate_time
from twosource.dossier import CountBy, TimelineOptions, assemble_dossiers, build_timeline
from twosource.dossier.dates import show_when
from twosource.dossier.page import compose_page
from twosource.dossier.timeline import count_times
from twosource.model import (
    Article,
    Basis,
    Descent,
    Grain,
    KnownBy,
    Passage,
    Published,
    Reading,
    Role,
    Story,
    TimelineRow,
    TimeMention,
    TimexType,
    When,
    span_of,
)

MAY = date(2025, 5, 4)


def reading(article: str, text: str, *, role: Role = Role.BODY, published: date | None = MAY) -> Reading:
    """An article whose one time is marked like this: `It ⟨fell in 2013⟩ ...`, meaning the year 2013."""
    start, end = text.index("⟨"), text.index("⟩") - 1
    plain = text.replace("⟨", "").replace("⟩", "")
    known = Published(day=published, known_by=KnownBy.FIELD) if published else None
    piece = Article(id=article, raw="r", text=plain, published=known)
    year = int(plain[start:end][-4:])
    when = When(earliest=date(year, 1, 1), latest=date(year, 12, 31), grain=Grain.YEAR, basis=Basis.STATED)
    time = TimeMention(span=span_of(piece, start, end), type=TimexType.DATE, value=str(year), rule="t", when=when)
    passage = Passage(span=span_of(piece, 0, len(plain)), role=role)
    return Reading(article=piece, passages=(passage,), times=(time,))


def descent(article: str, origin: str, text: str | None = None) -> Descent:
    return Descent(article=article, text=text or article, origin=origin)


def rows_of_the_small_account() -> tuple[TimelineRow, ...]:
    account = make_account()
    return build_timeline(account.readings, account.descents)


def test_times_stand_in_order_each_with_its_grain() -> None:
    assert [(show_when(r.when), r.when.grain.value) for r in rows_of_the_small_account()] == [
        ("March 2019", "month"),
        ("May 2020", "month"),
        ("2–6 June 2025", "day"),
        ("3 June 2025", "day"),
        ("4 June 2025", "day"),
    ]


def test_an_interval_is_one_row() -> None:
    assert sum(r.when.earliest == date(2025, 6, 2) for r in rows_of_the_small_account()) == 1


def test_what_was_announced_is_planned_and_what_was_reported_afterwards_is_not() -> None:
    assert [r.planned for r in rows_of_the_small_account()] == [False, False, True, False, False]


def test_a_copy_and_a_rewrite_stand_under_one_sentence_with_one_origin() -> None:
    march = rows_of_the_small_account()[0]
    assert [s.articles for s in march.sentences] == [("a0", "a1", "a2")]
    assert march.origins == ("unseen:northland",)


def test_furniture_never_reaches_the_timeline() -> None:
    assert build_timeline([reading("a", "Best of ⟨2013⟩ : our most read.", role=Role.FURNITURE)], []) == ()


def test_a_caption_stands_after_the_text_that_says_the_same() -> None:
    caption = reading("a", "The old pier as it was in ⟨2013⟩ .", role=Role.CAPTION)
    body = reading("b", "A storm took the whole pier away in ⟨2013⟩ .")
    [row] = build_timeline([caption, body], [descent("a", "A"), descent("b", "B")])
    assert [s.span.article for s in row.sentences] == ["b", "a"]


def test_the_day_of_publication_is_never_taken_for_the_day_of_an_event() -> None:
    silent = Reading(article=reading("a", "The pier fell ⟨2013⟩ .").article)
    assert build_timeline([silent], []) == ()


def test_an_article_without_a_date_plans_nothing() -> None:
    [row] = build_timeline([reading("a", "The pier will be rebuilt by ⟨2031⟩ .", published=None)], [])
    assert not row.planned
    assert row.sentences[0].reported is None


def test_origins_rank_the_dates_where_articles_would_rank_the_copies() -> None:
    copied = [reading(x, "The pier was sold to a bank in ⟨2013⟩ .") for x in "abc"]
    twice = [reading("d", "A storm took it away in ⟨2019⟩ ."), reading("e", "It was gone by ⟨2019⟩ , he said then.")]
    descents = [*(descent(x, "A", "t") for x in "abc"), descent("d", "D"), descent("e", "E")]

    def first(count_by: CountBy) -> date | None:
        options = TimelineOptions(dates=1, count_by=count_by)
        return build_timeline([*copied, *twice], descents, options=options)[0].when.earliest

    assert first(CountBy.ARTICLES) == date(2013, 1, 1)
    assert first(CountBy.TEXTS) == first(CountBy.ORIGINS) == date(2019, 1, 1)


def test_without_a_number_content_sets_the_length() -> None:
    often = [reading(x, f"Version {x} says that the pier was sold in ⟨2013⟩ .") for x in "abcdef"]
    once = reading("g", "A storm took a plank of it away in ⟨2019⟩ .")

    def years(options: TimelineOptions) -> list[str]:
        return [show_when(r.when) for r in build_timeline([*often, once], [], options=options)]

    assert years(TimelineOptions(least_rows=1)) == ["2013"]
    assert years(TimelineOptions()) == ["2013", "2019"], "a short account loses nothing"
    assert years(TimelineOptions(least_rows=1, dates=2)) == ["2013", "2019"], "a number given is kept to"


def test_times_that_are_not_shown_are_counted() -> None:
    texts = [reading("a", "It fell in ⟨2013⟩ , he said."), reading("b", "It was bought in ⟨2019⟩ , he said.")]
    assert len(build_timeline(texts, [], options=TimelineOptions(dates=1))) == 1
    assert count_times(texts, []) == 2


def test_a_row_names_every_article_that_states_its_time() -> None:
    said = [reading(x, f"{word} pier was sold in ⟨2013⟩ .") for x, word in (("a", "One old"), ("b", "That north"))]
    other = reading("c", "A bank in Orrin paid two million for everything there in ⟨2013⟩ .")
    [row] = build_timeline([*said, other], [], options=TimelineOptions(sentences_per_date=1))
    assert row.articles == ("a", "b", "c")
    assert len(row.sentences) == 1


def test_the_order_of_articles_does_not_matter() -> None:
    account = make_account()
    backwards = build_timeline(account.readings[::-1], account.descents[::-1])
    assert backwards == rows_of_the_small_account()


def test_a_stamp_is_no_event() -> None:
    assert build_timeline([reading("a", "Archive, ⟨2013⟩")], []) == ()


@pytest.mark.parametrize(
    ("text", "published", "rows"),
    [
        # printed on the Sunday it was said: the visit alone
        ("He will come on May 20, the office said on Sunday.", date(2025, 5, 4), ["20 May 2025"]),
        # printed later: when it was said is no second clock of the page
        ("He will come on May 20, the office said on May 2.", date(2025, 5, 4), ["2 May 2025", "20 May 2025"]),
        # said, and nothing else tells it
        ("The office said on Sunday that the bridge was safe.", date(2025, 5, 4), ["4 May 2025"]),
    ],
)
def test_a_day_of_saying_that_is_the_day_of_the_report_repeats_no_sentence(
    text: str, published: date, rows: list[str]
) -> None:
    article = Article(id="a", raw="r", text=text, published=Published(day=published, known_by=KnownBy.FIELD))
    bare = Reading(article=article, passages=(Passage(span=span_of(article, 0, len(text)), role=Role.BODY),))
    reading = replace(bare, times=annotate_time(bare), entities=annotate_entities(bare))
    reading = replace(reading, attributions=annotate_attribution(reading))
    story = Story(id="s", articles=(reading.article.id,), lead=reading.article.id, label="x")
    account = replace(
        make_account(),
        readings=(reading,),
        stories=(story,),
        claims=(),
        findings=(),
        lineage=(),
        descents=(),
        voices=(),
        locators=((reading.article.id, "a.txt"),),
    )
    [page] = compose_page(account, assemble_dossiers(account)).stories
    assert [row.happened for row in page.timeline] == rows
