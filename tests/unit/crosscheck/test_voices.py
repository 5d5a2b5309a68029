"""One voice for every name that one speaker goes by."""

from __future__ import annotations

from twosource.crosscheck.voices import resolve_voices
from twosource.model import Article, EntityKind, EntityMention, Reading, Role, Span, Statement

ARTICLE = Article(id="a", raw="r", text="Dmitry Peskov spoke.")


def said(number: int, *chain: str) -> Statement:
    span = Span(article="a", start=0, end=20, quote=ARTICLE.text)
    return Statement(id=f"s{number}", span=span, role=Role.BODY, predicate="speak", said_by=chain)


def reading(speaks_for: str | None = None) -> Reading:
    span = Span(article="a", start=0, end=13, quote="Dmitry Peskov")
    mention = EntityMention(span=span, kind=EntityKind.PERSON, entity="Dmitry Peskov", speaks_for=speaks_for)
    return Reading(article=ARTICLE, entities=(mention,))


def voices(*names: str, speaks_for: str | None = None) -> list[str]:
    book = resolve_voices([said(i, name) for i, name in enumerate(names)], [reading(speaks_for)])
    return [v.id for v in book.voices]


def test_a_spokesman_his_office_and_the_body_are_one_voice() -> None:
    assert voices("Kremlin", "the Kremlin", "Kremlin spokesman", "Dmitry Peskov", speaks_for="Kremlin") == ["Kremlin"]


def test_a_last_name_joins_the_only_full_name_that_ends_in_it() -> None:
    assert voices("Dmitry Peskov", "Peskov") == ["Dmitry Peskov"]


def test_a_last_name_of_two_people_stays_alone() -> None:
    assert voices("Anna Reed", "John Reed", "Reed") == ["Anna Reed", "John Reed", "Reed"]


def test_spellings_that_differ_by_transliteration_are_one_voice() -> None:
    assert voices("Volodymyr Zelensky", "Zelenskyy", "President Zelenskiy") == ["Volodymyr Zelensky"]


def test_a_capital_is_not_the_body_that_sits_there() -> None:
    assert voices("Moscow", "Kremlin") == ["Kremlin", "Moscow"]


def test_aliases_are_kept_beside_the_voice() -> None:
    book = resolve_voices([said(0, "Dmitry Peskov"), said(1, "Kremlin")], [reading("Kremlin")])
    assert [(v.id, v.aliases) for v in book.voices] == [("Kremlin", ("Dmitry Peskov",))]
    assert book.resolve("Dmitry Peskov") == "Kremlin"
