"""Stated fields, printed times, datelines, bylines, outlets and languages."""

from __future__ import annotations

import json

import pytest

from twosource.article import Agency, ArticleOptions, read_article
from twosource.article.bylines import read_meta_line
from twosource.article.datelines import find_dateline
from twosource.article.language import guess_language
from twosource.article.outlets import day_in_url, outlet_of_url
from twosource.article.stamps import find_stamps, parse_stamp
from twosource.model import CreditLevel, KnownBy, MediaType, Raw, Reading, Rejected

_STORY = "The pit at Orsk closed on Saturday, the owners said in a statement.\nNobody was told before."


def _row(**fields: object) -> Reading:
    body = json.dumps({"text": _STORY, **fields}).encode()
    reading = read_article(Raw(id="r", body=body, locators=("a.jsonl:1",), media_type=MediaType.JSON))
    assert isinstance(reading, Reading)
    return reading


def test_the_text_of_a_row_is_kept_to_the_character() -> None:
    text = "  Rain \u00a0 fell.\r\n\tIt fell on.  \n"
    assert _row(text=text).article.text == text


def test_a_title_that_a_feed_has_escaped_is_read_as_it_was_written() -> None:
    title = _row(title="Mr. G&#39;s &amp; Sons fined").article.title
    assert title is not None
    assert title.value == "Mr. G's & Sons fined"


def test_stated_fields_are_taken_and_known_by_field() -> None:
    article = _row(
        id="a1", title="Pit closes", outlet="Herald", published="2024-11-02", url="https://h.example/1"
    ).article
    assert article.id == "a1"
    assert article.title is not None
    assert (article.title.value, article.title.known_by, article.title.extent) == ("Pit closes", KnownBy.FIELD, None)
    assert article.outlet is not None
    assert article.outlet.value == "Herald"
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.known_by) == ("2024-11-02", KnownBy.FIELD)


def test_a_number_serves_as_an_id() -> None:
    assert _row(id=17).article.id == "17"


def test_a_stated_title_that_stands_in_the_text_has_its_place() -> None:
    article = _row(text=f"Pit closes at Orsk\n{_STORY}", title="Pit Closes at Orsk").article
    assert article.title is not None
    assert article.title.extent == (0, 18)


def test_articles_of_the_same_words_and_different_outlets_have_different_ids() -> None:
    assert _row(outlet="Herald").article.id != _row(outlet="Courier").article.id
    assert _row(outlet="Herald").article.id == _row(outlet="Herald").article.id


def test_outlet_and_day_come_from_the_address_where_nothing_states_them() -> None:
    article = _row(url="https://www.news.herald.co.uk/2024/11/02/pit-closes").article
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.known_by) == ("herald.co.uk", KnownBy.NAME)
    assert article.published is not None
    assert (article.published.day.isoformat(), article.published.known_by) == ("2024-11-02", KnownBy.NAME)


def test_a_date_that_cannot_be_read_leaves_the_day_unknown() -> None:
    assert _row(published="the day after the flood").article.published is None


@pytest.mark.parametrize(
    ("stated", "day", "moment", "zone_known"),
    [
        ("2024-11-02", "2024-11-02", None, False),
        ("2024-11-02T00:00:00", "2024-11-02", None, False),
        ("2024-11-02 10:15:00", "2024-11-02", "2024-11-02T10:15:00", False),
        ("2024-11-02T23:30:00-05:00", "2024-11-02", "2024-11-03T04:30:00", True),
        ("2024-11-02T10:15:00Z", "2024-11-02", "2024-11-02T10:15:00", True),
        ("Sat, 02 Nov 2024 10:15:00 GMT", "2024-11-02", "2024-11-02T10:15:00", True),
        ("Sat, 2 Nov 2024 10:15:00 +0200", "2024-11-02", "2024-11-02T08:15:00", True),
        ("Nov. 2, 2024", "2024-11-02", None, False),
        ("2 November 2024, 10:15 am MSK", "2024-11-02", "2024-11-02T07:15:00", True),
        ("November 2, 2024 at 5 p.m. EDT", "2024-11-02", "2024-11-02T21:00:00", True),
        ("10:52 AM ET, Sat November 2, 2024", "2024-11-02", "2024-11-02T10:52:00", False),
        ("2024/11/2", "2024-11-02", None, False),
    ],
)
def test_times_are_read_in_the_forms_that_pages_use(
    stated: str, day: str, moment: str | None, zone_known: bool
) -> None:
    stamp = parse_stamp(stated)
    assert stamp is not None
    assert stamp.day.isoformat() == day
    assert (stamp.moment.isoformat() if stamp.moment else None) == moment
    assert stamp.zone_known is zone_known


@pytest.mark.parametrize("stated", ["", "soon", "2024-13-45", "31 February 2024", "99:99", "0000-00-00"])
def test_no_time_is_made_of_what_is_none(stated: str) -> None:
    assert parse_stamp(stated) is None


def test_the_time_of_an_update_is_kept_beside_the_time_of_publication() -> None:
    article = _row(text=f"Published: Nov 2, 2024 08:00 AM GMT | Updated: Nov 2, 2024 11:30 AM GMT\n{_STORY}").article
    assert article.published is not None
    assert article.published.moment is not None
    assert article.published.moment.isoformat() == "2024-11-02T08:00:00"
    assert article.modified is not None
    assert article.modified.isoformat() == "2024-11-02T11:30:00"


