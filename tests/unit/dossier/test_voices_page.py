"""Voices on the page: what they say can be read, and a long list does not bury the rest."""

from __future__ import annotations

import pytest
from lxml import html
from msgspec.structs import replace

from golden.account import make_account
from twosource.dossier import assemble_dossiers, render_html, render_markdown
from twosource.dossier.page import compose_page
from twosource.dossier.page.records import FIRST_VOICES, VoiceEntry
from twosource.model import Account, Article, Attribution, Reading, Stance, Story, Voice, span_of

TEXT = "Ann Reed denied allegations that the bridge was shut. Ann Reed said the bridge was open to everybody."


def account_saying(*contents: str, voices: tuple[Voice, ...] = (Voice(id="Ann Reed", aliases=()),)) -> Account:
    """One article in which Ann Reed is quoted with each of the words given."""
    article = Article(id="n", raw="n", text=TEXT)
    said = tuple(
        Attribution(
            id=f"s{place}",
            article="n",
            source=(span_of(article, 0, 8),),
            cue=(span_of(article, 9, 15),),
            content=(span_of(article, TEXT.index(words), TEXT.index(words) + len(words)),),
            voice="Ann Reed",
            stance=Stance.DENIED,
        )
        for place, words in enumerate(contents)
    )
    return replace(
        make_account(),
        readings=(Reading(article=article, attributions=said),),
        stories=(Story(id="n", articles=("n",), lead="n", label="Bridge"),),
        claims=(),
        findings=(),
        lineage=(),
        descents=(),
        voices=tuple(("n", voice) for voice in voices),
        locators=(("n", "n.txt"),),
    )


def entries_of(account: Account) -> tuple[VoiceEntry, ...]:
    return compose_page(account, assemble_dossiers(account)).stories[0].voices


def test_a_few_words_are_shown_inside_their_sentence() -> None:
    account = account_saying("allegations", "the bridge was open to everybody")
    [entry] = entries_of(account)
    assert [(said.words.quote, said.part) for said in entry.said] == [
        ("allegations", True),
        ("the bridge was open to everybody", False),
    ]
    page = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    shown = [" ".join(a.text_content().split()) for a in page.xpath("//div[@class='voice']//li/a")]
    assert shown == ["Ann Reed denied allegations that the bridge was shut.", "the bridge was open to everybody"]
    written = render_markdown(account, assemble_dossiers(account))
    assert "“Ann Reed denied **allegations** that the bridge was shut.”" in written


def test_a_saying_in_two_parts_is_shown_whole_unless_they_stand_apart() -> None:
    account = account_saying("allegations")
    [reading] = account.readings
    article = reading.article
    parts = ("the bridge was shut", "the bridge was open to everybody")
    spans = tuple(span_of(article, TEXT.index(words), TEXT.index(words) + len(words)) for words in parts)
    said = replace(reading.attributions[0], content=spans)
    [entry] = entries_of(replace(account, readings=(replace(reading, attributions=(said,)),)))
    assert [said.words.quote for said in entry.said] == [f"{parts[0]}. Ann Reed said {parts[1]}"]

    apart = replace(article, text=TEXT.replace(". Ann", ".\nAnn"))
    [entry] = entries_of(replace(account, readings=(replace(reading, article=apart, attributions=(said,)),)))
    assert [said.words.quote for said in entry.said] == [parts[0]]


def test_of_a_saying_in_two_parts_with_much_between_only_the_first_is_shown() -> None:
    account = account_saying("allegations")
    [reading] = account.readings
    parts = ("the bridge was shut", "the bridge was open to everybody")
    far = replace(reading.article, text=TEXT.replace(". Ann", f". {'It rained. ' * 9}Ann"))
    spans = tuple(span_of(far, far.text.index(words), far.text.index(words) + len(words)) for words in parts)
    said = replace(reading.attributions[0], content=spans)
    [entry] = entries_of(replace(account, readings=(replace(reading, article=far, attributions=(said,)),)))
    assert [said.words.quote for said in entry.said] == [parts[0]]


def test_the_word_that_joins_what_was_said_to_the_verb_is_left_out() -> None:
    [entry] = entries_of(account_saying("that the bridge was shut"))
    [said] = entry.said
    assert said.words.quote == "the bridge was shut"
    assert TEXT[said.words.start : said.words.end] == said.words.quote


def test_a_pronoun_is_no_link_of_a_chain() -> None:
    account = account_saying("allegations", "the bridge was open to everybody")
    [reading] = account.readings
    inner, outer = reading.attributions
    outer = replace(outer, voice=None, source=(replace(outer.source[0], end=2, start=0, quote="He"),))
    nested = replace(reading, attributions=(replace(inner, parent=outer.id), outer))
    [entry] = entries_of(replace(account, readings=(nested,)))
    assert entry.said[0].chain[1:] == ("Ann Reed",)


@pytest.mark.parametrize("words", ["the", ".", "that the"])
def test_what_says_nothing_is_not_listed(words: str) -> None:
    [entry] = entries_of(account_saying(words))
    assert entry.said == ()


def test_a_name_in_other_capitals_is_no_other_name() -> None:
    voice = Voice(id="Ann Reed", aliases=("ann Reed", "Ms Reed", "ms reed"))
    [entry] = entries_of(account_saying("allegations", voices=(voice,)))
    assert entry.aliases == ("Ms Reed",)


def test_many_voices_are_folded() -> None:
    many = tuple(Voice(id=f"Voice {n:02}", aliases=()) for n in range(FIRST_VOICES + 3))
    account = account_saying("allegations", voices=many)
    page = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    [folded] = page.xpath("//section[contains(@id, '-voices')]//details[@class='more']")
    assert folded.xpath("string(summary)") == "3 further voices"
    assert len(folded.xpath(".//div[@class='voice']")) == 3
    assert len(page.xpath("//div[@class='voice']")) == len(many)


@pytest.mark.parametrize(
    ("cue", "verb"),
    [
        ("dismissed", "dismissed"),
        ("is hoping", "hoping"),
        ("did not release", "did not release"),
        ("couldn’t say", "could not say"),
        ("can't say", "can not say"),
        ("won't say", "will not say"),
        ("is not", "denied"),
        ("has also rejected", "rejected"),
        ("said on Sunday", "said"),
        ("said in a statement", "said"),
        ("said for years", "said"),
        ("cautioned in a note", "cautioned"),
        ("has not", "denied"),
        ("called on", "called on"),
        ("told", "denied"),
        ("was asked by", "denied"),
        ("can see", "denied"),
    ],
)
def test_a_saying_stands_under_the_articles_own_verb(cue: str, verb: str) -> None:
    account = account_saying("the bridge was open to everybody")
    [reading] = account.readings
    article = replace(reading.article, text=TEXT.replace("denied", cue))
    [attribution] = reading.attributions
    start = article.text.index("the bridge was open")
    content = span_of(article, start, start + len("the bridge was open to everybody"))
    said = replace(attribution, cue=(span_of(article, 9, 9 + len(cue)),), content=(content,))
    changed = replace(account, readings=(replace(reading, article=article, attributions=(said,)),))
    [entry] = entries_of(changed)
    assert [spoken.verb for spoken in entry.said] == [verb]
    assert f"- {verb}: “the bridge" in render_markdown(changed, assemble_dossiers(changed))
