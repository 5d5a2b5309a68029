"""Bytes to text: what decides, and what is refused."""

from __future__ import annotations

import codecs

import pytest

from twosource.text.encoding import Decoded, Undecodable, decode_bytes

_FRENCH = "Le café d'Orléans a rouvert dimanche ; son propriétaire, René Lefèvre, a dit « assez »."
_RUSSIAN = "Кремль сообщил в воскресенье, что визит состоится в мае, и стороны подпишут документы."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str) -> None:
    assert decode_bytes(mark + _FRENCH.encode(encoding)) == Decoded(_FRENCH, encoding)


@pytest.mark.parametrize(("text", "encoding"), [(_FRENCH, "cp1252"), (_RUSSIAN, "cp1251"), (_RUSSIAN, "koi8-r")])
def test_a_legacy_encoding_is_guessed_from_enough_words(text: str, encoding: str) -> None:
    decoded = decode_bytes((text * 3).encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text * 3


def test_a_declared_encoding_is_believed_where_the_bytes_are_no_utf_8() -> None:
    assert decode_bytes(_FRENCH.encode("latin-1"), declared="iso-8859-1") == Decoded(_FRENCH, "iso8859-1")
    assert decode_bytes(_FRENCH.encode(), declared="iso-8859-1") == Decoded(_FRENCH, "utf-8")


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (b"caf\xc3\xa9 and caf\xc3", 13),
        (b"Rain fell \xff\xfe\xfd on the town.", 10),
        (_FRENCH.encode() + b"\xe2\x80", len(_FRENCH.encode())),
    ],
)
def test_damage_is_named_by_its_place_and_never_guessed_at(data: bytes, offset: int) -> None:
    broken = decode_bytes(data)
    assert isinstance(broken, Undecodable)
    assert broken.offset == offset
