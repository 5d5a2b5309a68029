"""The four numbers: sets that open to their members, counted in one place of the package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
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


_COUNTS_NO_SOURCES = {
    "dossier/timeline.py": "chooses sentences of different origins for one day; the day's number is not made of it",
}
"""Modules that may ask how many origins some of their records have, each with its reason."""


def _counted_sets(tree: ast.AST) -> Iterator[ast.expr]:
    """The sets whose length a module takes."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"
        if named and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], (ast.SetComp, ast.Call)):
            yield node.args[0]


def _speaks_of_sources(node: ast.AST) -> bool:
    """Whether an expression looks up origins, text groups or voices one by one."""
    names = {n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)}
    names |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return bool(names & {"origin", "origin_of", "text_of", "said_by", "resolve"})


def test_no_module_counts_origins_texts_or_voices_by_itself() -> None:
    root = Path(twosource.__file__).parent
    counting = {
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*.py"))
        for node in _counted_sets(ast.parse(path.read_text(encoding="utf-8")))
        if _speaks_of_sources(node)
    }
    inside = {name for name in counting if not name.startswith(("lineage/", "evaluation/", "bench/"))}
    assert inside == set(_COUNTS_NO_SOURCES)
