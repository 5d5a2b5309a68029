"""Which words name an event, and how far such a name goes."""

from __future__ import annotations

import pytest

from event_readings import read_lines
from twosource.claims.event_mentions import Mention, find_event_mentions
from twosource.claims.event_words import find_event_word


def _mentions(line: str) -> dict[str, Mention]:
    return {m.span.quote: m for m in find_event_mentions(read_lines(line))}


@pytest.mark.parametrize(
    ("line", "event", "thing"),
    [
        ("Orre was shot near Head Park.", "shot", "Park"),
        ("The explosion tore through the port.", "explosion", "port"),
        ("Dockers reached an agreement with the company.", "agreement", "company"),
        ("The mayor opened the new bridge.", "opened", "bridge"),
    ],
)
def test_what_names_an_event_scores_above_what_names_a_thing(line: str, event: str, thing: str) -> None:
    found = _mentions(line)
    assert found[event].score > 0.5 > found[thing].score


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ("The trial took place in Vesmark.", "took place"),
        ("A fire broke out at the port.", "broke out"),
        ("He died of a heart attack on Monday.", "heart attack"),
        ("The singer checked into a clinic.", "checked into"),
        ("According to the mayor, the port is closed.", "According to"),
    ],
)
def test_two_words_with_an_entry_of_their_own_are_one_mention(line: str, quote: str) -> None:
    assert quote in _mentions(line)


@pytest.mark.parametrize(
    ("line", "quote"),
    [("The band played on Monday.", "played"), ("He lives in Vesmark.", "lives"), ("They took money.", "took")],
)
def test_a_verb_and_what_merely_follows_it_are_two(line: str, quote: str) -> None:
    assert quote in _mentions(line)


def test_a_word_that_the_table_lacks_is_a_candidate_all_the_same() -> None:
    assert _mentions("They zorbled the bridge.")["zorbled"].word.row is None


@pytest.mark.parametrize(
    ("form", "cut", "lemma"), [("abetted", "abett", "abet"), ("abbreviating", "abbreviat", "abbreviate")]
)
def test_a_parsers_letter_too_many_or_too_few_hides_no_word(form: str, cut: str, lemma: str) -> None:
    assert find_event_word(form, cut, "v").lemma == lemma
