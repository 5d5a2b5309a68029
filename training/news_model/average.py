"""Weights between two rounds: `python -m training.news_model.average RUN SHARE TARGET`.

`SHARE` of the weights that `RUN` ended with, the rest of those it started from (`RUN/start.pt`). What a later round
forgets of texts unlike those it was trained on comes back in part: see the model card for what it gave.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import torch
from torch import Tensor
from training.news_model.model import LAYERS

Weights = dict[str, Tensor]


def average(start: Weights, end: Weights, share: float) -> Weights:
    """`share` of `end`, the rest of `start`; a start of the first rounds read syntax in the last layer alone."""
    before = {"encoder.shares": torch.eye(LAYERS)[-1], **start}
    return {name: torch.lerp(before[name], value, share) for name, value in end.items()}


def main() -> None:
    """The command."""
    run, share, target = Path(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    target.mkdir(parents=True, exist_ok=True)
    start = torch.load(run / "start.pt", map_location="cpu")["averaged"]
    state = torch.load(run / "state.pt", map_location="cpu")
    torch.save({"averaged": average(start, state["averaged"], share), "step": state["step"]}, target / "state.pt")
    shutil.copyfile(run / "about.json", target / "about.json")


if __name__ == "__main__":
    main()
