"""Furniture that only a corpus shows: what returns in unrelated articles of one publisher."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from lineage_readings import make_reading, make_text, trace, with_role
from twosource.lineage import LineageOptions, mark_furniture
from twosource.model import Found, KnownBy, Reading, Role

BOX = "The Tide Club brings harbour stories to members every week, and members bring friends."
LINKS = (
    "Mayor Ann Roe Ann Marie Roe Council puts off bridge vote Harbour budget grows Ferry crews vote on pay Five things "
    "to know about tides Bridge survey is late again MORE"
)


def with_box(number: int, *, box: str = BOX, site: str = "herald.example") -> Reading:
    """An article about something of its own, with the box as its last line."""
    reading = make_reading(f"{make_text(900 + number)}\n\n{box}", name=f"{site}-{number}", outlet="Herald")
    return replace(reading, article=replace(reading.article, url=f"https://www.{site}/story/{number}"))


def furniture_of(reading: Reading) -> list[str]:
    return [p.span.quote for p in reading.passages if p.role is Role.FURNITURE]


def by_columnists(readings: list[Reading]) -> list[Reading]:
    """The same pages, each with a writer given as its outlet."""
    outlets = [Found(value=f"Columnist {n}", known_by=KnownBy.FIELD) for n in range(len(readings))]
    return [replace(r, article=replace(r.article, outlet=o)) for r, o in zip(readings, outlets, strict=True)]


CORPUS = [with_box(number) for number in range(6)]


def test_a_line_that_returns_in_unrelated_articles_of_one_site_is_furniture() -> None:
    assert [furniture_of(r) for r in mark_furniture(CORPUS)] == [[BOX]] * 6


def test_four_articles_teach_nothing() -> None:
    assert mark_furniture(CORPUS[:4]) == tuple(CORPUS[:4])


def test_the_same_line_on_pages_of_different_sites_teaches_nothing() -> None:
    readings = tuple(with_box(number, site=f"site{number}.example") for number in range(6))
    assert mark_furniture(readings) == readings


def test_columnists_given_as_outlets_share_the_pages_of_their_paper() -> None:
    assert all(furniture_of(r) == [BOX] for r in mark_furniture(by_columnists(CORPUS)))


def test_background_of_a_running_story_is_no_furniture_however_often_it_returns() -> None:
    story = make_text(950, sentences=8)
    readings = tuple(
        make_reading(f"{story} {make_text(960 + n, sentences=3)}\n\n{BOX}", name=f"s{n}", outlet="Herald")
        for n in range(9)
    )
    assert mark_furniture(readings) == readings


def test_pages_that_begin_with_one_box_are_told_apart_by_their_own_words() -> None:
    first = make_text(990, sentences=14).replace("\n\n", " ")
    pages = [
        replace(page, article=replace(page.article, text=f"{first}\n\n{page.article.text}"))
        for page in (with_box(n) for n in range(6))
    ]
    assert [furniture_of(page) for page in mark_furniture(pages)] == [[first, BOX]] * 6


def test_copies_of_one_text_teach_nothing() -> None:
    readings = tuple(replace(CORPUS[0], article=replace(CORPUS[0].article, id=f"copy-{n}")) for n in range(9))
    assert mark_furniture(readings) == readings


def test_a_short_sentence_that_returns_stays_in_the_story() -> None:
    readings = tuple(with_box(number, box="No one was injured in the crash.") for number in range(6))
    assert mark_furniture(readings) == readings


def test_a_long_stretch_is_cut_out_of_its_sentence_and_the_rest_stays() -> None:
    readings = [with_box(n, box=f"{make_text(970 + n, sentences=1)[:-1]} {LINKS} {n} said so.") for n in range(6)]
    marked = mark_furniture(readings)
    assert [furniture_of(r) for r in marked] == [[LINKS]] * 6
    body = "".join(p.span.quote for p in marked[0].passages if p.role is Role.BODY)
    assert body.endswith("0 said so.")


def test_a_headline_is_never_furniture() -> None:
    titled = [with_role(r, BOX, Role.HEADLINE) for r in CORPUS]
    assert all(furniture_of(r) == [] for r in mark_furniture(titled))


def test_pages_that_share_only_a_box_get_no_edge() -> None:
    box = f"{BOX} {LINKS} {make_text(980, sentences=6)}".replace("\n\n", " ")
    readings = by_columnists([with_box(number, box=box) for number in range(6)])
    assert trace(*readings)[0]
    assert trace(*mark_furniture(readings))[0] == []


def test_the_option_turns_it_off() -> None:
    assert mark_furniture(CORPUS, options=LineageOptions(furniture_articles=0)) == tuple(CORPUS)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(7)))
def test_order_and_repetition_change_nothing(order: list[int]) -> None:
    corpus = [*CORPUS, CORPUS[2]]
    marked = mark_furniture(corpus)
    assert mark_furniture([corpus[n] for n in order]) == tuple(marked[n] for n in order)


def test_passages_stay_in_order_and_lose_no_word() -> None:
    for reading in mark_furniture(CORPUS):
        assert all(p.span.holds_in(reading.article.text) for p in reading.passages)
        assert " ".join(p.span.quote for p in reading.passages).split() == reading.article.text.split()
