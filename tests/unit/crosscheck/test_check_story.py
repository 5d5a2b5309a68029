"""Findings of small stories: what fires, what it is called, and what stays silent."""

from __future__ import annotations

import pytest

from drawn_reading import draw, own_descents, story_of
from twosource.claims import align_statements, extract_statements
from twosource.crosscheck import StoryCheck, check_story
from twosource.model import Descent, Reading, ReadingOf, Role


def check(*readings: Reading, descents: list[Descent] | None = None) -> StoryCheck:
    groups = align_statements([s for r in readings for s in extract_statements(r)])
    return check_story(story_of(*readings), readings, groups, descents or own_descents(*readings))


def findings(*readings: Reading, descents: list[Descent] | None = None) -> list[tuple[str, str, str, str]]:
    found = check(*readings, descents=descents).findings
    return [(f.reading.value, f.slot, f.left.value, f.right.value) for f in found]


def hard(*readings: Reading) -> list[tuple[str, str, str, str]]:
    return [f for f in findings(*readings) if f[0] not in {"agreement", "scope"}]


_HARD = {ReadingOf.CONFLICT, ReadingOf.UPDATE, ReadingOf.CORRECTION, ReadingOf.DISAGREEMENT}

REYES = "[person:Ana Reyes|Reyes]"
SEPTEMBER = "[when:2024-09-01..2024-09-30/month|in September 2024]"
OCTOBER = "[when:2024-10-01..2024-10-31/month|in October 2024]"


def test_two_months_of_one_last_visit_are_a_conflict() -> None:
    assert findings(
        draw("a", f"{REYES} last visited [place:Norland|Norland] {SEPTEMBER} for the lake summit."),
        draw("b", f"{REYES} last visited [place:Norland|Norland] {OCTOBER} for the Lake Summit."),
    ) == [("conflict", "date", "2024-09", "2024-10")]


def test_two_visits_have_two_dates() -> None:
    assert (
        hard(
            draw("a", f"{REYES} visited [place:Norland|Norland] {SEPTEMBER} for the lake summit."),
            draw("b", f"{REYES} visited [place:Norland|Norland] [when:2023-03-01..2023-03-31/month|in March 2023]."),
        )
        == []
    )


def test_a_coming_visit_and_the_last_one_have_two_dates() -> None:
    assert (
        hard(
            draw("a", f"{REYES} will visit [place:Norland|Norland] [when:2025-05-07..2025-05-10|from May 7-10]."),
            draw("b", f"{REYES} last visited [place:Norland|Norland] {OCTOBER}."),
        )
        == []
    )


def test_ordinals_of_two_scopes_say_nothing_to_each_other() -> None:
    assert (
        findings(
            draw("a", f"It is the [ordinal:3 visit|third visit] of {REYES} to [place:Norland|Norland] since the war."),
            draw("b", f"It is the [ordinal:1 visit|first visit] of {REYES} to [place:Norland|Norland] since the vote."),
        )
        == []
    )


def test_an_open_end_is_held_against_nothing() -> None:
    assert (
        findings(
            draw("a", f"{REYES} stays in [place:Norland|Norland] [when:..2025-05-10|until May 10]."),
            draw("b", f"{REYES} stays in [place:Norland|Norland] [when:2025-05-07..2025-05-10|from May 7-10]."),
        )
        == []
    )


def test_a_later_and_larger_toll_is_an_update() -> None:
    assert findings(
        draw("a", "The blast at the quarry killed [count:12 person|12 people].", published="2025-03-11"),
        draw("b", "The blast at the quarry killed [count:19 person|19 people].", published="2025-03-12"),
    ) == [("update", "number", "12 people", "19 people")]


def test_a_number_that_was_called_wrong_is_a_correction() -> None:
    found = findings(
        draw("a", "The blast at the quarry trapped [count:34 worker|34 workers].", published="2025-03-11"),
        draw(
            "b",
            "The blast at the quarry trapped [count:43 worker|43 workers], the company said in a correction.",
            published="2025-03-12",
        ),
    )
    assert [f[0] for f in found] == ["correction"]


def test_flat_numbers_of_one_day_are_a_conflict() -> None:
    assert findings(
        draw(
            "a", "The quarry was bought for [money:105000000 USD|$105 million] by Orla Stone.", published="2025-03-11"
        ),
        draw(
            "b", "The quarry was bought for [money:103000000 USD|$103 million] by Orla Stone.", published="2025-03-11"
        ),
    ) == [("conflict", "number", "105000000 USD", "103000000 USD")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("[count:>20 leader|at least 20 leaders]", "[count:27 leader|27 leaders]"),
        ("[count:1200 leader|1,200 leaders]", "[count:1213 leader|1,213 leaders]"),
    ],
    ids=["a bound", "a rounding"],
)
def test_values_that_can_both_be_right_are_scope(left: str, right: str) -> None:
    found = findings(draw("a", f"The parade was watched by {left}."), draw("b", f"The parade was watched by {right}."))
    assert [f[0] for f in found] == ["scope"]


