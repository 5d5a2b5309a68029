"""The demonstration corpus: what its README and expected.json promise is what the program finds."""

from __future__ import annotations

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from twosource.demo import demo_articles, demo_expectation
from twosource.dossier import assemble_dossiers
from twosource.dossier.labels import name_articles
from twosource.dossier.page import compose_page
from twosource.dossier.page.records import AccountPage, Dispute
from twosource.engine.run import read_corpus, run_account
from twosource.model import Account, CreditLevel, Reading, Relation, Role

TRUTH: dict[str, Any] = json.loads(demo_expectation().read_text(encoding="utf-8"))


@cache
def account() -> Account:
    return run_account(read_corpus([str(demo_articles())]))


@cache
def page() -> AccountPage:
    return compose_page(account(), assemble_dossiers(account()))


@cache
def names() -> dict[str, str]:
    """Short name of each article by its id."""
    return {key: label.short for key, label in name_articles(account().readings, account().locators).items()}


def reading_of(name: str) -> Reading:
    return next(r for r in account().readings if names()[r.article.id] == name)


def partition(field: str) -> set[frozenset[str]]:
    keys = {getattr(d, field) for d in account().descents}
    return {frozenset(names()[d.article] for d in account().descents if getattr(d, field) == key) for key in keys}


def whole_partition(groups: list[list[str]]) -> set[frozenset[str]]:
    """The groups named, and every other article alone."""
    named = {name for group in groups for name in group}
    return {frozenset(group) for group in groups} | {frozenset({n}) for n in names().values() if n not in named}


def relations(left: str, right: str) -> set[Relation]:
    return {e.relation for e in account().lineage if {names().get(e.child), names().get(e.parent)} == {left, right}}


def test_every_article_is_read() -> None:
    assert len(account().readings) == TRUTH["articles"]
    assert account().rejected == ()


def test_texts_are_the_copies_and_cuts() -> None:
    assert partition("text") == whole_partition(TRUTH["texts"])


def test_origins_are_acts_of_newsgathering() -> None:
    assert partition("origin") == whole_partition(TRUTH["origins"])


def test_two_events_and_a_look_alike_are_three_stories() -> None:
    found = {frozenset(names()[a] for a in story.articles) for story in account().stories}
    assert found == {frozenset(story) for story in TRUTH["stories"]}


@pytest.mark.parametrize("case", TRUTH["relations"], ids=lambda case: "-".join(case["pair"]))
def test_what_was_taken_is_named_by_its_relation(case: dict[str, Any]) -> None:
    assert relations(*case["pair"]) & {Relation(name) for name in case["any_of"]}


@pytest.mark.parametrize("pair", TRUTH["no_taking"], ids="-".join)
def test_what_was_not_taken_is_not_called_taken(pair: list[str]) -> None:
    assert relations(*pair) <= {Relation.SHARED_SOURCE}


@pytest.mark.parametrize("name", TRUTH["no_whole_credit"])
def test_a_photo_credit_or_call_sign_credits_no_text(name: str) -> None:
    assert not [c for c in reading_of(name).credits if c.level is CreditLevel.WHOLE]


@pytest.mark.parametrize("name", TRUTH["whole_credit"])
def test_the_agency_is_credited_where_it_stands_in_byline_or_dateline(name: str) -> None:
    reading = reading_of(name)
    own = reading.article.outlet is not None and reading.article.outlet.value == "Northland News Agency"
    assert own or [c for c in reading.credits if c.level is CreditLevel.WHOLE]


@pytest.mark.parametrize("case", TRUTH["furniture"], ids=lambda case: case["words"])
def test_site_text_is_furniture(case: dict[str, str]) -> None:
    reading = reading_of(case["article"])
    place = reading.article.text.index(case["words"])
    roles = [p.role for p in reading.passages if p.span.start <= place < p.span.end]
    assert roles in ([Role.FURNITURE], [])


def holds(dispute: Dispute, side: dict[str, str]) -> set[int]:
    """Which sides of the dispute the expected words stand on."""
    return {
        place
        for place, held in enumerate(dispute.sides)
        if any(q.label == side["article"] and side["words"] in q.whole for q in held.quotes)
    }


def has_two_sides(dispute: Dispute, case: dict[str, Any]) -> bool:
    left, right = holds(dispute, case["left"]), holds(dispute, case["right"])
    return any(a != b for a in left for b in right)


@pytest.mark.parametrize("case", TRUTH["findings"], ids=lambda c: f"{c['left']['words']} or {c['right']['words']}")
def test_differences_stand_side_by_side(case: dict[str, Any]) -> None:
    disputes = [d for story in page().stories for d in story.disputes if d.slot == case["slot"]]
    assert [d for d in disputes if d.reading.value in case["any_of"] and has_two_sides(d, case)]


@pytest.mark.parametrize("case", TRUTH["days"], ids=lambda c: f"{c['article']} {c['words']}")
def test_days_are_resolved(case: dict[str, str]) -> None:
    times = [t for t in reading_of(case["article"]).times if case["words"] in t.span.quote and t.when]
    found = {(t.when.earliest, t.when.latest, t.when.grain.value) for t in times if t.when}
    assert (date.fromisoformat(case["earliest"]), date.fromisoformat(case["latest"]), case["grain"]) in found


@pytest.mark.slow
def test_other_file_names_and_a_second_copy_change_nothing_that_is_found(tmp_path: Path) -> None:
    """Ids are digests of content, so the whole account is equal but for the places things were read from."""
    for place, path in enumerate(sorted(demo_articles().iterdir(), reverse=True)):
        shutil.copy(path, tmp_path / f"{place}{path.suffix}")
        shutil.copy(path, tmp_path / f"again-{place}{path.suffix}")
    other = run_account(read_corpus([str(tmp_path)]))
    assert replace(other, locators=()) == replace(account(), locators=())
