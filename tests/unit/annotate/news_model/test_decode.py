from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.annotate.news_model.spans import find_spans
from twosource.annotate.news_model.speech import read_speech
from twosource.annotate.news_model.trees import read_heads

TAGS = ("O", "B-s", "I-s", "B-q", "I-q", "B-c", "I-c")
Floats = npt.NDArray[np.float32]


def _chances(drawn: str) -> Floats:
    """Log chances in which each word's drawn tag has nine tenths; the root comes first."""
    rows = np.full((len(drawn.split()) + 1, len(TAGS)), 0.1 / (len(TAGS) - 1), dtype=np.float32)
    for word, tag in enumerate(["O", *drawn.split()]):
        rows[word, TAGS.index(tag)] = 0.9
    return np.log(rows)


def _links(drawn: str) -> Floats:
    """Scores in which each word points to the word drawn for it, `-` to none."""
    cells = drawn.split()
    links = np.zeros((len(cells) + 1, len(cells) + 1), dtype=np.float32)
    for word, cell in enumerate(cells, start=1):
        if cell != "-":
            links[word, int(cell)] = 9.0
    return links


def test_nothing_goes_on_that_has_not_begun() -> None:
    spans = find_spans(_chances("O I-c I-c O"))
    assert [(span.first, span.after) for span in spans] in ([(2, 4)], [])
    assert find_spans(_chances("O O O")) == []


@pytest.mark.parametrize(
    ("tags", "links", "expected"),
    [
        # Roe said they left
        ("B-s B-q B-c I-c", "2 2 2 2", [([(1, 2)], [(2, 3)], [(3, 5)])]),
        # "Go" , Roe said , "now"
        ("B-c O B-s B-q O B-c", "4 - 4 4 - 4", [([(3, 4)], [(4, 5)], [(1, 2), (6, 7)])]),
        # Roe said a and added b: one source for both
        (
            "B-s B-q B-c O B-q B-c",
            "2 2 2 - 5 5",
            [([(1, 2)], [(2, 3)], [(3, 4)]), ([(1, 2)], [(5, 6)], [(6, 7)])],
        ),
        # a cue without content is none
        ("B-s B-q O O", "2 2 - -", []),
        # content without a cue is none
        ("B-c I-c O", "- - -", []),
        # a cue in two parts: did ... say
        ("B-q B-s B-q B-c", "1 1 1 1", [([(2, 3)], [(1, 2), (3, 4)], [(4, 5)])]),
    ],
)
def test_parts_go_with_the_cue_they_point_to(
    tags: str, links: str, expected: list[tuple[list[tuple[int, int]], ...]]
) -> None:
    found = read_speech(_chances(tags), _links(links), [-1] + [0] * len(tags.split()))
    assert [(f.source, f.cue, f.content) for f in found] == expected


def test_a_content_that_points_firmly_at_an_untagged_word_makes_it_a_cue() -> None:
    (found,) = read_speech(_chances("B-s O B-c I-c"), _links("2 - 2 2"), [-1, 0, 0, 0, 0])
    assert (found.source, found.cue, found.content) == ([(1, 2)], [(2, 3)], [(3, 5)])


def test_a_content_that_points_nowhere_is_given_to_no_cue() -> None:
    links = _links("2 2 2 - - - - - - - -")
    found = read_speech(_chances("B-s B-q B-c O O O O O O B-c I-c"), links, [-1] + [0] * 11)
    assert [f.content for f in found] == [[(3, 4)]]


def test_a_source_is_not_shared_over_the_end_of_a_sentence() -> None:
    found = read_speech(_chances("B-s B-q B-c B-q B-c"), _links("2 2 2 4 4"), [-1, 0, 0, 0, 1, 1])
    assert [f.source for f in found] == [[(1, 2)], []]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 6), st.integers(0, 10_000), st.sampled_from([0.05, 0.3, 1.0]))
def test_spans_are_those_of_the_likeliest_row_of_tags(size: int, seed: int, evenness: float) -> None:
    draw = np.random.default_rng(seed)
    chances = np.log(draw.dirichlet([evenness] * 5, size=size + 1) + 1e-9).astype(np.float32)
    rows = (row for row in itertools.product(range(5), repeat=size) if _is_legal(row))
    best = max(rows, key=lambda row: _worth(chances, row))
    found = [0] * size
    for span in find_spans(chances):
        found[span.first - 1 : span.after - 1] = [2 * span.kind + 1] + [2 * span.kind + 2] * (
            span.after - span.first - 1
        )
    assert _worth(chances, found) == pytest.approx(_worth(chances, best), abs=1e-3)


def _is_legal(row: Sequence[int]) -> bool:
    return all(tag % 2 or not tag or before in (tag, tag - 1) for before, tag in itertools.pairwise([0, *row]))


def _worth(chances: Floats, row: Sequence[int]) -> float:
    return float(sum(chances[word, tag] for word, tag in enumerate(row, start=1)))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_heads_are_the_best_tree(size: int, seed: int) -> None:
    arcs = np.random.default_rng(seed).normal(size=(size + 1, size + 1)).astype(np.float32)
    np.fill_diagonal(arcs, -1e4)
    heads = read_heads(arcs, [-1] + [0] * size)
    assert _value(arcs, heads) == pytest.approx(max(_value(arcs, tree) for tree in _all_trees(size)), abs=1e-4)


def _value(arcs: Floats, heads: list[int]) -> float:
    return float(sum(arcs[word, heads[word]] for word in range(1, len(heads))))


def _all_trees(size: int) -> list[list[int]]:
    return [
        [0, *heads]
        for heads in itertools.product(range(size + 1), repeat=size)
        if heads.count(0) == 1 and all(_climbs(heads, word) for word in range(1, size + 1))
    ]


def _climbs(heads: tuple[int, ...], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


def test_sentences_have_trees_of_their_own() -> None:
    arcs = np.full((5, 5), -5.0, dtype=np.float32)
    arcs[1, 0] = arcs[2, 1] = arcs[3, 0] = arcs[4, 3] = 5.0
    assert read_heads(arcs, [-1, 0, 0, 1, 1]) == [0, 0, 1, 0, 3]
