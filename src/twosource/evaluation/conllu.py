"""Sentences of a treebank in CoNLL-U."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_FORM, _LEMMA, _UPOS, _XPOS, _HEAD, _RELATION = 1, 2, 3, 4, 6, 7


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """One sentence: its text, and a value a word in every list; heads by place in the sentence, -1 for the root."""

    id: str
    text: str
    places: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


def read_trees(path: Path) -> Iterator[GoldSentence]:
    """The sentences of a file, packed or not; words that only the enhanced graph has are left out."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        about: dict[str, str] = {}
        rows: list[list[str]] = []
        for line in lines:
            if line.startswith("#"):
                name, _, value = line[1:].strip().partition(" = ")
                about[name] = value
            elif line.strip():
                cells = line.rstrip("\n").split("\t")
                rows += [cells] if cells[0].isdigit() else []
            elif rows:
                yield _sentence(about, rows)
                about, rows = {}, []


def _sentence(about: dict[str, str], rows: Sequence[list[str]]) -> GoldSentence:
    def column(number: int) -> tuple[str, ...]:
        return tuple(row[number] for row in rows)

    return GoldSentence(
        id=about.get("sent_id", ""),
        text=about["text"],
        places=tuple(_places(about["text"], column(_FORM))),
        forms=column(_FORM),
        lemmas=column(_LEMMA),
        upos=column(_UPOS),
        xpos=column(_XPOS),
        heads=tuple(int(head) - 1 for head in column(_HEAD)),
        relations=column(_RELATION),
    )


def _places(text: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each word stands; one that the text writes otherwise starts where the one before it ended."""
    at = 0
    for form in forms:
        found = text.find(form, at)
        start = found if 0 <= found <= at + 2 else at
        at = start + len(form)
        yield start, at
