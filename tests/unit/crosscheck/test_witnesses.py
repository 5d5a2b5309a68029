"""The four numbers: sets that open to their members, counted in one place of the package."""

from __future__ import annotations

import re
from pathlib import Path

import twosource
from twosource.model import Descent, count_four_numbers

DESCENTS = {
    "a": Descent(article="a", text="t1", origin="unseen:wire"),
    "b": Descent(article="b", text="t1", origin="unseen:wire"),
    "c": Descent(article="c", text="t2", origin="unseen:wire"),
    "d": Descent(article="d", text="t3", origin="t3"),
}


def test_copies_add_articles_and_neither_texts_nor_origins() -> None:
    numbers = count_four_numbers(["a", "b", "c", "d"], DESCENTS, ["Kremlin"])
    assert [len(x) for x in (numbers.articles, numbers.texts, numbers.origins)] == [4, 3, 2]


def test_voices_that_were_not_measured_are_not_none_counted() -> None:
    assert count_four_numbers(["a"], DESCENTS, None).voices is None
    assert count_four_numbers(["a"], DESCENTS, []).voices == ()


def test_an_article_given_twice_counts_once() -> None:
    assert count_four_numbers(["a", "a"], DESCENTS, []) == count_four_numbers(["a"], DESCENTS, [])


def test_nothing_else_in_the_package_builds_the_four_numbers() -> None:
    root = Path(twosource.__file__).parent
    builders = [
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*.py"))
        if re.search(r"\bFourNumbers\(", path.read_text(encoding="utf-8").replace("class FourNumbers(", ""))
    ]
    assert builders == ["model/counting.py"]
