"""Cutting and looking up many pieces at once says what cutting and looking up one by one says."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.stories.chunks import ChunkTable, cut_chunks

_TEXTS = st.lists(st.text(max_size=80), max_size=6)
_FEW_LETTERS = st.lists(st.text(alphabet="ab\u00e9 \n", max_size=120), max_size=6)


@settings(max_examples=100, deadline=None)
@given(_TEXTS | _FEW_LETTERS)
def test_texts_are_cut_where_python_cuts_them(texts: list[str]) -> None:
    found = cut_chunks(texts)
    expected = [piece.replace("\0", "\1") for text in texts for piece in text.split()]
    assert found.spell(np.arange(len(found.starts))) == expected
    assert found.sizes.tolist() == [len(text.split()) for text in texts]


@settings(max_examples=100, deadline=None)
@given(st.lists(_TEXTS | _FEW_LETTERS, max_size=4))
def test_every_piece_has_one_number_and_no_two_share_it(batches: list[list[str]]) -> None:
    numbers: dict[str, int] = {}
    table = ChunkTable(lambda piece: numbers.setdefault(piece, len(numbers)))
    for texts in batches:
        chunks = cut_chunks(texts)
        found = table.find(chunks).tolist()
        assert found == [numbers[piece] for piece in chunks.spell(np.arange(len(found)))]
    assert len(table) == len(numbers)
