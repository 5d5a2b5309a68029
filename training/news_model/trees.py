"""Syntax from Universal Dependencies: windows of sentences in order, with word class, tag, lemma, head and relation."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.news_model.examples import IGNORED, Example, size_of, words_of

from twosource.annotate.news_model.lemma import script_of

WINDOW = 192
MIN_SCRIPTS = 3  # how often a lemma script must be seen to be learned


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: its text, the ten columns of CoNLL-U of each word, and where each word stands."""

    id: str
    text: str
    rows: tuple[tuple[str, ...], ...]
    ranges: tuple[tuple[int, int], ...]

    def column(self, number: int) -> list[str]:
        """One column of CoNLL-U."""
        return [row[number] for row in self.rows]


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of a CoNLL-U file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        head: dict[str, str] = {}
        rows: list[tuple[str, ...]] = []
        for line in lines:
            if line.startswith("#"):
                name, _, value = line[1:].strip().partition(" = ")
                head[name] = value
            elif line.strip():
                cells = tuple(line.rstrip("\n").split("\t"))
                rows += [cells] if cells[0].isdigit() else []
            elif rows:
                yield Tree(head.get("sent_id", ""), head["text"], tuple(rows), tuple(_ranges(head["text"], rows)))
                head, rows = {}, []


def _ranges(text: str, rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where each word stands; a word that the text hides in another ("cannot") starts where the one before ended."""
    at = 0
    for row in rows:
        found = text.find(row[1], at)
        start = found if 0 <= found <= at + 2 else at
        at = start + len(row[1])
        yield start, at


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that syntax is spoken of in, most frequent first."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    rels: tuple[str, ...]
    scripts: tuple[str, ...]


def labels_of(trees: Sequence[Tree]) -> Labels:
    """Every label of the trees; lemma scripts that are rare are left out."""
    scripts = Counter(script_of(row[1], row[2]) for tree in trees for row in tree.rows)
    return Labels(
        upos=_ranked(Counter(row[3] for tree in trees for row in tree.rows)),
        xpos=_ranked(Counter(row[4] for tree in trees for row in tree.rows)),
        rels=_ranked(Counter(row[7] for tree in trees for row in tree.rows)),
        scripts=_ranked(Counter({s: n for s, n in scripts.items() if n >= MIN_SCRIPTS})),
    )


def _ranked(counts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda label: (-counts[label], label)))


def pack_trees(
    trees: Sequence[Tree], labels: Labels, names: Mapping[str, list[int]], taught: Mapping[str, int], *, skip: int = 0
) -> Iterator[Example]:
    """Windows of neighbouring sentences; `names` has the tags of names of the sentences that are annotated for them."""
    example, sentence = Example(), 0
    for number, tree in enumerate(trees):
        words = words_of(tree.column(1))
        full = len(example) + size_of(words) > WINDOW
        if sentence and (full or (number == skip)):
            yield example
            example, sentence = Example(), 0
        if size_of(words) < WINDOW:
            _add(example, tree, labels, (sentence, names.get(tree.id)))
            example.taught.append(taught.get(tree.text, -1))
            sentence += 1
    if sentence:
        yield example


def _add(example: Example, tree: Tree, labels: Labels, of_sentence: tuple[int, list[int] | None]) -> None:
    sentence, names = of_sentence
    before = len(example.words) - 1
    example.add(words_of(tree.column(1)), sentence)
    columns = {
        "upos": [_place(labels.upos, label) for label in tree.column(3)],
        "xpos": [_place(labels.xpos, label) for label in tree.column(4)],
        "lemma": [_place(labels.scripts, script_of(row[1], row[2])) for row in tree.rows],
        "head": [int(head) + before if int(head) else 0 for head in tree.column(6)],
        "rel": [_place(labels.rels, label) for label in tree.column(7)],
        "name": names if names is not None else [IGNORED] * len(tree.rows),
    }
    for task, values in columns.items():
        example.targets.setdefault(task, [IGNORED]).extend(values)


def _place(labels: Sequence[str], label: str) -> int:
    return labels.index(label) if label in labels else IGNORED
