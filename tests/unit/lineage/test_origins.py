from __future__ import annotations

from itertools import permutations

from lineage_readings import derived_text, make_reading, make_text, trace, with_role
from twosource.evaluation.derivations import Derivation
from twosource.model import Relation, Role

WIRE, OTHER = make_text(50, sentences=24), make_text(52, sentences=30)


def test_copies_are_one_text_and_one_origin() -> None:
    _, descents = trace(make_reading(WIRE, name="a"), make_reading(f"News\n\n{WIRE}\n\nMore news", name="b"))
    assert len({d.text for d in descents.values()}) == len({d.origin for d in descents.values()}) == 1


def test_a_copy_in_other_furniture_adds_an_article_and_nothing_else() -> None:
    paper = "Home / World / Sport\n\n" + WIRE + "\n\nSubscribe to our letter for all that happens in the bay"
    dressed = with_role(make_reading(paper, name="c", outlet="C"), "Home / World / Sport", Role.FURNITURE)
    before = trace(make_reading(WIRE, name="a"), make_reading(make_text(51), name="b"))[1]
    after = trace(make_reading(WIRE, name="a"), make_reading(make_text(51), name="b"), dressed)[1]
    assert len(after) == len(before) + 1
    for key in ("text", "origin"):
        assert len({getattr(d, key) for d in after.values()}) == len({getattr(d, key) for d in before.values()})


