"""Sentences whose words are given: each is read alone."""

from __future__ import annotations

import pytest

from twosource.annotate.news_model import load_reader

BRIDGE = ("The", "bridge", "is", "safe", ".")
MAYOR = ("The", "mayor", "did", "n't", "say", "so", ".")


def test_a_tree_depends_on_no_neighbour() -> None:
    """A sentence gets the same classes, heads and relations first, last or alone."""
    reader = load_reader(1)
    [alone] = reader.read_words([BRIDGE])
    first, _, last = reader.read_words([BRIDGE, MAYOR, BRIDGE])
    assert alone.heads == (1, 3, 3, -1, 3)
    for found in (first, last):
        assert (found.upos, found.heads, found.relations) == (alone.upos, alone.heads, alone.relations)


def test_words_stay_as_they_were_cut() -> None:
    """Places are those of the given words, joined by blanks, one sentence a line."""
    text = "\n".join(map(" ".join, (BRIDGE, MAYOR)))
    _, found = load_reader(1).read_words([BRIDGE, MAYOR])
    assert tuple(text[start:end] for start, end in found.places) == MAYOR


def test_a_sentence_longer_than_a_window_is_refused() -> None:
    """Words that are given are not cut into two sentences."""
    with pytest.raises(ValueError, match="a window holds 256"):
        load_reader(1).read_words([["word"] * 300])
