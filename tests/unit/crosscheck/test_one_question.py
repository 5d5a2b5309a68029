"""What lets two figures answer one question, each beside the pair that lacks only that."""

from __future__ import annotations

import pytest

from checked_story import findings_of
from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.crosscheck.slots.decide import compare_values
from twosource.crosscheck.slots.match import Match
from twosource.crosscheck.slots.one_question import doubt_count, doubt_floor, doubt_measure, doubt_toll, doubt_update
from twosource.crosscheck.slots.same_slot import compare_uses, term_weights
from twosource.crosscheck.slots.slot_use import find_slot_uses


def match_of(one: str, two: str, *, later: str = "2025-03-12") -> Match:
    """The first figures of two reports, laid beside each other."""
    readings = [draw("a", one, published="2025-03-11"), draw("b", two, published=later)]
    statements = [s for reading in readings for s in extract_statements(reading)]
    uses = find_slot_uses(statements, {r.article.id: r for r in readings})
    left, right = (next(u for u in uses if u.article == name) for name in "ab")
    likeness, comparison = compare_uses(left, right, term_weights(uses)), compare_values(left, right)
    assert likeness is not None
    assert comparison is not None
    return Match(left, right, likeness, comparison, 0.8)


DEBT = "The debt of [org:Orre Mills|Orre Mills] rose to [money:40000000 USD|$40 million] after the spring."
MORE = "[money:44000000 USD|$44 million]"
TWO = "figures of two things, perhaps"
SPANS = "figures of two stretches of time"
WAYS = "a level, and by how much it moved"
FORESEEN = "what is foreseen, and what is so"


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (f"The debt of [org:Orre Mills|Orre] rose to {MORE} after the spring.", None),
        (f"The debt of the mills rose to {MORE} after the spring.", TWO),
        (f"A bank in [place:Orre Mills|Orre Mills] saw debt that rose to {MORE} after the spring.", TWO),
        (f"Staff of [org:Orre Mills|Orre Mills] threw {MORE} into the sea by night.", TWO),
        (f"The debt of [org:Orre Mills|Orre] rose to {MORE} after the spring, the most since June.", SPANS),
        (f"The debt of [org:Orre Mills|Orre] rose to {MORE} in the third quarter.", SPANS),
        (f"The debt of [org:Orre Mills|Orre] rose by {MORE} after the spring.", WAYS),
        (f"The debt of [org:Orre Mills|Orre] rose from {MORE} after the spring.", WAYS),
        (f"The debt of [org:Orre Mills|Orre] rose to more than {MORE} after the spring.", None),
        (f"The debt of [org:Orre Mills|Orre] rose {MORE} after the spring.", WAYS),
        (
            f"The debt of [org:Talvik|Talvik] fell while for [org:Orre Mills|Orre] debt rose to {MORE} that spring.",
            None,
        ),
        (f"For [org:Orre Mills|Orre] debt fell; the debt of [org:Talvik|Talvik] rose to {MORE} that spring.", TWO),
        (f"Debt rose to {MORE} after the spring at [org:Orre Mills|Orre].", None),
        (f"The debt of [org:Orre Mills|Orre] rose to {MORE} after the spring, in the view of analysts.", FORESEEN),
    ],
)
def test_a_sum_that_moves_has_an_owner_a_time_and_a_way_told_in_both(second: str, why: str | None) -> None:
    assert doubt_update(match_of(DEBT, second)) == why


def test_one_stretch_of_time_is_no_reason() -> None:
    told = "The debt of [org:Orre Mills|Orre Mills] rose to [money:{0} USD|${0}] in the third {1}."
    assert doubt_update(match_of(told.format(40, "quarter"), told.format(44, "quarter"))) is None
    assert doubt_update(match_of(told.format(40, "quarter"), told.format(44, "summer"))) == SPANS


