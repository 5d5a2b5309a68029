"""Statements of one article, drawn in the text they come from."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.model import Attribution, Modality, Named, Polarity, Role, SlotName, Stance, Statement, span_of


def only(drawing: str) -> Statement:
    statements = extract_statements(draw("a", drawing))
    assert len(statements) == 1
    return statements[0]


def test_furniture_states_nothing_and_a_repeated_caption_states_it_once() -> None:
    reading = draw(
        "a",
        """
        # The bridge over the Orla has been closed
        = Workers inspect the closed bridge on Monday.
        = Workers inspect the closed bridge on Monday.
        ~ Sign up for our newsletter and never miss a story.
        The bridge was closed after an inspection.
        """,
    )
    assert [s.role for s in extract_statements(reading)] == [Role.HEADLINE, Role.CAPTION, Role.LEDE]


def test_every_statement_stands_in_the_text_at_its_place() -> None:
    reading = draw("a", "The mayor closed the bridge. Nobody was hurt in it.")
    statements = extract_statements(reading)
    assert [s.span.quote for s in statements] == ["The mayor closed the bridge.", "Nobody was hurt in it."]
    assert all(s.span.holds_in(reading.article.text) for s in statements)


def test_a_clause_with_a_subject_of_its_own_is_a_statement_of_its_own() -> None:
    reading = draw("a", "The mayor closed the old bridge on Monday, but engineers had warned him of cracks for years.")
    assert [s.span.quote for s in extract_statements(reading)] == [
        "The mayor closed the old bridge on Monday",
        "engineers had warned him of cracks for years.",
    ]


def test_a_question_states_nothing() -> None:
    assert extract_statements(draw("a", "Who closed the bridge over the Orla on Monday?")) == ()


def test_names_times_and_counts_answer_their_questions() -> None:
    statement = only(
        "[person:Ana Reyes|Reyes] visited [place:Norland|Norland] [when:2024-09-01..2024-09-30/month|in September 2024]"
        " with [count:12 minister|12 ministers]."
    )
    names = [(s.name, s.value.name if isinstance(s.value, Named) else None, s.span.quote) for s in statement.slots]
    assert names == [
        (SlotName.WHO, "Ana Reyes", "Reyes"),
        (SlotName.WHOM, "Norland", "Norland"),
        (SlotName.WHEN, None, "in September 2024"),
        (SlotName.HOW_MANY, None, "12 ministers"),
    ]
    assert statement.predicate == "visit"


def test_a_number_inside_a_date_is_no_quantity() -> None:
    statement = only("[person:Ana Reyes|Reyes] visited [when:2024-09-07|on [count:7 september|7 September] 2024].")
    assert [s.name for s in statement.slots] == [SlotName.WHO, SlotName.WHEN]


def test_the_speaker_of_the_content_is_the_speaker_of_the_statement() -> None:
    statement = only("[said:Harbour Board|The bridge will be closed for a year], the board said.")
    assert statement.said_by == ("Harbour Board",)
    assert statement.modality is Modality.PLANNED


def test_an_attribution_without_a_decided_speaker_names_nobody_and_is_kept() -> None:
    statement = only("[said:|The bridge will be closed for a year], it said.")
    assert statement.said_by == ()
    assert statement.attribution is not None


def test_of_two_speakers_beside_each_other_the_one_who_is_known_counts() -> None:
    reading = draw("a", "[said:Harbour Board|[said:|The bridge will be closed for most of the] year], the board said.")
    beside = replace(reading, attributions=tuple(replace(a, parent=None) for a in reading.attributions))
    (statement,) = extract_statements(beside)
    assert statement.said_by == ("Harbour Board",)


@pytest.mark.parametrize(
    ("drawing", "polarity"),
    [
        ("[said:Harbour Board|The bridge is not in danger of falling], the board said.", Polarity.DENIED),
        ("[denied:Harbour Board|that it had ignored warnings about the bridge], officials were told.", Polarity.DENIED),
        ("The company did not immediately respond to a request for comment.", Polarity.AFFIRMED),
        ("The mayor closed the bridge because engineers had not finished their work.", Polarity.AFFIRMED),
    ],
)
def test_only_a_negation_of_what_is_said_denies(drawing: str, polarity: Polarity) -> None:
    assert only(drawing).polarity is polarity


def test_the_same_article_gives_the_same_ids() -> None:
    drawing = "The mayor closed the bridge. Engineers had warned of cracks for years."
    first, second = (extract_statements(draw("a", drawing)) for _ in range(2))
    assert [s.id for s in first] == [s.id for s in second]
    assert len({s.id for s in first}) == 2


def test_a_bracketed_photo_credit_states_nothing() -> None:
    reading = draw("a", "= (Ana Reyes/Lake Press via Northern Images)\nThe mayor closed the bridge on Monday.")
    assert [s.span.quote for s in extract_statements(reading)] == ["The mayor closed the bridge on Monday."]


def test_the_first_of_two_coordinated_verbs_is_a_statement_beside_the_whole() -> None:
    reading = draw(
        "a", "The two mayors are expected to sign several joint agreements and discuss the new bridge at length."
    )
    assert [s.span.quote for s in extract_statements(reading)] == [
        "The two mayors are expected to sign several joint agreements and discuss the new bridge at length.",
        "The two mayors are expected to sign several joint agreements",
    ]


@pytest.mark.parametrize("verb", ["don't show", "don’t show", "do not show"])
def test_a_clause_that_opens_with_a_refusal_has_no_subject_and_is_not_cut_off(verb: str) -> None:
    drawing = f"People who worked on the old bridge but {verb} any trace of the lead can serve meals there."
    assert only(drawing).span.quote == drawing


def test_the_words_that_say_who_says_it_are_the_frame_of_a_statement() -> None:
    text = "Reed said the bridge was shut. It is quite old."
    reading = draw("a", text)
    source, cue, content = ((span_of(reading.article, *place),) for place in ((0, 4), (5, 9), (10, 41)))
    saying = Attribution(id="x", article="a", source=source, cue=cue, content=content, stance=Stance.SAID)
    first, second = extract_statements(replace(reading, attributions=(saying,)))
    assert (first.frame, second.frame) == (((0, 4), (5, 9)), ())


@pytest.mark.parametrize(
    "signed",
    [
        "— Ann Roe (@annroe) May 4, 2017",
        "Ann Roe (@annroe) 4 May 2017 Report",
        "(KQRX) Updated 5:29p.m.",
        "Quay & Pier, May 4, 2017",
    ],
)
def test_who_signed_a_post_and_when_a_page_changed_is_no_statement(signed: str) -> None:
    assert [s.span.quote for s in extract_statements(draw("a", f"The bridge is shut now.\n{signed}"))] == [
        "The bridge is shut now."
    ]


def test_a_sentence_that_names_a_handle_is_a_statement() -> None:
    assert only("Ann Roe (@annroe) wrote on May 4, 2017 that the bridge was shut.")


@pytest.mark.parametrize("dash", ["-- ", "— ", "• "])
def test_a_statement_begins_behind_the_dash_of_a_dateline(dash: str) -> None:
    assert only(f"{dash}The bridge was closed on Monday.").span.quote == "The bridge was closed on Monday."
