"""What is read on its own opens with its own words, not with the place and agency of the article it is from."""

from __future__ import annotations

import pytest

from twosource.dossier.sentences import find_sentences, words_after_dateline
from twosource.model import Article, Found, KnownBy, Reading, span_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(CNN) A small plane fell on Sunday.", "A small plane fell on Sunday."),
        ("(AFP) — A small plane fell on Sunday.", "A small plane fell on Sunday."),
        ("(Update) A small plane fell.", "(Update) A small plane fell."),
        ("(UN) and others met on Sunday.", "(UN) and others met on Sunday."),
        ("(Reuters) - A small plane fell on Sunday.", "A small plane fell on Sunday."),
        ("A small plane (CNN) fell on Sunday.", "A small plane (CNN) fell on Sunday."),
    ],
)
def test_the_sign_of_an_outlet_is_no_part_of_the_first_sentence(text: str, words: str) -> None:
    article = Article(id="a", raw="r", text=text)
    assert find_sentences(Reading(article=article))[0].span.quote == words
    assert words_after_dateline(article, span_of(article, 0, len(text))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- The bridge is shut.", "The bridge is shut."),
        ("— The bridge is shut.", "The bridge is shut."),
        ("-5 degrees is cold.", "-5 degrees is cold."),
        ("UPDATE, 5:30 p.m.: The bridge is shut.", "The bridge is shut."),
        ("UPDATE#1 (01/21/2013): The bridge is shut.", "The bridge is shut."),
        ("UPDATE: The bridge is shut.", "The bridge is shut."),
        ("UPDATES are due.", "UPDATES are due."),
    ],
)
def test_the_mark_that_words_open_with_is_no_part_of_them(text: str, words: str) -> None:
    article = Article(id="a", raw="r", text=text)
    assert words_after_dateline(article, span_of(article, 0, len(text))) == words


def test_a_dateline_is_cut_only_where_the_words_open_with_it() -> None:
    text = "ORRIN (NNA) — The bridge is shut. It is old."
    dateline = Found(value="ORRIN", known_by=KnownBy.TEXT, extent=(0, 5))
    article = Article(id="a", raw="r", text=text, dateline=dateline)
    assert words_after_dateline(article, span_of(article, 0, 33)) == "The bridge is shut."
    assert words_after_dateline(article, span_of(article, 34, len(text))) == "It is old."