def test_a_stamp_covers_clock_and_zone_and_no_more() -> None:
    text = "by Marta Vane Nov 2, 2024 10:52 AM 2 min read"
    assert [text[slice(*stamp.extent)] for stamp in find_stamps(text)] == ["Nov 2, 2024 10:52 AM"]


@pytest.mark.parametrize(
    ("marked"),
    [
        "[Beijing/Moscow]: The two ministers signed the treaty.",
        "[ORSK] (AP) — Miners left the pit.",
        "[ORSK], May 4 (Reuters) - Miners left the pit.",
        "[KANEOHE BAY, Hawaii] (AP) — Miners left the pit.",
        "[WASHINGTON] – Two senators said they would vote.",
        "[New Delhi]: The bank left its rate unchanged.",
        "[RIO DE JANEIRO] (AP) — Two swimmers left.",
        "[Geneva, Switzerland] — The talks went on.",
        "[DULUTH, Minn.] (KBJR/AP) — The ice held.",
    ],
)
def test_a_dateline_is_the_place_an_article_opens_with(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    place = find_dateline(text, 0, len(text))
    assert place == (0, marked.index("]") - 1)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said: we will sign.",
        "Analysis: Why the talks failed",
        "Exclusive: Owners knew of the leak",
        "The leaders of the two states — old rivals — met.",
        "President Ann Roe of the Northern Islands Union: we will sign.",
        "Miners left the pit on Sunday.",
    ],
)
def test_what_opens_an_article_is_not_always_a_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Marta Vane", "Marta Vane"),
        ("By MARTA VANE and LEE FOX", "MARTA VANE and LEE FOX"),
        ("by Marta Vane May 8, 2024 10:52 AM 2 min read", "Marta Vane"),
        ("By Marta Vane | Updated: May 8, 2024", "Marta Vane"),
        ("By Marta Vane Wednesday, May 8 2 min read", "Marta Vane"),
        ("By Marta Vane Updated May 8, 2024", "Marta Vane"),
        ("By Ann May", "Ann May"),
        ("By Lee Marsh and Ann Friedman", "Lee Marsh and Ann Friedman"),
        ("By Lee Sunder | May 8, 2024", "Lee Sunder"),
        ("Written by Jean-Luc de la Tour", "Jean-Luc de la Tour"),
        ("Author: Marta Vane", "Marta Vane"),
        ("May 8, 2024 10:52 AM", None),
        ("Published 8 May 2024, 10:15 GMT", None),
    ],
)
def test_a_line_of_names_and_times_is_read_as_such(text: str, names: str | None) -> None:
    line = read_meta_line(text, 0, len(text))
    assert line is not None
    assert (text[slice(*line.names)] if line.names else None) == names


@pytest.mark.parametrize("text", ["By the time help came, the house had burned.", "By 2030 the pit will be empty."])
def test_prose_that_opens_with_by_is_no_byline(text: str) -> None:
    assert read_meta_line(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("url", "outlet", "day"),
    [
        ("https://www.herald.example/2018/oct/24/strike/", "herald.example", "2018-10-24"),
        ("https://edition.news.com.au/a-1", "news.com.au", None),
        ("https://herald.example/2018/44/99/", "herald.example", None),
        ("http://[broken", None, None),
        ("", None, None),
    ],
)
def test_an_address_gives_outlet_and_day(url: str, outlet: str | None, day: str | None) -> None:
    assert outlet_of_url(url) == outlet
    found = day_in_url(url)
    assert (found.isoformat() if found else None) == day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_STORY * 2, "en"),
        ("Die Grube wurde am Samstag geschlossen, und das ist für die Stadt ein Schlag, sagte der Chef.", "de"),
        ("La mine a été fermée samedi et les hommes sont rentrés dans la ville pour les fêtes.", "fr"),
        ("Шахта была закрыта в субботу, и это не первый раз, как сообщил владелец, что за год.", "ru"),
        ("12 34 56", None),
    ],
)
def test_language_is_guessed_from_frequent_words_or_not_at_all(text: str, language: str | None) -> None:
    assert guess_language(text) == language


def test_an_agency_of_ones_own_is_found_and_takes_the_place_of_a_shipped_one() -> None:
    options = ArticleOptions(agencies=(Agency(name="Norland Wire", country="XX", short=("NWX",)),))
    body = f"ORSK (NWX) — {_STORY}".encode()
    reading = read_article(Raw(id="r", body=body, locators=("a",), media_type=MediaType.PLAIN), options=options)
    assert isinstance(reading, Reading)
    assert [(c.agency, c.level) for c in reading.credits] == [("Norland Wire", CreditLevel.WHOLE)]


def test_a_row_that_is_no_article_is_rejected_and_not_raised() -> None:
    rejected = read_article(Raw(id="r", body=b"[]", locators=("a.jsonl:1",), media_type=MediaType.JSON))
    assert isinstance(rejected, Rejected)
    assert rejected.what == "a.jsonl:1"
