"""Words that name one event, across articles and wordings."""

from __future__ import annotations

import random

import pytest

from twosource.claims import align_events
from twosource.claims.event_mentions import find_event_mentions
from twosource.model import Span


def _spans(*lines: str) -> list[Span]:
    """One sentence an article, the articles named a, b, c and so on."""
    return [Span(article=chr(97 + i), start=0, end=len(line), quote=line) for i, line in enumerate(lines)]


_STORY = _spans(
    "Police arrested two dockers after the explosion in Vesmark .",
    "Two dockers were apprehended when a blast tore through the port of Vesmark .",
    "The arrest of the dockers followed an explosion at the port , the mayor said .",
    "The ferry will sail on Monday .",
)


def _groups(sentences: list[Span]) -> list[set[str]]:
    return [{span.quote for span in group} for group in align_events(sentences)]


def _together(groups: list[set[str]], one: str, two: str) -> bool:
    return any({one, two} <= group for group in groups)


@pytest.mark.parametrize(("one", "two"), [("arrested", "arrest"), ("arrested", "apprehended"), ("explosion", "blast")])
def test_other_words_for_one_event_are_one_group(one: str, two: str) -> None:
    assert _together(_groups(_STORY), one, two)


@pytest.mark.parametrize(("one", "two"), [("arrested", "explosion"), ("sail", "arrest"), ("said", "arrest")])
def test_two_events_are_two_groups(one: str, two: str) -> None:
    assert not _together(_groups(_STORY), one, two)


def test_every_word_stands_where_it_says_and_in_one_group() -> None:
    words = {s.article: s.quote for s in _STORY}
    spans = [span for group in align_events(_STORY) for span in group]
    assert spans
    assert len(spans) == len(set(spans))
    assert all(span.holds_in(words[span.article]) for span in spans)


def test_the_order_of_sentences_changes_no_group() -> None:
    shuffled = random.Random(3).sample(_STORY, len(_STORY))  # noqa: S311 - an order, not secrets
    assert {frozenset(g) for g in align_events(shuffled)} == {frozenset(g) for g in align_events(_STORY)}


def test_a_name_scores_below_a_verb() -> None:
    scores = {
        m.form: m.score for m in find_event_mentions(_spans("Orre was seen near Head Park , where he was shot ."))
    }
    assert scores["shot"] > scores["park"]


def test_no_sentences_tell_of_no_event() -> None:
    assert align_events([]) == ()
