"""Whatever an article says, the page says it as text, in full, and as nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from twosource.dossier import assemble_dossiers, render_html, render_json, render_markdown
from twosource.dossier.labels import name_articles
from twosource.dossier.page import compose_page
from twosource.model import (
    Account,
    Article,
    Attribution,
    Bound,
    Descent,
    EntityKind,
    EntityMention,
    Finding,
    Found,
    KnownBy,
    Quantity,
    QuantityMention,
    Reading,
    ReadingOf,
    Run,
    Side,
    Span,
    Story,
    Voice,
    span_of,
)

_MARKUP = st.sampled_from(
    ["<script>", "</script>", "<!--", "]]>", "&amp;", '"', "'", "{{", "}}", "{%", "<p ", "|", "`"]
)
_WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1)
_TEXTS = st.lists(_MARKUP | _WORDS, min_size=1, max_size=8).map(" ".join).filter(lambda text: bool(text.strip()))


def account_of(texts: list[str]) -> Account:
    ids = [f"r{place}" for place in range(len(texts))]
    readings = tuple(
        Reading(article=Article(id=i, raw=i, text=t, title=Found(value=t, known_by=KnownBy.TEXT)))
        for i, t in zip(ids, texts, strict=True)
    )
    return Account(
        run=Run(version="0", options="o", inputs="i", stages=()),
        readings=readings,
        lineage=(),
        descents=tuple(Descent(article=i, text=i, origin=i) for i in ids),
        stories=(Story(id="s", articles=tuple(ids), lead=ids[0], label=texts[0]),),
        claims=(),
        findings=(),
        voices=(),
        rejected=(),
        locators=tuple((i, f"{t[:40]}.txt") for i, t in zip(ids, texts, strict=True)),
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, min_size=1, max_size=3))
def test_no_text_becomes_markup_and_none_is_lost(texts: list[str]) -> None:
    account = account_of(texts)
    tree = html.document_fromstring(render_html(account, assemble_dossiers(account)))
    scripts = [s for s in tree.iter("script") if s.get("type") != "application/json"]
    shown = ["".join(block.itertext()) for block in tree.xpath("//div[@class='blocks']")]
    assert len(scripts) == 1
    assert ["".join(s.split()) for s in shown] == ["".join(t.split()) for t in texts]


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, min_size=1, max_size=3))
def test_markdown_and_json_are_written_for_any_text(texts: list[str]) -> None:
    account = account_of(texts)
    dossiers = assemble_dossiers(account)
    assert "<script>" not in render_markdown(account, dossiers)
    assert render_json(account, dossiers).endswith("}\n")


def _some_words(draw: st.DrawFn, article: Article) -> Span:
    start = draw(st.integers(0, len(article.text) - 1))
    return span_of(article, start, draw(st.integers(start + 1, len(article.text))))


@st.composite
def accounts_with_speech_and_findings(draw: st.DrawFn) -> Account:
    """Two articles; any words of theirs are said by a voice, name something, and are a side of a finding."""
    account = account_of(draw(st.lists(_TEXTS | st.just("He said that it was so. It was."), min_size=2, max_size=2)))
    articles = [r.article for r in account.readings]
    readings = tuple(
        replace(
            r,
            attributions=tuple(
                Attribution(
                    id=f"{r.article.id}{n}",
                    article=r.article.id,
                    cue=(),
                    content=(_some_words(draw, r.article),),
                    source=(_some_words(draw, r.article),),
                    voice=draw(st.sampled_from(["V", None])),
                    hedges=draw(st.sampled_from([(), ("about", "may")])),
                    parent=draw(st.sampled_from([None, f"{r.article.id}{1 - n}"])),
                )
                for n in range(2)
            ),
            entities=(
                EntityMention(
                    span=(s := _some_words(draw, r.article)), kind=draw(st.sampled_from(EntityKind)), entity=s.quote
                ),
            ),
            quantities=(
                QuantityMention(
                    span=_some_words(draw, r.article), value=Quantity(low=12.0, high=12.0, bound=Bound.EXACT)
                ),
            ),
        )
        for r in account.readings
    )
    sides = [
        Side(span=s, value=draw(st.sampled_from([s.quote, "12 foot", "2025-05", ""])), statement=a.id)
        for a in articles
        for s in [_some_words(draw, a)]
    ]
    finding = Finding(
        id="f",
        story="s",
        reading=draw(st.sampled_from(ReadingOf)),
        slot=draw(st.sampled_from(["number", "date", "time", "place", "person", "organisation", "polarity"])),
        left=sides[0],
        right=sides[1],
        rule=draw(st.sampled_from(["numbers apart", "one name in two spellings"])),
        score=1.0,
    )
    story = replace(
        account.stories[0], terms=tuple(articles[0].text.split()[:4]), places=(articles[1].text.split()[0],)
    )
    return replace(account, readings=readings, findings=(finding,), voices=(("s", Voice(id="V")),), stories=(story,))


@settings(deadline=None, max_examples=60)
@given(accounts_with_speech_and_findings())
def test_whatever_is_said_and_found_every_citation_leads_to_its_words(account: Account) -> None:
    dossiers = assemble_dossiers(account)
    tree = html.document_fromstring(render_html(account, dossiers))
    assert {h[1:] for h in tree.xpath("//@href") if h.startswith("#")} <= set(tree.xpath("//@id"))
    assert render_markdown(account, dossiers)
    texts = {r.article.id: r.article.text for r in account.readings}
    [story] = compose_page(account, dossiers).stories
    quotes = [said.words for voice in story.voices for said in voice.said]
    quotes += [quote for dispute in story.disputes for side in dispute.sides for quote in side.quotes]
    assert all(texts[q.article][q.start : q.end] == q.quote for q in quotes)


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, min_size=1, max_size=6))
def test_no_two_articles_are_called_the_same(texts: list[str]) -> None:
    account = account_of(texts)
    shorts = [label.short for label in name_articles(account.readings, account.locators).values()]
    assert len(set(shorts)) == len(texts)
