"""The map that int8 does not hold, in int8 after all: `python -m training.news_model.apart FOLDER DATA`.

What `export.IN_FLOAT` reads has a neuron whose values are four times those of any other, so that one scale for all of
them is too coarse, and the whole map stayed in floating point. Here such neurons are taken out of both maps of the
layer and computed beside them in floating point; the rest is quantised like every other map. A window takes .93 of the
time, and the file is 1.8 MB smaller. `DATA` is the folder of development data: loud neurons are those of the training
part of PolNeAR.
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

from twosource.annotate.news_model.pieces import Vocabulary
from twosource.annotate.news_model.runner import inputs_of
from twosource.annotate.news_model.windows import cut_windows
from twosource.evaluation.gold import read_rows

_LAYER = "/layers.0"
_ARTICLES = 60


def measure_neurons(graph: Path, windows: Iterable[dict[str, npt.NDArray[np.generic]]]) -> Floats:
    """The largest absolute value that each neuron of the layer reaches in these windows."""
    model = onnx.load(str(graph))
    read = _node(model.graph, f"{_LAYER}/down/MatMul").input[0]
    model.graph.output.append(helper.make_tensor_value_info(read, onnx.TensorProto.FLOAT, None))
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    found = (np.abs(session.run([read], window)[0]).max((0, 1)) for window in windows)
    return np.max(np.stack(list(found)), axis=0)


def set_apart(model: ModelProto, loud: Sequence[int]) -> None:
    """Takes the loud neurons out of the layer's two maps, in place, and computes them beside it in floating point."""
    graph = model.graph
    down = _node(graph, f"{_LAYER}/down/MatMul")
    hidden, widths, shifts = _take_columns(graph, loud)
    rows = _table(graph, down.input[1])
    kept = rows.copy()
    kept[loud] = 0
    quiet = list(_quantised(graph, down.input[0], kept))
    beside = list(_in_float(graph, hidden, (widths, shifts, rows[loud])))
    total = helper.make_node("Add", [quiet[-1].output[0], beside[-1].output[0]], list(down.output), name="apart/sum")
    graph.node.remove(down)
    graph.node.extend([*quiet, *beside, total])
    keep_needed(graph)


def _take_columns(graph: GraphProto, loud: Sequence[int]) -> tuple[str, Floats, Floats]:
    """What the first map reads, and the weights and shifts of the loud neurons, which are 0 in it from now on."""
    up = _node(graph, f"{_LAYER}/up/MatMul_quant")
    scales = _table(graph, _node(graph, f"{_LAYER}/up/MatMul_quant_scales_mul").input[1])
    weights, name = _table(graph, up.input[1]), next(n for n in _node(graph, f"{_LAYER}/up/Add").input if "bias" in n)
    shifts = _table(graph, name)
    taken = weights[:, loud].astype(np.float32) * scales[loud], shifts[loud].copy()
    quiet, unshifted = weights.copy(), shifts.copy()
    quiet[:, loud] = 0
    unshifted[loud] = 0
    _set_table(graph, up.input[1], quiet)
    _set_table(graph, name, unshifted)
    quantiser = next(node for node in graph.node if up.input[0] in node.output)
    return str(quantiser.input[0]), *taken


def _quantised(graph: GraphProto, read: str, weights: Floats) -> Iterator[NodeProto]:
    base = "apart/quiet"
    whole, scales = quantise_columns(weights)
    zeros = np.zeros(weights.shape[1], np.int8)
    tables = [_add_table(graph, f"{base}/{n}", t) for n, t in (("w", whole), ("z", zeros), ("s", scales))]
    parts = [f"{base}/{name}" for name in ("read", "scale", "zero")]
    yield helper.make_node("DynamicQuantizeLinear", [read], parts, name=f"{base}/quantise")
    yield _step("MatMulInteger", (parts[0], tables[0], parts[2], tables[1]), f"{base}/map")
    yield _step("Cast", (f"{base}/map",), f"{base}/cast", to=onnx.TensorProto.FLOAT)
    yield _step("Mul", (parts[1], tables[2]), f"{base}/scales")
    yield _step("Mul", (f"{base}/cast", f"{base}/scales"), f"{base}/scaled")


def _in_float(graph: GraphProto, hidden: str, tables: tuple[Floats, Floats, Floats]) -> Iterator[NodeProto]:
    """The loud neurons: map, shift, GELU and map back."""
    base = "apart/loud"
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
    folder, data = Path(sys.argv[1]), Path(sys.argv[2])
    graph = folder / "model.onnx"
    vocabulary = Vocabulary((folder / "vocab.txt").read_text("utf-8").splitlines())
    rows = (row for row in read_rows(data / "attribution/polnear/articles.jsonl") if row["split"] == "train")
    texts = (str(row["text"]) for row in islice(rows, _ARTICLES))
    windows = (inputs_of(window) for text in texts for window in cut_windows(text, vocabulary))
    loud = find_loud(measure_neurons(graph, windows))
    model = onnx.load(str(graph))
    set_apart(model, loud)
    graph.write_bytes(model.SerializeToString())
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    labels["digest"] = sha256(graph.read_bytes()).hexdigest()
    (folder / "labels.json").write_text(json.dumps(labels) + "\n")
    print("apart:", loud, "bytes:", graph.stat().st_size)


if __name__ == "__main__":
    main()
