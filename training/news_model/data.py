"""The examples of every task, and the vectors the teacher gives their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from training.news_model import names, open_speech, polnear, teacher, trees
from training.news_model.examples import Example, pack

from twosource.evaluation.conllu import GoldSentence, read_trees

FILES = ("ud_ewt/en_ewt-ud-{split}.conllu", "ud_gum_open/en_gumopen-ud-{split}.conllu")

PACKINGS = 4
"""How many times sentences are packed, each time into other windows."""


@dataclass(frozen=True)
class Data:
    """Examples by task, the labels of syntax, the teacher's vectors."""

    attribution: list[Example]
    syntax: list[Example]
    names: list[Example]
    labels: trees.Labels
    teacher: Tensor

    def sizes(self) -> dict[str, int]:
        """How many labels each head has."""
        return {
            "tag": len(polnear.TAGS),
            "name": len(names.TAGS),
            "upos": len(self.labels.upos),
            "xpos": len(self.labels.xpos),
            "lemma": len(self.labels.scripts),
            "rel": len(self.labels.rels),
        }


def _packed(sentences: list[Example]) -> list[Example]:
    return [window for seed in range(PACKINGS) for window in pack(sentences, seed)]


def read_split(folder: Path, split: str) -> list[GoldSentence]:
    """The trees of a split of both treebanks."""
    packed = ".gz" if split == "train" else ""
    return [t for name in FILES for t in read_trees(folder / "ling" / (name.format(split=split) + packed))]


def read_data(folder: Path, cache: Path, *, with_polnear: bool = True) -> Data:
    """Everything training reads, PolNeAR only where it is wanted; the teacher's vectors are kept in `cache`."""
    found = read_split(folder, "train")
    labels = trees.labels_of(found)
    texts = sorted({tree.text for tree in found})
    path = cache / "teacher.pt"
    if path.is_file():
        vectors = torch.load(path)
    else:
        vectors = teacher.embed(texts)
        torch.save(vectors, path)
    tags = names.names_of_trees(found, folder / "entities/gum_open/sentences.jsonl.gz")
    taught = {text: number for number, text in enumerate(texts)}
    return Data(
        attribution=[
            *(polnear.read_examples(folder / "attribution/polnear", "train") if with_polnear else ()),
            *open_speech.read_gum(folder / "attribution/gum"),
            *pack(open_speech.read_propbank(folder / "ling/propbank_ewt/train.jsonl", found), 0),
        ],
        syntax=_packed(list(trees.read_trees(found, labels, tags, taught))),
        names=_packed(names.read_examples(folder / "entities")),
        labels=labels,
        teacher=vectors,
    )
