"""Makes `event_words.tsv` and `event_vectors.npy` of `src/twosource/claims` from the database files of WordNet 3.1.

    python training/event_alignment/build_words.py WORDNET/dict ENCODER src/twosource/claims

ENCODER is the folder of all-MiniLM-L6-v2 as sentence-transformers reads it; torch is needed here and nowhere else. One
line a word and part of speech (v, n, a): logarithm of its uses as WordNet counts them, marks (d: derived from a verb),
the kinds of its senses by how often each is meant, in per cent, its first sense, further ones, and what the first is a
kind of or leads to. A sense that only one word has is left out. A noun has the senses of the verbs it is derived from.
The vectors, a row a line, are those of the word alone, less their mean, in the 32 directions where words differ most.
"""

from __future__ import annotations

import importlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

_PARTS = {"n": "data.noun", "v": "data.verb", "a": "data.adj"}
_PART_OF_KEY = {"1": "n", "2": "v", "3": "a", "5": "a"}
_EVENTS = frozenset({4, 11, 19, 22})  # numbers of WordNet's files: act, event, phenomenon, process
_TELLING = _EVENTS | {10, 26}  # communication, state: what these are a kind of tells, too
_WIDER = frozenset("$ * > & @".split())  # verb group, entailment, cause, similar to, kind of
_MOST_SENSES, _WIDTH, _SHORTEST, _LEAST_PER_CENT = 4, 32, 3, 5
_SHARE_OF_UNCOUNTED, _LEAST_USES_OF_ADJECTIVES = 0.5, 3

Key = tuple[str, str]
"""A word and its part of speech; a word of two words has a low line between them."""


@dataclass
class WordNet:
    """What is needed of the database; a sense is `n`, `v` or `a` with its offset."""

    files: dict[str, int] = field(default_factory=dict)
    """Sense -> the number of the file it is in."""
    wider: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    derived: dict[str, list[tuple[str, str | None]]] = field(default_factory=lambda: defaultdict(list))
    """Sense -> related sense, and the word of it that is related where that is said."""
    senses: dict[Key, list[tuple[int, str, int]]] = field(default_factory=lambda: defaultdict(list))
    """Number of the sense, sense, count."""


def read_wordnet(folder: Path) -> WordNet:
    """Its verbs, nouns and adjectives."""
    net = WordNet()
    for part, name in _PARTS.items():
        for line in (folder / name).read_text("latin-1").splitlines():
            if not line.startswith("  "):
                _read_sense(net, part, line.split(" | ")[0].split())
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, offset, number, count = line.split()
        word, _, rest = key.partition("%")
        part = _PART_OF_KEY.get(rest[0], "")
        if part:
            net.senses[word, part].append((int(number), part + offset, int(count)))
    for found in net.senses.values():
        found.sort()
    return net


def _read_sense(net: WordNet, part: str, cells: Sequence[str]) -> None:
    sense, size = part + cells[0], int(cells[3], 16)
    net.files[sense] = int(cells[1])
    words = [cells[4 + 2 * i].lower() for i in range(size)]
    place = 4 + 2 * size
    for i in range(int(cells[place])):
        symbol, offset, other, ends = cells[place + 1 + 4 * i : place + 5 + 4 * i]
        target = ("a" if other == "s" else other) + offset
        if symbol == "+":
            source = int(ends[:2], 16)
            net.derived[sense].append((target, words[source - 1] if source else None))
        elif symbol in _WIDER:
            net.wider[sense].add(target)


def kinds_of(net: WordNet, key: Key) -> dict[int, float]:
    """The files of a word's senses, each with the share of its uses."""
    total = sum(count + 0.5 for _, _, count in net.senses[key])
    kinds: dict[int, float] = defaultdict(float)
    for _, sense, count in net.senses[key]:
        kinds[net.files[sense]] += (count + 0.5) / total
    return kinds


def senses_of(net: WordNet, key: Key, most: int) -> set[str]:
    """The first senses of a word, and those it is derived from."""
    first = [sense for _, sense, _ in net.senses[key][:most]]
    if key[1] == "v":
        return set(first)
    return {*first, *(other for sense in first for other, own in net.derived[sense] if own in {None, key[0]})}


