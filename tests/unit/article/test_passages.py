"""Roles of passages, and what the lines around the story say: drawn as role, bar, line.

A small letter goes on with the line above: the credit behind a caption.
"""

from __future__ import annotations

import msgspec
import pytest

from twosource.article import read_article
from twosource.model import CreditLevel, KnownBy, MediaType, Raw, Reading

_SHORT = {
    "F": "furniture",
    "f": "furniture",
    "r": "furniture again",
    "H": "headline",
    "L": "lede",
    "B": "body",
    "Q": "quotation",
    "C": "caption",
    "c": "caption",
    "R": "caption again",
    "A": "body again",
}

_SITE = """
F|date 2024-11-02
F|Menu Explore
H|Miners end nine-week strike at Orsk
F|PTI |
F|Nov 02, 2024 08:41 PM IST
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
C|Miners wait at the gate of the pit in Orsk, Nov. 1, 2024.
f|(AP)
R|Miners wait at the gate of the pit in Orsk, Nov. 1, 2024.
r|(AP)
B|The union said 1,400 of its 1,600 members had voted to return.
Q|“We did not get all we asked for, but our children will eat this winter,” its leader said.
A|The union said 1,400 of its 1,600 members had voted to return.
F|Also Read | What the strike cost the town
B|The pit had stood still since the end of August.
F|Read breaking news, latest updates from the coast on mines, ports and politics.
F|News / Region News / Miners end nine-week strike at Orsk
"""
_PROMOTED = """
F|date 2024-11-02
F|Winter Tides: the first magazine of the Herald. Be among the first to get it.
H|Owners and miners sign a deal at Orsk, ending a strike of nine weeks
F|by Marta Vane Nov 2, 2024 10:52 AM 2 min read
C|The winding tower of the pit at Orsk on Nov. 1, 2024.
f|(Lee Fox/Anadolu via Getty Images)
F|This audio is created with AI assistance
L|Owners and miners at Orsk signed a deal on Saturday that ends a strike of nine weeks, the union said.
B|The deal raises pay by a tenth and keeps the night shift.
F|Author: Marta Vane
"""
_LINKS = """
H|Storm cuts power to the northern coast
F|Marta Vane
F|The Herald
L|A storm cut power to 40,000 homes on the northern coast before dawn on Sunday, the grid operator said.
F|Read more:
F|Five storms that changed the coast
F|How the grid works in winter
B|Two roads were closed by fallen trees, and a ferry turned back in the strait.
B|What comes next
B|The wind is expected to ease by Monday evening, forecasters said.
F|The Associated Press contributed to this report.
F|© 2024 The Herald. All rights reserved.
"""
_DRESSED = """
F|Skip to main content
F|The Harbour Post
F|World | Europe
F|date 2024-11-02
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
B|The union said 1,400 of its 1,600 members had voted to return.
F|Marta Vane is a reporter at the Harbour Post.
F|Related stories
F|Ten things to see on the coast this summer
F|© 2024 Harbour Post. All rights reserved.
F|Privacy policy | Terms of use
"""
_BRACKETS = """
H|Harbour board buys nine cranes
L|ORSK (Harbour Post/AP) — The harbour board bought nine cranes on Friday.
B|The maker, Tidewater Steel ( TDWS.PA ).
B|The first two come in May, the board said. (Reporting by Ann Saba; Editing by Lee Fox)
B|The old cranes are older than the mole (RELATED: Getty heirs sell the docks)
B|They may be seen from the ferry for some weeks more (and on which Reuters did a special report in 2013).
B|“The longest jib reaches over two ships and a tug,” the harbour master wrote (December 5 on Twitter)
B|Freight: Grain and timber, which made half of what was shipped, fell for a third year, while cars and the parts that \
are needed to build them rose, the board said in its yearly report on Friday (Reuters).
C|The oldest crane on the mole.
f|(Lee Fox/Harbour Post)
C|A crane behind the customs house.
f|(Reuters)
B|The board meets again in June, when the survey of the mole is due, its secretary said.
"""
_NOTICES = """
F|Close Get email notifications on Marta Vane daily!
F|Your notification has been saved.
F|There was a problem saving your notification.
F|Whenever Marta Vane posts new content, you'll get an email delivered to your inbox with a link.
F|Email notifications are only sent once a day, and only if there are new matching items.
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
"""
_LABELLED = """
H|Miners end nine-week strike at Orsk
F|Image copyright Harbour Pictures
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
F|Image copyright Harbour Pictures Image caption
c|Miners wait at the gate of the pit
F|Getty Images
c|Owners of the pit shake hands
C|The owners said the miners were “welcome back”
f|Ann Roe/Reuters
F|KQRX 11 News
c|Two miners, aged 31 and 46, sing at the gate of the pit.
B|Getty Images said it had bought the rights to pictures of the strike.
"""
_DRAWINGS = {"site furniture": _SITE, "promotion and byline": _PROMOTED, "links": _LINKS, "dressed": _DRESSED}
_DRAWINGS |= {"brackets": _BRACKETS, "notices": _NOTICES, "labels": _LABELLED}


