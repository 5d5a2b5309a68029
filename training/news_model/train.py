"""Trains the model: `python -m training.news_model.train DATA_FOLDER RUN_FOLDER`. Goes on where it stopped."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from training.news_model.batches import Batch, endless
from training.news_model.data import Data, read_data
from training.news_model.guide import guided
from training.news_model.losses import hear, loss_of
from training.news_model.model import DROPOUT, NewsModel, load_start


@dataclass(frozen=True)
class Plan:
    """How long and how hard; batches are counted in pieces with padding."""

    steps: int = 1_400
    attribution_pieces: int = 2_048
    syntax_pieces: int = 1_280
    name_pieces: int = 512
    encoder_rate: float = 1.2e-4
    head_rate: float = 1e-3
    warm: int = 100
    decay: float = 0.01
    average: float = 0.997  # of the weights that are kept beside those being trained
    save_every: int = 100
    seed: int = 7
    with_polnear: bool = True  # whose texts have no stated licence
    bfloat16: bool = False  # faster where the processor has instructions for it
    dropout: float = DROPOUT  # 0 where a guide is followed: it asks for every value


WEIGHTS = {
    "tag": 1.0,
    "link": 0.5,
    "name": 1.0,
    "upos": 0.5,
    "xpos": 0.3,
    "lemma": 0.3,
    "arc": 1.0,
    "rel": 0.6,
    "taught": 2.0,
    "guide_layers": 2.0,
    "guide_tags": 1.0,
    "guide_pairs": 1.0,
    "guide_vectors": 4.0,
}
"""What the loss of each task counts."""


def train(data: Data, run: Path, plan: Plan) -> None:
    """Runs the plan; the state after every `save_every` steps is in `run/state.pt`."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(plan.seed)
    model = _start(data.sizes(), run / "start.pt").to(device)
    for module in model.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = plan.dropout
    optimiser = _optimiser(model, plan)
    averaged = {name: value.detach().clone() for name, value in model.state_dict().items()}
    first = _restore(run / "state.pt", model, optimiser, averaged)
    streams = _streams(data, plan, first)
    teacher = data.teacher.to(device)
    guide = _guide(run / "guide.pt", device)
    seen: dict[str, list[float]] = defaultdict(list)
    began = time.monotonic()
    for step in range(first, plan.steps):
        torch.manual_seed(plan.seed + step)
        _set_rate(optimiser, plan, step)
        for stream in streams:
            batch = {name: value.to(device) for name, value in next(stream).items()}
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=plan.bfloat16):
                losses = _losses(model, guide, batch, teacher)
            _backward(losses, seen)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        _average(averaged, model, plan.average, step)
        if (step + 1) % 20 == 0:
            _log(step + 1, began, first, seen)
        if (step + 1) % plan.save_every == 0 or step + 1 == plan.steps:
            _save(run / "state.pt", step + 1, model, optimiser, averaged)


def _start(sizes: dict[str, int], path: Path) -> NewsModel:
    """The network that a round begins with: that of `path`, narrower where that is; without it the pretrained one."""
    if not path.is_file():
        model = NewsModel(sizes)
        load_start(model)
        return model
    state = torch.load(path, map_location="cpu")
    model = NewsModel(sizes | state.get("sizes", {}))
    model.load_state_dict(state["averaged"], strict=False)
    return model


def _streams(data: Data, plan: Plan, first: int) -> tuple[Iterator[Batch], ...]:
    return (
        endless(data.attribution, plan.attribution_pieces, plan.seed, start=first),
        endless(data.syntax, plan.syntax_pieces, plan.seed + 1, start=first),
        endless(data.names, plan.name_pieces, plan.seed + 2, start=first),
    )


def _guide(path: Path, device: torch.device) -> NewsModel | None:
    """The network that the one in training shall agree with, where there is one."""
    if not path.is_file():
        return None
    state = torch.load(path, map_location="cpu")
    guide = NewsModel(state["sizes"])
    guide.load_state_dict(state["averaged"])
    return guide.eval().requires_grad_(requires_grad=False).to(device)


def _losses(model: NewsModel, guide: NewsModel | None, batch: Batch, teacher: Tensor) -> dict[str, Tensor]:
    heard = hear(model, batch)
    losses = loss_of(model, heard, batch, teacher)
    return losses | guided(model, heard, guide, batch) if guide is not None else losses


def _backward(losses: dict[str, Tensor], seen: dict[str, list[float]]) -> None:
    sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()  # type: ignore[union-attr]
    for name, loss in losses.items():
        seen[name].append(float(loss.detach()))


def _optimiser(model: NewsModel, plan: Plan) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list[Any]] = defaultdict(list)
    for name, value in model.named_parameters():
        fresh = not name.startswith("encoder.") or name.startswith(("encoder.shapes", "encoder.shares"))
        rate = plan.head_rate if fresh else plan.encoder_rate
        groups[rate, plan.decay if value.dim() > 1 else 0.0].append(value)
    return torch.optim.AdamW(
        [{"params": v, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), v in groups.items()],
        betas=(0.9, 0.98),
        fused=True,
    )


def _set_rate(optimiser: torch.optim.Optimizer, plan: Plan, step: int) -> None:
    share = min((step + 1) / plan.warm, (plan.steps - step) / (plan.steps - plan.warm))
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share


@torch.no_grad()
def _average(averaged: dict[str, Tensor], model: NewsModel, most: float, step: int) -> None:
    keep = min(most, (1 + step) / (10 + step))
    for name, value in model.state_dict().items():
        averaged[name].lerp_(value, 1 - keep)


def _log(step: int, began: float, first: int, seen: dict[str, list[float]]) -> None:
    means = {name: round(sum(values) / len(values), 4) for name, values in sorted(seen.items())}
    spent = time.monotonic() - began
    print(
        json.dumps({"step": step, "seconds": round(spent), "per_step": round(spent / (step - first), 2), **means}),
        flush=True,
    )
    seen.clear()


def _save(path: Path, step: int, model: NewsModel, optimiser: Any, averaged: dict[str, Tensor]) -> None:
    state = {"step": step, "model": model.state_dict(), "optimiser": optimiser.state_dict(), "averaged": averaged}
    state["sizes"] = model.sizes
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").replace(path)


def _restore(path: Path, model: NewsModel, optimiser: Any, averaged: dict[str, Tensor]) -> int:
    if not path.is_file():
        return 0
    state = torch.load(path, map_location=next(model.parameters()).device)
    model.load_state_dict(state["model"])
    optimiser.load_state_dict(state["optimiser"])
    averaged.update(state["averaged"])
    return int(state["step"])


def main() -> None:
    """The command."""
    folder, run = Path(sys.argv[1]), Path(sys.argv[2])
    run.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    plan = Plan(**json.loads(sys.argv[3])) if len(sys.argv) > 3 else Plan()
    data = read_data(folder, run, with_polnear=plan.with_polnear)
    about = {"plan": asdict(plan), "sizes": _start(data.sizes(), run / "start.pt").sizes, "labels": asdict(data.labels)}
    (run / "about.json").write_text(json.dumps(about, indent=1))
    for name in ("attribution", "syntax", "names"):
        examples = getattr(data, name)
        print(name, len(examples), "examples,", sum(map(len, examples)), "pieces", flush=True)
    train(data, run, plan)


if __name__ == "__main__":
    main()
