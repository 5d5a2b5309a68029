"""What each task asks of the network, for one batch."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from training.news_model.batches import Batch
from training.news_model.examples import IGNORED
from training.news_model.model import NewsModel
from training.news_model.names import OPEN

FAR = -1e4
_NOT_THREE = (0, 7, 8, 9, 10)  # tags that are none of person, organisation, place


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder says of a batch."""

    layers: list[Tensor]
    """Each [batch, pieces, width]."""
    words: Tensor
    """[batch, words, width], from the last layer."""
    parsed: Tensor
    """The same from the blend of all layers."""


def hear(model: NewsModel, batch: Batch) -> Heard:
    """One pass of the encoder over a batch."""
    layers = model.encoder(batch["pieces"], batch["shapes"], batch["mask"])
    words = model.drop(model.words(layers[-1], batch["words"]))
    parsed = model.drop(model.words(model.encoder.blend(layers), batch["words"]))
    return Heard(layers, words, parsed)


def loss_of(model: NewsModel, heard: Heard, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    """The losses of the tasks that the batch has targets for."""
    words, parsed = heard.words, heard.parsed
    found: dict[str, Tensor] = {}
    for task, read in (("tag", words), ("upos", parsed), ("xpos", parsed), ("lemma", parsed)):
        if task in batch:
            found[task] = _entropy(getattr(model, task)(read), batch[task])
    if "name" in batch and bool((batch["name"] != IGNORED).any()):
        found["name"] = _name_loss(model.name(words), batch["name"])
    if "anchor" in batch:
        found["link"] = _entropy(mask_pairs(model.link(words), batch, within=False), batch["anchor"])
    if "head" in batch:
        found["arc"] = _entropy(mask_pairs(model.arc(parsed), batch, within=True), batch["head"])
        found["rel"] = _entropy(model.rel(parsed, batch["head"].clamp(min=0)), batch["rel"])
    if "taught" in batch:
        found["taught"] = _taught_loss(model, heard.layers[-1], batch, teacher)
    return found


def _entropy(scores: Tensor, targets: Tensor) -> Tensor:
    if not bool((targets != IGNORED).any()):
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1).float(), targets.flatten(), ignore_index=IGNORED)


def _name_loss(scores: Tensor, targets: Tensor) -> Tensor:
    """Where a set leaves open what a word is, any tag but the three common kinds is right."""
    chances = scores.float().log_softmax(-1)
    open_chance = chances[..., _NOT_THREE].logsumexp(-1)
    known = chances.gather(-1, targets.clamp(min=0, max=OPEN - 1)[..., None])[..., 0]
    asked = targets != IGNORED
    return -torch.where(targets == OPEN, open_chance, known)[asked].mean()


def mask_pairs(scores: Tensor, batch: Batch, *, within: bool) -> Tensor:
    """Scores of pairs, those ruled out that padding or (where `within` is set) another sentence makes impossible."""
    sentences = batch["sentences"]
    allowed = (sentences != -2)[:, None, :]
    if within:
        allowed = allowed & ((sentences[:, :, None] == sentences[:, None, :]) | (sentences == -1)[:, None, :])
        allowed = allowed & ~torch.eye(sentences.shape[1], dtype=torch.bool, device=scores.device)
    return scores.masked_fill(~allowed, FAR)


def _taught_loss(model: NewsModel, hidden: Tensor, batch: Batch, teacher: Tensor) -> Tensor:
    """How far each sentence's vector lies from the one the starting encoder gives the sentence alone."""
    count = batch["taught"].shape[1]
    vectors = embed_sentences(model, hidden, pool_of(batch, count))
    known = batch["taught"] >= 0
    wanted = teacher[batch["taught"].clamp(min=0)].to(vectors.dtype)
    return (1 - (vectors * wanted).sum(-1))[known].mean()


def pool_of(batch: Batch, count: int) -> Tensor:
    """[batch, sentences, pieces]: the share each piece has in its sentence."""
    begins = torch.zeros(batch["pieces"].shape, dtype=torch.long, device=batch["pieces"].device)
    begins.scatter_(1, batch["words"], 1)
    word_of_piece = begins.cumsum(1) - 1
    sentence_of_piece = batch["sentences"].gather(1, word_of_piece.clamp(min=0, max=batch["words"].shape[1] - 1))
    sentence_of_piece = sentence_of_piece.masked_fill(batch["mask"] == 0, -2)
    pool = (sentence_of_piece[:, None, :] == torch.arange(count, device=begins.device)[None, :, None]).float()
    return pool / pool.sum(-1, keepdim=True).clamp(min=1)


def embed_sentences(model: NewsModel, hidden: Tensor, pool: Tensor) -> Tensor:
    """[batch, sentences, width], each of length one."""
    return functional.normalize(model.sentence(torch.matmul(pool, hidden)), dim=-1)