def test_an_agency_text_that_is_not_here_is_the_origin_of_those_that_carry_it() -> None:
    half = WIRE[: WIRE.index("\n\n", len(WIRE) // 2)]
    edges, descents = trace(
        make_reading(WIRE, name="a", outlet="A", at="2025-05-04"),
        make_reading(half, name="b", outlet="B", at="2025-05-04", credit="PTI"),
    )
    assert {d.origin.rpartition(":")[0] for d in descents.values()} == {"unseen:pti"}
    assert {e.child for e in edges if e.parent.startswith("unseen:pti:")} == {"a", "b"}


def test_an_agency_text_that_is_here_is_its_own_origin() -> None:
    _, descents = trace(
        make_reading(WIRE, name="a", outlet="Press Trust of India"),
        make_reading(WIRE, name="b", outlet="B", credit="PTI"),
    )
    assert {d.origin for d in descents.values()} == {descents["a"].text}
    assert descents["b"].parent == "a"


def test_the_agency_of_an_origin_is_known_whether_its_own_text_is_here_or_not() -> None:
    own = make_reading(WIRE, name="a", outlet="Press Trust of India")
    paper = make_reading(WIRE, name="b", outlet="B", credit="PTI")
    other = make_reading(OTHER, name="c", outlet="B")
    for readings in ((own, paper), (own,), (paper,), (paper, make_reading("News\n\n" + WIRE, name="d"))):
        descents = trace(*readings, other)[1]
        assert descents.pop("c").agency is None
        assert {d.agency for d in descents.values()} == {"pti"}


def test_a_credited_text_without_kin_comes_from_an_agency_that_is_not_here() -> None:
    edges, descents = trace(make_reading(WIRE, name="a", outlet="A", credit="AP"))
    assert descents["a"].origin == edges[0].parent
    assert descents["a"].origin.startswith("unseen:ap:")


def test_a_rewrite_is_another_text_of_the_same_origin() -> None:
    rewritten = derived_text(Derivation.REPLACED_20, WIRE, OTHER, 3)
    _, descents = trace(
        make_reading(WIRE, name="a", at="2025-05-04"), make_reading(rewritten, name="b", at="2025-05-05")
    )
    assert descents["a"].text != descents["b"].text
    assert descents["a"].origin == descents["b"].origin
    assert (descents["b"].parent, descents["b"].relation) == ("a", Relation.REWRITE)


def test_a_round_up_does_not_make_two_reports_one_origin() -> None:
    first, second = make_text(53, sentences=12), make_text(54, sentences=10)
    _, descents = trace(
        make_reading(first, name="a", at="2025-05-04"),
        make_reading(second, name="b", at="2025-05-04"),
        make_reading(first + "\n\n" + second, name="c", at="2025-05-06"),
    )
    assert descents["a"].origin != descents["b"].origin
    assert descents["c"].origin == descents["a"].origin


def test_a_copy_of_a_report_that_an_earlier_round_up_took_in_is_no_cut_of_the_round_up() -> None:
    first, second = make_text(53, sentences=12), make_text(54, sentences=10)
    headline = "Nothing of it is known elsewhere"
    _, descents = trace(
        make_reading(first, name="a", at="2025-05-04"),
        make_reading(second, name="b", at="2025-05-04"),
        make_reading(first + "\n\n" + second, name="c", at="2025-05-06"),
        make_reading(headline + "\n\n" + second, name="copy", at="2025-05-08"),
        make_reading(derived_text(Derivation.CUT_50, second, first, 1), name="cut", at="2025-05-08"),
        make_reading(derived_text(Derivation.REPLACED_20, second, OTHER, 1), name="rewrite", at="2025-05-08"),
    )
    assert descents["b"].text == descents["copy"].text == descents["cut"].text != descents["c"].text
    assert {descents[name].origin for name in ("b", "copy", "cut", "rewrite")} == {descents["b"].origin}
    assert {descents[name].origin for name in "ac"} == {descents["a"].origin} != {descents["b"].origin}
    assert descents["copy"].parent == "b"


def test_a_late_copy_of_a_text_does_not_embed_an_earlier_cut_of_it() -> None:
    _, descents = trace(
        make_reading(WIRE, name="a", outlet="A", at="2025-05-04T10:00"),
        make_reading(derived_text(Derivation.CUT_50, WIRE, OTHER, 1), name="b", outlet="B", at="2025-05-04T12:00"),
        make_reading("A headline\n\n" + WIRE, name="c", outlet="C", at="2025-05-04T14:00"),
        make_reading(derived_text(Derivation.CUT_30, WIRE, OTHER, 1), name="d", outlet="D", at="2025-05-04T16:00"),
    )
    assert len({d.text for d in descents.values()}) == 1


def test_a_cut_that_goes_beyond_an_embedded_report_is_a_cut_of_the_piece() -> None:
    piece = make_text(53, sentences=12)
    _, descents = trace(
        make_reading(WIRE, name="a", at="2025-05-04"),
        make_reading(WIRE + "\n\n" + piece, name="b", at="2025-05-06"),
        make_reading(WIRE[-600:] + "\n\n" + piece, name="c", at="2025-05-08"),
    )
    assert descents["c"].text == descents["b"].text != descents["a"].text


def test_halves_of_one_text_are_one_text_only_through_the_whole() -> None:
    paragraphs = WIRE.split("\n\n")
    half = len(paragraphs) // 2
    head, tail = "\n\n".join(paragraphs[:half]), "\n\n".join(paragraphs[half:])
    alone = trace(make_reading(head, name="a"), make_reading(tail, name="b"))[1]
    assert alone["a"].text != alone["b"].text
    together = trace(make_reading(head, name="a"), make_reading(tail, name="b"), make_reading(WIRE, name="c"))[1]
    assert len({d.text for d in together.values()}) == 1


def test_names_do_not_decide_which_of_two_equal_cuts_the_whole_text_follows() -> None:
    half = WIRE[: WIRE.index("\n\n", len(WIRE) // 2)]
    answers = set()
    for whole, cut, agency in permutations(("a", "b", "c")):
        descents = trace(
            make_reading(WIRE, name=whole), make_reading(half, name=cut), make_reading(half, name=agency, outlet="AP")
        )[1]
        answers.add(tuple((descents[name].text, descents[name].origin) for name in (whole, cut, agency)))
    assert len(answers) == 1


def test_a_copy_of_a_version_in_another_paper_is_no_further_text() -> None:
    edited = derived_text(Derivation.REPLACED_10, WIRE, OTHER, 4)
    versions = (make_reading(WIRE, name="a", outlet="A"), make_reading(edited, name="b", outlet="A"))
    for words in (WIRE, edited):
        descents = trace(*versions, make_reading(words, name="c", outlet="B"))[1]
        assert len({d.text for d in descents.values()}) == len({d.text for d in trace(*versions)[1].values()})
