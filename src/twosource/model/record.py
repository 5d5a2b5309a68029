"""What every record is: frozen, keyword-only, refusing unknown fields; ids that are digests of content."""

from __future__ import annotations

import hashlib

import msgspec

Extent = tuple[int, int]
"""A bare half-open range of characters, where the article is already known."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A frozen, keyword-only record that refuses fields it does not know.

    A record holds what was there before it, and so never itself: the garbage collector need not look into any.
    """


def digest_of_record(record: Record) -> str:
    """The digest of everything a record holds.

    >>> class Place(Record, frozen=True, kw_only=True):
    ...     name: str
    >>> digest_of_record(Place(name="Kyiv"))
    'ebc9b39d6d38661f'
    """
    return digest_of(msgspec.json.encode(record))


def digest_of(*parts: str | bytes) -> str:
    """Sixteen hex digits that identify the parts, in this order, everywhere and always.

    >>> digest_of("a", "b") == digest_of("a", "b") != digest_of("ab")
    True
    """
    state = hashlib.blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()
