"""Words as the pieces of the encoder's vocabulary, each word read once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from twosource.annotate.news_model.grid import shape_of
from twosource.errors import ModelMissing
from twosource.model import Extent

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_WORD_PIECES = 12
"""What a word is cut to, so that a line without blanks fills no window: 58 of 822,761 words of PolNeAR reach it."""
_LONGEST = 100  # characters; a longer word is unknown, as it was to the encoder
_KEPT = 200_000  # words remembered; the 30,537 of PolNeAR take 8 MB


class PieceWord(NamedTuple):
    """One word: its pieces, how it is written, and where it stands in the text."""

    pieces: tuple[int, ...]
    shape: int
    place: Extent


class Vocabulary:
    """The pieces words are made of; the same word always has the same pieces, whatever stands around it."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._tokenizer = _tokenizer(lines)
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def read(self, text: str, places: Sequence[Extent]) -> list[PieceWord]:
        """The words that stand at these places of a text."""
        forms = [text[start:end] for start, end in places]
        self._learn(forms)
        known = self._known
        return [PieceWord(*known[form], place) for form, place in zip(forms, places, strict=True)]

    def _learn(self, forms: Sequence[str]) -> None:
        if len(self._known) > _KEPT:
            self._known.clear()
        new = [form for form in dict.fromkeys(forms) if form not in self._known]
        whole = [form.encode("utf-8", "replace").decode() for form in new]  # half a surrogate pair is no text
        for form, code in zip(new, self._tokenizer.encode_batch(whole, add_special_tokens=False), strict=True):
            self._known[form] = tuple(code.ids[:MAX_WORD_PIECES]) or (UNKNOWN,), int(shape_of(form))


def _tokenizer(lines: Sequence[str]) -> Tokenizer:
    """What cut words for the encoder when it was trained: lower case, no accents, longest pieces first."""
    try:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415 - loaded where a model runs
    except ImportError as error:
        message = "tokenizers is not installed: pip install tokenizers, or set use = false under [model]"
        raise ModelMissing(message, stage="news_model", record="tokenizers") from error
    places = {piece: at for at, piece in enumerate(lines)}
    words = models.WordPiece(places, unk_token=lines[UNKNOWN], max_input_chars_per_word=_LONGEST)
    tokenizer = Tokenizer(words)
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer
