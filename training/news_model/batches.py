"""Examples of about one length, padded to tensors, in an order that a seed fixes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from training.news_model.examples import IGNORED, Example

from twosource.annotate.news_model.pieces import SEP

Batch = dict[str, Tensor]
_CHUNK = 64  # batches whose examples are sorted together by length


def endless(examples: Sequence[Example], pieces: int, seed: int, *, start: int = 0) -> Iterator[Batch]:
    """Batches of about so many pieces with padding, round after round, each in its own order; skips `start` of them."""
    number, round_ = 0, 0
    while True:
        for group in _groups(examples, pieces, random.Random(f"{seed}/{round_}")):
            if number >= start:
                yield collate(group)
            number += 1
        round_ += 1


def _groups(examples: Sequence[Example], pieces: int, order: random.Random) -> list[list[Example]]:
    shuffled = list(examples)
    order.shuffle(shuffled)
    groups: list[list[Example]] = []
    per_chunk = max(1, _CHUNK * pieces // max(len(e) for e in shuffled))
    for at in range(0, len(shuffled), per_chunk):
        groups += _by_size(sorted(shuffled[at : at + per_chunk], key=len), pieces)
    order.shuffle(groups)
    return groups


def _by_size(examples: Sequence[Example], pieces: int) -> list[list[Example]]:
    groups: list[list[Example]] = [[]]
    for example in examples:
        if groups[-1] and (len(groups[-1]) + 1) * len(example) > pieces:
            groups.append([])
        groups[-1].append(example)
    return groups


def collate(examples: Sequence[Example]) -> Batch:
    """One batch: pieces, shapes, mask, places of words, sentences of words, targets, and what was taught."""
    length = max(len(e) for e in examples)
    words = max(len(e.words) for e in examples)
    batch = {
        "pieces": _padded([[*e.pieces, SEP] for e in examples], length, 0),
        "shapes": _padded([[*e.shapes, 0] for e in examples], length, 0),
        "mask": _padded([[1] * len(e) for e in examples], length, 0),
        "words": _padded([e.words for e in examples], words, 0),
        "sentences": _padded([e.sentences for e in examples], words, -2),
    }
    for task in examples[0].targets:
        batch[task] = _padded([e.targets[task] for e in examples], words, IGNORED)
    if examples[0].taught:
        batch["taught"] = _padded([e.taught for e in examples], max(len(e.taught) for e in examples), -1)
    return batch


def _padded(rows: Sequence[Sequence[int]], length: int, value: int) -> Tensor:
    return torch.tensor([[*row, *([value] * (length - len(row)))] for row in rows], dtype=torch.long)