TOLLS = "tolls of two things, perhaps"
ALONE = "people of whom one side alone tells what became"
ORRE = "[place:Orre|Orre]"
FIRE = "The fire at the quarry killed [count:3 person|three people] on the lower terrace."
LATER = "Doctors said that the fire at {} killed [count:7 person|seven people] {} the terrace."
ELSEWHERE = "A storm killed [count:9 person|nine people] at sea."


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (FIRE, LATER.format("the quarry", "on"), None),
        (FIRE, f"{LATER.format('the quarry', 'on')}\n{ELSEWHERE}", TWO),
        (f"{FIRE}\n{ELSEWHERE}", LATER.format("the quarry", "on"), TWO),
        (FIRE.replace("the quarry", ORRE), f"{LATER.format(ORRE, 'on')}\n{ELSEWHERE}", None),
        (FIRE, LATER.format("the quarry", "in the last year on"), SPANS),
        (FIRE, "The fire at the quarry left [count:7 person|seven people] believed to be at sea.", ALONE),
        (FIRE, "A flood by a far town killed [count:7 person|seven people] who slept.", TWO),
    ],
)  # fmt: skip
def test_a_toll_that_moves_is_named_or_the_only_one(first: str, second: str, why: str | None) -> None:
    assert doubt_update(match_of(first, second)) == why


def test_a_toll_of_the_only_dead_needs_the_same_words() -> None:
    first = "One blast in [place:Orre|Orre] killed [count:1 person|one man], it was said by the guards of the town."
    second = "Doctors said that fire in [place:Orre|Orre] killed [count:7 person|seven people].\n" + ELSEWHERE
    assert doubt_update(match_of(first, second)) == TWO
    assert doubt_update(match_of(first.replace("count:1", "count:2"), second)) is None


def test_named_tolls_of_articles_with_many_need_one_verb() -> None:
    first = f"The fire in {ORRE} killed [count:3 person|three people] on the terrace.\n{ELSEWHERE}"
    second = f"In {ORRE} on the terrace the fire left dead [count:7 person|seven people].\n{ELSEWHERE}"
    assert doubt_update(match_of(first, second)) == TWO
    assert doubt_update(match_of(first, second.replace("the fire left dead", "the fire killed"))) is None
    assert doubt_update(match_of(first.removesuffix(ELSEWHERE), second)) is None


def test_the_same_words_are_enough_only_where_they_are_many() -> None:
    told = "{} were killed.\nA storm killed [count:9 person|nine people] at sea."
    first, second = told.format("[count:3 person|Three people]"), told.format("[count:7 person|Seven people]")
    assert doubt_update(match_of(first, second)) == TWO
    told = "The fire by the old terrace killed [count:{} person|{} people].\n" + ELSEWHERE
    assert doubt_update(match_of(told.format(3, 3), told.format(7, 7))) is None
    alone = match_of("[count:3 person|Three people] were killed.", "[count:7 person|Seven people] were killed.")
    assert doubt_update(alone) == TWO


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("3 state|three states", "7 state|seven states", None),
        ("3 state|three states", "7 country|seven countries", TWO),
        ("3 customer|three customers", "7 american|seven Americans", None),
        ("3 state|three states", "60 state|60 states", TWO),
    ],
)
def test_named_counts_are_of_one_noun_and_not_far_apart(first: str, second: str, why: str | None) -> None:
    one = f"The storm took from {ORRE} [count:{first}] on the lower terrace."
    two = f"Guards said that from {ORRE} the storm drove [count:{second}] on the terrace."
    assert doubt_update(match_of(one, two)) == why


def test_a_count_without_a_name_moves_for_a_week() -> None:
    second = LATER.format("the quarry", "on")
    assert doubt_update(match_of(FIRE, second, later="2025-03-18")) is None
    assert doubt_update(match_of(FIRE, second, later="2025-03-19")) == TWO


