from __future__ import annotations

import re
from pathlib import Path

import pytest

from twosource.annotate.time import find_times
from twosource.annotate.time.rules import Case, all_rules, render_rules

_CASES = [(rule, case) for rule in all_rules() for case in rule.cases]


@pytest.mark.parametrize("case", [c for _, c in _CASES], ids=[f"{r.id}: {c.text[:50]}" for r, c in _CASES])
def test_a_rule_reads_its_own_cases(case: Case) -> None:
    text = case.text.replace("[", "").replace("]", "")
    expected = list(zip(re.findall(r"\[([^\]]*)\]", case.text), case.values, strict=True))
    assert [(m.span.quote, m.value) for m in find_times(text, published=case.published)] == expected


def test_every_rule_has_a_case_and_an_id_of_its_own() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(set(ids)) == len(ids)
    assert all(rule.cases for rule in all_rules())


def test_the_documentation_shows_every_rule_as_it_is() -> None:
    page = Path(__file__).parents[4] / "docs" / "time.md"
    assert render_rules() in page.read_text(encoding="utf-8"), "put the output of render_rules() into docs/time.md"
