"""Sentences changed before they are looked up."""

from __future__ import annotations

from drawn_reading import draw
from twosource.claims import extract_statements
from twosource.evaluation.check import Change, change_text


def test_a_sentence_is_changed_in_every_way_it_can_be() -> None:
    reading = draw("a", "[person:Orre|Orre] was seen by [count:12 sailor|12 sailors] in [place:Vesmark|Vesmark].")
    changed = dict(change_text(extract_statements(reading)[0]))
    assert changed == {
        Change.NONE: "Orre was seen by 12 sailors in Vesmark.",
        Change.NEGATED: "Orre was not seen by 12 sailors in Vesmark.",
        Change.NUMBER: "Orre was seen by 40 sailors in Vesmark.",
        Change.NAME: "Harlan Voss was seen by 12 sailors in Vesmark.",
        Change.EXCHANGED: "Vesmark was seen by 12 sailors in Orre.",
    }


def test_what_cannot_be_changed_is_looked_up_as_it_is() -> None:
    reading = draw("a", "the ferry never left the harbour.")
    assert list(change_text(extract_statements(reading)[0])) == [(Change.NONE, "the ferry never left the harbour.")]


def test_two_names_that_share_a_word_are_not_exchanged() -> None:
    reading = draw("a", "[place:North Vesmark|North Vesmark] was seen from [place:Vesmark|Vesmark] at noon.")
    assert Change.EXCHANGED not in dict(change_text(extract_statements(reading)[0]))
