"""The weights, checked and run: the only place that knows onnxruntime."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from twosource.annotate.news_model.cores import count_cores
from twosource.annotate.news_model.windows import Window
from twosource.errors import ModelMissing

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
WEIGHTS = "twosource_en"
_STAGE = "news_model"
# onnxruntime 1.32 computes the two steps apart in 0.89 of the time of a window: the fused one does not use vectors.
_SLOW_FUSIONS = ("SkipLayerNormFusion",)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of one window; rows are words, row 0 the root."""

    tags: Floats
    """Log chances of the seven tags of speech."""
    links: Floats
    """How well each word goes with each word as its cue."""
    names: Floats
    """Log chances of the tags of names."""
    upos: Ints
    xpos: Ints
    lemmas: Ints
    arcs: Floats
    """How well each word hangs on each word."""
    relations: Ints
    """The relation of each word to the head it hangs on best."""
    vectors: Floats
    """One vector of length one for each sentence."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of the syntax heads stand for."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    scripts: tuple[str, ...]


class Runner:
    """The model, loaded once.

    Raises `ModelMissing` where the weights or a package are not installed, or where the weights are not those that
    their label names: results of unknown weights would be told with the wrong error rates.
    """

    def __init__(self, *, threads: int, folder: Traversable | None = None) -> None:
        where = folder if folder is not None else _find_weights()
        about = json.loads(where.joinpath("labels.json").read_text("utf-8"))
        weights = where.joinpath("model.onnx").read_bytes()
        if sha256(weights).hexdigest() != about["digest"]:
            raise ModelMissing("the weights are damaged: install twosource again", stage=_STAGE, record=str(where))
        self.labels = Labels(*(tuple(about[name]) for name in ("upos", "xpos", "rels", "scripts")))
        self.pieces = where.joinpath("vocab.txt").read_text("utf-8").splitlines()
        self._session = _start(weights)
        count = threads or count_cores()
        self._pool = ThreadPoolExecutor(count) if count > 1 else None

    def run(self, windows: Sequence[Window]) -> Iterator[Scores]:
        """What the model says of each window: it depends on the window alone, on no batch, thread or neighbour.

        Later windows are run while earlier ones are decoded.
        """
        if self._pool is None or len(windows) < 2:
            return map(self._run_one, windows)
        return self._pool.map(self._run_one, windows)

    def _run_one(self, window: Window) -> Scores:
        outputs: Sequence[Any] = self._session.run(None, inputs_of(window))
        return Scores(*outputs)


def _find_weights() -> Traversable:
    try:
        return files(WEIGHTS)
    except ModuleNotFoundError as error:
        message = "the English weights are not installed: install twosource again, or set use = false under [model]"
        raise ModelMissing(message, stage=_STAGE, record=WEIGHTS) from error


def _start(weights: bytes) -> onnxruntime.InferenceSession:
    try:
        import onnxruntime  # noqa: PLC0415 - loaded where a model runs
    except ImportError as error:
        message = "onnxruntime is not installed: pip install onnxruntime, or set use = false under [model]"
        raise ModelMissing(message, stage=_STAGE, record="onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # windows side by side: 17 ms each on two threads, 20 when each is split
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(_SLOW_FUSIONS)
    )


def inputs_of(window: Window) -> dict[str, npt.NDArray[Any]]:
    """A window as the graph reads it."""
    pieces = np.array([*window.pieces, 102], dtype=np.int64)
    words = np.array(window.words, dtype=np.int64)
    sentences = np.array(window.sentences, dtype=np.int64)
    return {
        "pieces": pieces,
        "shapes": np.array([*window.shapes, 0], dtype=np.int64),
        "words": words,
        "sentences": sentences,
        "pool": _pool(words, sentences, len(pieces)),
    }


def _pool(words: Ints, sentences: Ints, pieces: int) -> Floats:
    """[sentences, pieces]: the share each piece has in its sentence."""
    begins = np.zeros(pieces, dtype=np.int64)
    begins[words] = 1
    of_piece = sentences[np.cumsum(begins) - 1]
    pool = (of_piece[None, :] == np.arange(sentences[-1] + 1)[:, None]).astype(np.float32)
    shares: Floats = pool / np.maximum(pool.sum(1, keepdims=True), 1)
    return shares
