"""The network with fewer neurons and heads: `python -m training.news_model.narrow RUN DATA HEADS INNER TARGET`.

Layer by layer, what costs least to miss on the training examples of all tasks is taken out, one neuron or head after
the other, and what is left takes over what it can (optimal brain surgeon, of whole columns: Hassibi, Stork 1993;
Frantar, Alistarh 2022). Measured on PolNeAR alone, trees and names lost twice as much. What is lost all the same a
round with a guide brings back: TARGET holds what it starts from and the network that guides it.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor
from training.news_model.data import read_data
from training.news_model.model import HEAD_WIDTH, WIDTH, Layer, NewsModel

from twosource.annotate.news_model.pieces import SEP
from twosource.annotate.news_model.windows import Window

_EXAMPLES = 600
"""How many of each task are read."""
_DAMPING = 0.01
"""Of the mean square of an input: how unsure the measured products are."""


def narrow(model: NewsModel, windows: Iterable[Window], *, heads: int, inner: int) -> NewsModel:
    """The same network with so many heads and neurons in each layer."""
    grams = _measure(model, windows)
    smaller = NewsModel({**model.sizes, "heads": heads, "inner": inner})
    kept = {name: value for name, value in model.state_dict().items() if ".layers." not in name}
    smaller.load_state_dict(kept, strict=False)
    for layer, target, (heard, lit) in zip(model.encoder.layers, smaller.encoder.layers, grams, strict=True):
        _narrow_heads(layer, target, heard)
        _narrow_neurons(layer, target, lit)
        for name in ("norm_mix", "norm_out"):
            getattr(target, name).load_state_dict(getattr(layer, name).state_dict())
    return smaller.eval()


@torch.no_grad()
def _narrow_heads(layer: Layer, target: Layer, gram: Tensor) -> None:
    kept, weights = take_out(layer.mix.weight, gram, HEAD_WIDTH, target.heads)
    target.mix.weight.copy_(weights)
    target.mix.bias.copy_(layer.mix.bias)
    rows = torch.cat([kept + part * WIDTH for part in range(3)])
    target.qkv.weight.copy_(layer.qkv.weight[rows])
    target.qkv.bias.copy_(layer.qkv.bias[rows])


@torch.no_grad()
def _narrow_neurons(layer: Layer, target: Layer, gram: Tensor) -> None:
    kept, weights = take_out(layer.down.weight, gram, 1, target.up.out_features)
    target.down.weight.copy_(weights)
    target.down.bias.copy_(layer.down.bias)
    target.up.weight.copy_(layer.up.weight[kept])
    target.up.bias.copy_(layer.up.bias[kept])


def take_out(weights: Tensor, gram: Tensor, block: int, left: int) -> tuple[Tensor, Tensor]:
    """The inputs of a map that stay, and its weights for them; `left` blocks of neighbouring inputs stay.

    `weights` [out, in]; `gram` [in, in], the products of its inputs. In each step the block goes whose loss costs least
    once all others have taken over what they can.
    """
    inverse = torch.linalg.inv(gram.double() + torch.eye(len(gram)) * gram.diagonal().mean() * _DAMPING)
    rest, there = weights.double().clone(), torch.ones(len(gram) // block, dtype=torch.bool)
    while int(there.sum()) > left:
        costs = _costs(rest, inverse, block).masked_fill(~there, torch.inf)
        gone = int(costs.argmin())
        there[gone] = False
        place = slice(gone * block, (gone + 1) * block)
        share = torch.linalg.solve(inverse[place, place], inverse[place])
        rest -= rest[:, place] @ share
        inverse -= inverse[:, place] @ share
        inverse[place, place] = torch.eye(block, dtype=torch.double)
    kept = torch.arange(len(gram)).view(-1, block)[there].flatten()
    return kept, rest[:, kept].to(weights.dtype)


def _costs(weights: Tensor, inverse: Tensor, block: int) -> Tensor:
    """What it costs to miss each block."""
    if block == 1:
        return weights.square().sum(0) / inverse.diagonal()
    places = [slice(at, at + block) for at in range(0, len(inverse), block)]
    found = [(weights[:, p] * torch.linalg.solve(inverse[p, p], weights[:, p].T).T).sum() for p in places]
    return torch.stack(found)


@torch.inference_mode()
def _measure(model: NewsModel, windows: Iterable[Window]) -> list[tuple[Tensor, Tensor]]:
    """For each layer the products of what its attention hears, and of its neurons, summed over all pieces."""
    inner = model.encoder.layers[0].up.out_features
    grams = [(torch.zeros(WIDTH, WIDTH), torch.zeros(inner, inner)) for _ in model.encoder.layers]
    hooks = [
        hook
        for layer, (heard, lit) in zip(model.encoder.layers, grams, strict=True)
        for hook in (_add_up(layer.mix, heard), _add_up(layer.down, lit))
    ]
    for window in windows:
        pieces = torch.tensor([[*window.pieces, SEP]])
        model.encoder(pieces, torch.tensor([[*window.shapes, 0]]), torch.ones_like(pieces))
    for hook in hooks:
        hook.remove()
    return grams


def _add_up(module: torch.nn.Module, total: Tensor) -> torch.utils.hooks.RemovableHandle:
    def hook(_: torch.nn.Module, read: tuple[Tensor, ...]) -> None:
        rows = read[0].flatten(0, -2)
        total.addmm_(rows.T, rows)

    return module.register_forward_pre_hook(hook)


def choose_windows(folder: Path, cache: Path) -> list[Window]:
    """As many training examples of each task."""
    data, order = read_data(folder, cache), random.Random(1)
    return [window for task in (data.attribution, data.syntax, data.names) for window in order.sample(task, _EXAMPLES)]


def main() -> None:
    """The command."""
    run, folder, target = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[5])
    target.mkdir(parents=True, exist_ok=True)
    about = json.loads((run / "about.json").read_text())
    model = NewsModel(about["sizes"])
    model.load_state_dict(torch.load(run / "state.pt", map_location="cpu")["averaged"])
    smaller = narrow(model.eval(), choose_windows(folder, target), heads=int(sys.argv[3]), inner=int(sys.argv[4]))
    for name, network in (("start", smaller), ("guide", model)):
        torch.save({"averaged": network.state_dict(), "sizes": network.sizes}, target / f"{name}.pt")


if __name__ == "__main__":
    main()
