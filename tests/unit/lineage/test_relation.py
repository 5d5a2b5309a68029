from __future__ import annotations

import pytest

from lineage_readings import derived_text, make_reading, make_text, trace
from twosource.evaluation.derivations import Derivation
from twosource.lineage import LineageOptions, Strictness
from twosource.model import Relation

PARENT, OTHER = make_text(20, sentences=24), make_text(21, sentences=60)

EXPECTED = {
    Derivation.REFILED: {Relation.COPY},
    Derivation.CUT_50: {Relation.CUT},
    Derivation.CUT_30: {Relation.CUT},
    Derivation.BRIEF: {Relation.CUT},
    Derivation.EMBEDDED_40: {Relation.EMBED},
    Derivation.EMBEDDED_20: {Relation.EMBED},
    Derivation.SHUFFLED: {Relation.COPY},
    Derivation.REPLACED_5: {Relation.COPY},
    Derivation.REPLACED_10: {Relation.COPY, Relation.REWRITE},
    Derivation.REPLACED_20: {Relation.REWRITE},
    Derivation.REPLACED_30: {Relation.REWRITE},
    Derivation.REORDERED: {Relation.REWRITE},
}


@pytest.mark.parametrize("kind", Derivation)
def test_a_derived_article_has_a_typed_edge_to_its_parent(kind: Derivation) -> None:
    child = derived_text(kind, PARENT, OTHER, 1)
    readings = (
        make_reading(PARENT, name="parent", outlet="A", at="2025-05-04T10:00"),
        make_reading(child, name="child", outlet="B", at="2025-05-04T12:00"),
    )
    [edge] = trace(*readings)[0]
    assert (edge.child, edge.parent) == ("child", "parent")
    assert edge.relation in EXPECTED[kind]


def test_a_later_text_of_the_same_publisher_is_a_version() -> None:
    longer = PARENT + "\n\n" + make_text(22, sentences=4)
    readings = (
        make_reading(PARENT, name="first", outlet="CNN", at="2025-05-04T10:00"),
        make_reading(longer, name="second", outlet="edition.cnn.com", at="2025-05-04T12:00"),
    )
    [edge] = trace(*readings)[0]
    assert (edge.child, edge.relation) == ("second", Relation.UPDATE)


def test_words_shared_only_in_quotation_marks_are_a_shared_source() -> None:
    speech = "“we will rebuild the northern quay before the winter and nobody will lose a day of work over it”"
    left, right = (f"{make_text(n, sentences=5)} He said {speech}. {make_text(n + 1, sentences=5)}" for n in (30, 32))
    [edge] = trace(make_reading(left, name="a"), make_reading(right, name="b"))[0]
    assert edge.relation is Relation.SHARED_SOURCE


def test_two_articles_with_nothing_in_common_have_no_edge() -> None:
    assert trace(make_reading(make_text(40), name="a"), make_reading(make_text(41), name="b"))[0] == []


def test_strictness_decides_what_is_looked_for() -> None:
    rewritten = derived_text(Derivation.REPLACED_30, PARENT, OTHER, 2)
    readings = (
        make_reading(PARENT, name="a"),
        make_reading(PARENT + " Yes.", name="b"),
        make_reading(rewritten, name="c"),
    )
    pairs = {
        strictness: {frozenset((e.child, e.parent)) for e in trace(*readings, options=options)[0]}
        for strictness in Strictness
        for options in [LineageOptions(strictness=strictness)]
    }
    assert pairs[Strictness.OFF] == set()
    assert pairs[Strictness.NEAR_IDENTICAL] == {frozenset("ab")}
    assert pairs[Strictness.REWRITE] == {frozenset("ab"), frozenset("ac"), frozenset("bc")}


def test_empty_and_very_short_articles_are_left_alone() -> None:
    edges, descents = trace(make_reading("", name="a"), make_reading("Rain.", name="b"), make_reading("…", name="c"))
    assert edges == []
    assert len({d.origin for d in descents.values()}) == 3
