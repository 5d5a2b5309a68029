"""The four numbers: sets that open to their members, counted in one place of the package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

import twosource
from twosource.crosscheck.one_sentence import find_one_sentence
from twosource.crosscheck.voices import VoiceBook
from twosource.crosscheck.witnesses import find_witnesses
from twosource.model import Descent, Role, Span, Statement, count_four_numbers, join_origins

DESCENTS = {
    "a": Descent(article="a", text="t1", origin="unseen:wire"),
    "b": Descent(article="b", text="t1", origin="unseen:wire"),
    "c": Descent(article="c", text="t2", origin="unseen:wire"),
    "d": Descent(article="d", text="t3", origin="t3"),
}


def test_copies_add_articles_and_neither_texts_nor_origins() -> None:
    numbers = count_four_numbers(["a", "b", "c", "d"], DESCENTS, ["Kremlin"])
    assert [len(x) for x in (numbers.articles, numbers.texts, numbers.origins)] == [4, 3, 2]


WIRED = {
    "first": Descent(article="first", text="t1", origin="unseen:ap:1", family="a", agency="ap"),
    "second": Descent(article="second", text="t2", origin="unseen:ap:2", family="b", agency="ap"),
    "own": Descent(article="own", text="t3", origin="t3", family="b"),
    "other": Descent(article="other", text="t4", origin="t4", family="b"),
    "taken": Descent(article="taken", text="t6", origin="t3", family="c"),
    "foreign": Descent(article="foreign", text="t7", origin="t7", family="c"),
    "nameless": Descent(article="nameless", text="t8", origin="t8"),
    "unnamed": Descent(article="unnamed", text="t9", origin="t9"),
    "rival": Descent(article="rival", text="t5", origin="unseen:afp:5", family="b", agency="afp"),
}


def test_two_dispatches_of_one_agency_are_one_origin_of_a_claim_and_two_of_a_story() -> None:
    assert count_four_numbers(["first", "second"], WIRED, None).origins == ("unseen:ap:1",)
    assert len(count_four_numbers(["first", "second"], WIRED, None, of_claim=False).origins) == 2


def test_an_agency_and_a_report_of_the_paper_that_prints_it_stay_two() -> None:
    assert len(count_four_numbers(["second", "own"], WIRED, None).origins) == 2
    assert len(count_four_numbers(["first", "second", "rival"], WIRED, None).origins) == 2


def test_two_reports_of_one_publisher_are_one_origin_of_a_claim_and_two_of_a_story() -> None:
    assert count_four_numbers(["own", "other"], WIRED, None).origins == ("t3",)
    assert len(count_four_numbers(["own", "other"], WIRED, None, of_claim=False).origins) == 2


def test_what_a_paper_took_does_not_join_its_own_report_to_whom_it_took_it_from() -> None:
    assert len(count_four_numbers(["own", "taken", "foreign"], WIRED, None).origins) == 2


def test_publishers_that_are_not_known_are_not_one() -> None:
    assert len(count_four_numbers(["nameless", "unnamed"], WIRED, None).origins) == 2


@pytest.mark.parametrize("groups", [[("own", "foreign")], [("first", "foreign"), ("first", "own")], [("own", "x")]])
def test_articles_with_a_sentence_word_for_word_are_one_origin(groups: list[tuple[str, ...]]) -> None:
    articles = ["own", "foreign", *(["first"] if "first" in groups[0] else [])]
    numbers = count_four_numbers(articles, WIRED, None, same_words=groups)
    assert len(numbers.origins) == (2 if "x" in groups[0] else 1)


def test_the_witnesses_of_a_claim_are_as_many_as_its_origins() -> None:
    spans = [Span(article=article, start=0, end=1, quote="x") for article in WIRED]
    statements = [Statement(id=s.article, span=s, role=Role.BODY, predicate="be") for s in spans]
    found = find_witnesses(statements, WIRED, VoiceBook((), {}))
    assert sorted(w.id for w in found) == sorted(set(join_origins(WIRED, WIRED).values()))
    assert next(w.articles for w in found if w.id == "unseen:ap:1") == ("first", "second")


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


TEN = "The harbour bridge was closed on Monday after cracks were found in it"


@pytest.mark.parametrize(
    ("words", "changes", "one"),
    [
        (f"{TEN}.", {}, True),
        ("The harbour bridge was closed on Monday.", {}, False),
        (f"“{TEN},” Reed said.", {}, False),
        (f"“{TEN}.”", {"role": Role.QUOTATION}, False),
        (f"{TEN}.", {"attribution": "x"}, False),
        (f"Reed said {TEN}.", {"attribution": "x", "frame": ((0, 9),)}, True),
    ],
)
def test_a_long_sentence_of_two_articles_has_one_author_unless_it_was_heard(
    words: str, changes: dict[str, object], one: bool
) -> None:
    spans = [Span(article=article, start=0, end=len(words), quote=words) for article in ("own", "foreign")]
    statements = [Statement(id=s.article, span=s, role=Role.BODY, predicate="close") for s in spans]
    groups = find_one_sentence([replace(s, **changes) for s in statements])
    assert groups == ((("foreign", "own"),) if one else ())
    found = find_witnesses([replace(s, **changes) for s in statements], WIRED, VoiceBook((), {}))
    assert len(found) == (1 if one else 2)


def test_words_that_one_article_sets_in_quotation_marks_were_heard_by_all() -> None:
    wordings = {"own": f"{TEN}.", "foreign": f"{TEN}.", "first": f"“{TEN},” Reed said."}
    spans = [Span(article=a, start=0, end=len(words), quote=words) for a, words in wordings.items()]
    statements = [Statement(id=s.article, span=s, role=Role.BODY, predicate="close") for s in spans]
    assert find_one_sentence(statements) == ()
    assert find_one_sentence(statements[:2]) == (("foreign", "own"),)
