"""How a difference is asked, worded and gathered, so that it is seen at a glance."""

from __future__ import annotations

import pytest
from lxml import html
from msgspec.structs import replace

from golden.account import make_account
from twosource.dossier import assemble_dossiers, render_html, render_markdown
from twosource.dossier.page import compose_page
from twosource.dossier.page.records import Dispute, Panel, StoryPage
from twosource.model import (
    OLDER_LATER,
    PRICE_MOVED,
    QUOTED_TWO_WAYS,
    TWO_AGES,
    Account,
    Article,
    Finding,
    Passage,
    Reading,
    ReadingOf,
    Role,
    Side,
    Story,
    span_of,
)


def account_of(
    texts: tuple[str, ...], *pairs: tuple[tuple[int, str, str], tuple[int, str, str], str, str], caption: bool = False
) -> Account:
    """Articles of one sentence each, and findings: (article, words, value) twice, slot, rule."""
    articles = [Article(id=f"n{place}", raw=f"n{place}", text=text) for place, text in enumerate(texts)]
    role = Role.CAPTION if caption else Role.BODY
    readings = tuple(
        Reading(article=a, passages=(Passage(span=span_of(a, 0, len(a.text)), role=role),)) for a in articles
    )

    def side(place: int, words: str, value: str) -> Side:
        start = texts[place].index(words)
        span = span_of(articles[place], start, start + len(words))
        return Side(span=span, value=value, statement=f"s{place}")

    findings = tuple(
        Finding(
            id=f"f{number}",
            story="n",
            reading=ReadingOf.CONFLICT,
            slot=slot,
            left=side(*left),
            right=side(*right),
            rule=rule,
            score=1.0,
        )
        for number, (left, right, slot, rule) in enumerate(pairs)
    )
    return replace(
        make_account(),
        readings=readings,
        stories=(Story(id="n", articles=tuple(a.id for a in articles), lead="n0", label="Bridge"),),
        claims=(),
        findings=findings,
        lineage=(),
        descents=(),
        voices=(),
        locators=tuple((a.id, f"{a.id}.txt") for a in articles),
    )


def story_of(account: Account) -> StoryPage:
    return compose_page(account, assemble_dossiers(account)).stories[0]


def only(account: Account) -> Dispute:
    [dispute] = story_of(account).disputes
    return dispute


FELL = (
    "The boy fell 10 to 12 feet into the moat.",
    "He fell about 12 feet, a keeper said.",
    "A boy fell 15ft at the zoo.",
)


def test_two_findings_with_one_value_in_one_place_are_one_dispute() -> None:
    fifteen = (2, "15ft", "15 foot")
    account = account_of(
        FELL,
        ((0, "10 to 12 feet", "10-12 foot"), fifteen, "number", "numbers apart"),
        ((1, "about 12 feet", "about 12 foot"), fifteen, "number", "numbers apart"),
    )
    dispute = only(account)
    assert {side.shown for side in dispute.sides} == {"10–12 feet", "about 12 feet", "15 feet"}
    assert dispute.question == "How many feet?"


@pytest.mark.parametrize(
    ("left", "right", "question"),
    [
        ("12 people", "19 people", "How many people?"),
        ("20 countries", "27 leaders", "How many?"),
        ("500 EUR", "700 EUR", "How much?"),
        ("31200000000 USD", "2071234567 USD", "How much?"),
        ("2 million people", "3000000 people", "How many people?"),
        ("3 percent", "4 percent", "How many percent?"),
        ("-1 percent", "up", "Up or down?"),
        ("not known", "told", "Is it known?"),
        ("said before", "said now", "What was corrected?"),
        ("450 lb", "400 lb", "How many pounds?"),
        ("2 hour", "3 hour", "How long?"),
    ],
)
def test_the_question_says_what_is_counted(left: str, right: str, question: str) -> None:
    texts = (f"There were {left} there.", f"It had {right} in all.")
    assert only(account_of(texts, ((0, left, left), (1, right, right), "number", "numbers apart"))).question == question


@pytest.mark.parametrize("rule", [TWO_AGES, OLDER_LATER])
def test_two_ages_of_a_person_answer_how_old_he_is(rule: str) -> None:
    texts = ("Police sought Orla Stone, 35, of Orrin.", "Orla Stone, 36, was charged.")
    sides = ((0, "35", "35 years"), (1, "36", "36 years"), "number", rule)
    assert only(account_of(texts, sides)).question == "How old?"


def test_words_far_from_the_values_are_no_heading() -> None:
    texts = (
        "A blast at a grain terminal in the port of Orrin on Tuesday morning killed 12 people there.",
        "The toll of the blast at a grain terminal in Orrin, by now the worst in many years, rose to 19 people.",
    )
    account = account_of(
        texts, ((0, "12 people", "12 people"), (1, "19 people", "19 people"), "number", "numbers apart")
    )
    assert only(account).topic == ""
    near = ("The port was last inspected in May.", "A plate says it was last inspected in June.")
    account = account_of(near, ((0, "May", "2019-05"), (1, "June", "2019-06"), "date", "dates apart"))
    assert only(account).topic == "was last inspected in"