def test_an_article_that_has_both_numbers_contradicts_neither() -> None:
    assert (
        hard(
            draw("a", "The deal pays [money:60 USD|60 dollars] in cash for the quarry."),
            draw(
                "b",
                "The deal pays [money:60 USD|60 dollars] in cash, [money:22 USD|22 dollars] in stock for the quarry.",
            ),
        )
        == []
    )


def test_copies_of_one_text_make_no_findings_between_themselves() -> None:
    a = draw("a", "The quarry was bought for [money:105000000 USD|$105 million] by Orla Stone.")
    b = draw("b", "The quarry was bought for [money:103000000 USD|$103 million] by Orla Stone.")
    one = [Descent(article=x, text="t", origin="o") for x in "ab"]
    assert findings(a, b, descents=one) == []


def test_a_copy_more_changes_no_finding() -> None:
    a = draw("a", "The blast at the quarry killed [count:12 person|12 people].", published="2025-03-11")
    copy = draw("c", "The blast at the quarry killed [count:12 person|12 people].", published="2025-03-11")
    b = draw("b", "The blast at the quarry killed [count:19 person|19 people].", published="2025-03-12")
    descents = [Descent(article=x, text=t, origin=t) for x, t in (("a", "t"), ("c", "t"), ("b", "u"))]
    assert findings(a, b, copy, descents=descents) == findings(a, b)


def test_an_article_can_contradict_itself() -> None:
    found = check(
        draw(
            "a",
            f"""
            = {REYES} arrives in [place:Norhaven|Norhaven] [when:2025-05-07|on May 7, 2025].
            {REYES} arrived in [place:Norhaven|Norhaven] [when:2025-05-08|on May 8] and met the prime minister.
            """,
        )
    ).findings
    assert [(f.reading, f.within_article) for f in found] == [(ReadingOf.CONFLICT, True)]


def test_two_things_in_one_article_each_have_their_number() -> None:
    assert (
        hard(
            draw(
                "a",
                """
                The [org:Orla|Orla] weighs [money:19000 pound|19,000 pounds] and is loaded with stone.
                The [org:Selma|Selma] weighs [money:160000 pound|160,000 pounds] and is loaded with sand.
                """,
            )
        )
        == []
    )


def test_a_denial_is_a_disagreement_between_voices() -> None:
    found = check(
        draw(
            "a",
            "[claimed:Ana Reyes|that the quarry company supplied arms to rebels in Norland], she claimed on Monday.",
        ),
        draw("b", "[denied:Orla Stone|Orla Stone denied that it supplied weapons to rebels in Norland]."),
    ).findings
    assert [(f.reading, f.slot, f.left.voice, f.right.voice) for f in found] == [
        (ReadingOf.DISAGREEMENT, "polarity", "Ana Reyes", "Orla Stone")
    ]


def test_a_denial_stands_rather_against_words_that_tell_of_no_denial() -> None:
    claim = "that the quarry company supplied arms to rebels in Norland"
    told = f"Tor Lind claimed {claim}, which the company denied"
    found = check(
        draw("a", f"[claimed:Tor Lind|{told}]."),
        draw("b", f"[claimed:Ana Reyes|{claim}], she claimed on Monday."),
        draw("c", "[denied:Orla Stone|Orla Stone denied that it supplied weapons to rebels in Norland]."),
    ).findings
    denials = [f for f in found if f.rule.startswith("one voice denies")]
    assert [f.left.voice for f in denials] == ["Ana Reyes"]


def test_share_prices_on_the_move_are_an_update() -> None:
    assert findings(
        draw("a", "Orla shares fell 1.5 percent in early trading.", published="2025-03-11"),
        draw("b", "Shares of Orla dropped 4.3 percent by the close.", published="2025-03-11"),
    ) == [("update", "number", "-1.5 percent", "-4.3 percent")]


def test_claims_carry_the_four_numbers_and_come_by_weight() -> None:
    words = "The blast at the quarry killed [count:12 person|12 people]."
    a, b, c = draw("a", words), draw("b", words), draw("c", "A dog slept through the whole afternoon nearby.")
    descents = [Descent(article=x, text=t, origin=o) for x, t, o in (("a", "t", "o"), ("b", "t", "o"), ("c", "u", "p"))]
    claims = check(a, b, c, descents=descents).claims
    assert [
        (len(k.numbers.articles), len(k.numbers.texts), len(k.numbers.origins), k.numbers.voices) for k in claims
    ] == [(2, 1, 1, ()), (1, 1, 1, ())]
    assert claims[0].weight > claims[1].weight


