"""The measure of findings agrees with the reference scorer's definitions."""

from __future__ import annotations

from typing import Any

import pytest

from shared_data import shared_or_skip
from twosource.evaluation.findings import Tally, evaluate_findings, score_findings
from twosource.model import Finding, ReadingOf, Side, Span


def gold(reading: str, left: tuple[str, int, str], right: tuple[str, int, str], **more: Any) -> dict[str, Any]:
    sides = {
        side: {"article": article, "start": start, "end": start + 10, "quote": "x" * 10, "value": value}
        for side, (article, start, value) in (("a", left), ("b", right))
    }
    return {"reading": reading, "slot": "number", **sides, **more}


def finding(reading: ReadingOf, left: tuple[str, int, str], right: tuple[str, int, str]) -> Finding:
    sides = [
        Side(span=Span(article=a, start=s, end=s + 10, quote="x" * 10), value=v, statement="s")
        for a, s, v in (left, right)
    ]
    return Finding(
        id="f", story="s", reading=reading, slot="number", left=sides[0], right=sides[1], rule="r", score=1.0
    )


A, B, FAR = ("a", 100, "12 people"), ("b", 300, "19 people"), ("c", 900, "19 people")


def measure(found: list[Finding], rows: list[dict[str, Any]], what: str) -> tuple[float, float]:
    tally = score_findings(found, rows)
    return tally.precision(what), tally.recall(what)


def test_both_sides_at_the_gold_are_right_in_either_order() -> None:
    assert measure([finding(ReadingOf.UPDATE, B, A)], [gold("update", A, B)], "update") == (1.0, 1.0)


def test_another_representative_pair_with_the_same_values_is_right() -> None:
    assert measure([finding(ReadingOf.UPDATE, A, FAR)], [gold("update", A, B)], "update") == (1.0, 1.0)


def test_another_pair_with_other_values_is_wrong() -> None:
    other = ("c", 900, "23 people")
    assert measure([finding(ReadingOf.UPDATE, A, other)], [gold("update", A, B)], "update") == (0.0, 0.0)


def test_either_readers_label_is_right_and_a_split_pair_is_not_asked_for() -> None:
    rows = [gold("update", A, B, second="scope")]
    assert measure([finding(ReadingOf.UPDATE, A, B)], rows, "update") == (1.0, 0.0)


def test_an_agreement_outside_the_sample_is_not_judged() -> None:
    rows = [gold("agreement", A, B)]
    far = finding(ReadingOf.AGREEMENT, ("d", 5_000, "1"), ("e", 5_000, "1"))
    tally = score_findings([far], rows)
    assert tally.counts["agreement", "fired"] == 0


def test_a_scope_trap_called_conflict_is_counted() -> None:
    tally = score_findings([finding(ReadingOf.CONFLICT, A, B)], [gold("scope", A, B)])
    assert tally.recall("traps called conflict") == 1.0


def test_tallies_add_up() -> None:
    one, two = Tally(), Tally()
    one.add("x", found=[True, False])
    two.add("x", found=[True, True])
    assert Tally.sum_of([one, two]).recall("x") == 0.75


@pytest.mark.slow
def test_findings_of_the_story_packs_are_measured() -> None:
    metrics = {m.name: m.value for m in evaluate_findings(shared_or_skip("data/findings"))}
    assert metrics["precision of bound slots"] > 0.5
    assert metrics["traps called conflict"] <= 0.05