def test_one_name_in_two_spellings_is_no_dispute() -> None:
    texts = ("The boy is called Isaiah Rait.", "Isiah Rait fell in.")
    spelled = ((0, "Isaiah", "Isaiah"), (1, "Isiah", "Isiah"), "person", "one name in two spellings")
    dispute = only(account_of(texts, spelled))
    assert (dispute.panel, dispute.label, dispute.question) == (Panel.CHANGED, "spelling", "How is the name spelled?")


def test_one_quotation_in_two_wordings_is_no_dispute() -> None:
    texts = ("“They saw the bridge fall,” he said.", "“They heard the bridge fall,” he said.")
    worded = ((0, "saw", "saw"), (1, "heard", "heard"), "other", QUOTED_TWO_WAYS)
    dispute = only(account_of(texts, worded))
    assert (dispute.panel, dispute.label, dispute.question) == (Panel.CHANGED, "wording", "What were the words?")


def test_only_the_name_is_marked_of_a_name_in_two_spellings() -> None:
    texts = ("The boy is called Isaiah Rait.", "Isiah Rait fell in.")
    left, right = (0, "The boy is called Isaiah Rait", "Isaiah Rait"), (1, "Isiah Rait fell in", "Isiah Rait")
    dispute = only(account_of(texts, (left, right, "person", "one name in two spellings")))
    assert {side.quotes[0].quote for side in dispute.sides} == {"Isaiah Rait", "Isiah Rait"}


def test_a_value_is_marked_as_a_word_and_not_inside_another() -> None:
    texts = ("Shares of Acme Group rose.", "Shares of Acme Group fell 1 percent.")
    left, right = (0, "Shares of Acme Group rose", "up"), (1, "Shares of Acme Group fell 1 percent", "-1 percent")
    dispute = only(account_of(texts, (left, right, "number", PRICE_MOVED)))
    assert "up" not in {side.quotes[0].quote for side in dispute.sides}


def test_a_time_is_no_heading() -> None:
    texts = ("It had 3 mills as of the end of 2016.", "A report counts 5 mills at the end of 2016.")
    account = account_of(texts, ((0, "3 mills", "3 mills"), (1, "5 mills", "5 mills"), "number", "numbers apart"))
    assert only(account).topic == ""


def test_a_noun_that_is_counted_keeps_the_capital_of_the_article() -> None:
    texts = ("Ten Americans died.", "Twelve Americans died.")
    sides = ((0, "Ten Americans", "10 americans"), (1, "Twelve Americans", "12 americans"), "number", "numbers apart")
    assert {side.shown for side in only(account_of(texts, sides)).sides} == {"10 Americans", "12 Americans"}


def test_words_of_a_caption_say_that_they_are() -> None:
    texts = ("The port was shut in May.", "The port was shut in June.")
    account = account_of(texts, ((0, "May", "2019-05"), (1, "June", "2019-06"), "date", "dates apart"), caption=True)
    tree = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    assert "in the caption" in str(tree.xpath("string(//div[@class='dispute'])"))


def test_the_reason_is_said_in_words() -> None:
    texts = ("The port was shut in May.", "The port was shut in June.")
    account = account_of(texts, ((0, "May", "2019-05"), (1, "June", "2019-06"), "date", "dates apart"))
    tree = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    assert tree.xpath("string(//p[@class='rule'])") == "Why: the dates cannot both be right"


def test_a_disputed_sentence_of_the_brief_says_what_stands_against_it() -> None:
    account = make_account()
    dossiers = assemble_dossiers(account)
    [sentence] = [s for s in story_of(account).brief if s.disputed]
    assert [(other.shown, [c.letter for c in other.origins]) for other in sentence.against] == [("March 2019", ["A"])]
    shown = html.document_fromstring(render_html(account, dossiers)).xpath("string(//div[@class='brief'])")
    assert "disputed elsewhere: March 2019 A" in " ".join(str(shown).split())
    assert "(disputed: March 2019 \\[A: 000 001\\])" in render_markdown(account, dossiers)


def test_that_a_figure_was_corrected_is_not_said_twice() -> None:
    texts = ("An earlier version said 34 people were hurt. The correct figure is 43.",)
    before, now = "An earlier version said 34 people were hurt.", "The correct figure is 43."
    note = ((0, before, "said before"), (0, now, "said now"), "number", "the article takes back what it said")
    figures = ((0, "34 people", "34 people"), (0, "43", "43 people"), "number", "the article takes back its own figure")
    account = account_of(texts, note, figures)
    assert [d.question for d in story_of(account).disputes] == ["How many people?"]
    assert [d.question for d in story_of(account_of(texts, note)).disputes] == ["What was corrected?"]


def test_what_is_denied_is_marked_whole() -> None:
    texts = ("The office denied that the bridge was shut.", "Ann Reed said that the bridge was shut.")
    left = (0, "denied that the bridge was shut", "denied")
    right = (1, "that the bridge was shut", "asserted")
    dispute = only(account_of(texts, (left, right, "polarity", "one voice denies what another says")))
    assert "denied that the bridge was shut" in {side.quotes[0].quote for side in dispute.sides}