def test_the_order_of_readings_changes_nothing() -> None:
    a = draw("a", f"{REYES} last visited [place:Norland|Norland] {SEPTEMBER} for the lake summit.")
    b = draw("b", f"{REYES} last visited [place:Norland|Norland] {OCTOBER} for the Lake Summit.")
    assert check(a, b) == check(b, a)


@pytest.mark.parametrize(
    ("drawing", "values"),
    [
        (
            "An earlier version said that [count:34 worker|34 workers] were hurt. The correct figure is 43.",
            ("34 workers", "43 workers"),
        ),
        ("The zoo initially said that the boy is 4 years old. Police later said that he is 3.", ("4 years", "3 years")),
        ("It was initially said that a four-year-old boy fell, but police later said he is 3.", ("4 years", "3 years")),
        (
            "A boy fell into the [money:80 m|80m]-deep well. Earlier reports had put the well at [money:40 m|40m].",
            ("40 m", "80 m"),
        ),
    ],
    ids=["a correction box", "two sentences", "one sentence", "a figure of earlier reports"],
)
def test_an_article_that_takes_back_a_figure_corrects_it(drawing: str, values: tuple[str, str]) -> None:
    assert findings(draw("a", drawing)) == [("correction", "number", *values)]


def test_the_article_that_takes_a_figure_back_stands_for_all_that_print_either() -> None:
    found = check(
        draw("a", "A four-year-old boy fell into the harbour basin on the quay.", published="2025-03-11"),
        draw("b", "A three-year-old boy fell into the harbour basin on the quay.", published="2025-03-12"),
        draw(
            "c",
            "The port initially said that the boy was four years old. Police later said that he is 3.",
            published="2025-03-13",
        ),
    ).findings
    assert [(f.reading, f.left.span.article, f.right.span.article) for f in found if f.reading in _HARD] == [
        (ReadingOf.CORRECTION, "c", "c")
    ]


def test_what_was_said_before_is_not_thereby_wrong() -> None:
    found = findings(
        draw("a", "[org:Norline|Norline] paid [money:41700000 USD|$41.7 million] for the ferry fleet."),
        draw("b", "[org:Norline|Norline] previously said it paid [money:38200000 USD|$38.2 million] for the fleet."),
    )
    assert found == [("unclear", "number", "41700000 USD", "38200000 USD")]


def test_the_day_of_the_saying_is_not_the_day_of_the_event() -> None:
    assert (
        hard(
            draw("a", "[said:Harbour Board|The bridge was closed to trucks], it said [when:2025-03-11|on Tuesday]."),
            draw(
                "b",
                "[said:Mayor|All trucks left the bridge since it closed], she said [when:2025-03-12|on Wednesday].",
            ),
        )
        == []
    )


def test_counts_taken_by_way_of_another_count_are_unclear() -> None:
    found = findings(
        draw("a", "Leaders of [count:20 country|20 countries] will watch the parade [when:2025-05-09|on May 9]."),
        draw("b", "[count:27 leader|27 leaders] will watch the parade [when:2025-05-09|on May 9]."),
    )
    assert [f[0] for f in found if f[1] == "number"] == ["unclear"]


@pytest.mark.xfail(reason="places are compared for being the same only; docs/findings.md, Limits", strict=True)
def test_two_places_of_one_event_are_a_conflict() -> None:
    found = findings(
        draw("a", "The treaty was signed in [place:Norhaven|Norhaven] by [person:Ana Reyes|Reyes]."),
        draw("b", "The treaty was signed in [place:Sorrel Bay|Sorrel Bay] by [person:Ana Reyes|Reyes]."),
    )
    assert [f[0] for f in found] == ["conflict"]


def test_two_counts_of_one_article_are_never_a_conflict() -> None:
    found = hard(
        draw(
            "a",
            """
            Captain Orla Stone leaves behind a wife and [count:2 child|two children].
            Captain Hale Berry leaves behind a wife and [count:3 child|three children].
            """,
            published="2025-03-11",
        )
    )
    assert [f for f in found if f[0] == "conflict"] == []


def test_this_morning_and_the_day_before_may_be_one_day_of_two_editions() -> None:
    found = hard(
        draw("a", f"{REYES} opened the bridge [when:2025-03-10|on Monday].", published="2025-03-10"),
        draw("b", f"{REYES} opened the bridge [when:2025-03-11|this morning].", published="2025-03-11"),
    )
    assert [f for f in found if f[0] == "conflict"] == []


def test_a_claim_of_a_caption_stands_below_every_claim_of_the_text() -> None:
    claims = check(
        draw(
            "a",
            """
            # The bridge over the Orla has been closed
            = Ana Reyes, left, and Hale Berry inspect the closed bridge over the Orla on Monday.
            The bridge over the Orla was closed after an inspection. Somebody elsewhere sold a cow.
            """,
        )
    ).claims
    assert [s.role for s in claims[-1].statements] == [Role.CAPTION]