def _read(text: str) -> Reading:
    reading = read_article(Raw(id="r", body=text.encode(), locators=("a.txt",), media_type=MediaType.PLAIN))
    assert isinstance(reading, Reading)
    return reading


def _text_of(drawing: str) -> str:
    lines: list[str] = []
    for drawn in drawing.strip().splitlines():
        role, line = drawn.split("|", 1)
        if role.islower():
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    if lines[0].startswith("date "):
        lines[:2] = [f" {lines[0]} {lines[1]}"]
    return "\n".join(lines)


@pytest.mark.parametrize("drawing", _DRAWINGS.values(), ids=_DRAWINGS.keys())
def test_every_line_has_the_role_that_is_drawn_before_it(drawing: str) -> None:
    found = [
        (f"{passage.role.value} again" if passage.repeats else passage.role.value, passage.span.quote)
        for passage in _read(_text_of(drawing)).passages
    ]
    wanted = [(_SHORT[line[0]], line.split("|", 1)[1]) for line in drawing.strip().splitlines()]
    assert found == wanted


def test_a_printed_time_is_read_to_the_minute_and_put_in_utc_where_its_zone_is_known() -> None:
    published = _read(_text_of(_SITE)).article.published
    assert published is not None
    assert published.day.isoformat() == "2024-11-02"
    assert published.moment is not None
    assert (published.moment.isoformat(), published.zone_known) == ("2024-11-02T15:11:00", True)
    assert published.known_by is KnownBy.TEXT


def test_byline_and_headline_carry_their_place_in_the_text() -> None:
    article = _read(_text_of(_PROMOTED)).article
    assert article.byline is not None
    assert article.title is not None
    assert article.byline.extent is not None
    assert article.title.extent is not None
    assert article.text[slice(*article.byline.extent)] == article.byline.value == "Marta Vane"
    assert article.text[slice(*article.title.extent)] == article.title.value


def test_the_credit_of_a_picture_credits_no_text_even_at_the_end_of_an_article() -> None:
    reading = _read(
        "The pit at Orsk closed on Saturday, the owners said.\nMiners leave the pit, pictured in May. (PTI)"
    )
    assert [passage.span.quote for passage in reading.passages[1:]] == [
        "Miners leave the pit, pictured in May.",
        "(PTI)",
    ]
    assert [(credit.agency, credit.level) for credit in reading.credits] == [("PTI", CreditLevel.NONE)]


def test_a_time_without_a_zone_says_so() -> None:
    published = _read(_text_of(_PROMOTED)).article.published
    assert published is not None
    assert published.zone_known is False


def test_text_that_is_only_prose_has_a_lede_and_nothing_is_taken_away() -> None:
    text = "The pit at Orsk closed on Saturday, the owners said in a statement.\nNobody was told before."
    reading = _read(text)
    assert [passage.role.value for passage in reading.passages] == ["lede", "body"]
    assert reading.article.title is None
    assert reading.article.published is None


