"""Which claims come first: what many origins begin with, what is central, what titles say, and one of one thing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import check_story
from twosource.crosscheck.centrality import find_central, places_in_articles
from twosource.crosscheck.rank import choose_text, leans
from twosource.model import Claim, Found, KnownBy, Reading, Role, Statement

FIRE = "The quarry at Elm Ridge burned down after a fuel tank exploded."
SAME_FIRE = "A fuel tank exploded and the quarry at Elm Ridge burned to the ground."
MAYOR = "The mayor of Harrow opened a library with a small brass band."
FILLER = ("Rain is expected over the hills on most evenings.", "A local choir sang two songs about the sea.")


def statements_of(*readings: Reading) -> list[Statement]:
    return [s for r in readings for s in extract_statements(r)]


def claims_of(*readings: Reading) -> tuple[Claim, ...]:
    groups = align_statements(statements_of(*readings))
    return check_story(story_of(*readings), readings, groups, own_descents(*readings)).claims


def titled(reading: Reading, title: str) -> Reading:
    found = Found(value=title, known_by=KnownBy.FIELD)
    return replace(reading, article=replace(reading.article, title=found))


def centrality_by_words(*readings: Reading) -> dict[str, float]:
    statements = statements_of(*readings)
    central = find_central(statements, {r.article.id: r.article.id for r in readings})
    return {s.span.quote: central[s.id] for s in statements}


def test_what_another_origin_says_too_is_central() -> None:
    central = centrality_by_words(draw("a", f"{MAYOR} {FIRE}"), draw("b", f"{FILLER[0]} {SAME_FIRE}"))
    assert min(central[FIRE], central[SAME_FIRE]) > max(central[MAYOR], central[FILLER[0]])


def test_a_copy_of_one_origin_speaks_for_nothing() -> None:
    readings = [draw("a", f"{FIRE} {MAYOR}"), draw("b", f"{FIRE} {FILLER[0]}")]
    central = find_central(statements_of(*readings), {"a": "wire", "b": "wire"})
    assert set(central.values()) == {1.0}


def test_a_caption_is_not_made_central() -> None:
    marked = draw("a", f"= {FIRE}")
    central = centrality_by_words(marked, draw("b", f"{SAME_FIRE} {MAYOR}"), draw("c", f"{FIRE} {FILLER[1]}"))
    assert central[SAME_FIRE] > central[MAYOR]
    assert places_in_articles(statements_of(marked)) == {}


def test_of_nothing_nothing_is_central() -> None:
    assert find_central([], {}) == {}


def test_a_claim_that_two_articles_begin_with_comes_before_one_that_two_end_with() -> None:
    middle = " ".join((*FILLER, "Three buses were late on Friday because of ice.", "The museum sells postcards again."))
    first, last = "Doctors freed a trapped miner on Sunday.", "Voters chose a new council on Monday."
    claims = claims_of(draw("a", f"{first} {middle} {last}"), draw("b", f"{first} {middle} {last}"))
    texts = [c.text for c in claims]
    assert texts.index(first) < texts.index(last)


def test_a_claim_in_the_words_of_titles_comes_first() -> None:
    readings = [draw("a", f"{MAYOR} {FIRE}"), draw("b", f"{FILLER[0]} {FILLER[1]}")]
    assert claims_of(*(titled(r, "Mayor opens library in Harrow") for r in readings))[0].text == MAYOR
    assert claims_of(*(titled(r, "Fuel tank explodes at quarry on Elm Ridge") for r in readings))[0].text == FIRE


def test_a_second_wording_of_one_thing_makes_room_for_another_thing() -> None:
    readings = [
        draw("a", f"The quarry burned down on [when:2025-03-09|Sunday], killing [count:12 worker|12 workers]. {MAYOR}"),
        draw("b", "The quarry burned down on [when:2025-03-09|Sunday], killing [count:14 worker|14 workers]."),
    ]
    claims = claims_of(*readings)
    assert [c.text == MAYOR for c in claims] == [False, True, False]


def test_the_most_central_statement_stands_for_a_claim_unless_it_points_back() -> None:
    fire, it, title = statements_of(
        draw("a", FIRE), draw("b", "It burned down after a tank exploded."), draw("c", "Quarry at Elm Ridge burns down")
    )
    headline = replace(title, role=Role.HEADLINE)
    central = {fire.id: 0.5, it.id: 0.7, headline.id: 1.0}
    assert choose_text([fire, it, headline], central) == fire
    assert choose_text([fire, it], {**central, it.id: 0.9}) == fire
    assert choose_text([headline], central) == headline


LEANING = {
    "Its owner left the house in May.": True,
    "We changed the road in the night.": True,
    "Or in other words: nobody knows.": True,
    "“All is well.”": True,
    '"All is well."': True,
    "`` All is well . ''": True,
    "“We” is a book about “them”.": False,
    "All is well, she added.": True,
    "All is well.”": True,
    "“All is well.": True,
    "Ann Roe said: “All is well.": False,
    "This is the house.": True,
    "Earlier, he left the house.": True,
    "This summer the owner left the house.": False,
    "“It is late,” Ann Roe said.": False,
    "The owner left his house in May.": False,
}


@pytest.mark.parametrize(("words", "expected"), LEANING.items(), ids=LEANING)
def test_what_opens_with_a_pronoun_or_is_a_quotation_of_nobody_leans(words: str, expected: bool) -> None:
    assert leans(words) is expected


def test_a_claim_that_leans_comes_after_one_that_can_be_read_alone() -> None:
    it, fire = "It burned down after a fuel tank exploded.", FIRE.replace("The", "A")
    claims = claims_of(draw("a", f"{it} {MAYOR}"), draw("b", f"{FILLER[0]} {FILLER[1]}"))
    weights = {c.text: c.weight for c in claims}
    plain = claims_of(draw("a", f"{fire} {MAYOR}"), draw("b", f"{FILLER[0]} {FILLER[1]}"))
    assert weights[it] < 0.8 * {c.text: c.weight for c in plain}[fire]
