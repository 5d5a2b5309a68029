"""Phrases drawn around names in sentences of our own, read with the shipped weights."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.entities import find_phrases
from twosource.annotate.news_model import ModelOptions, read_with_model
from twosource.model import Article, EntityKind, EntityMention, Reading, span_of

TABLE = [
    ("It was opened by [the late mayor <Ann Roe>].", EntityKind.PERSON),
    ("It was opened by [the mayor <Ann Roe>, who led the town].", EntityKind.PERSON),
    ("[<Ann Roe>], the mayor of the town, opened the bridge.", EntityKind.PERSON),
    ("[President <Carl Moe>] and his wife left.", EntityKind.PERSON),
    ("Reporters asked [<Carl Moe>'s] lawyer about the bridge.", EntityKind.PERSON),
    ("The [<Kremlin>] spokesman answered on Monday.", EntityKind.ORGANISATION),
    ("[The <University of Oslo>] was closed on Monday.", EntityKind.ORGANISATION),
    ("[The <Olympic Committee>] (IOC) met on Monday.", EntityKind.ORGANISATION),
    ("[The <University of Oslo> in Norway] was closed.", EntityKind.ORGANISATION),
    ("[Northern <Ireland>] voted on Monday.", EntityKind.PLACE),
    ("They flew from [<Springfield>, <Illinois>] on Monday.", EntityKind.PLACE),
    ("They flew to [<Oslo>], <Paris> and Rome.", EntityKind.PLACE),
]


def _reading(drawing: str, kind: EntityKind) -> Reading:
    """A text without its marks, with the names that stand in <> and its syntax."""
    drawing = re.sub(r"[\[\]]", "", drawing)
    text = re.sub("[<>]", "", drawing)
    article = Article(id="a", raw="a", text=text)
    mentions = []
    for number, mark in enumerate(re.finditer("<[^>]+>", drawing)):
        span = span_of(article, mark.start() - 2 * number, mark.end() - 2 * number - 2)
        mentions.append(EntityMention(span=span, kind=kind, entity=span.quote))
    return Reading(article=article, entities=tuple(mentions), syntax=read_with_model(ModelOptions(), text).syntax)


@pytest.mark.parametrize(("drawing", "kind"), TABLE)
def test_a_phrase_is_what_the_text_calls_a_name_in_one_breath(drawing: str, kind: EntityKind) -> None:
    phrase = re.sub("[<>]", "", drawing[drawing.index("[") + 1 : drawing.index("]")])
    assert find_phrases(_reading(drawing, kind))[0].quote == phrase


@given(st.lists(st.sampled_from("The mayor Ann Roe , of Oslo ( ) 's and who left . – Paris".split()), min_size=1))
def test_a_phrase_holds_its_name_and_begins_and_ends_with_words_of_the_text(words: list[str]) -> None:
    drawing = " ".join(f"<{word}>" if word.istitle() else word for word in words)
    reading = _reading(drawing, EntityKind.PLACE)
    for phrase, mention in zip(find_phrases(reading), reading.entities, strict=True):
        assert phrase.start <= mention.span.start <= mention.span.end <= phrase.end
        assert phrase.quote == reading.article.text[phrase.start : phrase.end] == phrase.quote.strip()


def test_a_name_outside_of_any_sentence_stays_as_it_is() -> None:
    article = Article(id="a", raw="a", text="The late mayor Ann Roe left.")
    mention = EntityMention(span=span_of(article, 15, 22), kind=EntityKind.PERSON, entity="Ann Roe")
    assert find_phrases(Reading(article=article, entities=(mention,))) == (mention.span,)
