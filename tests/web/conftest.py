"""One real browser for all pages, and pages that note what they say and ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_NETWORK = ("--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync")


def _give_up(reason: str) -> NoReturn:
    """Skips, or fails where a browser is required: a check that is left out must not look like one that passed."""
    if os.environ.get("TWOSOURCE_REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    try:
        from playwright import sync_api  # noqa: PLC0415 - tests without a browser need no driver
    except ImportError:
        _give_up("playwright is not installed: pip install '.[dev]'")
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        _give_up(f"no browser found: looked for {', '.join(_BROWSERS)}")
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox", *_NETWORK])
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Any, path: Path, **context: str) -> Iterator[Any]:
    """The page of a file; `heard` is what it said on the console, `asked` every address it asked for."""
    opened = browser.new_context(viewport={"width": 1200, "height": 900}, **context)
    page = opened.new_page()
    page.heard, page.asked = [], []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(path.as_uri())
    yield page
    opened.close()


@pytest.fixture(scope="session")
def open_in_browser(browser: Any) -> Any:
    """`open_page` in the browser of the session."""
    return lambda path, **context: open_page(browser, path, **context)
