from __future__ import annotations

import pytest
from msgspec.structs import replace

from lineage_readings import make_reading, make_text, with_role
from twosource.lineage.align import Alignments, align_words
from twosource.lineage.coverage import find_passages, measure_coverage
from twosource.lineage.evidence import read_evidence
from twosource.lineage.pairs import lay_out, sketch_pairs
from twosource.model import AlignedPassage, Role


def align_texts(*texts: tuple[str, str]) -> Alignments:
    """The alignment of pairs of texts, laid out together."""
    sides = [(read_evidence(make_reading(a)), read_evidence(make_reading(b, name="b"))) for a, b in texts]
    return align_words(lay_out(sides), sketch_pairs(sides).runs)


def align(left: str, right: str) -> list[tuple[str, str, AlignedPassage]]:
    """Aligned words of both sides, with the passage."""
    passages = find_passages(align_texts((left, right))).of(0)
    return [(left[slice(*p.child)], right[slice(*p.parent)], p) for p in passages]


def test_a_passage_has_the_same_words_at_its_offsets_on_both_sides() -> None:
    shared = "The harbour master closed the northern quay on Friday morning"
    [(left, right, passage)] = align(f"Nobody knew why. {shared}, it was said.", f"Ships waited: {shared}!")
    assert (left, right) == (shared, shared)
    assert passage.verbatim


def test_one_changed_word_is_an_edit_inside_a_passage() -> None:
    left = "The harbour master closed the northern quay on Friday morning after the storm."
    [(words, _, passage)] = align(left, left.replace("closed", "shut"))
    assert words == left.rstrip(".")
    assert not passage.verbatim


def test_two_changed_words_in_a_row_part_a_passage() -> None:
    left = "The harbour master of the port closed the northern quay on Friday morning after the storm."
    found = align(left, left.replace("closed the", "has shut"))
    assert [words for words, _, _ in found] == [
        "The harbour master of the port",
        "northern quay on Friday morning after the storm",
    ]


def test_inserted_words_do_not_end_a_passage_for_good() -> None:
    left = "The harbour master closed the northern quay on Friday morning after the storm had passed the bay."
    right = left.replace("on Friday morning", "on a wet and windy Friday morning")
    assert "".join(words for words, _, _ in align(left, right)).startswith("The harbour master closed")
    assert align(left, right)[-1][0].endswith("passed the bay")


def test_paragraphs_are_found_in_any_order() -> None:
    paragraphs = make_text(3).split("\n\n")
    left, right = "\n\n".join(paragraphs), "\n\n".join(reversed(paragraphs))
    [coverage] = measure_coverage(align_texts((left, right)))
    assert coverage.left == 1.0


def test_pairs_that_are_aligned_together_do_not_meet() -> None:
    one, other = make_text(3), make_text(4)
    mixed = "\n\n".join((one, other))
    texts = [(one, other), (one, mixed), ("", one), (mixed, one), (other, "Rain."), (mixed, mixed)]
    together = align_texts(*texts)
    assert measure_coverage(together) == [c for t in texts for c in measure_coverage(align_texts(t))]
    assert [find_passages(together).of(n) for n in range(6)] == [find_passages(align_texts(t)).of(0) for t in texts]
    assert [together.of(n) is None for n in range(6)] == [True, False, True, False, True, False]


def test_a_stock_phrase_of_five_words_is_no_passage() -> None:
    assert align("At the end of the day nobody came.", "They left at the end of the summer.") == []


@pytest.mark.parametrize(("role", "repeats"), [(Role.FURNITURE, False), (Role.CAPTION, False), (Role.BODY, True)])
def test_furniture_captions_and_what_is_printed_twice_are_no_evidence(role: Role, *, repeats: bool) -> None:
    more = "Read more breaking news from all over the world here today"
    reading = with_role(make_reading(f"{make_text(4)}\n\n{more}"), more, role)
    marked = replace(reading, passages=tuple(replace(p, repeats=repeats) for p in reading.passages))
    assert read_evidence(marked).size == read_evidence(make_reading(make_text(4))).size


def test_an_article_that_is_all_caption_still_counts() -> None:
    text = "A crane stands over the northern quay of the port after the storm on Friday morning, as seen from the bay."
    assert read_evidence(with_role(make_reading(text), text, Role.CAPTION)).size == 21


def test_an_article_that_is_all_furniture_has_nothing_that_counts() -> None:
    text = "get email notifications on every new story daily " * 3
    assert read_evidence(with_role(make_reading(text), text, Role.FURNITURE)).size == 0


def test_quoted_speech_is_measured_apart() -> None:
    speech = "“we will rebuild the northern quay before the winter and nobody will lose a day of work over it”"
    left = f"He said {speech}. {make_text(5, sentences=3)}"
    right = f"{make_text(6, sentences=3)} The master promised: {speech}."
    found = align_texts((left, right))
    [coverage] = measure_coverage(found)
    assert coverage.words == 19
    assert coverage.words_unquoted == 0
    assert all(p.quoted for p in find_passages(found).of(0))
