from __future__ import annotations

import pytest
from msgspec.structs import replace

from lineage_readings import derived_text, make_reading, make_text, trace
from twosource.evaluation.derivations import Derivation
from twosource.lineage import LineageOptions, Strictness, explain_edge
from twosource.model import Found, KnownBy, Reading, Relation

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


def test_edited_words_in_another_order_are_a_rewrite_and_in_the_same_order_a_copy() -> None:
    edited = derived_text(Derivation.REPLACED_5, PARENT, OTHER, 2)
    moved = derived_text(Derivation.SHUFFLED, edited, OTHER, 5)
    relations = [
        trace(make_reading(PARENT, name="a", at="2025-05-04"), make_reading(child, name="b", at="2025-05-05"))[0]
        for child in (edited, moved, derived_text(Derivation.SHUFFLED, PARENT, OTHER, 5))
    ]
    assert [edge.relation for [edge] in relations] == [Relation.COPY, Relation.REWRITE, Relation.COPY]


def test_a_later_text_of_the_same_publisher_is_a_version() -> None:
    longer = PARENT + "\n\n" + make_text(22, sentences=4)
    readings = (
        make_reading(PARENT, name="first", outlet="CNN", at="2025-05-04T10:00"),
        make_reading(longer, name="second", outlet="edition.cnn.com", at="2025-05-04T12:00"),
    )
    [edge] = trace(*readings)[0]
    assert (edge.child, edge.relation) == ("second", Relation.UPDATE)


def test_a_form_that_its_publisher_fills_in_again_is_a_template() -> None:
    form = make_text(60, sentences=10)
    words = form.split()
    filled = " ".join("" if n % 9 == 4 else word for n, word in enumerate(words))
    readings = [
        make_reading(filled.replace("  ", f" {figure} "), name=f"week-{figure}", outlet="Port", at=f"2025-05-{figure}")
        for figure in ("04", "11")
    ]
    [edge] = trace(*readings)[0]
    assert edge.relation is Relation.TEMPLATE


WIRE = make_text(50, sentences=24)
RETOLD = derived_text(Derivation.REPLACED_30, WIRE[: WIRE.index("\n\n", 300)], make_text(52, sentences=30), 3)


@pytest.mark.parametrize(
    ("credit", "day", "place", "is_kin"),
    [
        ("AP", "04", "Beijing", True),
        ("AP", "05", "Beijing", True),
        (None, "04", "Beijing", False),
        ("AP", "06", "Beijing", False),
        ("AP", "04", "Moscow", False),
        ("PTI", "04", "Beijing", False),
    ],
)
def test_less_makes_two_texts_kin_where_one_agency_sent_both_from_one_place_on_one_day(
    credit: str | None, day: str, place: str, *, is_kin: bool
) -> None:
    first = make_reading(WIRE, name="a", outlet="A", at="2025-05-04", credit="AP")
    second = make_reading(
        RETOLD + make_text(77, sentences=14), name="b", outlet="B", at=f"2025-05-{day}", credit=credit
    )
    edge = explain_edge(_from_place(first, "Beijing"), _from_place(second, place)).edge
    assert (edge is not None) == is_kin


def _from_place(reading: Reading, place: str) -> Reading:
    return replace(reading, article=replace(reading.article, dateline=Found(value=place, known_by=KnownBy.TEXT)))


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
