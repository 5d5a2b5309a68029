from __future__ import annotations

from lineage_readings import make_reading, make_text, trace
from twosource.lineage import RowKind, explain_edge, originality

FIRST, SECOND = make_text(60, sentences=12), make_text(61, sentences=6)


def test_the_rows_of_an_explanation_cover_the_child_in_order() -> None:
    parent, child = make_reading(FIRST, name="p"), make_reading(f"{FIRST}\n\n{SECOND}", name="c", at="2025-05-05")
    explained = explain_edge(make_reading(FIRST, name="p", at="2025-05-04"), child)
    assert explained.edge is not None
    assert [row.kind for row in explained.rows] == [RowKind.VERBATIM, RowKind.NEW]
    first, second = explained.rows
    assert first.parent is not None
    assert child.article.text[slice(*first.child)] == parent.article.text[slice(*first.parent)]
    assert SECOND.strip() in child.article.text[slice(*second.child)]


def test_without_an_edge_the_features_still_tell_how_little_is_shared() -> None:
    explained = explain_edge(make_reading(FIRST, name="a"), make_reading(SECOND, name="b"))
    assert explained.edge is None
    assert explained.log_odds < 0
    assert [row.kind for row in explained.rows] == [RowKind.NEW]


def test_an_explanation_does_not_depend_on_the_order_of_its_arguments() -> None:
    left, right = make_reading(FIRST, name="a"), make_reading(f"{FIRST} {SECOND}", name="b")
    assert explain_edge(left, right).edge == explain_edge(right, left).edge


def test_originality_is_the_share_of_words_that_were_not_taken() -> None:
    parent = make_reading(FIRST, name="p", at="2025-05-04")
    child = make_reading(f"{FIRST}\n\n{SECOND}", name="c", at="2025-05-05")
    edges, _ = trace(parent, child)
    own = len(SECOND.split()) / len(child.article.text.split())
    assert originality(child, edges) == round(own, 4)
    assert originality(parent, edges) == 1.0
