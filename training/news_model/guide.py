"""What a guide asks: that a narrower network agrees with the one it was made from, on every task and in every layer.

It asks so of every batch, of the tasks too that the batch has no targets for.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.news_model.batches import Batch
from training.news_model.losses import Heard, embed_sentences, hear, mask_pairs, pool_of
from training.news_model.model import NewsModel

_SHARES = {"tag": 2.0, "name": 1.5, "upos": 0.5, "xpos": 0.3, "lemma": 0.3}
"""What each head counts."""


def guided(model: NewsModel, heard: Heard, guide: NewsModel, batch: Batch) -> dict[str, Tensor]:
    """How far a network is from its guide: in its layers, its tags, its pairs of words and its vectors."""
    with torch.no_grad():
        wanted = hear(guide, batch)
    there = batch["sentences"] >= -1
    return {
        "guide_layers": _apart(heard.layers, wanted.layers, batch["mask"] == 1),
        "guide_tags": _tags(model, heard, guide, wanted, there),
        "guide_pairs": _pairs(model, heard, guide, wanted, batch),
        "guide_vectors": _vectors(model, heard, guide, wanted, batch),
    }


def _vectors(model: NewsModel, heard: Heard, guide: NewsModel, wanted: Heard, batch: Batch) -> Tensor:
    """How far the vector of each sentence lies from the guide's."""
    pool = pool_of(batch, int(batch["sentences"].max()) + 1)
    ours = embed_sentences(model, heard.layers[-1], pool)
    theirs = embed_sentences(guide, wanted.layers[-1], pool)
    return (1 - (ours * theirs).sum(-1))[pool.sum(-1) > 0].mean()


def _apart(layers: list[Tensor], wanted: list[Tensor], there: Tensor) -> Tensor:
    """The mean squared distance in all layers, as a share of the square of what is wanted."""
    pairs = zip(layers, wanted, strict=True)
    return torch.stack([_distance(ours[there].float(), theirs[there].float()) for ours, theirs in pairs]).mean()


def _distance(ours: Tensor, theirs: Tensor) -> Tensor:
    return (ours - theirs).square().mean() / (theirs - theirs.mean(0)).square().mean()


def _tags(model: NewsModel, heard: Heard, guide: NewsModel, wanted: Heard, there: Tensor) -> Tensor:
    total = torch.zeros(())
    for task, share in _SHARES.items():
        part = "words" if task in ("tag", "name") else "parsed"
        read: tuple[nn.Module, nn.Module] = getattr(model, task), getattr(guide, task)
        ours, theirs = read[0](getattr(heard, part)[there]), read[1](getattr(wanted, part)[there])
        total = total + share * _divergence(ours, theirs).mean()
    return total


def _divergence(ours: Tensor, theirs: Tensor) -> Tensor:
    """How many nats of what the guide says are lost."""
    known = theirs.float().log_softmax(-1)
    return functional.kl_div(ours.float().log_softmax(-1), known, reduction="none", log_target=True).sum(-1)


def _pairs(model: NewsModel, heard: Heard, guide: NewsModel, wanted: Heard, batch: Batch) -> Tensor:
    there = batch["sentences"] >= 0
    arcs = (mask_pairs(net.arc(h.parsed), batch, within=True) for net, h in ((model, heard), (guide, wanted)))
    links = (mask_pairs(net.link(h.words), batch, within=False) for net, h in ((model, heard), (guide, wanted)))
    best = batch["head"].clamp(min=0) if "head" in batch else _heads(guide, wanted, batch)
    relations = _divergence(model.rel(heard.parsed, best)[there], guide.rel(wanted.parsed, best)[there])
    return sum(
        (_divergence(*(scores[there] for scores in pair)).mean() for pair in (arcs, links)),
        start=0.6 * relations.mean(),
    )


def _heads(guide: NewsModel, wanted: Heard, batch: Batch) -> Tensor:
    with torch.no_grad():
        return mask_pairs(guide.arc(wanted.parsed), batch, within=True).argmax(-1)