def test_the_same_country_counted_by_one_verb_is_one_count() -> None:
    told = "The leak {} [count:{} customer|{} {} customers]{}"
    first = told.format("exposed", 4000, "4,000", "Canadian", ".") + "\nIt exposed [count:20 customer|20 customers]."
    for land, why in (("Canadian", None), ("Swiss", TWO)):
        second = told.format(
            "of the bank in June exposed", 7000, "7,000", land, " to thieves who wrote letters at night."
        )
        assert doubt_update(match_of(first, second)) == why


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (FIRE, FIRE.replace("3 person|three", "7 person|seven"), None),
        (FIRE, FIRE.replace("3 person|three", "7 person|seven") + ELSEWHERE, TOLLS),
        (FIRE.replace("the quarry", ORRE), f"It killed [count:7 person|seven people] in {ORRE}.\n{ELSEWHERE}", None),
        (FIRE, "A flood by a far town killed [count:7 person|seven people] who slept.", TOLLS),
        (FIRE, FIRE.replace("3 person|three", "7 person|seven").replace(".", " since June."), SPANS),
    ],
)
def test_two_tolls_of_one_day_are_told_in_the_same_words(first: str, second: str, why: str | None) -> None:
    assert doubt_toll(match_of(first, second, later="2025-03-11")) == why


@pytest.mark.parametrize(
    ("place", "later", "why"),
    [
        ("the quarry", "2025-03-12", None),
        ("the quarry", "2025-03-11", "counts of two things, perhaps"),
        ("[place:Orre|Orre]", "2025-03-11", None),
    ],
)
def test_of_one_day_a_floor_is_left_only_where_a_name_is_shared(place: str, later: str, why: str | None) -> None:
    first = f"The fire at {place} killed [count:>3 person|at least three people] on the lower terrace."
    second = f"The fire at {place} killed [count:9 person|nine people] on the lower terrace."
    assert doubt_floor(match_of(first, second, later=later)) == why
    assert doubt_floor(match_of(first, second.replace(".", " since June."), later=later)) == SPANS


@pytest.mark.parametrize(("more", "why"), [("", None), (ELSEWHERE, "one of many counts of an article")])
def test_a_floor_of_an_article_with_many_tolls_is_left_by_none(more: str, why: str | None) -> None:
    drawing = f"""
        The fire in {ORRE} killed [count:>3 person|at least three people] on the lower terrace.
        {more}
        Later on, the fire in {ORRE} had killed [count:12 person|12 people] on the terrace, it was said.
        """
    reading = draw("a", drawing, published="2025-03-11")
    uses = find_slot_uses(extract_statements(reading), {"a": reading})
    likeness, comparison = compare_uses(uses[0], uses[-1], term_weights(uses)), compare_values(uses[0], uses[-1])
    assert likeness is not None
    assert comparison is not None
    assert doubt_floor(Match(uses[0], uses[-1], likeness, comparison, 0.8)) == why


PAID = "[org:Orre Mills|Orre Mills] paid [money:40000000 USD|$40 million] for the quay."
FAR = "sums or shares too far apart to be one"
SUMS = "sums of two things, perhaps"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (PAID, f"For the old quay {MORE} were paid by [org:Orre|Orre].", None),
        (PAID, f"For the old quay {MORE} were paid by a mill.", SUMS),
        (PAID, f"A mill of [org:Orre|Orre] told of its spring.\nFor the old quay {MORE} were paid.", None),
        (PAID, f"For the old quay {MORE} were paid by [org:Orre|Orre] in the third quarter.", SPANS),
        (PAID, "For the old quay [money:60000000 USD|$60 million] were paid by [org:Orre|Orre].", FAR),
        (PAID, f"The price of the old quay of [org:Orre|Orre] rose by {MORE}.", WAYS),
        (
            "The quay of [org:Orre|Orre] lost [measure:40 percent|40 percent] of its boats.",
            "A mill of [org:Orre|Orre] told of it.\nThe quay lost [measure:44 percent|44 percent] of its boats.",
            "shares of two things, perhaps",
        ),
        ("The wall is [money:40 foot|40 feet] high.", "The wall is [money:64 foot|64 feet] high since June.", None),
    ],
)  # fmt: skip
def test_sums_and_shares_that_contradict_each_other_have_one_owner(first: str, second: str, why: str | None) -> None:
    assert doubt_measure(match_of(first, second)) == why


