"""The same network in fewer steps: what stands between the map to queries, keys and values and that back is one node.

`python -m training.news_model.fuse GRAPH TARGET`, or `fuse_attention` on a graph that `export` has written, in int8 or
not (after quantising: the quantiser does not know the types behind the node). onnxruntime computes the node in blocks
that stay in the processor's cache: a window takes 0.94 of the time. Results differ in the last digits, in int8 as much
as with any other order of sums.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
from onnx import GraphProto, ModelProto, NodeProto, helper, numpy_helper
from training.news_model.model import HEAD_WIDTH

_DOMAIN = "com.microsoft"


def fuse_attention(model: ModelProto) -> int:
    """Makes one node of the steps of each attention, in place; how many there were.

    Raises `ValueError` where the steps around a softmax are not those that `model.Layer` exports.
    """
    graph = model.graph
    made = {output: node for node in graph.node for output in node.output}
    read = {name: node for node in reversed(graph.node) for name in node.input}
    found = [node for node in graph.node if node.op_type == "Softmax"]
    for number, softmax in enumerate(found):
        source = _climb(softmax, made)
        last = _descend(softmax, read)
        graph.node.extend(_attention(graph, source, last.output[0], number))
        last.output[0] += "_apart"
    keep_needed(graph)
    model.opset_import.append(helper.make_opsetid(_DOMAIN, 1))
    return len(found)


def _climb(softmax: NodeProto, made: dict[str, NodeProto]) -> str:
    """Queries, keys and values side by side: the first thing above a softmax that is reshaped."""
    node = softmax
    while node.op_type != "Reshape":
        above = [made[name] for name in node.input if name in made]
        moving = [each for each in above if each.op_type not in {"Constant", "Shape"}]
        if not moving:
            raise ValueError(f"no attention of this model stands above {softmax.name}")
        node = moving[0]
    return str(node.input[0])


def _descend(softmax: NodeProto, read: dict[str, NodeProto]) -> NodeProto:
    """What puts the heads side by side again: the first reshape below a softmax."""
    node = softmax
    while node.op_type != "Reshape":
        if node.output[0] not in read:
            raise ValueError(f"no attention of this model stands below {softmax.name}")
        node = read[node.output[0]]
    return node


def _attention(graph: GraphProto, source: str, target: str, number: int) -> list[NodeProto]:
    base = f"attention.{number}"
    width = _width(graph, source) // 3
    graph.initializer.append(numpy_helper.from_array(np.array([width] * 3, dtype=np.int64), f"{base}/widths"))
    parts = [f"{base}/{name}" for name in ("queries", "keys", "values")]
    heads = width // HEAD_WIDTH
    return [
        helper.make_node("Split", [source, f"{base}/widths"], parts, name=f"{base}/Split", axis=-1),
        helper.make_node("MultiHeadAttention", parts, [target], name=base, domain=_DOMAIN, num_heads=heads),
    ]


def _width(graph: GraphProto, output: str) -> int:
    """How wide a map's output is: as wide as the shift that is added to it."""
    added = next(node for node in graph.node if output in node.output).input
    return next(int(table.dims[0]) for table in graph.initializer if table.name in added)


def keep_needed(graph: GraphProto) -> None:
    """Leaves what the outputs need, each node behind those it reads."""
    made = {output: node for node in graph.node for output in node.output}
    ordered = list(_in_order([output.name for output in graph.output], made))
    needed = {name for node in ordered for name in node.input}
    tables = [table for table in graph.initializer if table.name in needed]
    _replace(graph.node, ordered)
    _replace(graph.initializer, tables)


def _replace(field: object, messages: list[NodeProto] | list[onnx.TensorProto]) -> None:
    copies = [type(message).FromString(message.SerializeToString()) for message in messages]
    del field[:]  # type: ignore[attr-defined] - a repeated field of protobuf, which has no public type
    field.extend(copies)  # type: ignore[attr-defined]


def _in_order(outputs: list[str], made: dict[str, NodeProto]) -> Iterator[NodeProto]:
    done: set[str] = set()
    waiting = [(name, False) for name in reversed(outputs)]
    while waiting:
        name, ready = waiting.pop()
        node = made.get(name)
        if node is None or node.output[0] in done:
            continue
        if ready:
            done.add(node.output[0])
            yield node
        else:
            waiting.append((name, True))
            waiting += [(each, False) for each in node.input]


def fuse_file(graph: Path, target: Path) -> int:
    """Writes the graph with one node for each attention; how many there were."""
    model = onnx.load(str(graph))
    count = fuse_attention(model)
    target.write_bytes(model.SerializeToString())
    return count


def main() -> None:
    """The command."""
    print(fuse_file(Path(sys.argv[1]), Path(sys.argv[2])), "attentions")


if __name__ == "__main__":
    main()
