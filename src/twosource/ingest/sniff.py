"""What kind of input some bytes are, from their first kilobytes and the file name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

HEAD_BYTES = 4_096


class Kind(StrEnum):
    """What a stretch of bytes is."""

    EMPTY = "empty"
    PLAIN = "plain text"
    JSONL = "JSON Lines"
    JSON = "JSON"
    HTML = "HTML"
    GZIP = "gzip"
    BINARY = "binary"
    UNSUPPORTED = "unsupported"


_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "an SQLite database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"OggS", "an audio file"),
    (b"ID3", "an audio file"),
    (b"WARC/", "a WARC archive"),
)
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
# Control characters that text does not have: not tab, line feed, form feed, return and escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A page begins with its document type or an outer element, behind an XML declaration and comments.
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
# A first line that opens an object with a key, or an empty one.
_JSON_OBJECT = re.compile(rb'\s*\{[ \t]*["}]')
# A list of objects, or an object whose first line does not end it.
_JSON_DOCUMENT = re.compile(rb'\s*(?:\[\s*(?:\{\s*["}]|\]\s*$)|\{[ \t]*\r?\n\s*["}]|\{[ \t]*"[^\n]*[,{\[]\s*\n)')
_JSONL_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_DATA_SUFFIXES = frozenset(
    ".csv .tsv .xml .rss .atom .yaml .yml .toml .ini .py .js .css .ts .sql .log .bib .ipynb .svg .rtf .json".split()
)


def sniff(head: bytes, name: str) -> Kind:
    """The kind of the input that starts with `head` (up to `HEAD_BYTES`) and is called `name`.

    Content decides over the name, except that a name that says JSON Lines or HTML is believed for text.

    >>> sniff(b'{"text": "Rain."}', "-"), sniff(b"Rain.", "a.txt"), sniff(bytes(9), "a.txt")
    (<Kind.JSONL: 'JSON Lines'>, <Kind.PLAIN: 'plain text'>, <Kind.BINARY: 'binary'>)
    >>> sniff(b'[{"text": "Rain."}]', "a.json")
    <Kind.JSON: 'JSON'>
    """
    if not head:
        return Kind.EMPTY
    if head.startswith(b"\x1f\x8b"):
        return Kind.GZIP
    if name_of_binary(head) is not None:
        return Kind.BINARY
    return _kind_of_text(head.removeprefix(b"\xef\xbb\xbf"), _suffix(name))


def _kind_of_text(head: bytes, suffix: str) -> Kind:
    if suffix not in _JSONL_SUFFIXES and _JSON_DOCUMENT.match(head):
        return Kind.JSON
    if suffix in _JSONL_SUFFIXES or _JSON_OBJECT.match(head):
        return Kind.JSONL
    if suffix in _HTML_SUFFIXES or _HTML.match(head):
        return Kind.HTML
    return Kind.UNSUPPORTED if suffix in _DATA_SUFFIXES else Kind.PLAIN


def name_of_binary(head: bytes) -> str | None:
    """What the bytes look like where they are no text ("a PDF", "binary data"), None where they may be text."""
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(_BYTE_ORDER_MARKS):
        return None
    controls = len(_CONTROL.findall(head))
    return "binary data" if b"\0" in head or controls > len(head) // 50 else None


def _suffix(name: str) -> str:
    path = PurePath(name.lower())
    return PurePath(path.stem).suffix if path.suffix == ".gz" else path.suffix