COUNTS = "counts of two things, perhaps"
THREE_MORE = "It broke [count:2 boat|two boats], hid [count:3 boat|3 boats] and lost [count:5 boat|five boats]."
SANK = "In the night the storm sank [count:14 boat|14 boats] by the old pier."


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (SANK, "Guards say the storm sank [count:16 boat|16 boats] by the pier.", None),
        (SANK, "Guards counted [count:16 boat|16 boats] by the pier in the storm.", COUNTS),
        (SANK, "The storm, it is thought by those who fish, sank [count:16 boat|16 boats] of the far islands.", COUNTS),
        (
            SANK,
            f"Guards say the storm sank [count:16 boat|16 boats] by the pier.\n{THREE_MORE}",
            COUNTS,
        ),
        (
            SANK.replace("pier", f"pier of {ORRE}"),
            f"Guards counted [count:16 boat|16 boats] by the old pier of {ORRE} in the storm.",
            None,
        ),
        (
            "The miner was buried for [money:9 day|nine days] under the hill.",
            "A girl spent [money:6 day|six days] buried under her house on the hill.",
            COUNTS,
        ),
        ("The wall is [money:40 foot|40 feet] high.", "A wall near the town has [money:44 foot|44 feet].", None),
        (
            SANK,
            "Guards say the storm sank [count:16 boat|16 boats] by the pier so far.",
            "a figure that is still growing",
        ),
        (FIRE, LATER.format("the quarry", "on"), "a value that may have changed"),
        (
            f"The boats of {ORRE} sailed for [money:24 hour|24 hours] to the pier.",
            f"Boats of {ORRE} sailed to the pier in [money:36 hour|36 hours].",
            COUNTS,
        ),
        (
            f"The boats of {ORRE} sailed for [money:24 hour|24 hours] to the pier.",
            f"Boats of {ORRE} sailed to the pier for [money:36 hour|36 hours].",
            None,
        ),
        (PAID, f"A mill paid {MORE} for its boats.", None),
    ],
)
def test_counts_and_waits_that_contradict_each_other_share_a_name_or_verb_and_words(
    first: str, second: str, why: str | None
) -> None:
    assert doubt_count(match_of(first, second)) == why


@pytest.mark.parametrize(
    ("first", "second", "reading"),
    [
        (
            "The blast at the quarry trapped [count:34 worker|34 workers] under its lower terrace.",
            "The blast at the quarry trapped [count:43 worker|43 workers] under its lower terrace, says a correction.",
            "correction",
        ),
        (
            "The blast at the quarry hurt [count:34 worker|34 workers] under its lower terrace.",
            "The blast at the quarry, says a correction, met [count:43 worker|43 workers] under its lower terrace.",
            "unclear",
        ),
        (
            "The blast at the quarry trapped [count:34 worker|34 workers] under its lower terrace.",
            "A correction says that [count:43 worker|43 workers] of another pit were trapped by a flood.",
            "unclear",
        ),
        (
            "The rate of Orre fell by [measure:3 percent|3 percent], the exchange said.",
            "The rate of Orre fell by [measure:10 percent|10 percent], the exchange said in a correction.",
            "unclear",
        ),
    ],
)  # fmt: skip
def test_a_correction_counts_the_same_in_the_same_words(first: str, second: str, reading: str) -> None:
    found = findings_of(draw("a", first, published="2025-03-11"), draw("b", second, published="2025-03-12"))
    assert {f.reading.value for f in found} <= {reading}