def wider_than(net: WordNet, senses: Iterable[str]) -> set[str]:
    """Senses, and what they are a kind of, belong with, lead to or are like."""
    telling = {s for s in senses if s[0] != "n" or net.files[s] in _TELLING}
    return {*senses, *(other for sense in telling for other in net.wider[sense])}


def choose_words(net: WordNet) -> list[Key]:
    """Counted words; verbs that share a first sense with one; event nouns; what two words name together."""
    plain = [k for k in net.senses if k[0].isalpha() and k[0].isascii() and len(k[0]) >= _SHORTEST]
    chosen = {k for k in plain if _uses(net, k) >= (_LEAST_USES_OF_ADJECTIVES if k[1] == "a" else 1)}
    chosen |= {k for k in plain if k[1] == "n" and _is_event(net, k)}
    known = {sense for key in chosen for sense in senses_of(net, key, 1)}
    chosen |= {k for k in plain if k[1] == "v" and senses_of(net, k, 1) & known}
    pairs = [k for k in net.senses if k[0].count("_") == 1 and k[0].replace("_", "").isalpha() and k[1] != "a"]
    return sorted(chosen | {k for k in pairs if k[1] == "v" or _is_event(net, k)})


def _uses(net: WordNet, key: Key) -> int:
    return sum(count for _, _, count in net.senses[key])


def _is_event(net: WordNet, key: Key) -> bool:
    """Whether a noun mostly names an event, or the state it leaves ("heart attack")."""
    return sum(share for kind, share in kinds_of(net, key).items() if kind in _EVENTS | {26}) > _SHARE_OF_UNCOUNTED


def table(net: WordNet, words: Sequence[Key]) -> list[str]:
    """The lines of the table."""
    first = [senses_of(net, key, 1) for key in words]
    further = [senses_of(net, key, _MOST_SENSES) - one for key, one in zip(words, first, strict=True)]
    wider = [wider_than(net, one) - one for one in first]
    shared = Counter(sense for sets in zip(first, further, wider, strict=True) for sense in set().union(*sets))
    numbers: dict[str, int] = {}

    def cell(senses: Iterable[str]) -> str:
        return " ".join(str(numbers.setdefault(s, len(numbers))) for s in sorted(senses) if shared[s] > 1)

    lines = []
    for key, *sets in zip(words, first, further, wider, strict=True):
        kinds = {k: round(100 * s) for k, s in sorted(kinds_of(net, key).items()) if 100 * s >= _LEAST_PER_CENT}
        marks = "d" if any(o[0] == "v" for o in senses_of(net, key, 1)) and key[1] != "v" else ""
        cells = [*key, f"{math.log(_uses(net, key) + 1):.1f}", marks, " ".join(f"{k}={s}" for k, s in kinds.items())]
        lines.append("\t".join([*cells, *map(cell, sets)]).rstrip("\t"))
    return lines


def vectors_of(words: Sequence[Key], encoder: Path) -> npt.NDArray[np.int8]:
    """A row a word, of whole numbers to 127."""
    encode = importlib.import_module("sentence_transformers").SentenceTransformer(str(encoder), device="cpu").encode

    texts = [word.replace("_", " ") for word, _ in words]
    found = np.asarray(encode(texts), dtype=np.float64)
    found -= found.mean(0)
    _, turns = np.linalg.eigh(found.T @ found)
    found = found @ turns[:, ::-1][:, :_WIDTH]
    rows: npt.NDArray[np.int8] = np.round(127 * found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.int8)
    return rows


if __name__ == "__main__":
    wordnet, encoder_folder, target = map(Path, sys.argv[1:4])
    database = read_wordnet(wordnet)
    chosen_words = choose_words(database)
    lines_of_table = table(database, chosen_words)
    (target / "event_words.tsv").write_text("".join(f"{line}\n" for line in lines_of_table), encoding="utf-8")
    np.save(target / "event_vectors.npy", vectors_of(chosen_words, encoder_folder))
