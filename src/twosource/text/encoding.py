"""Bytes to text: byte-order marks, UTF-8, a declared encoding, and only then a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_NEVER_IN_LATIN_PROSE = re.compile(
    r"[\x80-\x9f\ufffd\u02c6-\u02ddÿþð]|Ã(?![A-Za-zÀ-ÿ])|â€|(?<!\w)(?:(?![\x00-\x7f])[^\W\d_]){3,}(?!\w)"
    r"|(?<=[^\W\d_])[¡-©¬-¹¼-¿×÷](?=[^\W\d_])"
)
"""How a wrong guess looks where most letters are ASCII: controls, broken pairs, signs inside words."""
_SAMPLE_BYTES = 64_000  # bounds the time of a guess; no file of the development sets needs one


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and the encoding it was read in."""

    text: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Undecodable:
    """No encoding fits: the first byte that is wrong as UTF-8, and what it says about the rest."""

    offset: int
    found: str


def decode_bytes(data: bytes, *, declared: str | None = None) -> Decoded | Undecodable:
    r"""The text of `data`, or where it breaks.

    Policy: a byte-order mark decides; then UTF-8; then `declared` (from an HTML head); then a guess. Bytes that are
    UTF-8 but for a few broken places are not guessed at: another encoding would turn the sound places into rubbish and
    nobody would notice.

    >>> decode_bytes("Žižek".encode("utf-16")).text, decode_bytes("café".encode()).encoding
    ('Žižek', 'utf-8')
    >>> decode_bytes(b"caf\xc3\xa9 and caf\xc3").offset
    13
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = Undecodable(error.start, f"byte 0x{data[error.start]:02x}")
    if declared is not None and (named := _as_declared(data, declared)) is not None:
        return named
    return broken if _is_damaged_utf8(data) else _guessed(data) or broken


def _strictly(data: bytes, encoding: str, skipped: int) -> Decoded | Undecodable:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return Undecodable(
            skipped + error.start, f"a byte-order mark of {encoding}, then bytes that are not {encoding}"
        )


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared).name
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, UnicodeError):
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII do form UTF-8 sequences, so that the rest must be damage."""
    sound = sum(len(m.group()) for m in _MULTIBYTE.finditer(data))
    return 2 * sound > sum(1 for _ in _HIGH.finditer(data))


def _guessed(data: bytes) -> Decoded | None:
    """The western legacy encoding where it fits, because it is by far the most frequent; else what a guesser says."""
    mostly_ascii = sum(1 for _ in _HIGH.finditer(data)) < 0.3 * len(data)
    if mostly_ascii and (western := _as_declared(data, "cp1252")) and _is_sound(western.text):
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415 - a slow import that most inputs never need

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    named = _as_declared(data, best.encoding) if best is not None else None
    return named if named is not None and (not mostly_ascii or _is_sound(named.text)) else None


def _is_sound(text: str) -> bool:
    return _NEVER_IN_LATIN_PROSE.search(text) is None