def test_a_first_paragraph_that_opens_with_an_agency_is_the_story() -> None:
    reading = _read("Reuters - The owner of the pit resigned on Sunday.\nNobody was told before, the union said.")
    assert [passage.role.value for passage in reading.passages] == ["lede", "body"]
    assert [(credit.agency, credit.level) for credit in reading.credits] == [("Reuters", CreditLevel.WHOLE)]


def test_windows_line_ends_are_kept_and_belong_to_no_passage() -> None:
    reading = _read("The pit at Orsk closed on Saturday, the owners said.\r\n\r\nNobody was told before.\r\n")
    assert reading.article.text.count("\r\n") == 3
    assert [passage.span.quote[-1] for passage in reading.passages] == [".", "."]


def test_a_stamp_below_a_menu_and_the_name_on_the_masthead_are_known() -> None:
    article = _read(_text_of(_DRESSED)).article
    assert article.published is not None
    assert article.published.day.isoformat() == "2024-11-02"
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.known_by) == ("The Harbour Post", KnownBy.TEXT)
    assert article.title is None


@pytest.mark.xfail(reason="a heading inside a story has no role of its own; docs/input.md, Limits", strict=True)
def test_a_heading_inside_the_story_is_told_from_body() -> None:
    roles = {passage.span.quote: passage.role.value for passage in _read(_text_of(_LINKS)).passages}
    assert roles["What comes next"] == "headline"


@pytest.mark.xfail(reason="a link between paragraphs without a word like `Read more` looks like a heading", strict=True)
def test_a_bare_link_between_paragraphs_is_furniture() -> None:
    text = _text_of(_LINKS).replace("Read more:\n", "")
    roles = {passage.span.quote: passage.role.value for passage in _read(text).passages}
    assert roles["Five storms that changed the coast"] == "furniture"


_GALLERY = """
H|Miners end nine-week strike at Orsk
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
F|1/12 Dusk over the lake The lake of Kelm was photographed in May 2019 by a pilot.
F|2/12 A winding tower The tower at Pell was pulled down in 2004 after a fire.
B|9/11 The date is painted on the wall of the pit, and nobody at Orsk knows why it is there.
B|The deal raises pay by a tenth and keeps the night shift, the union of the miners said.
"""
_SHOUTED = """
H|Miners end nine-week strike at Orsk
L|Miners at Orsk went back underground on Saturday after owners raised their pay by a tenth.
F|OWNER OF PIT BUYS 'SECOND YACHT' IN KELM
B|The deal raises pay by a tenth and keeps the night shift, the union of the miners said.
B|ORSK, KELM, PELL.
B|Under the deal the night shift stays, and the pit at Kelm will not close before 2031.
"""


@pytest.mark.parametrize("drawing", [_GALLERY, _SHOUTED], ids=["gallery", "headlines in capitals"])
def test_pictures_of_a_gallery_and_headlines_between_paragraphs_are_furniture(drawing: str) -> None:
    test_every_line_has_the_role_that_is_drawn_before_it(drawing)


def test_an_article_in_capitals_keeps_its_lines() -> None:
    text = "MINERS AT ORSK WENT BACK UNDERGROUND.\n" + "\n".join(["OWNERS RAISED PAY BY A TENTH ON FRIDAY"] * 3)
    assert all(p.role.value != "furniture" for p in _read(text).passages)


def test_a_title_that_runs_on_into_the_story_is_the_headline() -> None:
    title, lede = "Miners end strike at Orsk", "The miners at Orsk went back underground on Saturday, the union said."
    body = msgspec.json.encode({"id": "a", "text": f"{title} {lede}\nThe deal holds.", "title": title})
    found = read_article(Raw(id="r", body=body, locators=("a.jsonl",), media_type=MediaType.JSON))
    assert isinstance(found, Reading)
    roles = [(p.role.value, p.span.quote) for p in found.passages]
    assert roles[:2] == [("headline", title), ("lede", lede)]
