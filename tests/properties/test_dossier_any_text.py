"""Whatever an article says, the page says it as text, in full, and as nothing else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from twosource.dossier import assemble_dossiers, render_html, render_json, render_markdown
from twosource.dossier.labels import name_articles
from twosource.model import Account, Article, Descent, Found, KnownBy, Reading, Run, Story

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


@settings(deadline=None, max_examples=60)
@given(st.lists(_TEXTS, min_size=1, max_size=6))
def test_no_two_articles_are_called_the_same(texts: list[str]) -> None:
    account = account_of(texts)
    shorts = [label.short for label in name_articles(account.readings, account.locators).values()]
    assert len(set(shorts)) == len(texts)
