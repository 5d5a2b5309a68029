"""Texts cut at white space, and pieces looked up many at once."""

from __future__ import annotations

import numpy as np
import pytest

from twosource.stories.chunks import Chunks, ChunkTable, cut_chunks


def pieces(chunks: Chunks) -> list[str]:
    return chunks.spell(np.arange(len(chunks.starts)))


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["", "Olm", ""],
        ["  A fire\tin\nOlm. ", "Two died"],
        ["Olm\u00a0fire\u2003out\u3000now\u2028all\x85left", "caf\u00e9 \u201cfour\u201d \U0001f525"],
        ["a lone \ud800 surrogate"],
    ],
)
def test_texts_are_cut_where_python_cuts_them(texts: list[str]) -> None:
    found = cut_chunks(texts)
    assert pieces(found) == [piece for text in texts for piece in text.split()]
    assert found.sizes.tolist() == [len(text.split()) for text in texts]


class Reader:
    """Numbers pieces in the order in which they are read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, piece: str) -> int:
        self.read.append(piece)
        return len(self.read) - 1


def test_no_piece_is_taken_for_one_that_goes_on_with_a_zero() -> None:
    assert ChunkTable(Reader()).find(cut_chunks(["Olm Olm\0 Olm\0\0"])).tolist() == [0, 1, 2]


def test_each_piece_is_read_once_however_long_it_is_and_however_many_there_are() -> None:
    reader = Reader()
    table = ChunkTable(reader)
    words = [f"w{number}" for number in range(9_000)] + ["Olm" * times for times in range(1, 20)]
    twice = cut_chunks([" ".join(words), " ".join(words)])
    expected = [*range(len(words)), *range(len(words))]
    assert table.find(twice).tolist() == expected
    assert table.find(twice).tolist() == expected
    assert reader.read == words
    assert len(table) == len(words)


def test_what_no_longer_fits_is_read_again_and_the_rest_is_not() -> None:
    reader = Reader()
    table = ChunkTable(reader)
    words = cut_chunks(["Olm burned Hallowby-under-Selby"])
    table.find(words)
    table.keep(lambda numbers: numbers == 1)
    assert table.find(words).tolist() == [3, 1, 4]
    assert len(table) == 3
