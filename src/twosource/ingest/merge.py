"""One piece of input for the same bytes, wherever and however often they were found."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from twosource.model import Raw


def merge_raws(raws: Iterable[Raw]) -> list[Raw]:
    """One `Raw` for each id, with all locators sorted, in order of id: the order of `raws` never matters.

    >>> from twosource.model import MediaType
    >>> here = Raw(id="1", body=b"Rain.", locators=("b.txt",), media_type=MediaType.PLAIN)
    >>> there = Raw(id="1", body=b"Rain.", locators=("a.txt",), media_type=MediaType.PLAIN)
    >>> [raw.locators for raw in merge_raws([here, there, here])]
    [('a.txt', 'b.txt')]
    """
    found: dict[str, Raw] = {}
    places: dict[str, set[str]] = {}
    for raw in raws:
        found.setdefault(raw.id, raw)
        places.setdefault(raw.id, set()).update(raw.locators)
    return [
        msgspec.structs.replace(found[key], locators=tuple(sorted(places[key])), fetched=None) for key in sorted(found)
    ]
