"""The network back from the weights that ship: `python -m training.news_model.read_back FOLDER RUN`.

Writes `RUN/state.pt` and `RUN/about.json` as `train` does, from the int8 graph in FOLDER: what was rounded stays
rounded. So a round can start from the weights of the last generation where nothing else of it was kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import GraphProto, NodeProto, numpy_helper
from torch import Tensor
from training.news_model.model import HEAD_WIDTH, NewsModel

Floats = npt.NDArray[np.float32]
LABELS = ("upos", "xpos", "rels", "scripts")


def read_weights(graph: GraphProto) -> dict[str, Tensor]:
    """The weights by their names in `NewsModel`; places behind the window are left out."""
    tables = {table.name: numpy_helper.to_array(table) for table in graph.initializer}
    found = {name.removeprefix("model."): table for name, table in tables.items() if name.startswith("model.")}
    found = {name: table for name, table in found.items() if not name.endswith(("_scale", "_zero_point", "_quantized"))}
    for name in ("pieces", "places", "shapes"):
        found[f"encoder.{name}.weight"] = tables[f"{name}.rows"].astype(np.float32) * tables.get(f"{name}.scale", 1)
    found |= {_name_of(node): _map(node, tables).T for node in graph.node if _is_map(node)}
    for layer in sorted({_apart_layer(name) for name in tables if name.startswith("apart")}):
        _put_back(found, tables, layer)
    return {name: torch.from_numpy(np.array(table, dtype=np.float32)) for name, table in found.items()}


def _is_map(node: NodeProto) -> bool:
    return node.op_type == "MatMulInteger"


def _name_of(node: NodeProto) -> str:
    """`/layers.0/qkv/MatMul_quant` is `encoder.layers.0.qkv.weight`."""
    if node.name.startswith("apart"):
        return f"encoder.layers.{_apart_layer(node.name)}.down.weight"
    path = node.name.strip("/").split("/")[:-1]
    return ".".join((["encoder"] if path[0].startswith("layers.") else []) + path) + ".weight"


def _map(node: NodeProto, tables: Mapping[str, npt.NDArray[np.generic]]) -> Floats:
    weights = node.input[1]
    name = f"{weights[:-1]}s" if weights.startswith("apart") else weights.replace("_quantized", "_scale")
    scale = tables[name]
    return tables[weights].astype(np.float32) * scale.astype(np.float32)


def _apart_layer(name: str) -> int:
    """The layer of a table or step of `apart`: "apart.2/quiet/w"; "apart/quiet/w" is the first (fifth generation)."""
    _, _, number = name.partition("/")[0].partition(".")
    return int(number or 0)


def _put_back(
    found: dict[str, npt.NDArray[np.generic]], tables: Mapping[str, npt.NDArray[np.generic]], layer: int
) -> None:
    """The loud neurons of `apart` stand where both maps are empty."""
    base = f"apart.{layer}" if f"apart.{layer}/loud/u" in tables else "apart"
    up, down, shift = (f"encoder.layers.{layer}.{name}" for name in ("up.weight", "down.weight", "up.bias"))
    found |= {name: found[name].copy() for name in (up, down, shift)}
    empty = np.flatnonzero(~found[up].any(1) & ~found[down].any(0))
    found[up][empty] = tables[f"{base}/loud/u"].T
    found[down][:, empty] = tables[f"{base}/loud/d"].T
    found[shift][empty] = tables[f"{base}/loud/b"]


def sizes_of(weights: Mapping[str, Tensor]) -> dict[str, int]:
    """How many labels each head has, and how wide the layers are."""
    heads = {name: f"{name}.bias" for name in ("tag", "name", "upos", "xpos", "lemma")}
    sizes = {name: len(weights[at]) for name, at in {**heads, "rel": "rel.out.bias"}.items()}
    width = len(weights["encoder.layers.0.qkv.bias"]) // (3 * HEAD_WIDTH)
    return {**sizes, "heads": width, "inner": len(weights["encoder.layers.0.up.bias"])}


def read_model(folder: Path) -> NewsModel:
    """The network of a folder with weights that ship."""
    weights = read_weights(onnx.load(str(folder / "model.onnx")).graph)
    model = NewsModel(sizes_of(weights))
    whole = model.encoder.places.weight.detach().clone()
    whole[: len(weights["encoder.places.weight"])] = weights["encoder.places.weight"]
    model.load_state_dict({**weights, "encoder.places.weight": whole})
    return model.eval()


def main() -> None:
    """The command."""
    folder, run = Path(sys.argv[1]), Path(sys.argv[2])
    run.mkdir(parents=True, exist_ok=True)
    model = read_model(folder)
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    about = {"sizes": model.sizes, "labels": {name: labels[name] for name in LABELS}}
    (run / "about.json").write_text(json.dumps(about, indent=1))
    torch.save({"averaged": model.state_dict(), "step": 0}, run / "state.pt")


if __name__ == "__main__":
    main()
