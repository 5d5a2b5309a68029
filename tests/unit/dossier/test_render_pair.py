"""Two articles on one page: every mark where it belongs, and nothing an article says is mark-up."""

from __future__ import annotations

import re

from lxml import html
from lxml.html import HtmlElement
from msgspec.structs import replace

from twosource.dossier import name_articles, render_pair
from twosource.dossier.render_pair import Marking, PairReport, compose_pair
from twosource.lineage import explain_edge
from twosource.model import Article, Passage, Reading, Role, span_of

NASTY = '<script>alert("x")</script> & "quotes" </mark></p> {{ 7 * 7 }}'
CLOSED = "The harbour of Lenmar was closed on Monday after a crane fell across the main channel. "
SAID = "“We expect the first ships to pass by Thursday morning at the very latest.” "
CUT = "Nobody was hurt, and divers {} to cut the wreck into pieces before the evening tide came in. "
FIRST = (
    f"{CLOSED}It had stood on the western quay for more than sixty years and was to be taken down next spring. "
    f"{SAID}Ina Rohde, the harbour master, spoke beside the lock while tugs held the broken arm against the current.\n"
    f"{CUT.format('began')}Its last inspection took place in March, according to the port authority."
)
SECOND = (
    f"{CLOSED}Fishermen from both villages upstream asked who would pay them for a week without any catch at all. "
    f"{SAID}That was how the harbour master put it when shipping agents rang her office after breakfast to complain.\n"
    f"{CUT.format('started')}The agents want the state to lend two floating cranes from the naval yard instead."
)


def reading_of(name: str, text: str) -> Reading:
    article = Article(id=name, raw=name, text=text)
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    passages = tuple(Passage(span=span_of(article, *line), role=Role.BODY) for line in lines)
    return Reading(article=article, passages=passages)


def report_of(first: str, second: str) -> PairReport:
    left, right = reading_of("a", first), reading_of("b", second)
    labels = name_articles([left, right], ())
    return compose_pair(left, right, explain_edge(left, right).edge, labels=labels)


def page_of(first: str, second: str) -> HtmlElement:
    left, right = reading_of("a", first), reading_of("b", second)
    labels = name_articles([left, right], ())
    explained = explain_edge(left, right)
    return html.document_fromstring(
        render_pair(left, right, explained.edge, labels=labels, statements=explained.statements)
    )


def words_of(report: PairReport, marking: Marking, *, changed: bool = False) -> list[str]:
    blocks = report.sides[0].blocks
    return [p.words for b in blocks for p in b.pieces if p.marking is marking and p.changed is changed]


def test_words_are_marked_verbatim_edited_quoted_or_new() -> None:
    report = report_of(FIRST, SECOND)
    assert CLOSED.strip(" .") in words_of(report, Marking.VERBATIM)
    assert words_of(report, Marking.EDITED, changed=True) in (["began"], ["started"])
    assert SAID.strip("“”. ") in "".join(words_of(report, Marking.QUOTED))
    assert "harbour master" in "".join(words_of(report, Marking.NEW))


def test_a_statement_inside_a_shared_stretch_is_marked_as_one() -> None:
    page = page_of(f"{CLOSED}{SAID}{FIRST}", f"{CLOSED}{SAID}{SECOND}")
    (quoted,) = {
        mark.text_content().strip("“”. ") for mark in page.xpath("//mark[@class='m-quoted'][string-length() > 9]")
    }
    assert quoted == SAID.strip("“”. ")


def test_no_word_of_an_article_is_lost_or_said_twice() -> None:
    shown = [
        "\n".join("".join(p.words for p in block.pieces) for block in side.blocks)
        for side in report_of(FIRST, SECOND).sides
    ]
    assert sorted(shown) == sorted([FIRST, SECOND])


def test_captions_and_furniture_do_not_count_as_new() -> None:
    whole, short = reading_of("a", FIRST), reading_of("b", SECOND)
    labels = name_articles([whole, short], ())
    furniture = replace(whole, passages=tuple(replace(p, role=Role.FURNITURE) for p in whole.passages))
    counted = [dict(compose_pair(r, short, None, labels=labels).counts)[Marking.NEW] for r in (whole, furniture)]
    assert counted == [len(re.findall(r"\w+", FIRST)), 0]


def test_each_number_leads_to_its_counterpart_and_back() -> None:
    page = page_of(FIRST, SECOND)
    links = page.xpath("//a[@class='to']")
    assert links
    for link in links:
        (there,) = page.xpath(f"//a[@id='{link.get('href')[1:]}']")
        assert there.get("href") == f"#{link.get('id')}"


def test_two_articles_without_an_edge_are_shown_without_marks() -> None:
    page = page_of(FIRST, "The council of Brask will vote on a new school next week, its speaker told reporters.")
    assert "nothing says that one was taken from the other" in page.xpath("string(//h1)")
    assert not page.xpath("//section[@id='texts']//mark")


def test_an_article_cannot_write_mark_up_into_the_page() -> None:
    page = page_of(NASTY, FIRST)
    assert not list(page.iter("script"))
    assert "".join(page.xpath("(//div[@class='blocks'])[1]//text()")).strip() == NASTY
