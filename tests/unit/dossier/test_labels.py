"""Names a reader can find the file by."""

from __future__ import annotations

from datetime import date

import pytest

from twosource.dossier.labels import letter_of, name_articles, order_origins
from twosource.model import Article, Descent, Found, KnownBy, Published, Reading


def reading(article: str, day: int | None = None, *, outlet: str | None = None) -> Reading:
    published = Published(day=date(2025, 5, day), known_by=KnownBy.FIELD) if day else None
    named = Found(value=outlet, known_by=KnownBy.FIELD) if outlet else None
    return Reading(article=Article(id=article, raw="r", text="text", published=published, outlet=named))


@pytest.mark.parametrize(
    ("article", "locator", "short"),
    [
        ("bdfad7a392e4fe10", "seeds/000_bdfad7a392e4fe10.txt", "000"),
        ("bdfad7a392e4fe10", "notes/bridge.txt", "bridge"),
        ("bdfad7a392e4fe10", "notes/a very long name without an end to it.txt", "a"),
        ("row-7", "feed.jsonl:7", "row-7"),
        ("bdfad7a392e4fe10", "feed.jsonl:7", "feed:7"),
        ("bdfad7a392e4fe10", "https://www.courier.example/news/bridge-closed.html", "bridge-closed"),
        ("bdfad7a392e4fe10", "https://www.courier.example/", "courier.example"),
        ("bdfad7a392e4fe10", None, "bdfad7a3"),
        ("story 9", None, "story 9"),
    ],
)
def test_an_article_is_called_by_its_file_row_or_address(article: str, locator: str | None, short: str) -> None:
    locators = [(article, locator)] if locator else []
    assert name_articles([reading(article)], locators)[article].short == short


def test_rows_without_readable_ids_are_called_by_the_host_of_their_outlet() -> None:
    ids = ["bdfad7a392e4fe10", "c0ffee00c0ffee00", "d1ced1ced1ced1ce"]
    hosts = ["www.courier.example", "tribune.example", "tribune.example"]
    readings = [reading(article, outlet=host) for article, host in zip(ids, hosts, strict=True)]
    labels = name_articles(readings, [(article, f"feed.jsonl:{n}") for n, article in enumerate(ids, start=1)])
    assert [labels[a].short for a in ids] == ["courier.example", "tribune.example:2", "tribune.example:3"]


def test_articles_of_one_outlet_are_told_apart_by_their_days_and_then_by_their_lines() -> None:
    ids = ["bdfad7a392e4fe10", "c0ffee00c0ffee00", "d1ced1ced1ced1ce"]
    readings = [reading(article, day, outlet="tribune.example") for article, day in zip(ids, (4, 5, 5), strict=True)]
    labels = name_articles(readings, [(article, f"{article}.json:{n}") for n, article in enumerate(ids, start=1)])
    assert [labels[a].short for a in ids] == ["tribune.example 4 May 2025", "tribune.example:2", "tribune.example:3"]


def test_two_files_with_one_beginning_are_called_by_their_whole_names() -> None:
    labels = name_articles([reading("x"), reading("y")], [("x", "000_left.txt"), ("y", "000_right.txt")])
    assert [labels[a].short for a in "xy"] == ["000_left", "000_right"]


def test_two_files_with_one_name_in_two_folders_still_differ() -> None:
    labels = name_articles([reading("x"), reading("y")], [("x", "a/000.txt"), ("y", "b/000.txt")])
    assert len({label.short for label in labels.values()}) == 2


def test_a_letter_goes_to_the_most_carried_origin_first_then_to_the_earliest() -> None:
    readings = [reading("a", 4), reading("b", 4), reading("c", 8), reading("d", 2)]
    descents = [Descent(article=x, text=x, origin=o) for x, o in [("a", "P"), ("b", "P"), ("c", "Q"), ("d", "R")]]
    assert order_origins(descents, readings) == ("P", "R", "Q")


def test_letters_go_on_after_z() -> None:
    assert [letter_of(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
