"""The same facts as HTML, Markdown and JSON; nothing an article says is ever mark-up."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from lxml import html
from msgspec.structs import replace

from golden.account import make_account
from twosource.dossier import assemble_dossiers, render_html, render_json, render_markdown
from twosource.dossier.drawing import draw_lineage
from twosource.dossier.page import compose_page
from twosource.dossier.render_markdown import plain
from twosource.model import Account, Article, Found, KnownBy, Passage, Published, Reading, Role, Story, span_of

NASTY = '<script>alert("x")</script> & "quotes" </details></article> {{ 7 * 7 }} javascript:alert(1)'


def html_of(account: Account) -> str:
    return render_html(account, assemble_dossiers(account))


def markdown_of(account: Account) -> str:
    return render_markdown(account, assemble_dossiers(account))


def nasty_account() -> Account:
    """One article that is all mark-up: in its text, title, outlet, address and file name."""
    article = Article(id="n", raw="n", text=NASTY, url="javascript:alert(1)")
    found = Found(value=NASTY, known_by=KnownBy.TEXT)
    article = replace(article, title=found, outlet=found, byline=found)
    reading = Reading(article=article, passages=(Passage(span=span_of(article, 0, len(NASTY)), role=Role.BODY),))
    story = Story(id="n", articles=("n",), lead="n", label=NASTY)
    account = make_account()
    return replace(
        account,
        readings=(reading,),
        stories=(story,),
        claims=(),
        findings=(),
        lineage=(),
        descents=(),
        voices=(),
        locators=(("n", f"{NASTY}.txt"),),
    )


def test_an_article_cannot_write_mark_up_into_the_page() -> None:
    page = html_of(nasty_account())
    tree = html.document_fromstring(page)
    scripts = [s for s in tree.iter("script") if s.get("type") != "application/json"]
    assert len(scripts) == 1
    assert 'alert("x")' not in (scripts[0].text or "")
    assert not tree.xpath("//a[starts-with(@href, 'javascript:')]")
    assert "".join(tree.xpath("//div[@class='blocks']//p//text()")).strip() == NASTY


def test_an_article_cannot_write_mark_up_into_markdown() -> None:
    assert "<script>" not in markdown_of(nasty_account())


def test_the_page_is_one_file_without_outside_references() -> None:
    page = html_of(make_account())
    links = html.document_fromstring(page).xpath("//@src | //@href")
    assert all(str(link).startswith(("#", "data:")) for link in links)
    assert "url(http" not in page
    assert "@import" not in page


def test_the_content_security_policy_allows_only_the_page_itself() -> None:
    tree = html.document_fromstring(html_of(make_account()))
    [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not tree.xpath("//*[@style]")


def test_every_citation_leads_to_an_element_of_the_page() -> None:
    tree = html.document_fromstring(html_of(make_account()))
    ids = set(tree.xpath("//@id"))
    assert {h[1:] for h in tree.xpath("//@href") if h.startswith("#")} <= ids
    assert len(ids) == len(tree.xpath("//@id"))


def test_the_words_at_an_anchor_are_the_cited_words() -> None:
    tree = html.document_fromstring(html_of(make_account()))
    for link in tree.xpath("//div[@class='brief']//a[@class='line']"):
        [target] = tree.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert link.text_content().startswith(target.text_content()[:5])


def test_the_same_account_gives_the_same_bytes() -> None:
    assert html_of(make_account()) == html_of(make_account())
    account = make_account()
    assert render_json(account, assemble_dossiers(account)) == render_json(account, assemble_dossiers(account))


def test_json_and_markdown_carry_the_sentences_of_the_page_in_its_order() -> None:
    account = make_account()
    dossiers = assemble_dossiers(account)
    data = json.loads(render_json(account, dossiers))
    written = markdown_of(account)
    sentences = [s["words"]["quote"] for s in data["stories"][0]["brief"]]
    places = [written.index(s) for s in sentences]
    assert places == sorted(places)
    shown = html.document_fromstring(html_of(account)).xpath("//div[@class='brief']//a[@class='line']")
    assert [a.text_content() for a in shown] == sentences


SECTIONS = ["Brief", "Where they differ", "Who took what from whom", "Claims", "Timeline", "Voices", "Articles"]


def test_sections_stand_in_reading_order() -> None:
    tree = html.document_fromstring(html_of(make_account()))
    assert [h.text_content() for h in tree.xpath("//article//section/h2")] == SECTIONS


def test_empty_sections_say_why_they_are_empty() -> None:
    tree = html.document_fromstring(html_of(nasty_account()))
    empty = [" ".join(p.text_content().split()) for p in tree.xpath("//p[@class='empty']")]
    assert any(line.startswith("We found no two sources") and "only one article" in line for line in empty)
    assert any(line.startswith("No article of this story states a day") for line in empty)
    assert any(line.startswith("No claims were found") for line in empty)


def test_a_drawing_over_several_years_names_the_year() -> None:
    account = make_account()
    first, *rest = account.readings
    early = Published(day=date(2019, 3, 1), known_by=KnownBy.FIELD)
    old = replace(first, article=replace(first.article, published=early))
    for readings, year in (((old, *rest), True), (account.readings, False)):
        [story] = compose_page(a := replace(account, readings=readings), assemble_dossiers(a)).stories
        labels = [tick.label for tick in draw_lineage(story.origins).ticks]
        assert [label.split()[-1].isdigit() for label in labels] == [year] * len(labels)


def test_a_claim_names_its_voices_before_it_is_opened() -> None:
    tree = html.document_fromstring(html_of(make_account()))
    assert "roads office" in [n.text_content() for n in tree.xpath("//summary/span[@class='note who']")]


def test_what_was_refused_is_listed_with_its_reason() -> None:
    text = html.document_fromstring(html_of(make_account())).xpath("string(//footer[@id='coverage'])")
    assert "empty.txt" in text
    assert "no bytes, expected an article" in text


def test_an_account_of_nothing_is_still_a_page() -> None:
    account = replace(
        make_account(),
        readings=(),
        stories=(),
        claims=(),
        findings=(),
        lineage=(),
        descents=(),
        voices=(),
        locators=(),
    )
    assert "Nothing was read" in html_of(account)
    assert "Nothing was read" in markdown_of(account)


def test_several_stories_open_with_an_index() -> None:
    account = make_account()
    other = replace(account.stories[0], id="other", articles=("a4",), label="Another matter")
    first = replace(account.stories[0], articles=("a0", "a1", "a2", "a3"))
    both = replace(account, stories=(first, other))
    tree = html.document_fromstring(html_of(both))
    assert [a.text_content() for a in tree.xpath("//section[@id='index']//h2/a")] == [first.label, "Another matter"]
    assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id")))


def test_no_emoji_no_gauge_and_no_verdict() -> None:
    page = html_of(make_account())
    assert not re.search("[\U0001f300-\U0001faff\u2705\u274c]", page)
    assert not re.search(r"<(meter|progress)\b", page)


@pytest.mark.parametrize("word", ["verified", "debunked", "fake", "trustworthy", "score:"])
def test_wording_never_judges(word: str) -> None:
    assert word not in html_of(make_account()).lower()


def test_the_drawing_keeps_every_article_on_the_sheet() -> None:
    account = make_account()
    drawing = draw_lineage(compose_page(account, assemble_dossiers(account)).stories[0].origins)
    assert [n.label for n in drawing.nodes] == ["not in this corpus", "000", "001", "002", "003", "004"]
    assert all(0 < n.x < drawing.width and 0 < n.y < drawing.height for n in drawing.nodes)
    assert [line.style for line in drawing.lines] == ["copy", "copy", "rewrite"]


def test_key_terms_places_and_the_story_before_stand_under_the_headline() -> None:
    account = make_account()
    story = replace(account.stories[0], terms=("tram", "a<b"), places=("Vesmark",))
    later = replace(story, id="later", label="An appeal", follows=story.id)
    account = replace(account, stories=(story, later))
    assert "Key terms: tram, a&lt;b. Places: Vesmark." in " ".join(html_of(account).split())
    assert re.search(r'Seems to go on from <a href="#s\d">', html_of(account))
    assert f"Seems to go on from: {plain(story.label)}." in markdown_of(account)
