"""The five real articles that twosource started from: every line of their account, with the words it rests on."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from shared_data import shared_or_skip
from twosource.dossier import assemble_dossiers, render_markdown
from twosource.engine.run import read_corpus, run_account
from twosource.model import Account, Claim, Finding, Reading, ReadingOf, Role

SEEDS = ("000", "001", "002", "003", "004")


@cache
def account_of(folder: Path) -> Account:
    return run_account(read_corpus([str(folder)]))


@pytest.fixture
def account() -> Account:
    return account_of(shared_or_skip("seeds"))


def name_of(account: Account, article: str) -> str:
    return next(Path(locator).name[:3] for key, locator in account.locators if key == article)


def article_of(account: Account, name: str) -> str:
    return next(key for key, locator in account.locators if Path(locator).name.startswith(name))


def reading_of(account: Account, name: str) -> Reading:
    key = article_of(account, name)
    return next(r for r in account.readings if r.article.id == key)


def groups(account: Account, field: str) -> set[frozenset[str]]:
    keys = {getattr(d, field) for d in account.descents}
    return {
        frozenset(name_of(account, d.article) for d in account.descents if getattr(d, field) == key) for key in keys
    }


def sides(account: Account, finding: Finding) -> set[tuple[str, str]]:
    return {(name_of(account, s.span.article), s.value) for s in (finding.left, finding.right)}


def claims_with(account: Account, *words: str) -> list[Claim]:
    return [c for c in account.claims if any(all(w in s.span.quote.lower() for w in words) for s in c.statements)]


# ---- lineage -------------------------------------------------------------------------------------------------------


def test_five_articles_are_four_texts(account: Account) -> None:
    assert groups(account, "text") == {frozenset(g) for g in (("000", "002"), ("001",), ("003",), ("004",))}


def test_four_texts_are_three_origins(account: Account) -> None:
    assert groups(account, "origin") == {frozenset(g) for g in (("000", "001", "002"), ("003",), ("004",))}


def test_the_shared_origin_is_an_unseen_agency_text_credited_pti(account: Account) -> None:
    origin = next(d.origin for d in account.descents if name_of(account, d.article) == "002")
    assert origin.startswith("unseen:")
    assert "pti" in origin.lower()
    named = reading_of(account, "002").credits
    assert [(c.agency, c.level.value) for c in named if c.level.value == "whole"] == [("PTI", "whole")]


def test_the_kremlin_statement_in_004_makes_no_copy_edge(account: Account) -> None:
    outside = article_of(account, "004")
    kinds = {e.relation.value for e in account.lineage if outside in (e.child, e.parent)}
    assert kinds <= {"shared_source", "template"}


def test_they_are_one_story(account: Account) -> None:
    assert [sorted(name_of(account, a) for a in s.articles) for s in account.stories] == [list(SEEDS)]


# ---- furniture -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("002", "Menu Explore"),
        ("002", "Read breaking news"),
        ("002", "News / World News"),
        ("003", "first-ever magazine"),
        ("003", "2 min read"),
        ("003", "This audio is created"),
        ("003", "Author: Kateryna"),
    ],
)
def test_site_text_is_furniture_and_feeds_no_claim(account: Account, name: str, words: str) -> None:
    reading = reading_of(account, name)
    at = reading.article.text.index(words)
    holder = next(p for p in reading.passages if p.span.start <= at < p.span.end)
    assert holder.role is Role.FURNITURE
    spans = [s.span for c in account.claims for s in c.statements if s.span.article == reading.article.id]
    assert not [s for s in spans if s.start < holder.span.end and holder.span.start < s.end]


def test_a_caption_printed_twice_counts_once_as_a_caption(account: Account) -> None:
    captions = [p for p in reading_of(account, "002").passages if p.role is Role.CAPTION]
    assert [p.repeats for p in captions] == [False, True]
    second = captions[1].span
    spans = [s.span for c in account.claims for s in c.statements if s.span.article == second.article]
    assert not [s for s in spans if s.start < second.end and second.start < s.end]


# ---- findings ------------------------------------------------------------------------------------------------------


def test_the_last_visit_is_in_conflict_september_against_october(account: Account) -> None:
    found = [f for f in account.findings if f.reading is ReadingOf.CONFLICT and not f.within_article]
    pairs = [{(side[0], side[1][:7]) for side in sides(account, f)} for f in found]
    assert any({v for _, v in p} == {"2024-09", "2024-10"} and "004" in {n for n, _ in p} for p in pairs), pairs


def test_27_leaders_and_leaders_of_20_countries_are_update_or_unclear(account: Account) -> None:
    found = [
        f
        for f in account.findings
        if {n for n, _ in sides(account, f)} == {"003", "004"}
        and any("27" in s.value for s in (f.left, f.right))
        and any("20" in s.value for s in (f.left, f.right))
    ]
    assert {f.reading for f in found} <= {ReadingOf.UPDATE, ReadingOf.UNCLEAR}
    assert found


def test_003_disagrees_with_itself_about_the_day_of_arrival(account: Account) -> None:
    inside = [f for f in account.findings if f.within_article]
    assert any(sides(account, f) == {("003", "2025-05-07"), ("003", "2025-05-08")} for f in inside)


def test_third_visit_since_2022_and_first_since_trump_are_no_finding(account: Account) -> None:
    for finding in account.findings:
        quotes = sorted(s.span.quote.lower() for s in (finding.left, finding.right))
        if finding.reading is not ReadingOf.SCOPE:
            assert not ("first visit" in quotes[0] + quotes[1] and "third" in quotes[0] + quotes[1]), quotes


def test_may_7_to_10_and_until_may_10_are_no_conflict(account: Account) -> None:
    for finding in account.findings:
        if finding.reading in (ReadingOf.CONFLICT, ReadingOf.UPDATE, ReadingOf.DISAGREEMENT):
            text = finding.left.span.quote + " | " + finding.right.span.quote
            assert "until May 10" not in text, text


def test_145_245_and_125_per_cent_are_no_findings(account: Account) -> None:
    for finding in account.findings:
        values = finding.left.value + " " + finding.right.value
        assert not any(v in values for v in ("145", "245", "125")), values


def test_a_denial_of_arms_supplies_is_a_disagreement_between_voices(account: Account) -> None:
    found = [f for f in account.findings if f.reading is ReadingOf.DISAGREEMENT]
    assert any({n for n, _ in sides(account, f)} == {"003", "004"} for f in found)


# ---- voices --------------------------------------------------------------------------------------------------------


def test_kremlin_and_chinese_foreign_ministry_are_one_voice_each(account: Account) -> None:
    names = [voice.id.lower() for _, voice in account.voices]
    assert len([n for n in names if "kremlin" in n or "peskov" in n]) == 1
    assert len([n for n in names if "foreign ministry" in n and "chin" in n]) == 1


def test_the_visit_has_the_kremlin_and_the_chinese_foreign_ministry_behind_it(account: Account) -> None:
    voices = {
        v.lower()
        for c in claims_with(account, "may 7") + claims_with(account, "visit", "10")
        for v in c.numbers.voices or ()
    }
    assert any("kremlin" in v for v in voices)
    assert any("foreign ministry" in v for v in voices)


def test_the_documents_have_one_voice_the_kremlin(account: Account) -> None:
    signed = [c for c in claims_with(account, "sign", "bilateral") if len(c.numbers.articles) == 5]
    assert signed, [(c.text, len(c.numbers.articles)) for c in claims_with(account, "sign", "bilateral")]
    assert [v.lower() for v in signed[0].numbers.voices or ()] == ["kremlin"]


@pytest.mark.parametrize(
    ("voice", "verb", "words"),
    [
        ("Kremlin", "confirmed", "will pay an official visit"),
        ("Kremlin", "said", "Xi was visiting at the invitation"),
        ("Kremlin", "said", "will sign a number of bilateral documents"),
        ("Kremlin", "said", "hold talks in various formats"),
        ("Chinese foreign ministry", "said", "We believe the important common understandings"),
        ("Chinese foreign ministry", "said", "The two countries will further strengthen"),
        ("Volodymyr Zelensky", "said", "cannot provide security assurances"),
        ("Volodymyr Zelensky", "claimed", "China is supplying weapons"),
        ("RIA Novosti", "reported", "arrived in Moscow on May 8"),
        ("NATO", "labeled", "decisive enabler"),
        ("Moscow", "accused", "threatening the safety of dignitaries"),
        ("Moscow", "accused", "endangering foreign dignitaries"),
    ],
)
def test_the_report_shows_whose_words_they_are(account: Account, voice: str, verb: str, words: str) -> None:
    page = render_markdown(account, assemble_dossiers(account))
    own = page.split(f"- **{voice}**", 1)[1].split("\n- **", 1)[0].splitlines()
    assert any(line.strip().startswith(f"- {verb}: ") and words in line for line in own)


def test_a_capital_speaks_for_itself_and_not_for_a_body(account: Account) -> None:
    names = {voice.id for _, voice in account.voices}
    assert {"Moscow", "Kremlin", "Kyiv", "Volodymyr Zelensky"} <= names


# ---- time ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "words", "first", "last"),
    [
        ("000", "Saturday", date(2025, 5, 3), date(2025, 5, 3)),
        ("000", "July", date(2024, 7, 1), date(2024, 7, 31)),
        ("000", "October that year", date(2023, 10, 1), date(2023, 10, 31)),
        ("003", "April 17", date(2025, 4, 17), date(2025, 4, 17)),
    ],
)
def test_times_are_resolved(account: Account, name: str, words: str, first: date, last: date) -> None:
    reading = reading_of(account, name)
    at = reading.article.text.index(words)
    whens = [t.when for t in reading.times if t.span.start <= at < t.span.end]
    assert [(w.earliest, w.latest) for w in whens if w] == [(first, last)]


def test_spans_hold(account: Account) -> None:
    texts = {r.article.id: r.article.text for r in account.readings}
    for claim in account.claims:
        assert all(s.span.holds_in(texts[s.span.article]) for s in claim.statements)
    for finding in account.findings:
        assert all(s.span.holds_in(texts[s.span.article]) for s in (finding.left, finding.right))


# ---- nothing but the words matters -----------------------------------------------------------------------------------


def summary(account: Account) -> object:
    return (
        [r.article.id for r in account.readings],
        account.descents,
        account.lineage,
        account.stories,
        account.claims,
        account.findings,
    )


@pytest.mark.slow
def test_renaming_permuting_and_repeating_the_files_changes_nothing(account: Account, tmp_path: Path) -> None:
    files = sorted(shared_or_skip("seeds").glob("*.txt"))
    for number, file in enumerate(reversed(files)):
        shutil.copy(file, tmp_path / f"{number}-renamed.txt")
        shutil.copy(file, tmp_path / f"again-{number}.txt")
    assert summary(run_account(read_corpus([str(tmp_path)]))) == summary(account)


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_a_copy_in_other_furniture_adds_an_article_and_nothing_else(tmp_path: Path, name: str) -> None:
    folder = shared_or_skip("seeds")
    for file in folder.glob("*.txt"):
        shutil.copy(file, tmp_path / file.name)
    body = next(folder.glob(f"{name}*")).read_text(encoding="utf-8")
    dressed = (
        f"Home Sections Log in\nSubscribe to our newsletter\n\n{body}\n\nShare this article\nMore from Example Post\n"
    )
    (tmp_path / "sixth.txt").write_text(dressed, encoding="utf-8")
    more = run_account(read_corpus([str(tmp_path)]))
    assert len(more.readings) == 6
    assert len({d.text for d in more.descents}) == 4
    assert len({d.origin for d in more.descents}) == 3
