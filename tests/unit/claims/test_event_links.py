"""Words that name one event, across articles and wordings."""

from __future__ import annotations

import random

import pytest

from event_readings import read_lines
from twosource.claims import align_events
from twosource.claims.event_links import SHOWN, score_pairs
from twosource.claims.event_mentions import find_event_mentions
from twosource.model import Reading, span_of

_STORY = read_lines(
    "Police arrested two dockers after the explosion in Vesmark.",
    "Two dockers were apprehended when a blast tore through the port of Vesmark.",
    "The arrest of the dockers followed an explosion at the port, the mayor said.",
    "The ferry will sail on Monday.",
)


def _groups(readings: list[Reading]) -> list[set[str]]:
    return [{span.quote for span in group} for group in align_events(readings)]


def _together(one: str, two: str) -> bool:
    return any({one, two} <= group for group in _groups(_STORY))


@pytest.mark.parametrize(("one", "two"), [("arrested", "arrest"), ("arrested", "apprehended"), ("explosion", "blast")])
def test_other_words_for_one_event_are_one_group(one: str, two: str) -> None:
    assert _together(one, two)


@pytest.mark.parametrize(("one", "two"), [("arrested", "explosion"), ("sail", "arrest"), ("said", "arrest")])
def test_two_events_are_two_groups(one: str, two: str) -> None:
    assert not _together(one, two)


def test_every_word_stands_where_it_says_and_in_one_group() -> None:
    words = {r.article.id: r.article.text for r in _STORY}
    spans = [span for group in align_events(_STORY) for span in group]
    assert spans
    assert len(spans) == len(set(spans))
    assert all(span.holds_in(words[span.article]) for span in spans)


def test_the_order_of_articles_changes_no_group() -> None:
    shuffled = random.Random(3).sample(_STORY, len(_STORY))  # noqa: S311 - an order, not secrets
    assert align_events(shuffled) == align_events(_STORY)


def test_words_outside_of_the_stretches_asked_for_are_left_out() -> None:
    article = _STORY[0].article
    stretch = span_of(article, 0, len("Police arrested two dockers"))
    assert align_events(_STORY, within=[stretch]) == ((span_of(article, 7, 15),),)


def test_a_word_that_meets_no_other_must_be_an_event_by_its_own_looks() -> None:
    readings = read_lines("The ferry will sail on Monday.")
    assert "ferry" in {m.span.quote for m in find_event_mentions(readings, least=SHOWN)}
    assert _groups(readings) == [{"sail"}]


def test_one_word_of_one_deed_done_to_others_is_less_surely_one_event() -> None:
    one, same, other = (
        m
        for m in find_event_mentions(
            read_lines("Police arrested two dockers.", "Police arrested two dockers.", "Guards arrested a banker.")
        )
        if m.word.lemma == "arrest"
    )
    scores = score_pairs([one, same, other])
    assert scores[0, 1] > scores[0, 2]


def test_articles_without_syntax_and_no_articles_tell_of_no_event() -> None:
    assert align_events([]) == ()
    assert align_events([Reading(article=_STORY[0].article)]) == ()
