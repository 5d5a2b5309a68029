"""Statements: what each marked stretch is, drawn into the text in ⟨ ⟩."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineage_readings import make_reading, make_text
from twosource.lineage import explain_edge
from twosource.lineage.evidence import read_evidence
from twosource.lineage.statements import find_statements, join_ranges
from twosource.model import Relation

POST = "The ferry is back! Nine days were long, said nobody ever, and thank you all. — Ann Roe (@annroe) May 4, 2024"


def marked(text: str) -> str:
    out, at = [], 0
    for start, end in find_statements(text):
        out += [text[at:start], "⟨", text[start:end], "⟩"]
        at = end
    return "".join([*out, text[at:]])


@pytest.mark.parametrize(
    "drawn",
    [
        "He said: “⟨It is over.⟩” Then he left.",
        "Nothing was said.",
        # embedded posts
        "The mayor was glad.\n\n⟨It is over! — Ann Roe (@annroe) May 4, 2024⟩\n\nThen she left.",
        "⟨It is over! -- Ann Roe (@annroe) 4 May 2024⟩",
        "⟨One. — Ann Roe (@annroe) May 4, 2024 Two! — Lee Fox (@leefox) May 5, 2024⟩ They left.",
        "Follow Ann Roe (@annroe) for more.",
        "The author, Ann Roe (@annroe), wrote it on May 4, 2024.",
        # appeals
        "The port is shut. ⟨Anyone with information is asked to call the harbour police at 555-201-3300.⟩ It rains.",
        "⟨Anyone who saw the boat is urged to contact the coast guard.⟩",
        "Police have no motive. ⟨Tips may be left with Crime Stoppers, or call 1-800-555-TIPS.⟩",
        "A woman called 911 on Sunday and a boat came.",
        "Anyone with a boat may enter the harbour.",
        "The company will call its bonds in 2031.",
        # a quotation in hard-wrapped lines
        '"⟨We will not sign before the\nspring, and that is all there is,⟩" the minister said.',
        '"⟨We will not sign.⟩\n\nThe minister left. "⟨It is over,⟩" he said.',
        "“⟨We will not sign.⟩\n“⟨It is over,⟩” he said.",
        # a mark that was lost
        "She called it “⟨a fraud and left.⟩ The port is shut. “⟨It is over,⟩” he said. It rains.",
        "“⟨We will not sign. The port is ours.⟩\n\nIt rains.",
        "He said: “⟨We will not sign. The port is ours.⟩\n\n“⟨It is over.⟩” It rains.",
        "“⟨We will not sign.⟩ " + "The port is shut and nobody knows why. " * 20,
        '"⟨We will not sign.⟩ ' + "The port is shut. " * 200 + 'It rains" and "⟨it is over⟩" are two songs.',
    ],
)
def test_what_somebody_else_worded_is_found(drawn: str) -> None:
    assert marked(drawn.replace("⟨", "").replace("⟩", "")) == drawn


@given(st.text(alphabet="ab .\n\"“”'—(@)1234-CallTIPS anyone with", max_size=120))
def test_statements_are_sorted_separate_and_inside_the_text(text: str) -> None:
    found = find_statements(text)
    assert all(0 <= start <= end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)).map(lambda p: (p[0], p[0] + p[1]))))
def test_joined_ranges_cover_the_same_places(extents: list[tuple[int, int]]) -> None:
    joined = list(join_ranges(sorted(extents)))
    assert {p for s, e in joined for p in range(s, e)} == {p for s, e in extents for p in range(s, e)}


def test_a_post_that_two_reports_embed_makes_no_copy_of_either() -> None:
    own = [make_text(seed, sentences=2) for seed in (71, 72)]
    left, right = (
        make_reading(f"{text}\n\n{POST}", name=name, outlet=name) for text, name in zip(own, "ab", strict=True)
    )
    edge = explain_edge(left, right).edge
    assert edge is not None
    assert edge.relation is Relation.SHARED_SOURCE
    assert (~read_evidence(left).quoted).sum() == len(own[0].split())
