"""Two articles side by side in a real browser: silent, self-contained, accessible, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from twosource.cli.explain import choose_reading, write_pair
from twosource.demo import demo_articles
from twosource.engine.run import read_corpus
from twosource.lineage import explain_edge

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    corpus = read_corpus([str(demo_articles())])
    left, right = (choose_reading(corpus, name) for name in ("02_courier.txt", "04_evening-post.txt"))
    path = tmp_path_factory.mktemp("pair") / "pair.html"
    write_pair(left, right, explain_edge(left, right), locators=corpus.locators, output=str(path))
    return path


@pytest.fixture(params=["light", "dark"])
def page(open_in_browser: Any, pair: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
    with open_in_browser(pair, color_scheme=request.param) as page:
        yield page


def serious_violations(page: Any) -> list[tuple[str, str]]:
    pytest.importorskip("axe_playwright_python", reason="axe-core is not installed: pip install '.[dev]'")
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}]


def test_the_page_says_nothing_on_the_console_and_asks_the_network_for_nothing(page: Any, pair: Path) -> None:
    page.wait_for_load_state("networkidle")
    assert page.heard == []
    assert [url for url in page.asked if not url.startswith("data:")] == [pair.as_uri()]
    assert page.locator("script").count() == 0


@pytest.mark.parametrize("width", [320, 400, 768, 1200])
def test_nothing_scrolls_sideways_and_axe_finds_no_serious_violation(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious_violations(page) == []


def test_the_two_texts_stand_beside_each_other_on_a_wide_screen_only(page: Any) -> None:
    tops = "[...document.querySelectorAll('.pair-text')].map(s => s.getBoundingClientRect().top)"
    left, right = page.evaluate(tops)
    assert left == right
    page.set_viewport_size({"width": 400, "height": 900})
    left, right = page.evaluate(tops)
    assert left < right


def test_a_number_leads_to_the_same_words_in_the_other_text(page: Any) -> None:
    link = page.locator(".pair-text").first.locator("a.to").first
    words = link.evaluate("link => link.nextElementSibling.textContent")
    link.click()
    there = page.locator(":target").evaluate("target => target.nextElementSibling.textContent")
    assert there[:10].casefold() == words[:10].casefold()
