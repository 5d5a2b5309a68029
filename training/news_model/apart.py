"""The maps that int8 does not hold, in int8 after all: `python -m training.news_model.apart FOLDER DATA FP32`.

What a map back from the neurons reads has one or two whose values are two to four times those of any other, so that
one scale for all of them is too coarse (`export.IN_FLOAT` keeps the worst such map in floating point). Here such
neurons are taken out of both maps of their layer and computed beside them in floating point; the rest is quantised like
every other map. `FP32` is the graph that `export` writes beside (`RUN/fp32.onnx`), `DATA` the folder of development
data: loud neurons are those of the training part of PolNeAR.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from onnx import GraphProto, ModelProto, NodeProto, helper, numpy_helper
from training.news_model.fuse import keep_needed
from training.news_model.loud import Floats, find_loud, quantise_columns
from training.news_model.model import LAYERS

from twosource.annotate.news_model.pieces import Vocabulary
from twosource.annotate.news_model.runner import inputs_of
from twosource.annotate.news_model.windows import cut_windows
from twosource.evaluation.gold import read_rows

_ARTICLES = 60


def measure_neurons(graph: Path, windows: Iterable[dict[str, npt.NDArray[np.generic]]]) -> list[Floats]:
    """For each layer the largest absolute value that each neuron reaches in these windows."""
    model = onnx.load(str(graph))
    reads = [_read_by(model.graph, f"/layers.{layer}/down/MatMul") for layer in range(LAYERS)]
    for read in reads:
        model.graph.output.append(helper.make_tensor_value_info(read, onnx.TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    found = [[np.abs(lit).max((0, 1)) for lit in session.run(reads, window)] for window in windows]
    return [np.max(np.stack(layer), axis=0) for layer in zip(*found, strict=True)]


def _read_by(graph: GraphProto, name: str) -> str:
    """What a map reads, before it is quantised where it is."""
    found = next(node for node in graph.node if node.name in {name, f"{name}_quant"})
    quantiser = next((node for node in graph.node if found.input[0] in node.output), None)
    is_quantised = quantiser is not None and quantiser.op_type == "DynamicQuantizeLinear"
    return str(quantiser.input[0] if quantiser is not None and is_quantised else found.input[0])


def set_apart(model: ModelProto, layer: int, loud: Sequence[int], rows: Floats) -> None:
    """Takes the loud neurons out of a layer's two maps, in place, and computes them beside it in floating point.

    `rows` are the weights of the second map in floating point.
    """
    graph, base = model.graph, f"apart.{layer}"
    read = _read_by(graph, f"/layers.{layer}/down/MatMul")
    target = next(name for name in _node(graph, f"/layers.{layer}/down/Add").input if "bias" not in name)
    hidden, widths, shifts = _take_columns(graph, f"/layers.{layer}", loud)
    kept = rows.copy()
    kept[loud] = 0
    quiet = list(_quantised(graph, base, read, kept))
    beside = list(_in_float(graph, base, hidden, (widths, shifts, rows[loud])))
    total = helper.make_node("Add", [quiet[-1].output[0], beside[-1].output[0]], [f"{base}/sum"], name=f"{base}/sum")
    _node(graph, f"/layers.{layer}/down/Add").input[:] = [
        f"{base}/sum" if name == target else name for name in _node(graph, f"/layers.{layer}/down/Add").input
    ]
    graph.node.extend([*quiet, *beside, total])
    keep_needed(graph)


def _take_columns(graph: GraphProto, layer: str, loud: Sequence[int]) -> tuple[str, Floats, Floats]:
    """What the first map reads, and the weights and shifts of the loud neurons, which are 0 in it from now on."""
    up = _node(graph, f"{layer}/up/MatMul_quant")
    scales = _table(graph, _node(graph, f"{layer}/up/MatMul_quant_scales_mul").input[1])
    weights, name = _table(graph, up.input[1]), next(n for n in _node(graph, f"{layer}/up/Add").input if "bias" in n)
    shifts = _table(graph, name)
    taken = weights[:, loud].astype(np.float32) * scales[loud], shifts[loud].copy()
    quiet, unshifted = weights.copy(), shifts.copy()
    quiet[:, loud] = 0
    unshifted[loud] = 0
    _set_table(graph, up.input[1], quiet)
    _set_table(graph, name, unshifted)
    quantiser = next(node for node in graph.node if up.input[0] in node.output)
    return str(quantiser.input[0]), *taken


def _quantised(graph: GraphProto, layer: str, read: str, weights: Floats) -> Iterator[NodeProto]:
    base = f"{layer}/quiet"
    whole, scales = quantise_columns(weights)
    zeros = np.zeros(weights.shape[1], np.int8)
    tables = [_add_table(graph, f"{base}/{n}", t) for n, t in (("w", whole), ("z", zeros), ("s", scales))]
    parts = [f"{base}/{name}" for name in ("read", "scale", "zero")]
    yield helper.make_node("DynamicQuantizeLinear", [read], parts, name=f"{base}/quantise")
    yield _step("MatMulInteger", (parts[0], tables[0], parts[2], tables[1]), f"{base}/map")
    yield _step("Cast", (f"{base}/map",), f"{base}/cast", to=onnx.TensorProto.FLOAT)
    yield _step("Mul", (parts[1], tables[2]), f"{base}/scales")
    yield _step("Mul", (f"{base}/cast", f"{base}/scales"), f"{base}/scaled")


def _in_float(graph: GraphProto, layer: str, hidden: str, tables: tuple[Floats, Floats, Floats]) -> Iterator[NodeProto]:
    """The loud neurons: map, shift, GELU and map back."""
    base = f"{layer}/loud"
    up, shift, down = (_add_table(graph, f"{base}/{n}", t) for n, t in zip(("u", "b", "d"), tables, strict=True))
    numbers = (("root", np.sqrt(2)), ("one", 1.0), ("half", 0.5))
    root, one, half = (_add_table(graph, f"{base}/{n}", np.array(v, np.float32)) for n, v in numbers)
    yield _step("MatMul", (hidden, up), f"{base}/up")
    yield _step("Add", (f"{base}/up", shift), f"{base}/shifted")
    yield _step("Div", (f"{base}/shifted", root), f"{base}/divided")
    yield _step("Erf", (f"{base}/divided",), f"{base}/erf")
    yield _step("Add", (f"{base}/erf", one), f"{base}/raised")
    yield _step("Mul", (f"{base}/shifted", f"{base}/raised"), f"{base}/doubled")
    yield _step("Mul", (f"{base}/doubled", half), f"{base}/gelu")
    yield _step("MatMul", (f"{base}/gelu", down), f"{base}/down")


def _step(kind: str, read: Sequence[str], name: str, **attributes: object) -> NodeProto:
    return helper.make_node(kind, list(read), [name], name=name, **attributes)


def _node(graph: GraphProto, name: str) -> NodeProto:
    found = next((node for node in graph.node if node.name == name), None)
    if found is None:
        raise ValueError(f"no step {name} in the graph: is it one that `export` has written, and not set apart before?")
    return found


def _table(graph: GraphProto, name: str) -> npt.NDArray[np.generic]:
    return numpy_helper.to_array(next(table for table in graph.initializer if table.name == name))


def _set_table(graph: GraphProto, name: str, values: npt.NDArray[np.generic]) -> None:
    table = next(table for table in graph.initializer if table.name == name)
    table.CopyFrom(numpy_helper.from_array(values, name))


def _add_table(graph: GraphProto, name: str, values: npt.NDArray[np.generic]) -> str:
    graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
    return name


def main() -> None:
    """The command."""
    folder, data, plain = Path(sys.argv[1]), Path(sys.argv[2]), onnx.load(sys.argv[3]).graph
    graph = folder / "model.onnx"
    vocabulary = Vocabulary((folder / "vocab.txt").read_text("utf-8").splitlines())
    rows = (row for row in read_rows(data / "attribution/polnear/articles.jsonl") if row["split"] == "train")
    texts = (str(row["text"]) for row in islice(rows, _ARTICLES))
    windows = (inputs_of(window) for text in texts for window in cut_windows(text, vocabulary))
    model = onnx.load(str(graph))
    found = {layer: find_loud(largest) for layer, largest in enumerate(measure_neurons(graph, windows))}
    for layer, loud in found.items():
        if loud:
            set_apart(model, layer, loud, _table(plain, _node(plain, f"/layers.{layer}/down/MatMul").input[1]))
    graph.write_bytes(model.SerializeToString())
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    labels["digest"] = sha256(graph.read_bytes()).hexdigest()
    (folder / "labels.json").write_text(json.dumps(labels) + "\n")
    print("apart:", found, "bytes:", graph.stat().st_size)


if __name__ == "__main__":
    main()
