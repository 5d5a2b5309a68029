"""Pages: metadata before boilerplate, a composed text with a place for everything, and pages without an article."""

from __future__ import annotations

import json

import pytest

from twosource.article import read_article
from twosource.model import CreditLevel, KnownBy, MediaType, Raw, Reading, Reason, Rejected, Role

_STORY = (
    "ORSK, Norland (AP) — Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.",
    "The union said 1,400 of its 1,600 members had voted to return, and that the night shift would start at once.",
    "“We did not get all we asked for,” its leader, Lee Fox, told reporters at the gate of the pit on Saturday.",
    "The pit had stood still since the end of August, and the shops had given credit to every second family.",
)
_LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList", "name": "crumbs"},
        {
            "@type": ["NewsArticle"],
            "headline": "Miners end nine-week strike at Orsk",
            "author": [{"@type": "Person", "name": "Marta Vane"}, {"@type": "Person", "name": "Lee Fox"}],
            "publisher": {"@type": "Organization", "name": "The Herald"},
            "datePublished": "2024-11-02T08:41:00+02:00",
            "dateModified": "2024-11-02T10:00:00+02:00",
            "mainEntityOfPage": {"@id": "https://herald.example/2024/11/02/strike"},
            "creditText": "Associated Press",
            "inLanguage": "en-GB",
        },
    ],
}


def _page(head: str, body: str = "", story: tuple[str, ...] = _STORY) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in story)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    foot = "<footer><p>© 2024 The Herald</p><a href='/terms'>Terms of use</a></footer>"
    main = f"<main><article><h1>Miners end nine-week strike at Orsk</h1>{body}{paragraphs}</article></main>"
    html = f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{menu}{main}{foot}</body></html>"
    return html.encode()


def _read(data: bytes) -> Reading | Rejected:
    return read_article(Raw(id="r", body=data, locators=("page.html",), media_type=MediaType.HTML))


def _article(data: bytes) -> Reading:
    reading = _read(data)
    assert isinstance(reading, Reading)
    return reading


_WITH_JSON_LD = _page(f"<script type='application/ld+json'>{json.dumps(_LINKED)}</script>")
_WITH_META = _page(
    "<meta property='og:title' content='Miners end nine-week strike at Orsk'>"
    "<meta property='og:site_name' content='The Herald'>"
    "<meta name='author' content='Marta Vane'>"
    "<meta property='article:published_time' content='2024-11-02T08:41:00Z'>"
    "<link rel='canonical' href='https://herald.example/strike'>"
)
_WITH_ELEMENTS = _page("", "<p class='article-byline'>By Marta Vane</p><time datetime='2024-11-02'>2 Nov</time>")


def test_json_ld_gives_every_field() -> None:
    article = _article(_WITH_JSON_LD).article
    assert article.title is not None
    assert (article.title.value, article.title.known_by) == ("Miners end nine-week strike at Orsk", KnownBy.META)
    assert article.byline is not None
    assert article.byline.value == "Marta Vane, Lee Fox"
    assert article.outlet is not None
    assert article.outlet.value == "The Herald"
    assert article.url == "https://herald.example/2024/11/02/strike"
    assert article.language == "en"
    assert article.published is not None
    assert article.published.moment is not None
    assert (article.published.moment.isoformat(), article.published.zone_known) == ("2024-11-02T06:41:00", True)
    assert article.modified is not None
    assert article.modified.isoformat() == "2024-11-02T08:00:00"


def test_meta_tags_serve_where_there_is_no_json_ld() -> None:
    article = _article(_WITH_META).article
    assert [found.value for found in (article.title, article.byline, article.outlet) if found] == [
        "Miners end nine-week strike at Orsk",
        "Marta Vane",
        "The Herald",
    ]
    assert article.url == "https://herald.example/strike"


def test_a_byline_element_is_read_before_boilerplate_goes() -> None:
    article = _article(_WITH_ELEMENTS).article
    assert article.byline is not None
    assert "Marta Vane" in article.byline.value
    assert article.published is not None
    assert article.published.day.isoformat() == "2024-11-02"


@pytest.mark.parametrize("page", [_WITH_JSON_LD, _WITH_META, _WITH_ELEMENTS], ids=["JSON-LD", "meta", "elements"])
def test_every_field_has_its_place_in_the_composed_text_and_the_page_around_it_is_gone(page: bytes) -> None:
    article = _article(page).article
    for found in (article.title, article.byline):
        assert found is not None
        assert found.extent is not None
        assert article.text[slice(*found.extent)] == found.value
    assert all(line in article.text for line in _STORY)
    assert "Terms of use" not in article.text
    assert article.text.count("Miners end nine-week strike at Orsk") == 1


def test_dateline_and_credits_are_found_in_a_page() -> None:
    reading = _article(_WITH_JSON_LD)
    assert reading.article.dateline is not None
    assert reading.article.dateline.value == "ORSK, Norland"
    assert {(credit.agency, credit.level) for credit in reading.credits} == {("AP", CreditLevel.WHOLE)}


def test_composed_lines_are_headline_and_furniture_and_the_story_is_story() -> None:
    roles = [passage.role for passage in _article(_WITH_JSON_LD).passages]
    assert roles[:4] == [Role.HEADLINE, Role.FURNITURE, Role.FURNITURE, Role.FURNITURE]
    assert roles[4:] == [Role.LEDE, Role.BODY, Role.QUOTATION, Role.BODY] or roles[4] is Role.LEDE


def test_the_article_body_of_json_ld_serves_where_the_page_has_no_text() -> None:
    linked = {"@type": "NewsArticle", "headline": "Miners end strike", "articleBody": "\n\n".join(_STORY)}
    page = f"<html><head><script type='application/ld+json'>{json.dumps(linked)}</script></head><body></body></html>"
    assert all(line in _article(page.encode()).article.text for line in _STORY)


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body></body></html>",
        b"<html><body><form>Sign in to continue</form></body></html>",
        b"<!doctype html><title>404</title><h1>Not found</h1>",
        b"<html>",
        b"<!-- nothing -->",
        b"<html><head><meta charset='no-such-charset'></head><p>\xff\xfe\xfd\xc3</html>",
    ],
)
def test_a_page_without_an_article_is_rejected_with_advice(page: bytes) -> None:
    rejected = _read(page)
    assert isinstance(rejected, Rejected)
    assert rejected.reason is Reason.NO_ARTICLE
    assert "expected an article" in rejected.detail


@pytest.mark.parametrize(
    "script",
    [
        "{not json",
        "[]",
        "null",
        '{"@type": 5}',
        '{"@type": "NewsArticle", "author": {"name": ["x"]}, "headline": {}}',
        "[" * 3_000,
    ],
)
def test_odd_json_ld_never_raises(script: str) -> None:
    assert isinstance(_read(_page(f"<script type='application/ld+json'>{script}</script>")), Reading)


def test_a_declared_encoding_is_used() -> None:
    page = _page("<meta charset='windows-1251'>", story=("Шахтёры вернулись в забой в субботу. " * 8,))
    text = page.decode().encode("windows-1251")
    assert "Шахтёры вернулись" in _article(text).article.text
