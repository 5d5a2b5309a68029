"""The report in a real browser: silent, self-contained, accessible, and readable on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from golden.account import make_account
from twosource.demo import demo_articles
from twosource.dossier import assemble_dossiers, render_html
from twosource.engine.run import read_corpus, run_account
from twosource.model import Account

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def write_report(folder: Path, account: Account) -> Path:
    path = folder / "report.html"
    path.write_text(render_html(account, assemble_dossiers(account)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(tmp_path_factory.mktemp("small"), make_account())


@pytest.fixture(scope="module")
def demo_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(tmp_path_factory.mktemp("demo"), run_account(read_corpus([str(demo_articles())])))


@pytest.fixture
def page(open_in_browser: Any, report: Path) -> Iterator[Any]:
    with open_in_browser(report) as page:
        yield page


def test_the_page_says_nothing_on_the_console_and_asks_the_network_for_nothing(page: Any, report: Path) -> None:
    page.wait_for_load_state("networkidle")
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith("data:")] == [report.as_uri()]


def test_the_styles_and_the_script_are_allowed_by_the_content_security_policy(page: Any) -> None:
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(252, 250, 245)"
    assert page.locator(".compare").is_visible()


def open_everything(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("document.querySelectorAll('input[type=checkbox]').forEach(c => c.checked = true)")


def serious_violations(page: Any) -> list[tuple[str, str]]:
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed: pip install '.[dev]'")
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}]


@pytest.mark.parametrize("width", [1200, 400])
def test_axe_finds_no_serious_violation(page: Any, width: int) -> None:
    open_everything(page, width)
    assert serious_violations(page) == []


@pytest.mark.parametrize("width", [320, 400, 768, 1200])
def test_nothing_scrolls_sideways(page: Any, width: int) -> None:
    open_everything(page, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_demonstration_report_holds_to_the_same(page: Any, demo_report: Path) -> None:
    page.asked.clear()
    page.goto(demo_report.as_uri())
    open_everything(page, 400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert serious_violations(page) == []
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith("data:")] == [demo_report.as_uri()]


def test_a_citation_opens_the_article_at_the_cited_words(page: Any) -> None:
    sentence = page.locator(".brief a.line").first
    words = sentence.inner_text()
    sentence.click()
    target = page.locator(":target")
    assert target.is_visible()
    assert words.startswith(target.inner_text()[:10])


def test_a_number_opens_the_proof_of_its_claim(page: Any) -> None:
    page.locator(".claims .number a").first.click()
    assert page.locator(".claims .proofs").first.is_visible()


def test_two_articles_stand_side_by_side_with_shared_words_marked(page: Any) -> None:
    page.get_by_label("Left").select_option("001")
    page.get_by_label("Right").select_option("000")
    page.get_by_role("button", name="Side by side").click()
    marks = page.locator(".compare .columns > div").first.locator("mark")
    assert (
        marks.first.inner_text()
        == "The Orrin bridge will close from June 2 to June 6, the roads office said on Friday."
    )


def test_without_scripts_every_proof_still_opens(browser: Any, report: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    page.locator(".brief a.line").first.click()
    assert page.locator("details.article[open] .blocks").first.is_visible()
    assert not page.locator(".compare").is_visible()
    context.close()


def test_layers_are_switched_by_their_boxes(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details.article').forEach(d => d.open = true)")
    furniture = page.locator(".role-furniture").first
    assert not furniture.is_visible()
    page.get_by_label("site furniture").check()
    assert furniture.is_visible()
